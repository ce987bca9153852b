import type { IdeaPage, IdeaRow } from '../../shared/bank.ts'
import type { Idea } from '../../shared/network.ts'
import { call } from './api.ts'
import { ideaPath } from './idea-list.ts'
import type { Result, Wish } from './mutate-many.ts'

export type BulkAction =
  | { kind: 'classify'; pathway: string; override: string }
  | { kind: 'tag'; tag: string }
  | { kind: 'assign'; lead: string }

type ListField = 'tags' | 'leads'

/** As they are now, a few at a time: what is added to a list must know the list. */
const ideasNow = async (rows: readonly IdeaRow[]): Promise<Idea[]> => {
  const found: Idea[] = []
  for (let from = 0; from < rows.length; from += 8)
    found.push(...(await Promise.all(rows.slice(from, from + 8).map(async ({ id }) => (await call<IdeaPage>(ideaPath(id))).idea))))
  return found
}

const added = (idea: Idea, field: ListField, entry: string): Wish[] =>
  idea[field].includes(entry)
    ? []
    : [
        {
          idea: idea.id,
          change: idea.change,
          name: 'editIdea',
          args: { idea: idea.id, set: { [field]: [...idea[field], entry] }, base: { [field]: idea[field] } },
        },
      ]

/** One mutation for each idea that the action changes; those that have it already get none. Throws `ApiProblem`. */
export const wishesFor = async (rows: readonly IdeaRow[], action: BulkAction): Promise<Wish[]> => {
  if (action.kind === 'classify') {
    const { pathway, override } = action
    return rows
      .filter((row) => row.pathway !== pathway)
      .map(({ id, change }) => ({ idea: id, change, name: 'classifyIdea', args: { idea: id, pathway, ...(override && { override }) } }))
  }
  const ideas = await ideasNow(rows)
  return ideas.flatMap((idea) => (action.kind === 'tag' ? added(idea, 'tags', action.tag) : added(idea, 'leads', action.lead)))
}

/** What takes a bulk action back: lists as they were. A pathway is given back idea by idea, with a reason. */
export const undoOf = (results: readonly Result[]): Wish[] =>
  results.flatMap(({ problem, name, args, ...wish }): Wish[] => {
    const { set, base } = args as { set?: Record<string, unknown>; base?: Record<string, unknown> }
    return problem === '' && name === 'editIdea' && base ? [{ ...wish, name, args: { idea: wish.idea, set: base, base: set ?? {} } }] : []
  })
