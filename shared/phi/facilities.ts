import type { Candidate } from './finding.ts'
import { eponymNouns, eponyms, properWords } from './lexicons/medical-words.ts'
import { functionWords, ordinaryWords, roleWords } from './lexicons/ordinary-words.ts'
import { wordSet } from './lexicons/word-set.ts'
import { isEnglishAt, type Reading } from './reading.ts'
import type { Token } from './text/tokens.ts'

// A word of these closes the name of a house; behind a weak one only a name that is no term counts.
const kinds = wordSet(
  'hospital hospitals infirmary hospice institute university college academy manor inc llc llp pllc ltd corp corporation pc hosp clinic clinics pharmacy klinikum krankenhaus ospedale clinique elementary',
)
const weakKinds = wordSet(
  'center centers centre ctr health healthcare medicine surgery pediatrics dermatology orthopedics cardiology oncology gastroenterology group associates physicians consultants practice practices med church school home homes village partners services care office foundation campus pavilion system rehab rehabilitation jail prison shelter chiropractic dental therapy specialists urgent medical general',
)
// These name no one place: "the Cancer Center", "Urgent Care".
const generic = wordSet(
  `medical cancer trauma surgical surgery day local community regional tertiary university urgent primary care emergency outpatient inpatient acute long term nursing health mental public home family heart stroke burn call data birth birthing children's women's pain sleep wound diabetes asthma specialty referral academic teaching veterans rural urban county state national federal district private ambulatory dialysis infusion imaging eye ear dental vaccine rehabilitation rehab critical intensive neonatal pediatric adult general internal hospital clinic center centre large small single level quality safety nurse head school high middle elementary discharge transfer virtual oncology cardiology endocrinology preventive new`,
)
const famous = wordSet(
  'ucsf ucla mgh bwh nyu upmc ucsd uab unc umass mskcc chop cchmc bidmc jhu ohsu stanford harvard yale cedars-sinai kaiser baylor vanderbilt presbyterian langone geisinger hopkins sinai mayo',
)
const visits = wordSet(
  "admitted seen treated transferred visited evaluated diagnosed discharged hospitalized hospitalised underwent referred presented presents surgery residing resides resident lives live lived living followed arrived operated delivered born works work worked working employed attends attending enrolled scan tests conducted performed tx'd dx'd visit appointment moved sent brought flown airlifted taken stays staying returned rehab test imaging done biopsied stabilized stabilised scheduled received screened tested tx dx f/u follow-up resuscitated intubated inpatient outpatient checked reviewed registered see grew raised nurse teacher doctor retired patient pt consulted procedure stay care came went brought born grew moving lived visiting",
)
const homes = wordSet('lives live lived living resides residing resided moved born raised grew from')
const units = wordSet(
  'ed er icu nicu picu micu sicu ccu cvicu pacu or snf ltac ltc ltach rehab ward floor tele l&d asc opd ems home hospice pcp bed mdt theatre triage pharmacy clinic',
)

const isCapital = (token: Token | undefined): boolean => token !== undefined && token.shape !== 'lower'
const openings = wordSet('new los las san santa el la st fort mount')
const kindsBehind = wordSet('clinic hospital office center centre practice branch campus pharmacy facility location')
const townWords = wordSet('city county township village heights beach borough springs')
const inner = wordSet('of and the for de la del di y')
const isPlain = ({ lower }: Token) => ordinaryWords.has(lower) || generic.has(lower) || functionWords.has(lower) || roleWords.has(lower)
const isKind = (token: Token | undefined) => token !== undefined && (kinds.has(token.lower) || weakKinds.has(token.lower))

/** The last index of a run of capitalised words that may hold "of", "and" and the like. */
function runEnd(tokens: readonly Token[], from: number): number {
  let last = from
  for (let next = from + 1; next < tokens.length && next - from < 14; next += 1) {
    const token = tokens[next]
    const before = tokens[next - 1]
    if (!token || !before || !(/^(?:[ -]|['’‘`]s | & |['’]S )$/.test(token.gap) || (token.gap === '. ' && before.text.length < 4))) break
    if (isCapital(token)) last = next
    else if (!inner.has(token.lower) || !(isCapital(tokens[next + 1]) || inner.has(tokens[next + 1]?.lower ?? ''))) break
  }
  return last
}

const facility = (start: number, end: number): Candidate => ({
  start,
  end,
  type: 'FACILITY',
  evidence: 'suggested',
  why: 'phi-facility',
})

