import type { Candidate } from './finding.ts'
import { foldWord, stretchesOf, type Folded } from './text/folded.ts'
import { eponymNouns, eponyms } from './lexicons/medical-words.ts'
import { isParticle } from './name-words.ts'
import { plain } from './text/plain-word.ts'
import { ambiguousGivenNames } from './lexicons/given-names.ts'
import { nicknamesOf } from './lexicons/nicknames.ts'
import { functionWords, ordinaryWords, roleWords } from './lexicons/ordinary-words.ts'
import { tokensOf, type Token } from './text/tokens.ts'

const why = 'phi-page-showed-name'
const mark = (start: number, end: number): Candidate => ({ start, end, type: 'NAME', evidence: 'known', why })

type KnownName = { particles: string[]; family: string[]; given: string[]; wholes: string[]; initials: string[] }

/** A banner's name in its parts: "Reyes, Ana", "Reyes^Ana" and "Ana Reyes" (either end may be the family name). */
function partsOf(value: string): KnownName {
  const cleaned = value.replace(/\((?:[^()]{0,40})\)/g, ' ').trim()
  const [left = '', right = ''] = cleaned.split(/[,^/]/, 2)
  const leftWords = tokensOf(left).filter((token) => !isTitle(token))
  const rightWords = tokensOf(right || cleaned.slice(left.length)).filter((token) => !isTitle(token))
  const split = rightWords.length > 0
  const familyTokens = split ? leftWords : leftWords.slice(-1)
  const givenTokens = split ? rightWords : leftWords.slice(0, -1)
  const family = familyTokens.filter((token) => !isParticle(token) || familyTokens.length === 1).flatMap(halves)
  const given = givenTokens.filter((token) => !isParticle(token)).flatMap(halves)
  const joinedFamily = familyTokens.map(({ text }) => foldWord(text)).join('')
  const joinedGiven = givenTokens.map(({ text }) => foldWord(text)).join('')
  const first = foldWord(givenTokens[0]?.text ?? '')
  const bareFamily = familyTokens
    .filter((token) => !isParticle(token))
    .map(({ text }) => foldWord(text))
    .join('')
  const wholes = [
    joinedFamily + joinedGiven,
    joinedGiven + joinedFamily,
    joinedFamily + first,
    first + joinedFamily,
    bareFamily + first,
    first + bareFamily,
  ]
  const firstLetters = [first.slice(0, 1)]
  const familyLetters = [joinedFamily.slice(0, 1), bareFamily.slice(0, 1)]
  const particles = [...familyTokens, ...givenTokens].filter(isParticle).map(bare)
  return {
    particles,
    family,
    given,
    wholes: wholes.filter((whole) => whole.length > 4 && first !== '' && joinedFamily !== ''),
    initials: firstLetters.flatMap((one) => familyLetters.map((other) => one + other)).filter((pair) => pair.length === 2),
  }
}

