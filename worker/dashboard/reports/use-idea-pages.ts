import { useEffect, useState } from 'preact/hooks'
import type { IdeaPage } from '../../../shared/api/bank.ts'
import { call } from '../data/api.ts'
import { problemOf } from '../data/use-query.ts'

/** The server answers so many requests of one person at a time; more would be told to come again. */
const atOnce = 4

/** Pages in that order, a few at a time, until so many are wanted ones: of the rest nothing is asked. Answers the wanted ones. */
export const readUntil = async <Page>(
  ids: readonly string[],
  read: (id: string) => Promise<Page>,
  wanted: (page: Page) => boolean,
  enough: number,
): Promise<Page[]> => {
  const found: Page[] = []
  for (let from = 0; from < ids.length && found.length < enough; from += atOnce)
    found.push(...(await Promise.all(ids.slice(from, from + atOnce).map(read))).filter(wanted))
  return found.slice(0, enough)
}

/**
 * The first wanted ones among the pages of several ideas, `undefined` until they have come; or why they did not.
 * @param wanted A function that stays the same.
 */
export const useIdeaPages = (
  ids: readonly string[],
  wanted: (page: IdeaPage) => boolean,
  enough: number,
): { pages: IdeaPage[] | undefined; problem: string } => {
  const [read, setRead] = useState<{ key: string; pages: IdeaPage[] | undefined; problem: string }>({ key: '', pages: [], problem: '' })
  const key = ids.join(' ')
  useEffect(() => {
    const stop = new AbortController()
    const read = (id: string): Promise<IdeaPage> => call('GET /v1/networks/:network/ideas/:id', { id, signal: stop.signal })
    readUntil(ids, read, wanted, enough).then(
      (pages) => setRead({ key, pages, problem: '' }),
      (error: unknown) => {
        if (!stop.signal.aborted) setRead({ key, pages: undefined, problem: problemOf(error).message })
      },
    )
    return () => stop.abort()
  }, [key])
  return read.key === key ? read : { pages: undefined, problem: '' }
}
