import { isDegree, isDegreeShape, isParticle, mixedCase } from '../metadata/names.ts'
import { wordSet } from '../page/word-set.ts'
import { isGroupOfPeople } from './bodies.ts'

/** Words that no person is called by, in small letters: of pages, places, institutions and papers. */
const ordinary = wordSet(
  'about abstract abteilung academic accepted access aceptado advance advertisement affiliation affiliations africa alerts america analysis appendix april arabia archive article articles artigo artículo asia assistant associate association attribution august australia author authors autor autores biology blog brazil canada care career case center centre chair chem chief china citation citations cite clinic clinique clínica collection college commentary commons commun computational contact content contributed cookie cookies copyright corresponding corrigendum costa creative current data datum dean december departamento department director discussion division download département early east edited editor editorial editors education email emeritus engineering equally erratum escola escuela europe export faculdade facultad faculty faculté february fellow figure figures files first follow foundation france free full germany google group guidelines head health help home hong hospital hospitalar html hôpital improvement inc india information informationen institute instituto introduction investigación issue issues italy january japan jobs journal journals july june junior keywords kingdom klinik klinikum kong korea krankenhaus laboratoire laboratory lanka lead letter letzte library license limited linked linkedin links login los ltd manager manuscript march material may medical medicine member members meta methods metrics mexico ministry more museum más new news next north note notes november nursing october online open original originales oxford paper past patient pdf permissions policy president press previous print privacy profile program programa public publicado publication publications published publisher publishing puerto quality read received recibido record references related report reports republic research reserved results resumen review reviewed reviews revista rica rights safety salud san santé saudi save saúde scholar school science sciences search secretaria sections senior september series service services servicio serviço share show sign society south spain special sri states subject subjects submit supplementary systematic table tables technology terms text top topics track united universidad universidade university universität université ver version view visiting volume weekly weitere west working york zealand zentrum école',
)

