import { useState } from 'preact/hooks'
import { assertionKinds } from '../../../shared/lookups/assertion.ts'
import { call } from '../data/api.ts'
import { may } from '../data/session.ts'
import { problemOf } from '../data/use-query.ts'
import { importMessages } from '../i18n/imports.ts'
import { lookupMessages } from '../i18n/lookups.ts'
import { Field } from '../ui/fields.tsx'
import '../ui/form.css'
import { Page } from '../ui/page.tsx'
import './import-page.css'
import { createImportRun } from './run-import.ts'
import { Losing, MarkLine } from './watch-list-marks.tsx'
import { type DryList, dryList, losing, readShare, readWatchList, wantedOf } from './watch-list-state.ts'

const { list: messages, kinds } = lookupMessages
const mostShown = 50

const run = createImportRun({
  send: (mutations) => call('POST /v1/networks/:network/mutations', { body: { mutations } }),
  wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
})

const Choose = () => {
  const [problem, setProblem] = useState('')
  const share = readShare.value
  const read = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setProblem('')
    try {
      const wrong = await readWatchList(file)
      if (wrong) setProblem(messages.problems[wrong])
    } catch (error) {
      setProblem(problemOf(error).message)
    }
  }
  return (
    <div class="form import-choose">
      <Field label={messages.file} hint={messages.fileHint}>
        {(ids) => (
          <input
            {...ids}
            type="file"
            accept=".csv,text/csv"
            aria-disabled={share !== undefined}
            onChange={({ currentTarget }) => {
              if (share === undefined) void read(currentTarget.files?.[0])
            }}
          />
        )}
      </Field>
      {share !== undefined && <progress aria-label={messages.reading} max={1} value={share} />}
      <p class="problem" role="alert">
        {problem}
      </p>
    </div>
  )
}

const Send = ({ dry }: { dry: DryList }) => {
  const [state, setState] = useState<{ done: number; refused: number; busy: boolean; problem: string }>()
  const wanted = wantedOf(dry)
  const send = async (): Promise<void> => {
    setState({ done: 0, refused: 0, busy: true, problem: '' })
    try {
      const results = await run(wanted, new AbortController().signal, ({ results: so }) =>
        setState({ done: so.length, refused: 0, busy: true, problem: '' }),
      )
      setState({ done: results.length, refused: results.filter(({ came }) => came === 'refused').length, busy: false, problem: '' })
    } catch (error) {
      setState({ done: 0, refused: 0, busy: false, problem: problemOf(error).message })
    }
  }
  if (state && !state.busy && !state.problem)
    return <p role="status">{messages.done({ count: state.done - state.refused, refused: state.refused })}</p>
  return (
    <>
      {wanted.length === 0 ? (
        <p role="status">{losing(dry) > 0 ? messages.onlyLosing : messages.nothingNew}</p>
      ) : (
        <button type="button" class="button primary" aria-disabled={state?.busy === true} onClick={() => !state?.busy && void send()}>
          {messages.mark({ count: wanted.length })}
        </button>
      )}
      {state?.busy && <progress aria-label={messages.sending} max={wanted.length} value={state.done} />}
      <p class="problem" role="alert">
        {state?.problem}
      </p>
    </>
  )
}

/** What would be marked, before anything is sent. */
const Dry = ({ dry }: { dry: DryList }) => {
  const { list, marks } = dry
  const counts = assertionKinds.flatMap((kind) => {
    const count = marks.filter(({ said }) => said.some((one) => one.kind === kind)).length
    return count > 0 ? [messages.ofKind({ kind: kinds[kind], count })] : []
  })
  return (
    <section aria-labelledby="dry-list">
      <h2 id="dry-list">{dry.file}</h2>
      <p>{messages.read({ rows: list.rows, told: list.told, newest: list.newest })}</p>
      <p>{messages.found({ marks: marks.filter(({ said }) => said.length > 0).length, clips: dry.clips })}</p>
      {counts.length > 0 && (
        <ul class="notes">
          {counts.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      <Field label={messages.day} hint={messages.dayHint}>
        {(ids) => (
          <input
            {...ids}
            type="date"
            value={dry.day}
            onChange={({ currentTarget: { value } }) => {
              if (value) dryList.value = { ...dry, day: value }
            }}
          />
        )}
      </Field>
      {marks.length > 0 && (
        <details open={marks.length <= 10}>
          <summary>{messages.which}</summary>
          <ul class="small notes">
            {marks.slice(0, mostShown).map((mark) => (
              <MarkLine key={mark.clip.evidence} mark={mark} />
            ))}
          </ul>
        </details>
      )}
      <Losing dry={dry} />
      <Send key={`${list.rows}/${dry.takeAway}`} dry={dry} />
    </section>
  )
}

/** Marks the network's papers by an uploaded list of Retraction Watch; nobody outside is asked. */
export const WatchListPage = () => (
  <Page title={messages.title} class="import" lead={<p>{may('recordWatchList') ? messages.lead : importMessages.onlyCoordinators}</p>}>
    {may('recordWatchList') && (
      <>
        <Choose />
        {dryList.value && <Dry dry={dryList.value} key={dryList.value.file} />}
      </>
    )}
  </Page>
)
