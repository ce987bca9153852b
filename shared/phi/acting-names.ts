import { eponymNouns } from './lexicons/medical-words.ts'
import { after, fullNameEnd, hasWord, leadsToName, type NameSpan } from './name-spans.ts'
import { isClearGiven, isEponym, isGiven, isNameAfterLabel, isNameLike, isParticle } from './name-words.ts'
import { wordSet } from './lexicons/word-set.ts'
import { beginsSentence, type Token } from './text/tokens.ts'

const belongings = wordSet(
  'wife husband mother father mom mum dad son daughter brother sister parents parent family partner spouse aunt uncle cousin grandmother grandfather grandma grandpa guardian caregiver caregivers carer nurse doctor pcp room bed chart record records mrn dob birthday phone number address email insurance employer surgeon oncologist cardiologist niece nephew boyfriend girlfriend roommate case file team labs meds med discharge appointment visit admission daughters sons surgery stay care house home neighbor friend mri ct biopsy results consent story request question',
)
const relatives =
  'daughter|son|wife|husband|mother|father|mom|dad|sister|brother|aunt|uncle|niece|nephew|spouse|partner|caregiver|neighbor|friend|nurse|rn|np|md|grandson|granddaughter|grandmother|grandfather|guardian|boyfriend|girlfriend|social worker'
