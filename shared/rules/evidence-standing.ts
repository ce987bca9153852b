import type { Citation, Standing } from '../citations/citation.ts'
import { standingOf } from '../citations/standing.ts'
import type { Evidence } from '../domain/entities.ts'
import type { Assertion, AssertionKind, Service } from '../lookups/assertion.ts'
import { isUnsupported, paperStanding, type PaperStanding } from '../lookups/paper-standing.ts'

type Item = Pick<Evidence, 'citation' | 'lookedUp'> & Partial<Pick<Evidence, 'clippedAt'>>

const kinds: Readonly<Record<Standing, AssertionKind>> = {
  retracted: 'retracted',
  doubted: 'doubted',
  corrected: 'corrected',
  notice: 'notice',
}

/** The page's own word, or its title's alone. A title is no more than a hint once a service that would know has answered. */
const ofPage = ({ citation, clippedAt = 0, lookedUp }: Item): Assertion[] => {
  const stand = standingOf(citation)
  if (!stand) return []
  const answered = lookedUp?.said.some(({ service }) => service === 'crossref' || service === 'pubmed' || service === 'europepmc') ?? false
  return [{ service: 'page', kind: kinds[stand.standing], asked: clippedAt, ...(stand.seen === 'title' && answered && { hint: true }) }]
}

/** How the item of a clip stands by its page, by services and by people. Where nobody was asked the page's word is all there is. */
export const evidenceStanding = (item: Item, asked: readonly Service[] = []): PaperStanding =>
  paperStanding([...ofPage(item), ...(item.lookedUp?.said ?? [])], asked)

/** Whether an item is no support for anything: it was retracted, or is itself a notice. */
export const isTakenBack = (item: Item): boolean => isUnsupported(evidenceStanding(item))

/** The same in the few words of lists and exports; nothing where there is nothing to warn of. */
export const shownStanding = (item: Item): Standing | undefined => {
  const { is } = evidenceStanding(item)
  if (is === 'partly') return 'doubted'
  return is === 'retracted' || is === 'doubted' || is === 'corrected' || is === 'notice' ? is : undefined
}

/** Why what rests on an item is to be looked at again. */
export type Shaken = Exclude<Standing, 'corrected'>

/** It was taken back, is in doubt or is a notice, and nobody has said that it stands; `undefined`: it may be rested on. */
export const shakenBy = (item: Item): Shaken | undefined => {
  const standing = shownStanding(item)
  return standing === 'corrected' ? undefined : standing
}

/** The events that make an item stand as it does, each by everybody who told of it; hints and people's words make none. */
export const eventsHeard = ({ is, events }: PaperStanding): Assertion[][] =>
  events
    .filter(({ kind }) => kind === is)
    .map(({ saidBy }) => saidBy.filter(({ service, hint }) => service !== 'person' && !hint))
    .filter((voices) => voices.length > 0)

/** The citation as files take it elsewhere: with how the item stands by everything that is known, not by its page alone. */
export const handedOn = (item: Item): Citation => {
  const { standingSeen, ...citation } = item.citation
  const standing = shownStanding(item)
  return { ...citation, standing, ...(standing !== undefined && standing === citation.standing && { standingSeen }) }
}
