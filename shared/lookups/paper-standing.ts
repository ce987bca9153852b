import { type Assertion, type AssertionKind, assertionKinds, type ItemIds, type Service } from './assertion.ts'
import { sameItem } from './item-ids.ts'

/** Several words for one event: one notice, by everybody who told of it. */
export interface Event {
  kind: AssertionKind
  notice?: ItemIds | undefined
  date?: string | undefined
  saidBy: readonly Assertion[]
}

/** How a paper stands by all that was said of it. */
export interface PaperStanding {
  /** What warns most; `none`: whoever answered knows of nothing; `unknown`: nobody answered, which clears nothing. */
  is: AssertionKind | 'unknown'
  /** Whether two say so who do not copy from each other, or a person does. */
  confirmed: boolean
  /** Whether who answered says different things: shown as such, with what warns most as a warning. */
  disagree: boolean
  date?: string | undefined
  /** What happened, the newest first. */
  events: readonly Event[]
  /** Who was asked and gave no answer. */
  unanswered: readonly Service[]
  /** It only looks retracted to a service whose word alone is none. */
  hint: boolean
}

const rank = (kind: AssertionKind): number => assertionKinds.indexOf(kind)
/** What changes how a paper may be used; a correction does not. */
const warning: ReadonlySet<AssertionKind> = new Set(['retracted', 'partly', 'doubted'])

/** Who has it from whom: Europe PMC copies PubMed, Crossref passes on Retraction Watch. Two of one origin are one voice. */
const originOf = ({ service, source }: Assertion): string =>
  source === 'retraction-watch' || service === 'retraction-watch'
    ? 'retraction-watch'
    : service === 'pubmed' || service === 'europepmc'
      ? 'nlm'
      : service === 'crossref' || service === 'biorxiv' || service === 'page'
        ? 'publisher'
        : service

/** Retraction Watch looks up the day of the notice; publishers also deposit that of the paper. The more exact of the rest, then the earliest. */
const dateOf = (said: readonly Assertion[]): string | undefined => {
  const dated = said.filter(({ date }) => date !== undefined)
  const watched = dated.filter((one) => originOf(one) === 'retraction-watch')
  const from = watched.length > 0 ? watched : dated
  return from
    .map(({ date = '' }) => date)
    .toSorted((one, other) => other.length - one.length || one.localeCompare(other))
    .at(0)
}

const noticeOf = (said: readonly Assertion[]): ItemIds | undefined => {
  const all: ItemIds = Object.assign({}, ...said.map(({ notice }) => notice ?? {}))
  return (all.doi ?? all.pmid) ? all : undefined
}

/** Two words are of one event if they name one notice or one entry, or are of one kind and nobody names a notice for one of them on another day. */
export const isOneEvent = (one: Assertion, other: Assertion): boolean =>
  one.kind === other.kind &&
  (sameItem(one.notice, other.notice) ||
    (one.record !== undefined && one.record === other.record) ||
    ((one.notice === undefined || other.notice === undefined) &&
      (one.date === undefined || other.date === undefined || one.date.startsWith(other.date) || other.date.startsWith(one.date))))

const eventsOf = (said: readonly Assertion[]): Event[] => {
  const groups: Assertion[][] = []
  // Those that name a notice first, so that a word without one joins the event it can be of.
  const named = said.toSorted((one, other) => Number(other.notice !== undefined) - Number(one.notice !== undefined))
  for (const one of named) {
    const of = groups.find((group) => group.some((other) => isOneEvent(one, other)))
    if (of) of.push(one)
    else groups.push([one])
  }
  return groups
    .map((group): Event => {
      const [notice, date] = [noticeOf(group), dateOf(group)]
      return { kind: group[0]?.kind ?? 'none', ...(notice && { notice }), ...(date && { date }), saidBy: group }
    })
    .toSorted((one, other) => (other.date ?? '').localeCompare(one.date ?? ''))
}

