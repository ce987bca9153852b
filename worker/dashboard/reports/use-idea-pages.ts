import { useEffect, useState } from 'preact/hooks'
import type { IdeaPage } from '../../../shared/api/bank.ts'
import { call } from '../data/api.ts'
import { problemOf } from '../data/use-query.ts'

/** The server answers so many requests of one person at a time; more would be told to come again. */
const atOnce = 4

const readSome = async (ids: readonly string[], signal: AbortSignal): Promise<IdeaPage[]> => {
  const pages: IdeaPage[] = []
  for (let from = 0; from < ids.length; from += atOnce)
    pages.push(
      ...(await Promise.all(ids.slice(from, from + atOnce).map((id) => call('GET /v1/networks/:network/ideas/:id', { id, signal })))),
    )
  return pages
}

/** What is read one by one of several ideas: their pages in that order, `undefined` until all have come; or why they did not. */
export const useIdeaPages = (ids: readonly string[]): { pages: IdeaPage[] | undefined; problem: string } => {
  const [read, setRead] = useState<{ key: string; pages: IdeaPage[] | undefined; problem: string }>({ key: '', pages: [], problem: '' })
  const key = ids.join(' ')
  useEffect(() => {
    const stop = new AbortController()
    readSome(ids, stop.signal).then(
      (pages) => setRead({ key, pages, problem: '' }),
      (error: unknown) => {
        if (!stop.signal.aborted) setRead({ key, pages: undefined, problem: problemOf(error).message })
      },
    )
    return () => stop.abort()
  }, [key])
  return read.key === key ? read : { pages: undefined, problem: '' }
}
