import type { IdeaRow } from '../../../shared/api/bank.ts'
import type { Idea } from '../../../shared/domain/entities.ts'
import { call } from '../data/api.ts'
import type { BulkResult, BulkMutation } from '../data/bulk-mutate.ts'

export type BulkAction =
  | { kind: 'classify'; pathway: string; override: string }
  | { kind: 'tag'; tag: string }
  | { kind: 'assign'; lead: string }

type ListField = 'tags' | 'leads'

/** As they are now, a few at a time: what is added to a list must know the list. */
const ideasNow = async (rows: readonly IdeaRow[]): Promise<Idea[]> => {
  const found: Idea[] = []
  for (let from = 0; from < rows.length; from += 8)
    found.push(
      ...(await Promise.all(
        rows.slice(from, from + 8).map(async ({ id }) => (await call('GET /v1/networks/:network/ideas/:id', { id })).idea),
      )),
    )
  return found
}

const added = ({ id: idea, change, ...before }: Idea, field: ListField, entry: string): BulkMutation[] => {
  if (before[field].includes(entry)) return []
  const [set, base] = [{ [field]: [...before[field], entry] }, { [field]: before[field] }]
  return [{ idea, change, name: 'editIdea', args: { idea, set, base } }]
}

const classified = ({ id: idea, change }: IdeaRow, pathway: string, override: string): BulkMutation => ({
  idea,
  change,
  name: 'classifyIdea',
  args: { idea, pathway, ...(override && { override }) },
})

/** One mutation for each idea that the action changes; those that have it already get none. Throws `ApiProblem`. */
export const bulkMutations = async (rows: readonly IdeaRow[], action: BulkAction): Promise<BulkMutation[]> => {
  if (action.kind === 'classify') {
    const { pathway, override } = action
    return rows.filter((row) => row.pathway !== pathway).map((row) => classified(row, pathway, override))
  }
  const ideas = await ideasNow(rows)
  return ideas.flatMap((idea) => (action.kind === 'tag' ? added(idea, 'tags', action.tag) : added(idea, 'leads', action.lead)))
}

/** What takes a bulk action back, of what was done: the last first. */
export const undoBulk = (results: readonly BulkResult[]): BulkMutation[] =>
  results
    .filter(({ problem }) => problem === '')
    .map(({ idea, change, mutation }): BulkMutation => ({ idea, change, name: 'takeBack', args: { mutation } }))
    .toReversed()

/** What had no answer and may be asked for again: taking back twice takes back once. */
export const unanswered = (asked: readonly BulkMutation[], results: readonly BulkResult[]): BulkMutation[] =>
  asked.filter((_, at) => !results[at]?.mutation)
