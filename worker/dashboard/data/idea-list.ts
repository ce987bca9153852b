import { useEffect, useRef, useState } from 'preact/hooks'
import type { QueryOf } from '../../../shared/api/endpoints.ts'
import type { IdeaRow, IdeasReply } from '../../../shared/api/bank.ts'
import { call } from './api.ts'
import type { ApiProblem } from './api-problem.ts'
import { addressOf } from './endpoint-address.ts'
import { problemOf, type QueryState, useQuery } from './use-query.ts'

const pageSize = 50

export interface IdeaList {
  first: QueryState<IdeasReply>
  rows: IdeaRow[]
  total: number | null
  more: (() => Promise<void>) | undefined
  problem: ApiProblem | undefined
}

const endpoint = 'GET /v1/networks/:network/ideas'
type Query = QueryOf<typeof endpoint>

const pageOf = (query: Query, after?: string, limit = pageSize): { query: Query } => ({ query: { ...query, limit: String(limit), after } })

const mostAtOnce = 200

/** So many rows from there on, in as few requests as the server allows. */
export const rowsFrom = async (query: Query, after: string, wanted: number): Promise<IdeasReply> => {
  const rows: IdeaRow[] = []
  let next: string | null = after
  while (next !== null && rows.length < wanted) {
    const reply: IdeasReply = await call(endpoint, pageOf(query, next, Math.min(mostAtOnce, wanted - rows.length)))
    rows.push(...reply.rows)
    next = reply.next
  }
  return { rows, total: null, next }
}

/** A list that grows by "more" and stays true: news fetches its beginning again, then as much below it as was there. */
export const useIdeaList = (query: Query): IdeaList => {
  const path = addressOf(endpoint, pageOf(query))
  const first = useQuery(endpoint, pageOf(query))
  const [added, setAdded] = useState<{ path: string; rows: IdeaRow[]; next: string | null }>({ path, rows: [], next: null })
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined)
  const shown = useRef(path)
  shown.current = path

  const below = added.path === path ? added : { rows: [], next: null }
  const fetchBelow = async (after: string, wanted: number, above: IdeaRow[]): Promise<void> => {
    setProblem(undefined)
    try {
      const reply = await rowsFrom(query, after, wanted)
      if (shown.current === path) setAdded({ path, rows: [...above, ...reply.rows], next: reply.next })
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  useEffect(() => {
    if (below.rows.length > 0 && first.reply?.next) void fetchBelow(first.reply.next, below.rows.length, [])
  }, [first.reply])

  const next = below.rows.length > 0 ? below.next : (first.reply?.next ?? null)
  const more = (): Promise<void> => fetchBelow(next ?? '', pageSize, below.rows)
  const top = first.reply?.rows ?? []
  const known = new Set(top.map((row) => row.id))
  return {
    first,
    rows: [...top, ...below.rows.filter((row) => !known.has(row.id))],
    total: first.reply?.total ?? null,
    more: next === null ? undefined : more,
    problem,
  }
}