const isTitle = (token: Token) => /^(?:mr|mrs|ms|miss|dr|prof|jr|sr|ii|iii|iv|md)$/.test(token.lower)
const halves = ({ text }: Token): string[] =>
  [text, ...text.split(/[-‐‑]/)]
    .map((part) => plain(part).replace(/['’‘`]/g, ''))
    .filter((part, index, all) => part.length > 1 && all.indexOf(part) === index)

const personBefore =
  /^(?:about|asked|ask|discussed|discuss|call|called|mr|mrs|ms|miss|dr|pt|patient|told|saw|see|reach|reached|by|for|with|from|mother|father|wife|husband|son|daughter|family|named|paged|baby|like|re|regarding|cc)$/
const personAfter =
  /^(?:again|has|had|is|was|says|said|states|stated|denies|prefers|wants|asked|asks|refuses|refused|readmitted|lives|reports|reported|called|told|needs|needed|got|gets|came|went|fell|missed|waited|and|who|did|does|will|would|can|could|left|seen|discharged|admitted|transferred|boarding|family)$/
const owned =
  /^(?:wife|husband|mother|father|mom|dad|son|daughter|brother|sister|family|parents|partner|room|chart|bed|mrn|dob|birthday|phone|record|meds|med|labs|nurse|doctor|surgeon|discharge|appointment|visit|case|caregiver|insurance|results|care|stay|address)$/

/** Whether the word has another sense, so that only its surroundings can say that the patient is meant. */
const isAmbiguous = (word: string) =>
  ordinaryWords.has(word) ||
  functionWords.has(word) ||
  roleWords.has(word) ||
  eponyms.has(word) ||
  ambiguousGivenNames.has(word) ||
  word.length < 3

function meansPerson(tokens: readonly Token[], index: number, parts: ReadonlySet<string>): boolean {
  const token = tokens[index]
  const before = tokens[index - 1]
  const next = tokens[index + 1]
  if (!token) return false
  if (next && next.gap === ' ' && eponymNouns.has(next.lower) && token.shape !== 'upper') return false
  const near = [before, next].some(
    (other, side) =>
      other !== undefined &&
      parts.has(bare(other)) &&
      bare(other) !== bare(token) &&
      /^(?: |, ?|,|\. ?|-|\^)$/.test(side === 0 ? token.gap : other.gap),
  )
  if (near) return true
  if (token.shape === 'lower' && !token.possessive) return false
  if (token.possessive && next && owned.test(next.lower)) return true
  if (
    before &&
    /^(?:mr|mrs|ms|miss|dr|pt|patient|baby|named|mother|father|about|discussed|asked|told|reach|reached)$/.test(before.lower) &&
    /^\.? $/.test(token.gap)
  )
    return true
  const leads = before !== undefined && token.gap === ' ' && personBefore.test(before.lower)
  const acts =
    next !== undefined &&
    next.gap === ' ' &&
    personAfter.test(next.lower) &&
    !(/^(?:and|is|was|will|can|has|had|did|does|would|could)$/.test(next.lower) && functionWords.has(token.lower))
  return acts || (leads && (next === undefined || next.gap !== ' ' || personAfter.test(next.lower)))
}

const bare = (token: Token) => plain(token.text).replace(/['’‘`]/g, '')

/** Whether two words differ by one letter put in, left out, changed or by two neighbours swapped. */
export function isOneEditApart(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1 || one === other) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start += 1
  let ends = 0
  while (ends < one.length - start && ends < other.length - start && one[one.length - 1 - ends] === other[other.length - 1 - ends])
    ends += 1
  const [left, right] = [one.slice(start, one.length - ends), other.slice(start, other.length - ends)]
  return (
    (left.length <= 1 && right.length <= 1) || (left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0])
  )
}

function isMisspelt(token: Token, word: string, part: string): boolean {
  if (part.length < 5 || word.length < 5 || isAmbiguous(part) || isAmbiguous(word) || !isOneEditApart(word, part)) return false
  return token.shape !== 'lower' || part.length > 6
}

/** The name of the banner in every form: order, case, accents, one part, halves, nicknames, initials, one edit, run together. */
export function findKnownName(text: string, tokens: readonly Token[], folded: Folded, value: string): Candidate[] {
  const name = partsOf(value)
  const parts = new Set([...name.family, ...name.given])
  const nicknames = new Set(name.given.flatMap(nicknamesOf))
  const every = new Set([...parts, ...nicknames])
  const found = name.wholes.flatMap((whole) => stretchesOf(whole, folded).map(({ start, end }) => mark(start, end)))
  tokens.forEach((token, index) => {
    const word = bare(token)
    const pieces = token.text.includes('-') ? halves(token) : [word]
    if (pieces.some((piece) => every.has(piece) && !isAmbiguous(piece))) found.push(mark(token.start, token.end))
    else if (pieces.some((piece) => every.has(piece))) {
      if (meansPerson(tokens, index, every)) found.push(mark(token.start, token.end))
    } else if ([...parts].some((part) => isMisspelt(token, word, part))) found.push(mark(token.start, token.end))
  })
  return [...found, ...withNeighbours(tokens, found, name), ...findInitials(text, name.initials)]
}

/** "W Haley", "van der Berg": a single initial or a particle beside a found part belongs to it. */
function withNeighbours(tokens: readonly Token[], found: readonly Candidate[], { given, family, particles }: KnownName): Candidate[] {
  const isLead = (token: Token) => isParticle(token) || particles.some((particle) => isOneEditApart(bare(token), particle))
  const starts = new Set(found.map(({ start }) => start))
  const letters = new Set([...given, ...family].map((part) => part.charAt(0)))
  return tokens.flatMap((token, index) => {
    const next = tokens[index + 1]
    const before = tokens[index - 1]
    const single = token.text.length === 1 && letters.has(bare(token)) && token.lower !== 'a'
    const leads = next !== undefined && starts.has(next.start) && /^[. ]{1,2}$/.test(next.gap)
    const follows = before !== undefined && starts.has(before.start) && /^,? $/.test(token.gap)
    if (leads && (isLead(token) || (token.text.length === 1 && letters.has(bare(token)) && token.shape === 'initial')))
      return [mark(particleStart(tokens, index, isLead), next.end)]
    return follows && single && token.shape === 'initial' ? [mark(before.start, token.end)] : []
  })
}

function particleStart(tokens: readonly Token[], index: number, isLead: (token: Token) => boolean): number {
  let first = index
  while (first > 0) {
    const before = tokens[first - 1]
    if (!before || !isLead(before) || tokens[first]?.gap !== ' ') break
    first -= 1
  }
  return tokens[first]?.start ?? 0
}

/** "A.D." and "A. D."; letters without full stops are too often something else. */
function findInitials(text: string, initials: readonly string[]): Candidate[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}.])(\p{L})\. ?(?:\p{L}\. ?)?(\p{L})\.(?![\p{L}\p{N}])/gu)].flatMap((match) => {
    const pair = plain((match[1] ?? '') + (match[2] ?? ''))
    return initials.some((one) => one === pair || (one[1] ?? '') + (one[0] ?? '') === pair)
      ? [mark(match.index, match.index + match[0].length)]
      : []
  })
}
