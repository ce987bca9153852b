import { useState } from 'preact/hooks'
import type { ImportRun } from '../../../shared/api/imports.ts'
import { personName } from '../data/framework.ts'
import { nothing, useQuery } from '../data/use-query.ts'
import { importMessages } from '../i18n/imports.ts'
import { Async } from '../ui/async.tsx'
import { RelativeTime } from '../ui/relative-time.tsx'
import { running, undoImport } from './running.ts'

const Past = ({ past: { run, of, file, by, at, made, left } }: { past: ImportRun }) => {
  const [asked, ask] = useState(false)
  const busy = running.value?.state === 'runs'
  return (
    <li>
      <b>{file}</b>{' '}
      <span class="soft small">
        {personName(by)}, <RelativeTime at={at} />
      </span>
      <p class="small">{importMessages.past[of === 'ideas' ? 'counts' : 'countsClips']({ made, left })}</p>
      {left > 0 && !asked && (
        <button type="button" class="button quiet small" aria-disabled={busy} onClick={() => ask(!busy)}>
          {importMessages.past.takeOut}
        </button>
      )}
      {left > 0 && asked && (
        <div class="notice">
          <p>{importMessages.past[of === 'ideas' ? 'sure' : 'sureClips']({ left })}</p>
          <p class="import-buttons">
            <button
              type="button"
              class="button danger small"
              aria-disabled={busy}
              onClick={() => {
                if (busy) return
                ask(false)
                void undoImport(run)
              }}
            >
              {importMessages.past.yes}
            </button>
            <button type="button" class="button quiet small" onClick={() => ask(false)}>
              {importMessages.past.no}
            </button>
          </p>
        </div>
      )}
    </li>
  )
}

/** The imports of this network, each to be taken out as a whole. */
export const PastImports = () => {
  const replied = useQuery('GET /v1/networks/:network/imports', { concerns: nothing })
  return (
    <section aria-labelledby="import-past">
      <h2 id="import-past">{importMessages.past.title}</h2>
      <Async of={replied} what={importMessages.past.title}>
        {({ runs }) =>
          runs.length === 0 ? (
            <p class="soft">{importMessages.past.none}</p>
          ) : (
            <ul class="import-past">
              {runs.map((past) => (
                <Past key={past.run} past={past} />
              ))}
            </ul>
          )
        }
      </Async>
    </section>
  )
}
