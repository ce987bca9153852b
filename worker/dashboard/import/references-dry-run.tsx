import { useEffect, useMemo, useState } from 'preact/hooks'
import { saveFile } from '../../../shared/web/save-file.ts'
import { draft } from '../data/drafts.ts'
import { me } from '../data/session.ts'
import { problemOf } from '../data/use-query.ts'
import { messages } from '../i18n/bank.ts'
import { importMessages } from '../i18n/imports.ts'
import { RadioField } from '../ui/fields.tsx'
import { IdeaPicker } from '../ui/idea-picker.tsx'
import { askBank, type CheckedItem, checkItems } from './check-references.ts'
import { outcomesCsv } from './outcome.ts'
import { OutcomeRows } from './outcome-rows.tsx'
import { referenceOutcomes } from './reference-outcome.ts'
import { attachTo, type OpenReferences } from './references-state.ts'
import { running, startReferences } from './running.ts'

const told = importMessages.references
/** A run of no import: the items are only looked at. */
const noRun = '00000000-0000-4000-8000-000000000000'

interface Looked {
  checked: readonly CheckedItem[]
  known: ReadonlySet<string>
}

/** The guard's word and the bank's on every item. */
const useLook = ({ file, read }: OpenReferences): { looked: Looked | undefined; done: number; problem: string } => {
  const [state, set] = useState<{ looked: Looked | undefined; done: number; problem: string }>({ looked: undefined, done: 0, problem: '' })
  const isDone = running.value?.state === 'done'
  useEffect(() => {
    const [stop, network] = [new AbortController(), me.value?.network.slug ?? '']
    const look = async (): Promise<void> => {
      const checked = await checkItems(
        read.items,
        { network, run: noRun, file, ideas: [] },
        stop.signal,
        (done) => !stop.signal.aborted && set((before) => ({ ...before, done })),
      )
      if (stop.signal.aborted) return
      const held = checked.filter(({ found }) => found.length > 0)
      const { items, known } = await askBank(checked.filter(({ found }) => found.length === 0))
      if (!stop.signal.aborted) set({ looked: { checked: [...items, ...held], known }, done: checked.length, problem: '' })
    }
    look().catch((error: unknown) => !stop.signal.aborted && set({ looked: undefined, done: 0, problem: problemOf(error).message }))
    return () => stop.abort()
  }, [read, file, isDone])
  return state
}

/** For which idea they are: one, or none yet. */
const Where = () => {
  const [what, choose] = useState<'loose' | 'idea'>('loose')
  return (
    <div class="form import-choose">
      <RadioField
        legend={told.where}
        value={what}
        choices={(['loose', 'idea'] as const).map((key) => ({ key, label: told.wheres[key], hint: '' }))}
        onChange={(key) => {
          choose(key === 'idea' ? 'idea' : 'loose')
          attachTo.value = ''
        }}
      />
      {what === 'idea' && (
        <IdeaPicker
          search={draft('import-references/search')}
          label={told.search}
          legend={told.idea}
          noneYet={told.noIdeaYet}
          without={() => false}
          chosen={attachTo.value}
          choose={(id) => (attachTo.value = id)}
        />
      )}
      {what === 'idea' && attachTo.value === '' && <p class="soft small">{told.looseUntil}</p>}
    </div>
  )
}

/** What becomes of each entry of a file of references, before anything is sent; then the import. */
export const ReferencesDryRun = ({ list }: { list: OpenReferences }) => {
  const { looked, done, problem } = useLook(list)
  const { outcomes, coming } = useMemo(
    () => (looked ? referenceOutcomes(list.read, looked.checked, looked.known) : { outcomes: [], coming: [] }),
    [looked, list],
  )
  const total = list.read.items.length
  const ready = looked !== undefined && coming.length > 0 && running.value?.state !== 'runs'
  return (
    <>
      <p role="status">{told.found({ count: total, format: told.formats[list.read.format] })}</p>
      {(list.read.format === 'csv-references' || list.read.format === 'identifiers') && (
        <p>
          <button type="button" class="button quiet small" onClick={() => void list.asTable()}>
            {told.asTable}
          </button>
        </p>
      )}
      <Where />
      <section aria-labelledby="import-dry">
        <h2 id="import-dry">{importMessages.dry.title}</h2>
        {problem && (
          <p class="notice problem" role="alert">
            {problem}
          </p>
        )}
        <p role="status">{looked ? told.summary({ count: coming.length }) : importMessages.dry.checking({ done, total })}</p>
        <p class="soft small">{told.kept}</p>
        {outcomes.some(({ fate }) => fate === 'held') && <p class="notice">{importMessages.dry.held}</p>}
        {looked && <OutcomeRows outcomes={outcomes} place={told.line} what={messages.evidence.title} />}
        <p class="import-buttons">
          <button
            type="button"
            class="button primary"
            aria-disabled={!ready}
            onClick={() => {
              if (ready) void startReferences(list, coming, attachTo.value)
            }}
          >
            {told.start({ count: coming.length })}
          </button>
          <button
            type="button"
            class="button quiet"
            disabled={outcomes.length === 0}
            onClick={() => saveFile(`${importMessages.csv.file} ${list.file}.csv`, outcomesCsv(outcomes, told.line), 'text/csv')}
          >
            {importMessages.dry.download}
          </button>
        </p>
      </section>
    </>
  )
}
