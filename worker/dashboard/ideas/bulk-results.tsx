import type { BulkResult } from '../data/bulk-mutate.ts'
import { listMessages } from '../i18n/lists.ts'
import { messages as common } from '../i18n/bank.ts'

const { bulk: messages } = listMessages

export const failedIn = (results: readonly BulkResult[]): BulkResult[] => results.filter(({ problem }) => problem !== '')

interface Props {
  results: readonly BulkResult[]
  /** So many had it already. */
  same: number
  /** It tells of taking back what was done to many. */
  undone?: boolean
  undo: (() => void) | undefined
}

/** What came of a bulk action, or of taking it back: of how many ideas, and why not of the others. */
export const BulkResults = ({ results, same, undone, undo }: Props) => {
  const failed = failedIn(results)
  const count = results.length - failed.length
  return (
    <div class="bulk-results" role="region" aria-label={messages.results}>
      <p>
        {undone ? messages.undone({ count }) : messages.done({ count })} {same > 0 && messages.same({ count: same })}{' '}
        {undo && (
          <button type="button" class="button quiet small" aria-keyshortcuts="u" onClick={undo}>
            {common.undo.button} <kbd aria-hidden="true">u</kbd>
          </button>
        )}
      </p>
      {failed.length > 0 && (
        <>
          <p class="problem">{undone ? messages.stayed({ count: failed.length }) : messages.failed({ count: failed.length })}</p>
          <ul>
            {failed.map(({ idea, change, problem }) => (
              <li key={idea}>
                <a href={`/ideas/${idea}`}>{change}</a>: {problem}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
