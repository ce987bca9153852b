import { identified } from './acting-names.ts'
import { eponymNouns } from './lexicons/medical-words.ts'
import { wordSet } from './lexicons/word-set.ts'
import { after, fullNameEnd, hasWord, joined, nameEnd, type NameSpan } from './name-spans.ts'
import { isClearGiven, isEponym, isGiven, isNameAfterLabel, isNameLike, isParticle, isWritten } from './name-words.ts'
import { functionWords, ordinaryWords, roleWords } from './lexicons/ordinary-words.ts'
import { beginsSentence, type Token } from './text/tokens.ts'

const leads = wordSet(
  'reach reached call called calling phone phoned page paged text texted email emailed told tell asked ask see saw contact contacted notified notify named like with for by about from regarding re per via to especially particularly considering of as on patient pt and or meet met visited referencing specifically including discussed thank thanks dear hi hello remember love cc attn is was only when because if that tonight today yesterday why then but gave given let help helped found lost confused mixed between please namely consulted',
)
const closing = /^(?:\.?[,?;:)!]|\.(?:\s|$)|\.? \(| -|\n|$|\.? (?:on|at|by|for|in|to|with|and|from|as|who|was|is|has|had)\b)/

/** "Hansen, Mary": a family name, a comma and a given name that are no list. */
export function familyFirst(text: string, tokens: readonly Token[], index: number): NameSpan | undefined {
  const token = tokens[index]
  const before = tokens[index - 1]
  if (!token || (functionWords.has(token.lower) && !isParticle(token)) || !(isNameAfterLabel(token) || isParticle(token))) return undefined
  const surname = nameEnd(tokens, index, isNameAfterLabel, 4)
  const given = tokens[surname + 1]
  if (surname < 0 || !given || !/^(?:, ?|\^|\/)$/.test(given.gap) || given.shape === 'initial' || !isWritten(given)) return undefined
  if (given.gap === '/' && !(isClearGiven(given) && isNameLike(token))) return undefined
  const beside = /^ - | \(|^ \d|^,? (?:DOB|MRN)\b|^ and (?:another|a second)/.test(after(text, given))
  const isLabel = given.shape === 'upper' && given.text.length < 5 && token.shape !== 'upper'
  const set = beside && !isLabel && beginsSentence(tokens, index) && !functionWords.has(given.lower) && isNameLike(tokens[surname])
  if (!set && !isGiven(given) && !isNameLike(given)) return undefined
  if (before && /^, ?$/.test(token.gap) && isWritten(before)) return undefined
  const last = Math.max(surname + 1, nameEnd(tokens, surname + 1, isNameLike, 3))
  const end = tokens[last]
  if (!end) return undefined
  const behind = after(text, end)
  if ((/^,? (?:and|or|&) /.test(behind) && !isClearGiven(given) && !set) || /^,\s?\p{Lu}\p{L}+(?:,| and)/u.test(behind)) return undefined
  const sure = isClearGiven(given) || (token.shape === 'upper' && given.shape === 'upper' && given.gap === ',') || given.gap === '^'
  const next = tokens[last + 1]
  const acts =
    (next !== undefined && /^ {1,2}$/.test(next.gap) && next.shape === 'lower' && !ordinaryWords.has(next.lower)) ||
    /^ {1,2}(?:denies|states|reports|had|has|is|was|scheduled|presented|arrived|notes|wants|called)\b/.test(behind)
  const opens = beginsSentence(tokens, index) || leads.has(before?.lower ?? '') || roleWords.has(before?.lower ?? '')
  const common = !isNameLike(token) && !isParticle(token)
  if (common && !(isClearGiven(given) && (acts || closing.test(behind) || opens))) return undefined
  const clause = beginsSentence(tokens, index) && !behind.startsWith(',')
  if (!(sure || acts || clause || (closing.test(behind) && opens))) return undefined
  return { first: index, last, evidence: sure && (acts || opens) ? 'shaped' : 'suggested', why: 'phi-family-and-given' }
}

/** "Julie M.", "John Smith", "Jaroslav A. Novak", "F. Dill": the form of a whole name. */
export function wholeName(text: string, tokens: readonly Token[], index: number): NameSpan | undefined {
  const token = tokens[index]
  const next = tokens[index + 1]
  if (!token || !next || !isWritten(token) || !joined.test(next.gap) || (functionWords.has(token.lower) && token.shape !== 'initial'))
    return undefined
  if (token.shape === 'initial') return initialAndName(text, tokens, index)
  const last = fullNameEnd(tokens, index)
  const end = tokens[last]
  if (last <= index || !end) return undefined
  const behind = tokens[last + 1]
  if (behind && behind.gap === ' ' && eponymNouns.has(behind.lower) && !isClearGiven(token)) return undefined
  const words = tokens.slice(index, last + 1)
  if (isGiven(token) && !isClearGiven(token) && (next.shape === 'initial' || isNameLike(next) || identified.test(after(text, end))))
    return words.slice(1).some((word) => isEponym(word))
      ? undefined
      : { first: index, last, evidence: 'suggested', why: 'phi-given-and-more' }
  if (isClearGiven(token) && !/^[\p{L}\p{N}]/u.test(after(text, end, 1)))
    return { first: index, last, evidence: 'shaped', why: 'phi-given-and-more' }
  const full = words.filter((word) => word.text.length > 1 && !isParticle(word))
  const hasInitial = words.some((word) => word.shape === 'initial')
  if (
    hasInitial &&
    (full.length > 1 ||
      leads.has(tokens[index - 1]?.lower ?? '') ||
      identified.test(after(text, end)) ||
      (/^\.?,\s/.test(after(text, end)) && token.gap.endsWith(', '))) &&
    isNameLike(token) &&
    !isEponym(token)
  )
    return { first: index, last, evidence: 'suggested', why: 'phi-name-with-initial' }
  return full.length > 1 ? unknownPair(text, tokens, index, last) : undefined
}

function initialAndName(text: string, tokens: readonly Token[], index: number): NameSpan | undefined {
  const last = nameEnd(tokens, index, isNameAfterLabel, 4)
  const end = tokens[last]
  const before = tokens[index - 1]
  if (!end || !hasWord(tokens, index, last) || (tokens[index]?.lower === 'a' && tokens[index + 1]?.gap === ' ')) return undefined
  const names = tokens.slice(index, last + 1).filter((word) => word.text.length > 1)
  if (/^(?:Coli|Diff|Difficile|Aureus|Pylori|Pneumoniae|Faecalis|Albicans|Influenzae|Bacillus)$/i.test(tokens[index + 1]?.text ?? ''))
    return undefined
  const opens = beginsSentence(tokens, index) && tokens[index + 1]?.gap.startsWith('.') === true
  const inside = before?.shape === 'lower' && tokens[index]?.gap === ' ' && !names.some((word) => isEponym(word) || !isNameLike(word))
  const led = opens || inside || leads.has(before?.lower ?? '') || roleWords.has(before?.lower ?? '') || identified.test(after(text, end))
  if (!(led && names.every((word) => !isEponym(word) || word.gap.startsWith('.'))) && !names.some((word) => isGiven(word))) return undefined
  return { first: index, last, evidence: 'suggested', why: 'phi-initial-and-name' }
}

/** Two unknown capitalised words: a name where the word before leads to one, or what follows is an identifier. */
function unknownPair(text: string, tokens: readonly Token[], index: number, last: number): NameSpan | undefined {
  const token = tokens[index]
  const end = tokens[last]
  const before = tokens[index - 1]
  if (!token || !end || (token.shape === 'upper' && token.text.length < 4)) return undefined
  const words = tokens.slice(index, last + 1)
  const given = words.some((word) => isClearGiven(word))
  if (!given && words.some((word) => isEponym(word))) return undefined
  const behind = after(text, end, 30)
  const led = before !== undefined && (leads.has(before.lower) || roleWords.has(before.lower)) && /^(?: {1,2}|, |: )$/.test(token.gap)
  const set = /[,(] ?$/.test(token.gap)
  const alone = beginsSentence(tokens, index) && /^(?:$|\n| - | \d|,| [a-z])/.test(behind)
  if (!(given || ((led || set) && closing.test(behind)) || identified.test(behind) || alone)) return undefined
  return { first: index, last, evidence: 'suggested', why: 'phi-name-form' }
}