const isCapitalised = (word: string): boolean => word.charAt(0) !== word.charAt(0).toLowerCase() && /^[^\d!-&(-,/:-@[-`{-~…•]+$/.test(word)
const isNameWord = (word: string): boolean =>
  isParticle(word) ||
  /^(?:[yei]|abu|bint|ould|dit|d['’]\p{Lu}.*)$/u.test(word) ||
  isCapitalised(word.replace(/^(?:d|l|al|el|ul|bin|ibn|van|de)['’-](?=.)/i, ''))

/** Words of pages that are also family names: among other names they are. */
const alsoNames = wordSet(
  'may case dean head read press france brazil india china chair fellow lead york santiago april august long series costa west north south east march june hong mexico',
)

/** Whether a text looks like one person's name: two to six words with capitals, none of them a word of pages. `among`: it stands in a list of names. */
export const isPerson = (text: string, among = false): boolean => {
  const words = text.split(' ')
  return (
    text.length < 60 &&
    words.length > 1 &&
    words.length < 7 &&
    words.every(isNameWord) &&
    /[a-zß-ÿ\u0100-\uffff]{2}/.test(text) &&
    isCapitalised(words.at(-1)?.replace(/^(?:d|l|al|el)['’-]/, '') ?? '') &&
    !words.some((word) => {
      const small = word.toLowerCase().replace(/[.,]$/, '')
      return ordinary.has(small) && !(among && alsoNames.has(small))
    })
  )
}

/** What stands among names and is none: marks of affiliations and notes, addresses, numbers of ORCID, words on buttons. */
const without = (text: string): string =>
  text
    .replace(/(?<=[a-z\u00c0-\u024f.])\s*[\u3400-\u9fff][^,;，；、]*/gi, ' ')
    .replace(/\S+(?:@|\{at\}|\/at\/)\S+/g, ' ')
    .replace(/\[email.protected\]/g, ' ')
    .replace(/(?:ORCID:?\s*)?(?:https?:\/\/)?orcid\.org\/[\d-]{18}[\dX]/gi, ' ')
    .replace(/(?:ORCID:?\s*)?\b\d{4}-\d{4}-\d{4}-\d{3}[\dX]/g, ' ')
    .replace(
      /(?:Author links open overlay panel|Show (?:author )?affiliations?|Search for (?:more papers|other works) by this author(?: on:?)?|View (?:author )?(?:affiliations?|ORCID profile)|Email author|E-?mail(?: address)?|ORCID(?: (?:ID|icon|logo))?|\(view author affiliations\)|Corresponding author)/gi,
      ' ',
    )
    .replace(/\((?:view|see)[^()]{0,40}\)|\(\d{1,2}(?:\s?,\s?\d{1,2}){0,8}\)/gi, ' ')
    .replace(/^(?:written |posted |edited |reviewed )?(?:by|authors?|autor(?:es|a)?|auteurs?|por|par|von)\b:?\s*(?=\p{Lu})/iu, '')
    .replace(/(?<=\p{L}|\.)[\d*†‡§¶#∥‖⁎✉✝∗¹²³⁴⁵⁶⁷⁸⁹⁰]+(?:\s*[,‐–-]\s*(?:\d+|[*†‡§¶#⁎∗]))*/gu, ' , ')
    .replace(/[\d*†‡§¶#∥‖⁎✉✝∗¹²³⁴⁵⁶⁷⁸⁹⁰▪●►]+/g, ' ')
    .replace(/(?<!\s)•|•(?!\s)/g, ' ')
    .replace(/\bna\s*(?=[&,;]|$)/g, ' ')
    .replace(/\s+/g, ' ')

/** "Poe, Ann B. MD, MPH" as "Poe, Ann B."; nothing where it is no name turned around. */
export const invertedName = (text: string): string | undefined => {
  const [family = '', given = '', ...more] = text
    .replace(/^(?:and|&|y|et|und|e)\s+/, '')
    .split(/\s*,\s*/)
    .filter((part) => part !== '' && !isDegree(part))
  const words = given.split(' ')
  while (words.length > 1 && isDegree(words.at(-1) ?? '')) words.pop()
  const isOne = given !== '' && more.every(isDegreeShape) && words.length < 4 && isPerson(`${words.join(' ')} ${family}`, true)
  return isOne ? `${family}, ${words.join(' ')}` : undefined
}

/** The names of a line that parts people by semicolons and turns them around; none where one of them is something else. */
const invertedNames = (text: string): string[] => {
  const parts = text.split(/\s*[;；|]\s*/).filter((part) => /\p{L}/u.test(part))
  const names = parts.flatMap(
    (part) =>
      invertedName(part.replace(/^[\s,]+|[\s,.:]+$/g, (tail) => (/\p{Lu}\.$/u.test(part) ? tail.replace(/[\s,:]/g, '') : ''))) ?? [],
  )
  return parts.length > 1 && names.length === parts.length ? names : []
}

const between = /\s*(?:[,;，；、|\n]|\s[·•]\s|\s(?:and|et|und|y|e|&|And)(?=\s|$)|&)\s*/iu

/** Letters that mark affiliations behind a name: "Shisei Tei a b c"; words on buttons behind it: "Tikki Pang mail". */
const behind = /(?:\s+(?:[a-z]{1,2}|mail|email|author|PhD|MD|Ph\.?\s?D\.?|M\.?D\.?|MPH|RN|MSc))+$/

/** What somebody is, behind the name: "Ben Armstrong, professor of epidemiological statistics". */
const roles =
  /,\s+(?:(?:senior|clinical|visiting|assistant|associate|academic|specialist|consultant|general|research|doctoral|postdoctoral|medical|chief|deputy|honorary|public|trainee|foundation|programme|head|lead)\s+)*(?:lecturer|professor|reader|consultant|director|fellow|student|researcher|head|statistician|epidemiologist|physician|practitioner|nurse|surgeon|registrar|scientist|chair|analyst|manager|coordinator|pharmacist|editor|resident|trainee|doctor|librarian|officer)s?\b[^,;\n]{0,80}/g

/** Names that a text holds beside so much else, in letters: the first counts only where the other is little. */
export interface Line {
  names: string[]
  other: number
  /** It ends in "et al." or "+12", or in dots. */
  isCut: boolean
}

export const readLine = (text: string): Line => {
  const isCut = /(?:\bet al\.?|…|\.{3}|\+\s?\d+(?: (?:more|authors?|others?))?|\b(?:and|&) \d+ (?:more|others)(?: authors)?)\W*$/i.test(
    text,
  )
  const said = without(text.slice(0, 8000).replace(roles, ''))
  const turned = invertedNames(said)
  if (turned.length > 0) return { names: turned, other: 0, isCut }
  const parts = said
    .replace(/\bet al\.?|\+\s?\d+/gi, ',')
    .split(between)
    .map((part) =>
      part
        .replace(behind, '')
        .replace(/^(?:(?:and )?on behalf of(?: the)?|and|by|&|Dr\.?|Prof\.?|Professor)\s+/i, '')
        .replace(/^[\s.:()[\]–-]+|[\s:()[\]–-]+$/g, '')
        .replace(/(?<=\p{L}{2})\.$/u, '')
        .trim(),
    )
    .filter((part) => part !== '' && !isDegree(part) && !/^(?:[a-z]{1,2}|[A-Z])$/.test(part))
  const among = parts.filter((part) => isPerson(part)).length > 1
  const isOne = (part: string): boolean => isPerson(part, among) || (among && isGroupOfPeople(part))
  const names = parts.filter(isOne)
  // What somebody is stands behind the name in small letters.
  const isRole = (part: string, at: number): boolean => /^\p{Ll}[\p{Ll}\s'’-]{3,60}$/u.test(part) && isOne(parts[at - 1] ?? '')
  const other = parts.filter((part, at) => !isOne(part) && !isRole(part, at)).reduce((sum, part) => sum + part.length, 0)
  return { names, other, isCut }
}

const isShouted = (text: string): boolean => {
  const names = text.replace(/\s(?:and|et|und|y|e)\s/g, ' ')
  return names === names.toUpperCase() && names !== names.toLowerCase()
}

const peopleIn = (text: string): string[] => {
  if (text.length > 8000 || text.endsWith(':') || !/\p{Lu}\P{Lu}*\s.*\p{Lu}/u.test(text.slice(0, 300))) return []
  const shouted = isShouted(text)
  const { names, other } = readLine(shouted ? mixedCase(text) : text)
  const length = names.reduce((sum, name) => sum + name.length, 0)
  return length > other * 2 && (!shouted || names.length > 1) ? names : []
}

/** A line is asked again for each heading before it. */
const known = new Map<string, string[]>()

/** The names in a text that is a line of them: none where much of it is something else. In capitals only several. */
export const readPeople = (text: string): string[] => {
  const names = known.get(text) ?? peopleIn(text)
  known.set(text, names)
  return names
}