/** Whether a relative is spoken of at all. */
export const relative = new RegExp(`\\b(?:${relatives})\\b`, 'i')
/** A relative, behind a name. */
export const relation = new RegExp(`^,? \\(?(?:the |his |her |their |pt's |patient's )?(?:\\w{3,9} )?(?:${relatives})\\b`, 'i')
const kin = wordSet(
  'wife husband mother father mom mum dad son daughter brother sister parents aunt uncle grandmother grandfather grandma grandpa',
)
const households = wordSet("family family's case twins kid kids household parents siblings baby girl boy chart")
export const deed = wordSet(
  'gives hates loves pulls pulled helps helped bled denies denied states stated reports reported says said complains complained prefers preferred asks asked refuses refused declines declined lives lived smokes smoked drinks drank wants wanted agrees agreed thinks thought feels felt understands understood relates related admits recalls gave told called phoned left fell came went died passed arrived returned returns presents presented underwent takes took works worked retired tolerated mentions mentioned wishes noticed notes describes described endorses endorsed does did needs needed waited missed walked visited attended speaks received stopped started requested requests keeps kept flew remembers cried signed consented would will can cannot could has had is was gets got again who readmitted seen and with expressed awoke woke appears appeared continues continued sustained developed began used uses used became seems seemed',
)
const humanDeed = wordSet(
  'denies denied states stated says said complains complained prefers asked asks refuses refused declines declined lives smokes drinks wants thinks understands relates recalls told called phoned fell died wishes retired presented arrived came went left gave waited missed cried works flew needs underwent visited attended endorses admits mentioned mentions speaks expressed awoke woke gets got kept again readmitted',
)
export const identified =
  /^(?: ?[[({<#] ?#?\d{5}|["”]? \((?:nickname|alias|aka)\b)|^\.?,? ?\(?(?:DOB|MRN|dob|mrn|born\b|aged?\b|\d{1,3} ?(?:yo|y\/o|M\b|F\b|m\b|f\b|-?year-?old)|\d{1,2}[/.-]\d{1,2}[/.-]\d|phone|Phone|SSN|ssn)/
/** An age between the strokes of a list. */
const handover = /^,? ?[/|;–-] ?\d{1,3} ?(?:y|yo|y\/o|yrs?|f|m|a|años)?[fm]? ?[/|;–-] /i
/** No score has these: "Glasgow - 15 -". */
const aged = /^\W{1,3}(?:[2-9]\d|1\d\d|\d{1,2} ?[yfma])/i
const condition =
  /^\.? {1,2}(?:is|was) (?:an?|the|now|currently|our|my|his|her)? ?(?:\d{1,3}|very|pleasant|[a-z]+) ?-?(?:years?|yrs?|y\/o|yo|months?|weeks?|days?|pleasant|unaware|patient|male|female|man|woman|boy|girl|gentleman|lady|nonsmoker|widowed|married|retired|single|divorced|admitted|seen|discharged|doing|comfortable|alert|here|unable|aware|currently|scheduled|brought|found|diagnosed|\d)/i

/** Someone who does what people do: "Yuri denies", "Sommer's wife", "Zora (daughter)", "Harland K. is a 7-year-old". */
export function actingName(text: string, tokens: readonly Token[], index: number): NameSpan | undefined {
  const token = tokens[index]
  if (!token || !(isNameLike(token) || (isParticle(token) && leadsToName(tokens, index + 1, isNameLike)))) return undefined
  const last = fullNameEnd(tokens, index)
  const end = tokens[last]
  const next = tokens[last + 1]
  if (!end || !hasWord(tokens, index, last)) return undefined
  const behind = after(text, end)
  const single = last === index
  const acronym = single && token.shape === 'upper' && token.text.length < 6
  if (acronym) return undefined
  if (end.possessive)
    return next && next.shape === 'lower' && (kin.has(next.lower) || (belongings.has(next.lower) && !isEponym(end)))
      ? { first: index, last, evidence: single ? 'suggested' : 'shaped', why: 'phi-relative-or-room' }
      : undefined
  // "Trained nurse": a heading's first word that says what was done, not who.
  const participle = single && /[a-z]{2}(?:ed|ing)$/.test(token.text)
  if (relation.test(behind)) return { first: index, last, evidence: participle ? 'suggested' : 'shaped', why: 'phi-name-with-relation' }
  // "3. Hussein / 72 / sepsis": an item of a handover.
  if (token.text.length > 3 && handover.test(behind) && beginsSentence(tokens, index) && (!isEponym(token) || aged.test(behind)))
    return { first: index, last, evidence: 'suggested', why: 'phi-name-with-age' }
  if (identified.test(behind) && !isEponym(token))
    return { first: index, last, evidence: single ? 'suggested' : 'shaped', why: 'phi-name-with-age' }
  if (
    /\b(?:room|bed|rm)\.? ?#?\d{1,4}(?:-?[A-Za-z\d])?\s?[-:,(]? ?$/i.test(text.slice(Math.max(0, token.start - 20), token.start)) &&
    !(isEponym(token) && eponymNouns.has(next?.lower ?? ''))
  )
    return { first: index, last, evidence: 'suggested', why: 'phi-name-beside-bed' }
  if (!next || next.shape !== 'lower' || !(/^(?: {1,2}|, )$/.test(next.gap) || (end.shape === 'initial' && next.gap === '. ')))
    return undefined
  if (single && isEponym(token) && (eponymNouns.has(next.lower) || !isGiven(token))) return undefined
  const why = 'phi-acts-like-person'
  if (condition.test(behind) || (humanDeed.has(next.lower) && next.gap !== ', '))
    return { first: index, last, evidence: single ? 'suggested' : 'shaped', why }
  if (single && !isEponym(token) && households.has(next.lower) && next.gap === ' ')
    return { first: index, last, evidence: 'suggested', why: 'phi-family-or-case' }
  const acts = deed.has(next.lower)
  if (
    acts &&
    (single
      ? isClearGiven(token) || (beginsSentence(tokens, index) && /^(?:is|was|has|had|does|did)$/.test(next.lower))
      : beginsSentence(tokens, index))
  )
    return { first: index, last, evidence: 'suggested', why }
  return undefined
}

/** One name after a word that leads to a person: "reach Wisoky", "signed by King", "about Emily". */
export function ledName(tokens: readonly Token[], index: number): NameSpan | undefined {
  const token = tokens[index]
  const before = tokens[index - 1]
  if (!token || !before || token.gap !== ' ' || (token.shape === 'upper' && token.text.length < 5)) return undefined
  const next = tokens[index + 1]
  if (next && next.gap === ' ' && eponymNouns.has(next.lower)) return undefined
  // "The Fontan and Glenn handovers": two operations, as the first of them says.
  const [beside, paired] = [tokens[index - 2], before.lower === 'and' || before.lower === 'or']
  if (paired && beside && isEponym(beside) && !isGiven(beside)) return undefined
  const same = before.lower === 'with' && /^(?:as|like|same|happened|happen)$/.test(tokens[index - 2]?.lower ?? '')
  const by = before.lower === 'by' && signing.has(tokens[index - 2]?.lower ?? '') && isNameAfterLabel(token)
  const personal = reaching.has(before.lower)
  const loose = loosely.has(before.lower) && isClearGiven(token) && token.shape === 'capital'
  const alone = personal && isNameAfterLabel(token) && /^(?:[,.;?!)]|$)/.test(next?.gap ?? '')
  if (!by && !alone && (!isNameLike(token) || (isEponym(token) && !isGiven(token)))) return undefined
  const lone = isClearGiven(token) && token.shape === 'capital' && before.shape === 'lower' && !isEponym(token)
  if (!by && !same && !personal && !loose && !lone) return undefined
  return {
    first: index,
    last: index,
    evidence: by || isGiven(token) ? 'shaped' : 'suggested',
    why: 'phi-leads-to-person',
  }
}

const reaching = wordSet(
  'reach reached call called phoned paged texted emailed told asked notified contacted met named tell dear hi remember thank thanks cc',
)
const loosely = wordSet('with for about from of on to like re regarding per discussed via that and when because if is was only why see')
const signing = wordSet(
  'signed performed seen done given written entered reviewed completed dictated obtained accompanied brought ordered placed administered witnessed followed referred called answered read approved verified prepared electronically cosigned transcribed collected assisted supervised taken inserted removed noted reported evaluated examined interpreted consented requested',
)
