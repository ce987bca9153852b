import { useState } from 'preact/hooks'
import type { HookDeliveriesReply, HookDelivery } from '../../../shared/api/webhooks.ts'
import { own } from '../../../shared/values/own.ts'
import { call } from '../data/api.ts'
import { nothing, problemOf, useQuery } from '../data/use-query.ts'
import { messages } from '../i18n/bank.ts'
import { numbers } from '../i18n/locale.ts'
import { webhookMessages as words } from '../i18n/webhooks.ts'
import { Async } from '../ui/async.tsx'
import { sayExactly } from '../ui/dates.ts'
import { RelativeTime } from '../ui/relative-time.tsx'
import { showToast } from '../ui/toast.tsx'
import { endOf } from './ends.ts'

const titles = [words.columns.at, words.columns.type, words.columns.end, words.columns.tries, words.columns.again] as const

const Row = ({ line, again }: { line: HookDelivery; again: () => void }) => (
  <tr>
    <td data-label={words.columns.at}>
      <time dateTime={new Date(line.at).toISOString()}>{sayExactly(line.at)}</time>
    </td>
    <td data-label={words.columns.type}>{own<string>(words.types, line.type) ?? words.testEvent}</td>
    <td data-label={words.columns.end}>
      <span>
        <span class={line.state === 'failed' ? 'hook-failed' : ''}>{endOf(line)}</span>
        {line.triedAt && <span class="soft"> {words.took({ bytes: line.length, ms: numbers.format(line.took) })}</span>}
        {line.due && (
          <span class="soft">
            {' '}
            · {words.next} <RelativeTime at={line.due} />
          </span>
        )}
      </span>
    </td>
    <td data-label={words.columns.tries}>{numbers.format(line.tries)}</td>
    <td>
      <button type="button" class="button quiet small" onClick={again}>
        {words.sendAgain}
        <span class="unseen"> {sayExactly(line.at)}</span>
      </button>
    </td>
  </tr>
)

/** What was delivered to one webhook, the newest first: how each ended, and to send one again. */
export const DeliveryLog = ({ hook }: { hook: string }) => {
  const replied = useQuery('GET /v1/networks/:network/hooks/:id/deliveries', { id: hook, concerns: nothing })
  return (
    <Async of={replied} what={words.log}>
      {(first) => <Lines hook={hook} first={first} refresh={replied.refresh} />}
    </Async>
  )
}

const Lines = ({ hook, first, refresh }: { hook: string; first: HookDeliveriesReply; refresh: () => void }) => {
  const [more, setMore] = useState<HookDeliveriesReply[]>([])
  /** What was sent again since, as it stands now. */
  const [changed, setChanged] = useState<ReadonlyMap<number, HookDelivery>>(new Map())
  const [problem, setProblem] = useState('')
  const pages = [first, ...more]
  const next = pages.at(-1)?.next
  const trying = (work: () => Promise<void>) => (): void => {
    setProblem('')
    void work().catch((error: unknown) => setProblem(problemOf(error).message))
  }
  /** From the newest on: between an old page and a newer first one lines would be missing. */
  const readAgain = (): void => {
    setMore([])
    setChanged(new Map())
    refresh()
  }
  const again = (number: number) =>
    trying(async () => {
      const line = await call('POST /v1/networks/:network/hooks/:id/deliveries/:number', { id: hook, number: String(number) })
      showToast(words.goesAgain)
      setChanged(new Map([...changed, [number, line]]))
    })
  const fetchMore = trying(async () => {
    const page = await call('GET /v1/networks/:network/hooks/:id/deliveries', { id: hook, query: { before: String(next) } })
    setMore([...more, page])
  })
  return (
    <>
      <p>
        <button type="button" class="button quiet small" onClick={readAgain}>
          {words.readAgain}
        </button>
      </p>
      {first.deliveries.length === 0 ? (
        <p class="empty">{words.noLog}</p>
      ) : (
        <table class="hook-log">
          <thead>
            <tr>
              {titles.map((title, index) => (
                <th key={title} scope="col">
                  {index < titles.length - 1 ? title : <span class="unseen">{title}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pages.flatMap(({ deliveries }) =>
              deliveries.map((line) => <Row key={line.number} line={changed.get(line.number) ?? line} again={again(line.number)} />),
            )}
          </tbody>
        </table>
      )}
      <p class="problem" role="alert">
        {problem}
      </p>
      {next !== null && next !== undefined && (
        <p class="more">
          <button type="button" class="button quiet" onClick={fetchMore}>
            {messages.form.more}
          </button>
        </p>
      )}
    </>
  )
}
