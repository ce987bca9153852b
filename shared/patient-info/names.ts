import type { Candidate, Evidence } from './finding.ts'
import { eponymNouns } from './medical-words.ts'
import { isClearGiven, isCredential, isEponym, isGiven, isNameAfterLabel, isNameLike, isParticle, isWritten } from './name-words.ts'
import { functionWords, ordinaryWords, roleWords } from './ordinary-words.ts'
import { beginsSentence, type Token } from './tokens.ts'

/** The tokens of a name: first and last index. */
export type NameSpan = { first: number; last: number; evidence: Evidence; why: string }

const joined = /^(?: |\. ?|-)$/

/** The last index of a name that begins at `first`, or -1; `accept` says which words it may be made of. */
export function nameEnd(tokens: readonly Token[], first: number, accept: (token: Token | undefined) => boolean, most = 5): number {
  let last = -1
  for (let index = first; index < tokens.length && index - first < most; index += 1) {
    const token = tokens[index]
    if (!token || (index > first && !(joined.test(token.gap) && (token.gap[0] !== '.' || (tokens[index - 1]?.text.length ?? 9) < 3)))) break
    if (isCredential(token) && index > first && token.shape === 'upper' && token.text.length < 5 && !isGiven(token)) break
    const isLeading = isParticle(token) && hasName(tokens, index + 1, accept)
    if (!isLeading && !(token.shape === 'initial' && token.lower !== 'i' || accept(token))) break
    if (!isLeading) last = index
    if (token.possessive) break
  }
  return last
}

function hasName(tokens: readonly Token[], index: number, accept: (token: Token | undefined) => boolean): boolean {
  const token = tokens[index]
  if (!token || token.gap !== ' ') return false
  return isWritten(token) && accept(token) || isParticle(token) && isWritten(tokens[index + 1]) && accept(tokens[index + 1])
}

const hasWord = (tokens: readonly Token[], first: number, last: number) => tokens.slice(first, last + 1).some((token) => token.text.length > 1)

