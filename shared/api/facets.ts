import { own } from '../values/own.ts'

/** What a list can be narrowed by, with how many ideas each choice would leave. */
export const facetNames = ['pathway', 'phase', 'topic', 'site', 'level', 'disposition'] as const
export type FacetName = (typeof facetNames)[number]

/**
 * GET /v1/networks/:network/facets with the query of a list: for each facet its choices' counts under all other filters, by key
 * (`none`: not classified; levels: that level or better, and `unsaid`: with a clip whose kind nobody said). `cut`: facets for which a search
 * finds 1,000 ideas or more: the newest 1,000 are counted, so each count is "this many or more".
 */
export interface FacetsReply {
  facets: Record<FacetName, Record<string, number>>
  cut: FacetName[]
}

/** Asks for ideas with a clip whose kind nobody said, among the levels. */
export const unsaidKinds = 'unsaid'

/** Levels are asked for as "this or better", so each counts the better ones too. */
export const orBetter = (levels: Readonly<Record<string, number>>): Record<string, number> => {
  let sum = 0
  return Object.fromEntries(
    ['1', '2', '3', '4', '5'].map((level) => {
      sum += own(levels, level) ?? 0
      return [level, sum]
    }),
  )
}

/** A list as somebody keeps it for themselves: a name and what the address bar says. */
export interface SavedView {
  id: string
  name: string
  query: string
}

const prefix = 'view:'

/** Saved views among what a person keeps; whatever cannot be read is left out, never in the way. */
export const savedViews = (kept: readonly { name: string; value: string }[]): SavedView[] =>
  kept
    .filter(({ name }) => name.startsWith(prefix))
    .flatMap(({ name, value }) => {
      const [label = '', query = ''] = value.split('\n')
      return label ? [{ id: name.slice(prefix.length), name: label, query }] : []
    })
    .toSorted((one, other) => one.name.localeCompare(other.name))

/** How a view is kept: under its own id, its name on the first line and its query on the second. */
export const keptView = ({ id, name, query }: SavedView): { name: string; value: string } => ({
  name: `${prefix}${id}`,
  value: `${name.replaceAll(/\s+/g, ' ').trim().slice(0, 80)}\n${query.slice(0, 2000)}`,
})