/** Takes in the possessive of "St. Luke's" and the town of "St. Mary's Clinic, New York". */
function stretchedEnd(text: string, tokens: readonly Token[], last: number): number {
  const token = tokens[last]
  const inside = tokens[last + 1]?.lower === 'in' && tokens[last + 1]?.gap === ' '
  const town = tokens[inside ? last + 2 : last + 1]
  if (!token) return 0
  const own = /^['’‘`]s\b/i.test(text.slice(token.end, token.end + 2)) ? token.end + 2 : token.end
  if (
    !isKind(token) ||
    !town ||
    !isCapital(town) ||
    !(inside ? town.gap === ' ' : /^(?:, | - )$/.test(town.gap)) ||
    (isPlain(town) && !openings.has(town.lower))
  )
    return own
  const townEnd = runEnd(tokens, inside ? last + 2 : last + 1)
  const state = tokens[townEnd + 1]
  return (state && state.gap === ', ' && /^[A-Z]{2}$/.test(state.text) ? state.end : tokens[townEnd]?.end) ?? own
}

/** A run that holds a kind of house and has a word of its own: "Maple Grove Clinic", "Children's Hospital Boston". */
function namedHouse(text: string, tokens: readonly Token[], first: number, last: number, titled: boolean): Candidate | undefined {
  const run = tokens.slice(first, last + 1)
  const at = run.findLastIndex((token) => isCapital(token) && isKind(token))
  const kind = run[at]
  const head = run[0]
  if (!kind || !head || run.length < 2) return undefined
  const strong =
    run.some((token) => kinds.has(token.lower)) || run.some((token, index) => token.lower === 'medical' && isKind(run[index + 1]))
  const own = run.filter((token) => isCapital(token) && !isPlain(token) && !isKind(token))
  const telling = own.filter((token) =>
    strong
      ? !(eponyms.has(token.lower) && !kinds.has(kind.lower))
      : !properWords.has(token.lower) && !eponyms.has(token.lower) && token.shape !== 'upper',
  )
  const allCapital = run.length > 2 && run.every(isCapital) && !titled && run.some(({ lower }) => lower === 'hospital')
  if ((telling.length === 0 && !allCapital) || (titled && !strong)) return undefined
  return facility(head.start, stretchedEnd(text, tokens, last))
}

function verbBefore(tokens: readonly Token[], index: number): boolean {
  for (let before = index - 1; before >= Math.max(0, index - 7); before -= 1) {
    const token = tokens[before]
    if (token && visits.has(token.lower)) return true
    if (/[;!?\n]/.test(tokens[before + 1]?.gap ?? '') && before + 1 < index) return false
  }
  return false
}

type Locator = { word: string; at: number; ours: boolean }

/** The "at", "to", "from" or "in" that leads to a run, over a "the" or an "our". */
function locatorOf(tokens: readonly Token[], first: number): Locator | undefined {
  const before = tokens[first - 1]
  const head = tokens[first]
  if (!before || !head) return undefined
  if (/ @ ?$/.test(head.gap)) return { word: 'at', at: first - 1, ours: false }
  if (head.gap !== ' ') return undefined
  const skipped = /^(?:the|our|my|your|their)$/.test(before.lower)
  const at = skipped ? first - 2 : first - 1
  return { word: tokens[at]?.lower ?? '', at, ours: before.lower === 'our' }
}

/** "admitted to X", "seen at X", "visited our X office", "lives in X", "Charles H. from X". */
function visitedPlace(
  text: string,
  tokens: readonly Token[],
  first: number,
  last: number,
  isName: (index: number) => boolean,
): Candidate | undefined {
  const head = tokens[first]
  const locator = locatorOf(tokens, first)
  if (!head || !locator || (isName(first) && !(famous.has(head.lower) && last > first)) || (head.shape === 'initial' && last === first))
    return undefined
  const next = tokens[last + 1]
  const run = tokens.slice(first, last + 1)
  const kindBehind = next !== undefined && next.gap === ' ' && next.shape === 'lower' && kindsBehind.has(next.lower)
  if (next && next.gap === ' ' && !kindBehind && eponymNouns.has(next.lower)) return undefined
  const isTown = run.length > 1 && townWords.has(tokens[last]?.lower ?? '')
  const own = isTown || run.some((token) => isCapital(token) && !isPlain(token) && !units.has(token.lower) && !eponymNouns.has(token.lower))
  const atHome = homes.has(tokens[locator.at - 1]?.lower ?? '')
  const region =
    own &&
    !isTown &&
    !(atHome && eponyms.has(head.lower)) &&
    run.every((token) => properWords.has(token.lower) || isPlain(token) || (eponyms.has(token.lower) && !famous.has(token.lower)))
  const term = run.some((token) => eponymNouns.has(token.lower))
  const known = run.some((token) => famous.has(token.lower))
  const house =
    run.length > 1 &&
    (run.some((token) => kinds.has(token.lower)) || tokens[last]?.lower === 'general') &&
    !run.every((token) => units.has(token.lower))
  const heading = run.length > 2 && run.every(isCapital)
  const verb = verbBefore(tokens, first)
  const acronym = run.length === 1 && head.shape === 'upper' && (head.text.length < 3 || !verb || units.has(head.lower))
  const towards = /^(?:at|to|from|in|by|near|visited|with|via|through|outside|around|of|on)$/.test(locator.word) || locator.ours
  const fromName = locator.word === 'from' && (isName(locator.at - 1) || roleWords.has(tokens[locator.at - 1]?.lower ?? ''))
  const end = kindBehind && next ? next.end : stretchedEnd(text, tokens, last)
  if (kindBehind && (own || region) && towards && (locator.ours || verb) && !acronym) return facility(head.start, end)
  if (known && towards && !term) return facility(head.start, end)
  if (fromName && (own || region) && !term && head.text.length > 1 && !(head.shape === 'upper' && units.has(head.lower)))
    return isCountry(run) ? undefined : { ...facility(head.start, end), type: 'LOCATION', why: 'phi-place' }
  if (!towards || term || acronym || region) return undefined
  const home = locator.word === 'in' || locator.word === 'near' || locator.word === 'outside'
  const isResident = locator.word === 'of' && /^(?:resident|native)$/.test(tokens[locator.at - 1]?.lower ?? '')
  const firm =
    verb && (own || house || heading) && locator.word !== 'with' && (locator.word !== 'of' || isResident) && locator.word !== 'on'
  const bare = locator.word === 'at' && (own || tokens[last]?.lower === 'general') && !eponyms.has(head.lower) && head.shape === 'capital'
  if (!firm && !bare) return undefined
  return home && !house ? { ...facility(head.start, end), type: 'LOCATION', why: 'phi-place' } : facility(head.start, end)
}

const states = wordSet(
  'alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming',
)
const isCountry = (run: readonly Token[]) =>
  run.every((token) => properWords.has(token.lower) && !['york', 'jersey'].includes(token.lower)) &&
  !(run.length > 1 && states.has(run[0]?.lower ?? ''))

const placeLabel =
  /\b(?:facility|hospital|location|site|institution|clinic|pharmacy|employer|school|campus|service location|referring facility|practice|department of|transferred from|xfer from)\s?[:=-]\s{0,3}$/i

/** "Location: Mission Valley Endoscopy Center": what stands behind such a label is a house, whatever its words. */
function labelledPlace(text: string, tokens: readonly Token[], first: number, last: number): Candidate | undefined {
  const head = tokens[first]
  if (!head || !placeLabel.test(text.slice(Math.max(0, head.start - 24), head.start))) return undefined
  const run = tokens.slice(first, last + 1)
  const isHouse = run.length > 2 && run.some((token) => isKind(token))
  return !isHouse && run.every((token) => isPlain(token) || units.has(token.lower))
    ? undefined
    : facility(head.start, stretchedEnd(text, tokens, last))
}

const opensRun = wordSet('new a san santa el los las la st mount fort')

/** Hospitals, clinics, schools and employers, and the towns of "lives in", 164.514(b)(2)(i)(B). */
export function findFacilities(reading: Reading, titled: boolean, isName: (index: number) => boolean): Candidate[] {
  const { text, tokens } = reading
  const found: Candidate[] = []
  for (let index = 0; index < tokens.length; index += 1) {
    const head = tokens[index]
    if (
      !head ||
      !isEnglishAt(reading, index) ||
      !isCapital(head) ||
      (functionWords.has(head.lower) && !opensRun.has(head.lower)) ||
      (roleWords.has(head.lower) && /^\.? $/.test(tokens[index + 1]?.gap ?? ''))
    )
      continue
    const last = runEnd(tokens, index)
    const place =
      labelledPlace(text, tokens, index, last) ??
      namedHouse(text, tokens, index, last, titled) ??
      (titled ? undefined : visitedPlace(text, tokens, index, last, isName))
    // "Crit Care Med. 2012;52(1)": the journal of a reference.
    if (place && !/^\.? (?:19|20)\d\d;/.test(text.slice(place.end, place.end + 8))) found.push(place)
    index = last
  }
  return found
}
