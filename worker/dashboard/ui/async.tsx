import type { ComponentChildren } from 'preact'
import type { QueryState } from '../data/use-query.ts'
import { messages } from '../i18n/bank.ts'

interface Props<Reply> {
  of: QueryState<Reply>
  /** What is being fetched, for a screen reader. */
  what: string
  children: (reply: Reply) => ComponentChildren
}

/** What an address answers, what stands there until it does, and what went wrong. An old answer is better than none. */
export const Async = <Reply,>({ of, what, children }: Props<Reply>) => (
  <>
    {of.problem && (
      <div class="notice problem" role="alert">
        <p>{of.problem.message}</p>
        <button type="button" class="button quiet" onClick={of.refresh}>
          {messages.tryAgain}
        </button>
      </div>
    )}
    {of.reply !== undefined ? children(of.reply) : !of.problem && <p class="fetching">{messages.fetching({ what })}</p>}
  </>
)
