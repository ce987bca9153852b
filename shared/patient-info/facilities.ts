import type { Candidate, Evidence } from './finding.ts'
import type { Token } from './tokens.ts'
import { functionWords, ordinaryWords, roleWords } from './ordinary-words.ts'
import { eponymNouns, eponyms, properWords } from './medical-words.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

const kinds = set(`hospital hospitals clinic clinics center centre centers infirmary hospice healthcare health pharmacy institute university college school academy manor inc llc llp ltd corp corporation associates physicians medicine surgery pediatrics
dermatology orthopedics cardiology oncology group practice practices office ctr hosp med foundation church church's home homes village rehab rehabilitation dispensary sanatorium campus pavilion system partners services care clinique klinikum krankenhaus ospedale jail prison shelter middle elementary`)
const weakKinds = set('health medicine surgery pediatrics dermatology orthopedics cardiology oncology group practice practices med church home homes village system partners services care office foundation physicians center centers school middle elementary campus')
// A kind and these words name no one place: "the Cancer Center", "Urgent Care".
const generic = set(`medical cancer trauma surgical surgery day local community regional tertiary university urgent primary care emergency outpatient inpatient acute long term nursing health mental public home family heart stroke burn call data birth birthing children's
women's pain sleep wound diabetes asthma specialty referral academic teaching veterans rural urban county state national federal district private ambulatory surgery dialysis infusion imaging eye ear dental vaccine rehabilitation rehab critical intensive neonatal pediatric adult general internal
hospital clinic center centre the our a this that each every one two all any other another same their his her your my new large small single level quality safety nurse head school high middle elementary discharge transfer virtual oncology cardiology endocrinology preventive`)
const famous = set('ucsf ucla mgh bwh nyu upmc ucsd uab unc umass mskcc chop cchmc bidmc jhu uchicago oHSU ohsu stanford harvard yale cedars-sinai kaiser baylor vanderbilt presbyterian langone geisinger intermountain nationwide')
const verbs = set('admitted seen treated transferred visited evaluated diagnosed discharged hospitalized hospitalised underwent referred presented presents surgery residing resides resident lives living followed arrived operated delivered born works worked working employed attends attending enrolled scan tests conducted performed tx\'d dx\'d visit appointment care moved sent brought flown airlifted taken stays staying returned rehab test imaging done biopsied stabilized stabilised scheduled received came boarding screened managed tested tx dx f/u follow-up resuscitated intubated inpatient outpatient checked')
const locators = set('at to from in by our with via near')
const unitWords = set('ed er icu nicu picu micu sicu ccu cvicu pacu or snf ltac ltc ltach rehab ward floor tele l&d asc opd er. ems home hospice icu. pcp bed mdt theatre')

