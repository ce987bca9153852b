import { useEffect, useState } from 'preact/hooks'
import type { IdeaPage } from '../../../shared/api/bank.ts'
import { call } from '../data/api.ts'
import { problemOf } from '../data/use-query.ts'

/** What is read one by one of several ideas: their pages in that order, `undefined` until all have come; or why they did not. */
export const useIdeaPages = (ids: readonly string[]): { pages: IdeaPage[] | undefined; problem: string } => {
  const [read, setRead] = useState<{ key: string; pages: IdeaPage[] | undefined; problem: string }>({ key: '', pages: [], problem: '' })
  const key = ids.join(' ')
  useEffect(() => {
    const stop = new AbortController()
    const each = ids.map((id) => call('GET /v1/networks/:network/ideas/:id', { id, signal: stop.signal }))
    Promise.all(each).then(
      (pages) => setRead({ key, pages, problem: '' }),
      (error: unknown) => {
        if (!stop.signal.aborted) setRead({ key, pages: undefined, problem: problemOf(error).message })
      },
    )
    return () => stop.abort()
  }, [key])
  return read.key === key ? read : { pages: undefined, problem: '' }
}
