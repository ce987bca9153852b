import { useEffect, useRef, useState } from 'preact/hooks'
import type { IdeaRow, IdeasReply } from '../../../shared/api/bank.ts'
import { type ApiProblem, call } from './api.ts'
import { problemOf, type Replied, useReply } from './use-query.ts'
import { address } from './router.ts'
import { networkPath } from './session.ts'

const pageSize = 50

export interface IdeaList {
  first: Replied<IdeasReply>
  rows: IdeaRow[]
  total: number | null
  more: (() => Promise<void>) | undefined
  problem: ApiProblem | undefined
}

type Query = Record<string, string | undefined>

const pathOf = (query: Query, after?: string, limit = pageSize): string =>
  address(`${networkPath.value}/ideas`, { ...query, limit: String(limit), after })

const mostAtOnce = 200

/** So many rows from there on, in as few requests as the server allows. */
export const rowsFrom = async (query: Query, after: string, wanted: number): Promise<IdeasReply> => {
  const rows: IdeaRow[] = []
  let next: string | null = after
  while (next !== null && rows.length < wanted) {
    const reply: IdeasReply = await call<IdeasReply>(pathOf(query, next, Math.min(mostAtOnce, wanted - rows.length)))
    rows.push(...reply.rows)
    next = reply.next
  }
  return { rows, total: null, next }
}

/** A list that grows by "more" and stays true: news fetches its beginning again, then as much below it as was there. */
export const useIdeaList = (query: Query): IdeaList => {
  const path = pathOf(query)
  const first = useReply<IdeasReply>(path)
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

export const ideaPath = (id: string): string => `${networkPath.value}/ideas/${encodeURIComponent(id)}`
