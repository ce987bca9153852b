import 'fake-indexeddb/auto'
import { connected } from '../connected.ts'
import { fakeBrowser } from '../fake-extension-api.ts'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { forgetPublicHost, readPublicHosts, rememberPublicHost } from '../../../extension/browser/public-hosts.ts'
import { clipTab, readAgain, readTab } from '../../../extension/capture/capture.ts'
import { keepPageRules } from '../../../extension/capture/load-page-rules.ts'
import { keepRules } from '../../../extension/capture/load-quick-rules.ts'
import { pageRules } from '../../../extension/capture/page-rules.ts'
import { quickClip } from '../../../extension/capture/quick-clip.ts'
import { quickEnd } from '../../../extension/capture/quick-rules.ts'
import { writeConnection } from '../../../extension/connection/connection.ts'
import { keepForm } from '../../../extension/drafts/drafts.ts'
import { blankForm } from '../../../extension/store/draft.ts'
import { databaseOf } from '../../../extension/store/databases.ts'

keepPageRules(pageRules)
keepRules({ quickEnd })

const database = databaseOf(connected)
const start = {
  from: 'page',
  tab: 4,
  address: 'https://handbook.hospital.example/alarms',
  name: 'Alarms of May',
  selection: 'Eleven alarms.',
} as const
const reading = {
  kind: 'citation',
  citation: { type: 'article-journal', title: 'Alarms of May', URL: start.address },
  publicationTypes: [],
  quote: null,
  entries: [],
  little: null,
  reason: null,
}
const hidden = { patients: 0, known: [], standing: { kind: 'private', signs: [] } }
const open = { patients: 0, known: [], standing: { kind: 'published', signs: [] } }
const ofPatient = { ...hidden, patients: 1 }
const nothing = { address: '', name: '', selection: '', source: null }

/** A tab that shows this page, look after look. */
const page = (looks: readonly unknown[], address: string = start.address, documentId = 'document'): string[] => {
  const [run, left] = [[] as string[], [...looks]]
  const executeScript = ({ files: [file = ''] }: { files: string[] }): Promise<unknown> => {
    run.push(file)
    if (file !== '/portal.js') return Promise.resolve([{ result: reading }])
    const look = left.length > 1 ? left.shift() : left[0]
    return look instanceof Error ? Promise.reject(look) : Promise.resolve([{ result: look, documentId }])
  }
  Object.assign(fakeBrowser, { scripting: { executeScript }, sidePanel: { open: () => Promise.resolve() } })
  Object.assign(fakeBrowser.tabs, { get: () => Promise.resolve({ url: address, title: start.name }) })
  return run
}
const drafts = () => database.drafts.toArray()

beforeEach(async () => {
  vi.restoreAllMocks()
  fakeBrowser.reset()
  await Promise.all([database.outbox.clear(), database.drafts.clear()])
  await writeConnection(connected)
})

