import type { Name } from '../../../shared/citations/citation.ts'
import { listedNames } from '../../../shared/citations/said-names.ts'
import { cleanText, fold } from '../page/clean.ts'
import { wordSet } from '../page/word-set.ts'

/** Degrees by how they are written, points left out; an underscore for a space. */
const degrees = wordSet(
  'MD BO DO MO PhD Ph_D DPhil DrPH Dr_med RN NP RD RDN PharmD DVM VMD JD MB MBBS MB_BS MBChB MB_ChB MBBCh ScD EdD PsyD DNP CHES AM LCSW PT DPT CNM DDS DMD Prof',
)
/** What a bachelor or master is of. */
const subjects = wordSet('A S Sc Ed Eng Phil Med Chir SN PH HS BA PP SPH SW PA PT')
export const isDegree = (text: string): boolean => {
  const plain = text.trim().replaceAll('.', '')
  return (
    degrees.has(plain.replace(' ', '_')) ||
    ('BM'.includes(plain.charAt(0)) && subjects.has(plain.slice(1))) ||
    (plain === plain.toUpperCase() && /^(?:F[A-Z]{3,6}|MRC[A-Z]+)$/.test(plain))
  )
}

/** Certificates that behind a family name could be initials. */
const certificates = wordSet('PA-C RRT RGN RCP RPh RPT CNS OTR SLP LPN LVN APN PNP NNP ANP FNP RNC')

/**
 * Letters behind a whole name that are a degree or certificate by their shape: four capitals or more ("CPHQ"), three of a
 * bachelor, master or doctor ("MHA"), or capitals that end in what it is of ("MMSc", "PharmD"). Not initials behind a family name.
 */
export const isDegreeShape = (text: string): boolean => {
  const plain = text.trim().replaceAll('.', '')
  return (
    isDegree(text) ||
    certificates.has(plain) ||
    /^(?:[A-Z]{4,7}|[A-Z]{3,7}-[A-Z]{1,3}|[BDM][A-Z]{2}|[A-Z][A-Za-z]{0,5}(?:Sc|Ed|Phil|Med|Eng|Chir|D|PH|N))$/.test(plain)
  )
}

const isSuffix = (word: string): boolean => /^(?:Jr|Sr|I{2,3}|IV|2nd|3rd)\.?$/i.test(word)
/** What follows a family name in Portuguese and Spanish, and is none by itself. */
const isKin = (word: string): boolean => /^(?:Neto|Filho|J[uú]nior|Sobrinho|Segundo)$/i.test(word)
const particles = wordSet("van von der den de del della di da dos das do du la le el al bin ibn ben ten ter zu zur af av st st. 't")
export const isParticle = (word: string): boolean => particles.has(word.toLowerCase())
const groupWords = wordSet(
  'academie agencie group consortium consortia editor committee network team investigator society association institute initiative organisation organization program programme center centre department hospital council academy agency force foundation federation registry ministry trialist panel board study college authority commission project school administration bureau institution alliance coalition directorate',
)
/** Words by which bodies are called in Spanish, Portuguese, French and German, where they stand first. */
const bodies = wordSet(
  'sociedad asociación ministerio grupo red agencia instituto comité consejo servicio universidad fundación federación colegio organización dirección secretaría departamento consejería gobierno unidad centro equipo academia junta comisión alianza sociedade associação ministério rede agência fundação conselho comissão secretaria organização société association ministère groupe réseau agence fondation fédération haute centre comité deutsche gesellschaft bundesamt bundesministerium arbeitsgruppe arbeitsgemeinschaft verband stiftung',
)
const isGroup = (text: string): boolean => {
  const words = text.toLowerCase()
  return (
    (words.split(' ').length > 2 && bodies.has(words.slice(0, words.indexOf(' ')))) ||
    words.split(/s?\W+|s?$/).some((word) => groupWords.has(word) || word.startsWith('collaborat') || word.startsWith('universit'))
  )
}

