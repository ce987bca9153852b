import { deed } from './acting-names.ts'
import { eponymNouns, properWords } from './lexicons/medical-words.ts'
import { functionWords, ordinaryWords, roleWords } from './lexicons/ordinary-words.ts'
import { type WordSet, wordSet } from './lexicons/word-set.ts'
import type { NameSpan } from './name-spans.ts'
import { isClearGiven, isGiven, isParticle } from './name-words.ts'
import type { Token } from './text/tokens.ts'

const title = /^(?:mr|mrs|ms|miss|dr|named)$/
const bedside = /^\.? ?#?\d{1,4}[a-z]?(?:-[a-z\d])? $/
const leadsSmall = wordSet(
  'patient pt mr mrs ms miss dr named with for by about call called ring rang text bleep reach see saw asked told contact mother father wife husband son daughter sister brother mom dad like to and w met the from',
)
const leading =
  /^(?:with|for|by|about|call|called|ring|rang|text|bleep|reach|see|saw|asked|told|contact|named|mother|father|wife|husband|son|daughter|sister|brother|mom|dad|like|to|and)$/
const patients = wordSet('pt pts patient kid baby infant boy girl toddler preemie twin neonate newborn client gentleman lady')
const relatives = wordSet(
  'mother mom mum mummy mommy father dad daddy wife husband son daughter sister brother grandma grandpa grandmother grandfather aunt uncle partner niece nephew parents family',
)
const cues: WordSet = { has: (word) => patients.has(word) || relatives.has(word) || recalled.has(word) || bedOrOf.has(word) }
const bedOrOf = wordSet('bed room rm of')
const babies = wordSet('baby infant newborn neonate twin preemie kid')
const recalled = wordSet('remember remembered recall nicknamed')

/** Whether a word in small letters stands in no list of English and has no ending of a term. */
export function isUnknown({ lower }: Token): boolean {
  if (lower.length < 3 || ordinaryWords.has(lower) || functionWords.has(lower) || roleWords.has(lower) || eponymNouns.has(lower))
    return false
  return (
    lower.includes("'") ||
    !(lower.length > 5 ? /(?:ly|ing|(?<!fr|dr|mm|hm)ed|al|ic|ous|ive|able|tion|ment|ness)$/ : /(?:ly|ing|ed|ic|ous)$/).test(lower)
  )
}

/** An unknown word that is neither a medicine nor a country. */
const isStrange = (token: Token | undefined): boolean =>
  token !== undefined &&
  token.shape === 'lower' &&
  token.text.length > 2 &&
  isUnknown(token) &&
  !properWords.has(token.lower) &&
  !deed.has(token.lower)

const small = (first: number, last: number): NameSpan => ({ first, last, evidence: 'suggested', why: 'phi-name-in-small-letters' })

/** Where a run of unknown words that begins here ends, three at the most. */
function strangeEnd(tokens: readonly Token[], first: number): number {
  let last = first
  while (last - first < 2 && /^ {1,2}$/.test(tokens[last + 1]?.gap ?? '') && isStrange(tokens[last + 1])) last += 1
  return last
}

const owners = wordSet('his her their my our pts')

/** What stands before a word: "bed 4B" is its bed. */
const cueBefore = (tokens: readonly Token[], index: number): Token | undefined => {
  const before = tokens[index - 1]
  return before && before.text.length === 1 && /\d$/.test(before.gap) ? tokens[index - 2] : before
}

