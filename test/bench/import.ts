import { randomUUID } from 'node:crypto'
import type { LocalWorker } from '../../worker/local/local-worker.ts'
import { readRows } from '../../shared/import/tables/read-rows.ts'
import { tableIn } from '../../shared/import/tables/find-table.ts'
import { readDelimited } from '../../shared/import/tables/read-delimited.ts'
import { suggestColumns } from '../../shared/import/tables/suggest-columns.ts'
import { argsOf } from '../../shared/import/tables/to-mutations.ts'
import { defaultFramework } from '../../shared/domain/framework.ts'
import { guard } from '../../shared/mutations/engine/phi-guard.ts'
import { type Came, createImportRun, portionsOf, type Wanted } from '../../worker/dashboard/import/run-import.ts'
import type { MutateReply } from '../../shared/sync/protocol.ts'
import { type BenchNetwork, makeBenchNetwork, take } from './bank.ts'
import { benchImportPage } from './import-page.ts'
import { cpuOfServer } from './processor.ts'

const rows = 5000
const words =
  'ward infant weight oximeter discharge family clinic feeding line handover checklist alarm night rounding transfer home growth'.split(' ')
const sentence = (number: number, length: number): string =>
  Array.from({ length }, (_, at) => words[(number * 7 + at * (1 + (number % 11))) % words.length]).join(' ')

const list = (): string =>
  [
    'No,Idea,Problem,Details,Site,Status,Date,Proposed by',
    ...Array.from(
      { length: rows },
      (_, at) =>
        `${at + 1},"${sentence(at, 12)} ${at}","${sentence(at + 3, 14)}","${sentence(at + 5, 40)}",Site ${at % 300},${['New', 'Testing', 'Adopted', 'Parked'][at % 4]},2025-0${1 + (at % 9)}-1${at % 10},Pat Oak`,
    ),
  ].join('\n')

const seconds = (from: number): number => (performance.now() - from) / 1000

/** Brings in a list of 5,000 rows as the page does: reads it, looks for patients, sends it in portions, each beside a portion of plain proposals; then once more, and out again. */
export const benchImport = async (worker: LocalWorker): Promise<void> => {
  const network = await makeBenchNetwork(worker, 'import')
  const from = performance.now()
  const table = tableIn(readDelimited(list(), 'list.csv').sheet)
  const sites = Array.from({ length: 300 }, (_, at) => ({ key: `site-${at}`, label: `Site ${at}` }))
  const lists = { sites, topics: [], pathways: defaultFramework.pathways, phases: defaultFramework.phases }
  const { rows: read } = readRows(table, suggestColumns(table, lists).mapping, lists, { values: {}, rows: [] }, '2026-11-30')
  const run = randomUUID()
  const of = {
    network: network.slug,
    run,
    file: 'list.csv',
    framework: defaultFramework,
    reasons: { parked: 'not-now' },
    sentence: 'So it stood in the list.',
    lookAgain: Date.now() + 90 * 24 * 60 * 60 * 1000,
    memberNamed: () => undefined,
  }
  const asked = read.flatMap((row) => (row.idea ? [argsOf(row, row.idea, of)] : []))
  console.log(`  read ${asked.length} rows in ${seconds(from).toFixed(2)} s`)
  const guarded = performance.now()
  const wanted = asked.filter((args) => !guard(args)).map((args) => ({ id: randomUUID(), name: 'importIdea' as const, args }))
  console.log(`  looked for patients in ${seconds(guarded).toFixed(2)} s`)
  const sendTo =
    ({ slug, token }: BenchNetwork) =>
    async (mutations: object[]): Promise<MutateReply> => {
      const response = await fetch(`${worker.url}/v1/networks/${slug}/mutations`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ mutations }),
      })
      if (!response.ok) throw new Error(`mutations answered ${response.status}: ${await response.text()}`)
      return (await response.json()) as MutateReply
    }
  const runOn = (on: BenchNetwork) => {
    const run = createImportRun({ send: sendTo(on), wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)) })
    return (some: readonly Wanted[]): Promise<Came[]> => run(some, new AbortController().signal, () => undefined)
  }
  const before = seconds(from)
  const plain = await makeBenchNetwork(worker, 'import-plain')
  const [bring, push] = [runOn(network), runOn(plain)]
  const proposals = wanted.map(({ args }): Wanted => {
    const { change, problem, details, site } = args
    return { id: randomUUID(), name: 'proposeIdea', args: { idea: randomUUID(), change, problem, details, site } }
  })
  let [importing, pushing, done, busyImporting, busyPushing] = [0, 0, 0, 0, 0]
  for (const [at, portion] of portionsOf(wanted).entries()) {
    const [sent, busy] = [performance.now(), cpuOfServer()]
    done += (await bring(portion)).filter(({ came }) => came === 'done').length
    importing += seconds(sent)
    const [pushed, between] = [performance.now(), cpuOfServer()]
    await push(portionsOf(proposals)[at] ?? [])
    pushing += seconds(pushed)
    busyImporting += between - busy
    busyPushing += cpuOfServer() - between
  }
  console.log(
    `  sent in ${importing.toFixed(2)} s: ${done} of ${rows} came in; the same words as plain proposals, portion by portion beside it, ${pushing.toFixed(2)} s`,
  )
  console.log(
    `  of the server’s processor time ${(busyImporting / rows).toFixed(2)} ms a row, as plain proposals ${(busyPushing / rows).toFixed(2)}`,
  )
  console.log(`  end to end ${Math.round(rows / (before + importing))} rows/s`)
  const again = performance.now()
  const repeated = await bring(wanted)
  console.log(
    `  the same once more in ${seconds(again).toFixed(2)} s: ${repeated.filter(({ came }) => came === 'done').length} answered as before`,
  )
  const back = performance.now()
  const taken = await bring(wanted.map(({ args }) => ({ id: randomUUID(), name: 'removeImported', args: { idea: args.idea, run } })))
  console.log(`  taken out again in ${seconds(back).toFixed(2)} s: ${taken.filter(({ came }) => came === 'done').length}`)
  const { ideas } = JSON.parse(await take(worker, network, 'health')) as { ideas: number }
  console.log(`  ${ideas} ideas in the bank`)
  await benchImportPage(worker, await makeBenchNetwork(worker, 'import-page'), list(), rows)
}