/** Letters of initials as MEDLINE prints them behind a family name: "Moss-Morris R", "Smith JA". */
const medline = /^(.*[a-zß-ÿ].*|[A-ZÀ-ÞĀ-ӿ]+[’'-]?[A-ZÀ-ÞĀ-ӿ]*)\s+([A-ZÀ-ÞĀ-ӿ](?:-?[A-ZÀ-ÞĀ-ӿ]){0,3})(?:\s+(Jr|Sr|2nd|3rd|I{2,3}))?\.?$/

const capital = (word: string): string => word.charAt(0) + word.slice(1).toLowerCase()
export const mixedCase = (text: string): string =>
  text
    .split(/([\s!-@’]+)/)
    .map(capital)
    .join('')

const person = (family: string, given: string): Name => {
  const [f, g] = [family.trim().slice(0, 200), given.trim().slice(0, 200)]
  return g ? { family: f, given: g } : { literal: f }
}

/** "Given Particle Family Jr" → family with its particles and suffix, as indexes file it. */
const givenFirst = (words: string[]): Name => {
  const tail = words.length > 2 && isSuffix(words.at(-1) ?? '') ? 1 : 0
  let start = words.length - 1 - tail
  if (start > 1 && isKin(words[start] ?? '')) start -= 1
  // "Ramón y Cajal", "Costa e Silva" are one family name.
  if (start > 2 && /^[ye]$/.test(words[start - 1] ?? '')) start -= 2
  while (start > 1 && isParticle(words[start - 1] ?? '')) start -= 1
  return person(words.slice(start).join(' '), words.slice(0, start).join(' '))
}

const fromWords = (text: string, familyFirst: boolean): Name => {
  const initials = familyFirst ? medline.exec(text) : null
  if (initials) return person([initials[1], initials[3]].filter(Boolean).join(' '), initials[2] ?? '')
  const words = text.split(' ')
  return words.length < 2 ? { literal: text } : givenFirst(words)
}

export const hasLetter = (text: string): boolean => /\D/.test(fold(text))

const parseName = (text: string, familyFirst: boolean): Name | undefined => {
  if (!hasLetter(text) || text.length > 300) return undefined
  // A name that holds a day or a time is a line of a page.
  if (/\d\D*\d/.test(text) && !isGroup(text) && !/\b(?:2nd|3rd)\b/.test(text)) return undefined
  if (!text.includes(',')) return isGroup(text) ? { literal: text } : fromWords(text, familyFirst)
  const [head = '', ...parts] = text.split(/\s*,\s*/).filter((part) => part && !isDegree(part))
  // Behind a whole name; and behind one degree further ones.
  const isOff = text.split(',').some(isDegree) ? (part: string) => /^[A-Z.-]{2,8}$/.test(part) || isDegreeShape(part) : isDegreeShape
  const first = head.slice(0, head.indexOf(' '))
  // "Ben" and "Al" are names as well.
  const rest = head.includes(' ') && (!isParticle(first) || /^(?:Ben|Al)$/.test(first)) ? parts.filter((part) => !isOff(part)) : parts
  const behind = rest.filter(isSuffix)
  const given = rest.filter((part) => !isSuffix(part))
  if (given.length > 2 || (given.length > 0 && isGroup(text))) return { literal: text }
  if (given.length > 0) return person([head, ...behind].join(' '), given.join(' '))
  return fromWords([head, ...behind].join(' '), familyFirst)
}

/** Most names have nothing to tidy, and then none of its expressions need be compiled. */
const untidy = /[^a-z]$|^(?:by|and|with|for the|on behalf|author|dr|prof)|et al$/i
const tidy = (value: string): string => {
  const text = cleanText(value, 300)
  if (!untidy.test(text)) return text
  return text
    .replace(/[\d*†‡§¶#|]+$/u, '')
    .replace(/^(?:by|and|with|for(?= the )|on behalf of|authors?:?|dr\.?|prof\.?|professor)\s+/i, '')
    .replace(/\s*(?:\||[-–—]\s|\b(?:updated|posted|published|last|on)\b:?)(?=.*\d).*$/i, '')
    .replace(/\s*\((?:author|editor|corresponding author)\)$/i, '')
    .replace(/\s+et al\.?$/i, '')
    .replace(/[\s,;:]+$/, '')
    .replace(/(?<=[^\s!-@]{2})\.$/, '')
    .trim()
}

const isTitle = (part: string): boolean => isDegreeShape(part) || isSuffix(part.trim())

/** Whether a value is the name of one body, whatever signs are in it: it begins with the body, and no people are listed behind. */
const isOneBody = (value: string, parts: readonly string[]): boolean =>
  isGroup(parts[0] ?? '') && isGroup(value) && parts.slice(1).filter((part) => /^\S+\s\S+$/.test(part.trim())).length < 2

/** Splits what one value holds of several people: "A, B; C, D", "A B, C D, and E F", "A | B". "A B, C D" is one person. */
const splitList = (value: string): string[] => {
  const [people = '', group] = value.split(/,\s*(?=(?:on behalf of|for)\s+the\s)/i)
  if (group) return [...splitList(people), group]
  if (/[;；|]\s*\S/.test(value) && !/\|\[/.test(value)) return value.split(/[;；|]/)
  if (/;\s*$/.test(value)) return [value]
  const commas = value.split(/\s*,\s*(?:and\s+|&\s*)?/)
  if (isOneBody(value, commas)) return [value]
  // "Last, First" has one comma and a family name before it; a list has whole names between commas.
  const whole = commas.filter((part) => /\S\s+\S/.test(part.trim()) || isTitle(part))
  if (commas.length > 2 && whole.length === commas.length && whole.filter((part) => !isTitle(part)).length > 1)
    return commas.filter((part) => !isDegreeShape(part)).flatMap((part) => part.split(/\s+(?:and|&)\s+/))
  return commas.length === 1 && !isGroup(value.split(/\s(?:and|&)\s/)[0] ?? '') ? value.split(/\s+(?:and|&)\s+(?=[^\da-z])/) : [value]
}

const peopleOf = (value: string): readonly (string | Name)[] => listedNames(value) ?? splitList(value)

/** "ZHANG Xiaomin" as "Zhang, Xiaomin". */
const turned = (text: string): string => `${mixedCase(text.slice(0, text.indexOf(' ')))},${text.slice(text.indexOf(' '))}`

const familyOf = (name: Name): string => ('family' in name ? name.family : name.literal).toLowerCase()
/** How many of a list's family names another list has. */
export const shared = (part: readonly Name[], whole: readonly Name[]): number => {
  const families = new Set(whole.map(familyOf))
  return part.filter((name) => families.has(familyOf(name))).length
}

const keyOf = (name: Name): string => ('family' in name ? `${name.family} ${name.given ?? ''}` : name.literal).toLowerCase()

/**
 * People and groups from raw author texts: "Last, First", "First Last", "Last FM", one delimited text, with degrees,
 * suffixes, in capitals. At most 100, each once, in order.
 */
export const readNames = (raw: readonly (string | Name)[]): Name[] => {
  const texts = raw.length === 1 && typeof raw[0] === 'string' ? peopleOf(cleanText(raw[0], 8000)) : raw
  const tidied = texts.slice(0, 200).map((entry) => (typeof entry === 'string' ? tidy(entry) : entry))
  const strings = tidied.filter((entry) => typeof entry === 'string' && entry !== '') as string[]
  const familyFirst =
    strings.length > 0 &&
    strings.every((entry) => (!/[a-z]{3}$/.test(entry) && medline.test(entry) && !entry.includes(',')) || isGroup(entry))
  // "ZHANG Xiaomin", "LI Wei": capitals are the family's, not initials, where some of a list are long.
  const capitalised =
    strings.length > 1 &&
    strings.every((entry) => /^[A-Z-]{2,} [A-Z][a-z-]+(?:[A-Z]?[a-z]+)*$/.test(entry)) &&
    strings.some((entry) => /^[A-Z-]{4}/.test(entry))
  const shouted =
    strings.length > 0 &&
    !familyFirst &&
    strings.every(
      (entry) => entry === entry.toUpperCase() && entry !== entry.toLowerCase() && /[^\s!-@]{3}/.test(entry) && /\s/.test(entry),
    )
  const names = new Map<string, Name>()
  for (const entry of tidied) {
    const name =
      typeof entry === 'string'
        ? isDegree(entry)
          ? undefined
          : parseName(shouted ? mixedCase(entry) : capitalised ? turned(entry) : entry, familyFirst)
        : entry
    if (name && names.size < 100 && !names.has(keyOf(name))) names.set(keyOf(name), name)
  }
  return [...names.values()]
}
