import type { Page } from 'puppeteer-core'
import { numbered, propose, wake } from '../e2e/sync-device.ts'
import { bankFile } from '../load/kept.ts'
import { type KeptHere, keptHere, keptInBank } from './kept-here.ts'
import type { OlderBuild } from './older-build.ts'
import { pause, type Place, since } from './place.ts'

export const network = 'upgraded'
export const unsent = numbered('unsent before', 40)
const sent = numbered('sent before', 30)

export interface Filled {
  /** Opens the bank's routes. */
  token: string
  here: KeptHere
  bank: ReadonlyMap<string, string>
}

/** In a page: half-written clips and texts of a form, in the stores that every version has them in. */
const putTyped = async (): Promise<void> => {
  const name = (await indexedDB.databases()).find(({ name }) => name?.startsWith('gleaner:') && name !== 'gleaner:unconnected')?.name ?? ''
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open(name)
    asked.addEventListener('success', () => resolve(asked.result))
    asked.addEventListener('error', () => reject(new Error(String(asked.error))))
  })
  const transaction = database.transaction(['drafts', 'meta'], 'readwrite')
  const empty = { tab: null, run: '', address: '', name: '', state: 'read', source: null, selection: '', ideas: [], replaces: [] }
  for (let number = 0; number < 20; number += 1) {
    const form = { change: `Half a draft ${number}`, problem: 'So far', note: '', readOver: false }
    transaction.objectStore('drafts').put({ ...empty, id: crypto.randomUUID(), from: 'hand', form, changedAt: Date.now() })
  }
  transaction.objectStore('meta').put({ key: 'texts', value: { 'comment of an idea': { text: 'Half a comment' } } })
  await new Promise((resolve, reject) => {
    transaction.addEventListener('complete', resolve)
    transaction.addEventListener('abort', () => reject(new Error(String(transaction.error))))
  })
  database.close()
}

export const waitFor = async (page: Page, holds: (kept: KeptHere) => boolean, interval: number): Promise<KeptHere> => {
  let last = ''
  for (const start = Date.now(); Date.now() - start < 300_000; await pause(interval)) {
    const kept = await keptHere(page)
    if (kept && holds(kept)) return kept
    last = kept ? `layout ${kept.version}, ${kept.rows.size} rows, ${kept.outbox.size} unsent, ${kept.archive.length} sent` : 'nothing'
  }
  throw new Error(`Waited in vain: ${last}`)
}

/** The older server keeps so many ideas, the older extension reads them all, sends something, and is left with something unsent and half-written. */
export const fillOlder = async (old: OlderBuild, place: Place, ideas: number): Promise<Filled> => {
  const { state, port } = place
  const worker = await old.worker.startWorker({ state, port })
  const made = await old.bank.makeBenchNetwork(worker, network)
  const from = performance.now()
  await old.bank.fill(worker, made, ideas)
  console.log(`${old.commit}: ${ideas} ideas in its bank after ${since(from)}`)
  place.install(old.extension)
  const browser = await place.startBrowser()
  const asked = { kind: 'device', person: `bench-${network}`, network }
  const { code } = await old.worker.callDevelopment<{ code: string }>(worker, '/codes', asked)
  await old.steps.connectExtension(browser, `${worker.url}/connect#${code}`)
  const page = await browser.options()
  await waitFor(page, ({ rows }) => rows.size >= ideas, 5000)
  const save = async (changes: readonly string[]): Promise<void> => {
    const answer = await propose(page, changes)
    if (answer !== 'saved') throw new Error(`The older layout takes no mutation: ${answer}`)
  }
  await save(sent)
  await wake(page)
  await waitFor(
    page,
    ({ outbox, archive, rows }) => outbox.size === 0 && archive.length >= sent.length && rows.size >= ideas + sent.length,
    2000,
  )
  await worker.stop()
  await save(unsent)
  await page.evaluate(putTyped)
  const here = await keptHere(page)
  await browser.close()
  if (!here) throw new Error('The older extension keeps nothing')
  const { version, rows, outbox, drafts, archive } = here
  console.log(`its extension: layout ${version}, ${rows.size} rows, ${outbox.size} unsent, ${drafts.size} drafts, ${archive.length} sent`)
  return { token: made.token, here, bank: keptInBank(bankFile(state)) }
}
