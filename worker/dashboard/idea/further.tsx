import { useEffect, useState } from 'preact/hooks'
import type { FurtherPart, FurtherParts } from '../../../shared/api/bank.ts'
import { call } from '../data/api.ts'
import { problemOf } from '../data/use-query.ts'
import { messages } from '../i18n/bank.ts'

interface Further<Row> {
  /** What was fetched beyond the page itself. */
  rows: Row[]
  /** Fetches the next; `undefined` where all is there. */
  more: (() => void) | undefined
  problem: string | undefined
}

/** What an idea's page has no room for, fetched when somebody asks. `first` is where it begins, as the page says it. */
export const useFurther = <Of extends FurtherPart>(idea: string, of: Of, first: string | null): Further<FurtherParts[Of][number]> => {
  type Row = FurtherParts[Of][number]
  const [added, setAdded] = useState<{ rows: Row[]; next: string | null }>({ rows: [], next: first })
  const [problem, setProblem] = useState<string | undefined>(undefined)
  useEffect(() => setAdded({ rows: [], next: first }), [idea, first])
  const fetchNext = async (after: string): Promise<void> => {
    setProblem(undefined)
    try {
      const reply = await call('GET /v1/networks/:network/ideas/:id/further', { id: idea, query: { of, after } })
      setAdded(({ rows }) => ({ rows: [...rows, ...(reply[of] as Row[])], next: reply.next }))
    } catch (error) {
      setProblem(problemOf(error).message)
    }
  }
  const { rows, next } = added
  return { rows, more: next === null ? undefined : () => void fetchNext(next), problem }
}

/** The button below what is shown so far. */
export const MoreButton = ({ more, problem }: Pick<Further<unknown>, 'more' | 'problem'>) => (
  <>
    {problem && <p role="alert">{problem}</p>}
    {more && (
      <button type="button" class="button quiet" onClick={more}>
        {messages.form.more}
      </button>
    )}
  </>
)