const titles: ReadonlySet<string> = new Set('mr mrs ms miss mx dr prof professor doctor sr sra rev fr rabbi'.split(' '))
const labelBefore = /\b(?:name|names|first|last|given|family|middle|maiden|surname|forename|nickname|aka|a\.k\.a|alias|patient|pt|pat|client|attending|provider|physician|doctor|md|pcp|nurse|rn|surgeon|assistant|resident|fellow|contact|guarantor|guardian|mother|father|mom|dad|wife|husband|spouse|partner|son|daughter|parent|caregiver|sibling|brother|sister|nok|next of kin|proxy|poa|technician|tech|pharmacist|therapist|author|signed|signature|witness|interpreter|employer|teacher|insured|subscriber|by|from|to|cc|attn|attention|re|regarding|member|referred by|consultant|anesthesiologist|radiologist|cosigner|scribe|student|team|recipient|donor|baby|user|caller|informant|child|girl|boy|veteran|resident)\)?(?: name| physician| provider| md| member| contact| by| party)?\s?(?:[:=#]|->| -| is| was)\s{0,3}$/i
const nameLabel = /\b(?:(?:first|last|given|family|middle|maiden|full|pt|patient|preferred|birth|legal)[ _]?name|surname|forename|nickname|name|named|called|goes by|everyone calls (?:me|him|her)|known as|aka)\s?(?:[:=#/]|is|was|->)?\s{0,3}$/i
const relations: ReadonlySet<string> = new Set(
  'wife husband mother father mom mum dad son daughter brother sister parents parent family partner spouse aunt uncle cousin grandmother grandfather grandma grandpa guardian caregiver caregivers carer nurse doctor pcp room bed chart record records mrn dob birthday phone number address email insurance employer surgeon oncologist cardiologist niece nephew boyfriend girlfriend roommate case file parents\' team labs meds med discharge appointment visit admission daughters sons surgery stay care house home neighbor friend mri ct biopsy results'.split(' '),
)
const personVerb =
  /^(?:denie[sd]|states|stated|reports|reported|says|said|complains|complained|prefers|preferred|asks|asked|refuses|refused|declines|declined|lives|lived|smokes|smoked|drinks|drank|wants|wanted|agrees|agreed|agrees|thinks|thought|feels|felt|understands|understood|relates|related|admits|recalls|gave|told|called|phoned|left|fell|came|went|died|passed|arrived|returned|returns|presents|presented|underwent|takes|took|works|worked|retired|tolerated|mentions|mentioned|wishes|noticed|notes|describes|described|endorses|endorsed|does|did|says|needs|needed|waited|missed|walked|visited|attended|speaks|received|stopped|started|requested|requests|keeps|kept|flew|remembers|cried|signed|consented|would|will|can|cannot|could|has|had|is|was|gets|got|again|who|readmitted|seen|and)$/
const strongVerb =
  /^(?:denie[sd]|states|stated|says|said|complains|complained|prefers|asked|asks|refuses|refused|declines|declined|lives|smokes|drinks|wants|thinks|understands|relates|recalls|told|called|phoned|fell|died|wishes|retired|presented|arrived|came|went|left|gave|waited|missed|cried|works|flew|needs|underwent|visited|attended|endorses|admits|mentioned|mentions|speaks)$/
const condition = /^ ?(?:is|was) (?:an?|the|now|currently|our|my|his|her)? ?(?:\d{1,3}|very|pleasant|[a-z]+) ?-?(?:year|yr|y\/o|yo|month|week|day|pleasant|unaware|patient|male|female|man|woman|boy|girl|gentleman|lady|nonsmoker|widowed|married|retired|single|divorced|admitted|seen|discharged|doing|comfortable|alert|here|unable|aware|currently|scheduled|brought|found|diagnosed|\d)/i
const leadWords =
  /^(?:reach|reached|call|called|calling|phone|phoned|page|paged|text|texted|email|emailed|told|tell|asked|ask|see|saw|contact|contacted|notified|notify|named|like|with|for|by|about|from|regarding|re|per|via|to|especially|particularly|considering|of|as|on|patient|pt|and|or|meet|met|visited|via|referencing|specifically|including|discussed|thank|thanks|dear|hi|hello|remember|love|cc|attn|is|was|only|when|because|if|that|tonight|today|yesterday|why|then|but|gave|given|let|help|helped|found|lost|confused|mixed|between)$/

function title(tokens: readonly Token[], index: number): NameSpan | undefined {
  const token = tokens[index]
  const next = tokens[index + 1]
  if (!token || !titles.has(token.lower) || (token.shape === 'lower' && token.text.length > 4) || !next || !/^\.? $|^\.$/.test(next.gap)) return undefined
  const last = nameEnd(tokens, index + 1, isNameAfterLabel, 5)
  if (last < 0 || !hasWord(tokens, index + 1, last)) return undefined
  return { first: index + 1, last: trimOrdinary(tokens, index + 2, last), evidence: 'shaped', why: 'a name after a title' }
}

/** "Dr. Brown Consult": what follows a first name word and is ordinary is no part of it, unless a name word comes last. */
function trimOrdinary(tokens: readonly Token[], from: number, last: number): number {
  let end = last
  while (end >= from && ordinaryWords.has(tokens[end]?.lower ?? '') && tokens[end]?.shape !== 'initial' && end > from) end -= 1
  return end
}

function label(text: string, tokens: readonly Token[], index: number): NameSpan | undefined {
  const token = tokens[index]
  if (!token || !isNameAfterLabel(token)) return undefined
  const before = text.slice(Math.max(0, token.start - 40), token.start)
  const isName = nameLabel.test(before)
  if (!isName && !labelBefore.test(before)) return undefined
  let last = nameEnd(tokens, index, isNameAfterLabel)
  if (last < 0) return undefined
  const comma = tokens[last + 1]
  if (comma && /^(?:, ?|\/)$/.test(comma.gap) && isNameAfterLabel(comma) && (!ordinaryWords.has(comma.lower) || isGiven(comma))) {
    const given = nameEnd(tokens, last + 1, isNameAfterLabel, 3)
    if (given > 0) last = given
  }
  last = trimOrdinary(tokens, index + 1, last)
  const own = tokens.slice(index, last + 1)
  if (own.every((word) => word.shape !== 'initial' && !isNameLike(word)) && !(isName && own.every((word) => !ordinaryWords.has(word.lower)))) {
    if (!(own.length > 1 && own.some((word) => isGiven(word))) && !(isName && own.length < 3 && /name\W*$/i.test(before))) return undefined
  }
  return { first: index, last, evidence: 'shaped', why: 'a name after its label' }
}

const role = (tokens: readonly Token[], index: number): NameSpan | undefined => {
  const before = tokens[index - 1]
  const token = tokens[index]
  if (!before || !token || !(roleWords.has(before.lower) || /^(?:named|called)$/.test(before.lower)) || before.possessive) return undefined
  if (!/^(?: |, |: | \()$/.test(token.gap) || !(isNameLike(token) || token.shape === 'initial' || isGiven(token)) || token.shape === 'upper' && token.text.length < 5) return undefined
  if (isEponym(token) && eponymNouns.has(tokens[index + 1]?.lower ?? '')) return undefined
  if (token.gap !== ' ' && !isGiven(token) && !(isNameLike(tokens[index + 1]) && tokens[index + 1]?.gap === ' ')) return undefined
  const last = nameEnd(tokens, index, isNameLike)
  const end = last < 0 ? index : last
  if (!hasWord(tokens, index, end)) return undefined
  return { first: index, last: end, evidence: isGiven(token) || end > index ? 'shaped' : 'suggested', why: 'a name after "patient", a relative or staff' }
}

const after = (text: string, token: Token, length = 40) => text.slice(token.end, token.end + length)

/** A capitalised word or more that does what people do: "Yuri denies", "Sommer's wife", "Zora (daughter)". */
function actor(text: string, tokens: readonly Token[], index: number): NameSpan | undefined {
  const token = tokens[index]
  if (!token || !(isNameLike(token) || (isParticle(token) && hasName(tokens, index + 1, isNameLike)))) return undefined
  const last = nameEnd(tokens, index, isNameLike)
  const end = tokens[last]
  if (!end || !hasWord(tokens, index, last)) return undefined
  const next = tokens[last + 1]
  const behind = after(text, end)
  const single = last === index
  const acronym = single && token.shape === 'upper' && token.text.length < 6
  if (end.possessive && next && next.shape === 'lower' && relations.has(next.lower) && !acronym && !isEponym(end)) return { first: index, last, evidence: single ? 'suggested' : 'shaped', why: 'someone whose relative or room is spoken of' }
  if (/^,? \(?(?:the |his |her |their |pt's |patient's )?(?:\w+ )?(?:daughter|son|wife|husband|mother|father|mom|dad|sister|brother|aunt|uncle|niece|nephew|spouse|partner|caregiver|neighbor|friend|nurse|rn|np|md|grandson|granddaughter|grandmother|grandfather|guardian|boyfriend|girlfriend|social worker)\b/i.test(behind) && !acronym) return { first: index, last, evidence: 'shaped', why: 'a name with the relation' }
  if (acronym || !next || !/^(?:,? |, )$/.test(next.gap) || next.shape !== 'lower') return undefined
  if (single && isEponym(token) && eponymNouns.has(next.lower)) return undefined
  if (condition.test(behind) || strongVerb.test(next.lower) && next.gap === ' ') return { first: index, last, evidence: single ? 'suggested' : 'shaped', why: 'someone who does what people do' }
  if (!single && personVerb.test(next.lower) && beginsSentence(tokens, index)) return { first: index, last, evidence: 'suggested', why: 'someone who does what people do' }
  if (single && isClearGiven(token) && personVerb.test(next.lower)) return { first: index, last, evidence: 'suggested', why: 'someone who does what people do' }
  return undefined
}

/** "Kaypa, Gairbekov": two capitalised parts and a comma that is none of a list. */
function lastFirst(text: string, tokens: readonly Token[], index: number): NameSpan | undefined {
  const token = tokens[index]
  if (!token || !(isNameAfterLabel(token) || isParticle(token)) || !(isNameLike(token) || isParticle(token) || ordinaryWords.has(token.lower))) return undefined
  const surname = nameEnd(tokens, index, isNameAfterLabel, 4)
  const given = tokens[surname + 1]
  const before = tokens[index - 1]
  if (surname < 0 || !given || !/^, ?$/.test(given.gap) || !isNameLike(given) || given.shape === 'initial') return undefined
  if (before && token.gap === ', ' && isWritten(before)) return undefined
  const last = nameEnd(tokens, surname + 1, isNameLike, 3)
  const end = tokens[last]
  if (!end || last < 0) return undefined
  const behind = after(text, end)
  if (/^,? (?:and|or|&) /.test(behind) && !isClearGiven(given) || /^,\s?\p{Lu}[\p{L}]+(?:,| and)/u.test(behind)) return undefined
  const sure = isClearGiven(given) || (token.shape === 'upper' && given.shape === 'upper' && given.gap === ',')
  const next = tokens[last + 1]
  const acts = next !== undefined && next.gap === ' ' && next.shape === 'lower' && personVerb.test(next.lower)
  const boundary = /^(?:\s*$|\s?[-|(\n]|\. |,? (?:DOB|MRN|dob|mrn)|,? on )/.test(behind)
  const common = ordinaryWords.has(token.lower) && surname === index
  if (common && !(isClearGiven(given) && (acts || boundary || beginsSentence(tokens, index)))) return undefined
  if (sure || acts || (boundary && (beginsSentence(tokens, index) || leadWords.test(before?.lower ?? '')))) return { first: index, last, evidence: sure && (acts || boundary) ? 'shaped' : 'suggested', why: 'a family name and a given name' }
  return undefined
}

/** "Julie M.", "John Smith", "Jaroslav A. Novak", "F. Dill": the form of a full name. */
function fullName(text: string, tokens: readonly Token[], index: number): NameSpan | undefined {
  const token = tokens[index]
  const next = tokens[index + 1]
  if (!token || !next || !isWritten(token) || !joined.test(next.gap) || functionWords.has(token.lower)) return undefined
  const last = nameEnd(tokens, index, (word) => isNameLike(word) || (word !== token && isNameAfterLabel(word) && isWritten(word) && word?.shape === token.shape && isGiven(token)))
  if (last <= index) return undefined
  const words = tokens.slice(index, last + 1)
  const full = words.filter((word) => word.text.length > 1 && !isParticle(word))
  if (full.length === 0) return undefined
  const end = tokens[last] ?? token
  const behind = tokens[last + 1]
  if (behind && behind.gap === ' ' && eponymNouns.has(behind.lower) && !isClearGiven(token)) return undefined
  const initials = words.filter((word) => word.shape === 'initial').length
  if (isClearGiven(token) && isWritten(next)) {
    // "Robert S." and "Robert Wallace"
    if (next.shape === 'initial' && last === index + 1 && !/^(?:\.|[,)?!;:\s]|$)/.test(after(text, end, 1))) return undefined
    return { first: index, last: trimOrdinary(tokens, index + 2, last), evidence: 'shaped', why: 'a given name and more' }
  }
  if (initials > 0 && token.shape !== 'initial' && full.length > 1 && isNameLike(token)) return { first: index, last, evidence: 'suggested', why: 'a name with an initial' }
  if (token.shape === 'initial' && full.length === 1 && isNameLike(next)) {
    const before = tokens[index - 1]
    const leads = index === 0 || (before !== undefined && (leadWords.test(before.lower) || roleWords.has(before.lower)))
    if (leads && token.lower !== 'a' || isGiven(next)) return { first: index, last, evidence: 'suggested', why: 'an initial and a name' }
    return undefined
  }
  return full.length > 1 && full.every((word) => isNameLike(word)) ? pair(text, tokens, index, last) : undefined
}

/** Two unknown capitalised words: a name where the word before leads to one, or what follows is an identifier. */
function pair(text: string, tokens: readonly Token[], index: number, last: number): NameSpan | undefined {
  const token = tokens[index]
  const end = tokens[last]
  const before = tokens[index - 1]
  if (!token || !end || token.shape === 'upper' && token.text.length < 4) return undefined
  const words = tokens.slice(index, last + 1)
  if (words.some((word) => isEponym(word)) && !words.some((word) => isClearGiven(word))) return undefined
  const behind = after(text, end, 30)
  const known = words.some((word) => isClearGiven(word))
  const leads = before !== undefined && (leadWords.test(before.lower) || roleWords.has(before.lower)) && /^(?: |, |: )$/.test(token.gap)
  const comma = /^[,(]|^ \($/.test(token.gap.trim()) || /, $/.test(token.gap)
  const closes = /^(?:[,?.;)!]|\s\(|\s-|\n|$| on | at | by | for | in )/.test(behind)
  if (known || (leads && closes) || (comma && closes) || /^,? ?\(?(?:DOB|MRN|dob|mrn|born|age|\d{1,3} ?(?:yo|y\/o|M\b|F\b))/.test(behind) || (beginsSentence(tokens, index) && /^(?:$|\n| - )/.test(behind)))
    return { first: index, last, evidence: 'suggested', why: 'two words in the form of a name' }
  return undefined
}

/** One capitalised word after a word that leads to a person: "reach Wisoky", "signed by Nelson". */
function led(text: string, tokens: readonly Token[], index: number): NameSpan | undefined {
  const token = tokens[index]
  const before = tokens[index - 1]
  if (!token || !before || token.gap !== ' ' || !isNameLike(token) || isEponym(token) && !isGiven(token)) return undefined
  const next = tokens[index + 1]
  if (next && next.gap === ' ' && eponymNouns.has(next.lower)) return undefined
  const twoBefore = tokens[index - 2]?.lower ?? ''
  const personal = /^(?:reach|reached|call|called|phoned|paged|texted|emailed|told|asked|notified|contacted|met|named|tell|dear|hi|remember)$/.test(before.lower)
  const by = before.lower === 'by' && /^(?:signed|performed|seen|done|given|written|entered|reviewed|completed|dictated|obtained|accompanied|brought|ordered|placed|administered|witnessed|followed|referred|called|answered|read|approved|verified|prepared|electronically|cosigned|transcribed|collected|assisted|supervised|taken|inserted|removed|noted|reported)$/.test(twoBefore)
  const withWord = /^(?:with|for|about|from|of|on|to|like|re|regarding|per|discussed|via)$/.test(before.lower) && isClearGiven(token) && token.shape === 'capital'
  if (token.shape === 'upper' && token.text.length < 5) return undefined
  if (personal || by || withWord) return { first: index, last: index, evidence: by || isGiven(token) ? 'shaped' : 'suggested', why: 'a word that leads to a person stands before it' }
  return undefined
}

function credentialed(text: string, tokens: readonly Token[], index: number): NameSpan | undefined {
  const token = tokens[index]
  if (!isNameAfterLabel(token) || ordinaryWords.has(token.lower)) return undefined
  const last = nameEnd(tokens, index, isNameAfterLabel, 4)
  const end = tokens[last]
  if (!end || !/^,? (?:MD|DO|RN|NP|PA-C|PA|PhD|PharmD|DPM|LCSW|MSW|RRT|CRNA|LPN|MBBS|DDS|CNM|APRN|M\.D\.|R\.N\.)(?![\w])/.test(after(text, end, 10))) return undefined
  return hasWord(tokens, index, last) && (last > index || isNameLike(token)) ? { first: index, last, evidence: 'shaped', why: 'a name with a degree' } : undefined
}

/** "patient dannielle cormier had": small letters where the form of the sentence leaves only a name. */
function inSmallLetters(tokens: readonly Token[], index: number): NameSpan | undefined {
  const before = tokens[index - 1]
  const token = tokens[index]
  if (!before || !token || token.shape !== 'lower' || token.gap !== ' ') return undefined
  const leads = /^(?:patient|pt|mr|mrs|ms|miss|dr|named)$/.test(before.lower) || (isClearGiven(token) && leadWords.test(before.lower))
  if (!leads) return undefined
  let last = index
  const first = isUnknown(token) || isClearGiven(token)
  if (!first) return undefined
  while (last - index < 3) {
    const next = tokens[last + 1]
    if (!next || next.gap !== ' ' || next.shape !== 'lower' || !(isUnknown(next) || next.text.length === 1 && next.lower !== 'a' || next.lower === 'a' && isClearGiven(token)) || personVerb.test(next.lower)) break
    last += 1
  }
  const behind = tokens[last + 1]
  const acts = behind !== undefined && behind.gap === ' ' && personVerb.test(behind.lower)
  const titled = /^(?:mr|mrs|ms|miss|dr|named)$/.test(before.lower)
  if (titled || isClearGiven(token) || (last > index && acts)) return { first: index, last, evidence: 'suggested', why: 'a name in small letters' }
  return undefined
}

function isUnknown(token: Token): boolean {
  const { lower } = token
  return lower.length > 2 && !ordinaryWords.has(lower) && !functionWords.has(lower) && !roleWords.has(lower) && !eponymNouns.has(lower) && !/(?:ly|ing|ed|al|ic|ous|ive|able|tion|ment|ness)$/.test(lower)
}

/** Names of people, 164.514(b)(2)(i)(A), by what stands around them. `titled`: every word has a capital, so that capitals say nothing. */
export function findNames(text: string, tokens: readonly Token[], titled: boolean): NameSpan[] {
  const found: NameSpan[] = []
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]
    if (!token) continue
    if (token.shape === 'lower' && !isParticle(token)) {
      const small = title(tokens, index) ?? inSmallLetters(tokens, index)
      if (small) found.push(small)
      continue
    }
    const sure = title(tokens, index) ?? label(text, tokens, index) ?? credentialed(text, tokens, index)
    const span = sure ?? (titled ? undefined : (role(tokens, index) ?? lastFirst(text, tokens, index) ?? actor(text, tokens, index) ?? fullName(text, tokens, index) ?? led(text, tokens, index)))
    if (!span || isPublished(text, tokens, span)) continue
    found.push(span)
    index = Math.max(index, span.last)
  }
  return found
}

/** "Smith et al.", "Smith (2019)", "Smith and Jones, 2020": people who wrote papers. */
function isPublished(text: string, tokens: readonly Token[], span: NameSpan): boolean {
  const end = tokens[span.last]
  return end !== undefined && /^(?:,? et al|,? and colleagues|,? (?:and|&) \p{Lu}\p{L}+,? \(?(?:19|20)\d\d|,? \(?(?:19|20)\d\d\)?[;:.])/u.test(after(text, end, 40))
}

export function nameCandidates(tokens: readonly Token[], spans: readonly NameSpan[]): Candidate[] {
  return spans.map(({ first, last, evidence, why }) => ({ start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0, type: 'NAME', evidence, why }))
}