/** "mum of maeve told", "pt jamal pemberton keeps", "her husband, wyatt, says": what leads to a person, unknown words, and what closes. */
function behindCue(tokens: readonly Token[], index: number): NameSpan | undefined {
  const token = tokens[index]
  const before = cueBefore(tokens, index)
  if (!before || !token || !(cues.has(before.lower) || tokens[index + 2]?.gap.startsWith(' (')) || !isStrange(token)) return undefined
  const last = strangeEnd(tokens, index)
  const next = tokens[last + 1]
  const stops = next === undefined || tokens[last]?.possessive === true || /^ ?[,.;:?!()]/.test(next.gap)
  const acts = next !== undefined && /^ {1,2}$/.test(next.gap) && (deed.has(next.lower) || next.lower === 'no')
  const pair = last > index
  if (/^(?:bed|room|rm)$/.test(before.lower)) return pair || acts || stops ? small(index, last) : undefined
  if (token.gap === ', ') return relatives.has(before.lower) && next?.gap.startsWith(',') === true ? small(index, last) : undefined
  if (!/^[./]? {1,2}$/.test(token.gap)) return undefined
  if (pair && /^ \(\d{1,3} ?[a-z/]{0,3}\)/.test(next?.gap ?? '')) return small(index, last)
  const two = tokens[index - 2]?.lower ?? ''
  if (before.lower === 'of' && (relatives.has(two) || patients.has(two))) return stops || acts || pair ? small(index, last) : undefined
  if (recalled.has(before.lower)) return pair && stops ? small(index, last) : undefined
  if (relatives.has(before.lower)) return acts || (stops && (pair || owners.has(two))) ? small(index, last) : undefined
  return patients.has(before.lower) && (pair ? acts || stops : acts && babies.has(before.lower)) ? small(index, last) : undefined
}

function behindLead(tokens: readonly Token[], index: number): NameSpan | undefined {
  const before = tokens[index - 1]
  const token = tokens[index]
  if (
    !before ||
    !token ||
    token.shape !== 'lower' ||
    !(before.shape !== 'lower' || leadsSmall.has(before.lower) || /^(?:bed|room|rm)$/.test(before.lower)) ||
    !(/^[./]? {1,2}$/.test(token.gap) || (bedside.test(token.gap) && /^(?:bed|room|rm)$/.test(before.lower)))
  )
    return undefined
  const given = isClearGiven(token)
  // "bed 7 delgado", "pt gunnar, he wants"
  const next = tokens[index + 1]
  const closes = next === undefined || /^[,.;:] ?/.test(next.gap) || /^(?:he|she|his|her|who|no|dc'd|is|was|had|has)$/.test(next.lower)
  if (
    isUnknown(token) &&
    token.text.length > 3 &&
    closes &&
    ((/^(?:pt|pts)$/.test(before.lower) && token.gap === ' ') || bedside.test(token.gap))
  )
    return { first: index, last: index, evidence: 'suggested', why: 'phi-name-in-small-letters' }
  const kin = tokens[index + 1]
  if (
    kin &&
    kin.gap === ' ' &&
    /^(?:family|wife|husband|mother|mom|parents|daughter|son|kids)$/.test(kin.lower) &&
    /^(?:w|with|to|called|told|met|the|for|from|by|and)$/.test(before.lower) &&
    (isUnknown(token) || (before.lower === 'w' && isGiven(token)))
  )
    return { first: index, last: index, evidence: 'suggested', why: 'phi-name-before-relation' }
  if (
    !(title.test(before.lower) || /^(?:patient|pt)$/.test(before.lower) || (given && leading.test(before.lower))) ||
    !(given || isUnknown(token))
  )
    return undefined
  let last = index
  while (last - index < 3) {
    const next = tokens[last + 1]
    const single =
      next !== undefined && ((next.text.length === 1 && (given || next.lower !== 'a')) || (isParticle(next) && next.lower !== 'la'))
    if (!next || !/^ {1,2}$/.test(next.gap) || next.shape !== 'lower' || deed.has(next.lower) || !(isUnknown(next) || single)) break
    last += 1
  }
  const behind = tokens[last + 1]
  const acts = behind !== undefined && /^ {1,2}$/.test(behind.gap) && deed.has(behind.lower)
  return title.test(before.lower) || given || (last > index && acts)
    ? { first: index, last, evidence: 'suggested', why: 'phi-name-in-small-letters' }
    : undefined
}

/** "patient dannielle cormier had": small letters where the form of the sentence leaves only a name. */
export const nameInSmallLetters = (tokens: readonly Token[], index: number): NameSpan | undefined =>
  behindLead(tokens, index) ?? behindCue(tokens, index)
