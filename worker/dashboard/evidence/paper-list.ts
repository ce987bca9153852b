import { useEffect, useRef, useState } from 'preact/hooks'
import type { EvidenceReply } from '../../../shared/api/evidence.ts'
import type { ApiProblem } from '../data/api-problem.ts'
import { call } from '../data/api.ts'
import { addressOf } from '../data/endpoint-address.ts'
import { problemOf, type QueryState, useQuery } from '../data/use-query.ts'
import type { ClipsQuery } from './clips-query.ts'

const endpoint = 'GET /v1/networks/:network/evidence'

export interface PaperList {
  first: QueryState<EvidenceReply>
  pages: EvidenceReply[]
  more: (() => Promise<void>) | undefined
  problem: ApiProblem | undefined
}

/** A list that grows by "more" and stays true: news fetches its beginning again, then as many pages below it as were there. */
export const usePaperList = (query: ClipsQuery): PaperList => {
  const path = addressOf(endpoint, { query })
  const first = useQuery(endpoint, { query })
  const [below, setBelow] = useState<{ path: string; pages: EvidenceReply[] }>({ path, pages: [] })
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined)
  const shown = useRef(path)
  shown.current = path
  const added = below.path === path ? below.pages : []

  const fetchFrom = async (after: string, count: number, above: EvidenceReply[]): Promise<void> => {
    setProblem(undefined)
    try {
      const pages = [...above]
      let next: string | null = after
      while (next !== null && pages.length < count) {
        const page: EvidenceReply = await call(endpoint, { query: { ...query, after: next } })
        pages.push(page)
        ;({ next } = page)
      }
      if (shown.current === path) setBelow({ path, pages })
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  useEffect(() => {
    if (added.length > 0 && first.reply?.next) void fetchFrom(first.reply.next, added.length, [])
  }, [first.reply])

  const pages = first.reply ? [first.reply, ...added] : []
  const next = pages.at(-1)?.next ?? null
  return { first, pages, more: next === null ? undefined : () => fetchFrom(next, added.length + 1, added), problem }
}