describe('[P14] of a private page nothing is kept', () => {
  test('nor read: only what looks at it runs there', async () => {
    const run = page([hidden])
    await clipTab(start)
    expect(run).toEqual(['/portal.js'])
    expect(await drafts()).toMatchObject([{ ...nothing, isPrivate: true, state: 'read' }])
  })

  test('nor of a link on it', async () => {
    page([hidden])
    await clipTab({ from: 'link', tab: 4, address: 'https://handbook.hospital.example/people/4471', name: '' })
    expect(await drafts()).toMatchObject([{ ...nothing, from: 'link', isPrivate: true }])
  })

  test('nor of a PDF that nobody can look at, unless its address has a published number', async () => {
    for (const [address, isPrivate] of [
      ['https://portal.example/letters/quintanilla.pdf', true],
      ['https://journal.example/doi/pdf/10.5555/alarms.1', false],
      ['https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/pdf/a.pdf', false],
    ] as const) {
      await database.drafts.clear()
      page([new Error('closed')], address)
      await clipTab({ ...start, address })
      expect(await drafts()).toMatchObject([isPrivate ? { ...nothing, isPrivate, state: 'pdf' } : { address, isPrivate, state: 'pdf' }])
    }
  })

  test('nor of a page of the browser or a file', async () => {
    page([new Error('closed')], '')
    await clipTab({ ...start, address: 'file:///C:/letters/quintanilla.html', name: 'Quintanilla' })
    expect(await drafts()).toMatchObject([{ ...nothing, state: 'forbidden' }])
  })

  test('what was typed stays when the button is pressed again there, and when the tab shows another page', async () => {
    page([hidden])
    await clipTab(start)
    const [own] = await drafts()
    await keepForm(database, own?.id ?? '', { ...blankForm, change: 'Silence alarms', address: 'https://doi.org/10.5555/a' })
    await clipTab(start)
    expect(await drafts()).toMatchObject([{ id: own?.id, isPrivate: true, form: { change: 'Silence alarms' } }])
    page([open], 'https://journal.example/a', 'another')
    await clipTab({ ...start, address: 'https://journal.example/a', name: 'A' })
    expect((await drafts()).toSorted((a, b) => (a.tab ?? 0) - (b.tab ?? 0))).toMatchObject([
      { ...nothing, tab: null, form: { change: 'Silence alarms', address: 'https://doi.org/10.5555/a' } },
      { tab: 4, isPrivate: false, source: { citation: { title: 'Alarms of May' } } },
    ])
  })

  test('a quick clip is a draft without anything of it, one only, and nothing is sent', async () => {
    page([hidden])
    expect([await quickClip(start), await quickClip(start)]).toEqual(['quickPrivate', 'quickPrivate'])
    expect(await drafts()).toMatchObject([{ ...nothing, isPrivate: true, kept: true, tab: 4 }])
    expect(await database.outbox.count()).toBe(0)
    await database.drafts.clear()
    page([open, hidden])
    expect(await quickClip(start)).toBe('quickPrivate')
    expect(await drafts()).toMatchObject([nothing])
    expect(await database.outbox.count()).toBe(0)
  })

  test('a quick clip leaves what was typed beside it', async () => {
    page([hidden])
    await clipTab(start)
    const [own] = await drafts()
    await keepForm(database, own?.id ?? '', { ...blankForm, change: 'Silence alarms' })
    expect(await quickClip(start)).toBe('quickPrivate')
    expect(await drafts()).toMatchObject([{ id: own?.id, form: { change: 'Silence alarms' }, kept: true }])
  })

  test('a quick clip of a page that turned private in its tab takes nothing from what was read and typed before', async () => {
    page([open])
    await clipTab(start)
    const [own] = await drafts()
    await keepForm(database, own?.id ?? '', { ...blankForm, change: 'Silence alarms' })
    page([hidden])
    expect(await quickClip(start)).toBe('quickPrivate')
    expect((await drafts()).toSorted((a, b) => (a.tab ?? 0) - (b.tab ?? 0))).toMatchObject([
      { id: own?.id, tab: null, source: { citation: { title: 'Alarms of May' } }, form: { change: 'Silence alarms' } },
      { ...nothing, tab: 4, isPrivate: true },
    ])
  })
})

describe('[P16] a page that a person calls public', () => {
  const said = (): Promise<unknown> => readTab(4, '', undefined, true)

  test('is read, and its own words get every rule', async () => {
    page([hidden])
    expect(await said()).toMatchObject({ source: { citation: { title: 'Alarms of May' }, literature: false, saidPublic: true } })
  })

  test('is not read where it shows a patient, said or remembered', async () => {
    page([ofPatient])
    expect(await said()).toEqual({ page: 'document', patients: 1 })
    await rememberPublicHost('handbook.hospital.example')
    await clipTab(start)
    expect(await drafts()).toMatchObject([{ ...nothing, patients: 1 }])
  })

  test('is not taken for private again by the same draft, and another selection can be taken', async () => {
    page([hidden])
    await clipTab(start)
    const [own] = await drafts()
    await pageRules.keepReading(database, own?.id ?? '', await readTab(4, '', undefined, true), start)
    await clipTab(start)
    expect(await drafts()).toMatchObject([
      { id: own?.id, address: start.address, state: 'read', isPrivate: false, source: { saidPublic: true } },
    ])
    await readAgain(own?.id ?? '', 4)
    expect(await drafts()).toMatchObject([{ source: { saidPublic: true, citation: { title: 'Alarms of May' } } }])
    page([hidden], start.address, 'another')
    await clipTab(start)
    expect(await drafts()).toMatchObject([{ ...nothing, isPrivate: true }])
  })

  test('is remembered by its host and port, if the policy allows', async () => {
    page([hidden])
    await rememberPublicHost('handbook.hospital.example')
    expect(await readTab(4)).toMatchObject({ source: { saidPublic: true, literature: false } })
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockResolvedValue({ rememberPublicPages: false } as never)
    expect(await readTab(4)).toEqual({ page: 'document', isPrivate: true })
    vi.restoreAllMocks()
    page([hidden], 'https://handbook.hospital.example:8443/alarms')
    expect(await readTab(4)).toEqual({ page: 'document', isPrivate: true })
    await forgetPublicHost('handbook.hospital.example')
    page([hidden])
    expect(await readTab(4)).toEqual({ page: 'document', isPrivate: true })
  })

  test('hosts are kept once, the newest last, and nothing else that lies there is believed', async () => {
    for (const host of ['a.example', 'b.example', 'a.example']) await rememberPublicHost(host)
    expect(await readPublicHosts()).toEqual(['b.example', 'a.example'])
    for (let index = 0; index < 210; index += 1) await rememberPublicHost(`h${index}.example`)
    expect(await readPublicHosts()).toHaveLength(200)
    await fakeBrowser.storage.local.set({ publicHosts: [{ host: 'a' }] })
    expect(await readPublicHosts()).toEqual([])
  })
})