/** A person's word holds for what was known then: what is first heard of later is looked at anew, whoever tells it again is not. */
const afterChecked = (said: readonly Assertion[]): { person: Assertion | undefined; later: Assertion[] } => {
  const person = said
    .filter(({ service }) => service === 'person')
    .toSorted((one, other) => other.asked - one.asked)
    .at(0)
  const others = said.filter(({ service }) => service !== 'person')
  if (!person) return { person, later: others }
  const known = others.filter(({ asked }) => asked <= person.asked)
  return { person, later: others.filter((one) => !known.some((other) => one === other || isOneEvent(one, other))) }
}

/** A reinstatement takes back what was announced before it; what has no day came before. */
const withoutReinstated = (said: readonly Assertion[]): { standing: Assertion[]; reinstated: Assertion | undefined } => {
  const reinstated = said
    .filter(({ kind }) => kind === 'reinstated')
    .toSorted((one, other) => (other.date ?? '').localeCompare(one.date ?? ''))
    .at(0)
  if (!reinstated) return { standing: [...said], reinstated }
  return {
    standing: said.filter(({ kind, date = '' }) => !warning.has(kind) || (reinstated.date !== undefined && date > reinstated.date)),
    reinstated,
  }
}

/** What each of those who can know says at most. NLM has no partial retraction: its erratum is no other word. */
const differs = (is: AssertionKind, said: readonly Assertion[], answered: readonly Service[]): boolean =>
  answered
    .filter((service) => ['crossref', 'pubmed', 'europepmc', 'retraction-watch'].includes(service))
    .some((service) => {
      const own = said.filter((one) => one.service === service && !one.hint).map(({ kind }) => kind)
      if (service === 'retraction-watch' && own.length === 0) return false
      const isPartly = is === 'partly' && own.includes('corrected')
      return !own.includes(is) && !isPartly
    }) ||
  // One entry with two kinds: Retraction Watch changed its mind, and the service kept both.
  said.some(({ record, kind }) => record !== undefined && said.some((other) => other.record === record && other.kind !== kind))

/**
 * How a paper stands by what services, lists, its page and people said. First whether it is itself a notice: a notice is never
 * called retracted. Then what warns most, in the order of `assertionKinds`. Nothing is a verdict of one service: `confirmed`
 * says whether two voices agree, `disagree` whether they differ, `unanswered` who is missing.
 *
 * @param said every assertion that is kept; `none` where a service knows the item and of nothing.
 * @param asked services that were asked; those without an assertion gave no answer.
 */
export const paperStanding = (said: readonly Assertion[], asked: readonly Service[] = []): PaperStanding => {
  const answered = [...new Set(said.map(({ service }) => service))]
  const base = { events: eventsOf(said.filter(({ kind }) => kind !== 'none')), unanswered: asked.filter((one) => !answered.includes(one)) }
  const firm = said.filter(({ hint }) => !hint)
  const hint = said.length > firm.length
  const { person, later } = afterChecked(firm)
  const { standing, reinstated } = withoutReinstated(later)
  const voices = standing.filter(({ kind }) => kind !== 'none')
  const strongest = voices.toSorted((one, other) => rank(one.kind) - rank(other.kind)).at(0)
  const serious = strongest && (strongest.kind === 'notice' || warning.has(strongest.kind))
  if (person && !serious) return { ...base, is: person.kind, confirmed: true, disagree: false, date: person.date, hint }
  if (reinstated && !serious)
    return {
      ...base,
      is: 'reinstated',
      confirmed: new Set(firm.filter(({ kind }) => kind === 'reinstated').map(originOf)).size > 1,
      disagree: later.some(({ kind }) => warning.has(kind)),
      date: reinstated.date,
      hint,
    }
  if (!strongest) {
    const knowing = firm.filter(({ service }) => service !== 'page')
    return { ...base, is: knowing.length > 0 ? 'none' : 'unknown', confirmed: false, disagree: false, hint }
  }
  const same = voices.filter(({ kind }) => kind === strongest.kind)
  return {
    ...base,
    is: strongest.kind,
    confirmed: new Set(same.map(originOf)).size > 1,
    disagree: differs(strongest.kind, later, answered),
    date: dateOf(same),
    hint,
  }
}

/** Whether a paper supports nothing while it stands so. Doubt and partial retractions are warnings; people weigh them. */
export const isUnsupported = ({ is }: Pick<PaperStanding, 'is'>): boolean => is === 'retracted' || is === 'notice'
