import { importMessages } from '../i18n/imports.ts'
import { translate } from '../i18n/translate.ts'
import { end, goOn, pause, running, undoImport } from './running.ts'

const mostShown = 50

/** What came of what was sent so far, and how to stop it, go on, or take it back. */
export const Progress = () => {
  const now = running.value
  if (!now) return null
  const count = (came: string): number => now.results.filter((one) => one.came === came).length
  const refused = now.results.filter(({ came }) => came === 'refused')
  const told = importMessages.progress[now.what]
  return (
    <section class="notice quiet import-progress" aria-labelledby="import-progress">
      <h2 id="import-progress">{told.title}</h2>
      <progress aria-label={told.title} max={now.total || 1} value={now.total === 0 ? 1 : now.results.length} />
      <p role="status">
        {told.counts({ done: count('done'), there: count('there'), refused: refused.length, total: now.total })}{' '}
        {now.state === 'runs' && now.waiting && importMessages.progress.waiting}
        {now.state === 'done' && importMessages.progress.done}
        {now.state === 'paused' && importMessages.progress.paused}
      </p>
      {now.problem && (
        <p class="problem" role="alert">
          {now.problem}
        </p>
      )}
      {refused.length > 0 && (
        <details>
          <summary>{told.left({ count: refused.length })}</summary>
          <ul>
            {refused.slice(0, mostShown).map(({ id, reason, message }) => (
              <li key={id}>{translate(reason ?? message ?? '', message)}</li>
            ))}
          </ul>
        </details>
      )}
      <p class="import-buttons">
        {now.state === 'runs' && (
          <button type="button" class="button quiet" onClick={pause}>
            {importMessages.progress.pause}
          </button>
        )}
        {(now.state === 'paused' || now.state === 'stopped') && (
          <button type="button" class="button primary" onClick={goOn}>
            {importMessages.progress.goOn}
          </button>
        )}
        {now.state !== 'runs' && now.what === 'import' && count('done') > 0 && (
          <button type="button" class="button quiet" onClick={() => void undoImport(now.run)}>
            {importMessages.progress.takeOut}
          </button>
        )}
        {now.state !== 'runs' && (
          <button type="button" class="button quiet" onClick={end}>
            {importMessages.progress.close}
          </button>
        )}
        {now.state === 'done' && now.what === 'import' && now.of === 'ideas' && (
          <a href="/ideas?disposition=all">{importMessages.progress.toIdeas}</a>
        )}
        {now.state === 'done' && now.what === 'import' && now.of === 'evidence' && (
          <a href="/evidence?state=all">{importMessages.progress.toEvidence}</a>
        )}
      </p>
    </section>
  )
}