const isCapital = (token: Token | undefined): token is Token => token !== undefined && token.shape !== 'lower'
const glue = /^(?:[ -]|\. |['’] |, | & |-)$/
const innerWord = set('of and the for de la del di at in &')

/** The last index of a run of capitalised words that may hold "of", "and" and the like. */
function runEnd(tokens: readonly Token[], from: number): number {
  let last = from
  for (let next = from + 1; next < tokens.length && next - from < 9; next += 1) {
    const token = tokens[next]
    if (!token || !/^(?:[ -]|\. |['’] ?| & )$/.test(token.gap)) break
    if (isCapital(token)) last = next
    else if (!innerWord.has(token.lower) || !isCapital(tokens[next + 1])) break
  }
  return last
}

function known(token: Token): boolean {
  return ordinaryWords.has(token.lower) || generic.has(token.lower) || functionWords.has(token.lower)
}

/** A run that ends in a kind of house and has a word of its own: "Maple Grove Clinic". */
function findNamed(text: string, tokens: readonly Token[], titled: boolean): Candidate[] {
  const found: Candidate[] = []
  for (let index = 0; index < tokens.length; index += 1) {
    const head = tokens[index]
    if (!isCapital(head) || functionWords.has(head.lower)) continue
    const last = runEnd(tokens, index)
    let end = last
    while (end > index && !kinds.has(tokens[end]?.lower ?? '')) end -= 1
    const kind = tokens[end]
    if (end > index && kind && isCapital(kind)) {
      const own = tokens.slice(index, end).filter((token) => isCapital(token) && !known(token) && !roleWords.has(token.lower) && !kinds.has(token.lower))
      const place = own.length > 0 && !own.every((token) => eponyms.has(token.lower) && weakKinds.has(kind.lower))
      const place2 = place && !(weakKinds.has(kind.lower) && (titled || own.every((token) => properWords.has(token.lower) || token.shape === 'upper')))
      if (place2) {
        const stretch = locationAfter(text, tokens, end)
        found.push({ start: head.start, end: stretch, type: 'FACILITY', evidence: 'suggested', why: 'a hospital, clinic or other house' })
      }
    }
    index = last
  }
  return found
}

/** "St. Mary's Clinic, New York" and "Children's Hospital Boston": the town belongs to the name. */
function locationAfter(text: string, tokens: readonly Token[], end: number): number {
  let last = end
  for (let next = end + 1; next < Math.min(tokens.length, end + 4); next += 1) {
    const token = tokens[next]
    const comma = next === end + 1 && token?.gap === ', '
    if (!isCapital(token) || !(token.gap === ' ' || comma) || (known(token) && !kinds.has(token.lower)) || roleWords.has(token.lower)) break
    if (comma && !/^(?:[\s,;.?)]|$)/.test(text.slice(token.end, token.end + 1))) break
    last = next
  }
  return tokens[last]?.end ?? 0
}

function hasVerbBefore(tokens: readonly Token[], index: number): boolean {
  for (let before = index - 1; before >= Math.max(0, index - 7); before -= 1) {
    const token = tokens[before]
    if (token && verbs.has(token.lower)) return true
    if (token && /[.;!?\n]/.test(tokens[before + 1]?.gap.replace(/\. $/, '') ?? '')) return false
  }
  return false
}

/** "admitted to X", "seen at X", "visited our X office", "lives in X". */
function findVisited(tokens: readonly Token[], isName: (index: number) => boolean): Candidate[] {
  const found: Candidate[] = []
  for (let index = 1; index < tokens.length; index += 1) {
    const head = tokens[index]
    const before = tokens[index - 1]
    if (!isCapital(head) || !before || !/^(?:[ ]| the )$/.test(head.gap)) continue
    const locator = before.lower === 'the' || before.lower === 'our' ? (tokens[index - 2]?.lower ?? '') : before.lower
    const after = locators.has(locator) || before.lower === 'our' || verbs.has(before.lower) && before.lower.startsWith('visit')
    if (!after || head.shape === 'initial' || isName(index)) continue
    const last = runEnd(tokens, index)
    const run = tokens.slice(index, last + 1)
    const isPlace = run.some((token) => isCapital(token) && !(known(token) || roleWords.has(token.lower) || unitWords.has(token.lower) || properWords.has(token.lower)))
    const bigName = run.length > 1 && run.some((token) => kinds.has(token.lower)) && !run.every((token) => unitWords.has(token.lower))
    const firm = famous.has(head.lower)
    const verb = hasVerbBefore(tokens, index)
    const acronym = run.length === 1 && head.shape === 'upper'
    const wellKnown = run.length === 1 && (unitWords.has(head.lower) || (known(head) && !firm))
    const next = tokens[last + 1]
    const eponym = next && next.gap === ' ' && eponymNouns.has(next.lower)
    if (wellKnown || eponym || !(firm || (verb && (isPlace || bigName || run.length > 2 && run.every(isCapital))))) {
      if (!(before.lower === 'our' && next && kinds.has(next.lower) && !known(head))) continue
    }
    if (acronym && (head.text.length < 3 || !verb || !(locator === 'at' || locator === 'to' || locator === 'from'))) if (!firm) continue
    let end = tokens[last]?.end ?? head.end
    if (next && next.gap === ' ' && kinds.has(next.lower) && next.shape === 'lower') end = next.end
    const comma = tokens[last + 1]
    if (comma && comma.gap === ', ' && isCapital(comma) && !known(comma) && /\b(?:clinic|hospital|center)$/i.test(tokens[last]?.text ?? '')) end = comma.end
    const evidence: Evidence = 'suggested'
    const home = locator === 'in' || locator === 'near'
    found.push({ start: head.start, end, type: home && run.length < 3 ? 'LOCATION' : 'FACILITY', evidence, why: home ? 'a place smaller than a state' : 'where someone was seen, lives or works' })
  }
  return found
}

/** Hospitals, clinics, schools and employers, and the towns of "lives in", 164.514(b)(2)(i)(B). */
export function findFacilities(text: string, tokens: readonly Token[], titled: boolean, isName: (index: number) => boolean): Candidate[] {
  return [...findNamed(text, tokens, titled), ...(titled ? [] : findVisited(tokens, isName))]
}
export { glue }
