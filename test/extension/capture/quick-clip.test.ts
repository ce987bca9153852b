import 'fake-indexeddb/auto'
import { connected } from '../connected.ts'
import { fakeBrowser } from '../fake-extension-api.ts'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { databaseOf } from '../../../extension/store/databases.ts'
import { blankForm } from '../../../extension/store/draft.ts'
import { keepRules } from '../../../extension/capture/load-quick-rules.ts'
import { quickClip } from '../../../extension/capture/quick-clip.ts'
import { offerUndo, readQuick, undoQuick } from '../../../extension/capture/quick-undo.ts'
import { quickEnd } from '../../../extension/capture/quick-rules.ts'
import { writeConnection } from '../../../extension/connection/connection.ts'
import { keepPageRules } from '../../../extension/capture/load-page-rules.ts'
import { pageRules } from '../../../extension/capture/page-rules.ts'
import '../../../shared/phi/by-language/provide.ts'

keepPageRules(pageRules)

const database = databaseOf(connected)
const start = { from: 'page', tab: 4, address: 'https://journal.example/a', name: 'Early feeding' } as const

const reading = {
  kind: 'citation',
  citation: { type: 'article-journal', title: 'Early feeding', URL: start.address, DOI: '10.5555/early' },
  publicationTypes: [],
  quote: { exact: 'Fed early.', prefix: '', suffix: '' },
  link: `${start.address}#:~:text=Fed%20early.`,
  entries: [],
  little: null,
  reason: null,
}
const nobodyShown = { patients: 0, known: [], standing: { kind: 'published', signs: [] } }
const somebody = { patients: 1, known: [{ type: 'NAME', value: 'Quintanilla, Marisol' }] }

/** A page: what it shows of patients, at each look, and what its reader says. */
const page = ({ shown = [nobodyShown], read = reading }: { shown?: unknown[]; read?: unknown }): string[] => {
  const run: string[] = []
  const looks = [...shown]
  const executeScript = ({ files: [file = ''] }: { files: string[] }): Promise<unknown> => {
    run.push(file)
    if (file !== '/portal.js') return Promise.resolve([{ result: read }])
    const look = looks.length > 1 ? looks.shift() : looks[0]
    return look instanceof Error ? Promise.reject(look) : Promise.resolve([{ result: look, documentId: 'document' }])
  }
  Object.assign(fakeBrowser, { scripting: { executeScript } })
  return run
}

const kept = async () => ({ waiting: await database.outbox.toArray(), drafts: await database.drafts.toArray() })

beforeEach(async () => {
  fakeBrowser.reset()
  keepRules({ quickEnd })
  await Promise.all([database.outbox.clear(), database.drafts.clear(), database.blocks.clear()])
  await writeConnection(connected)
})

const evidenceOf = async (): Promise<unknown> =>
  (await kept()).waiting.map(({ name, args }) => [name, (args as { evidence: string }).evidence])

describe('[C40] a quick clip names the paper that it kept, and is undone from the button’s menu', () => {
  const menus = new Map<string, string>()
  beforeEach(() => {
    menus.clear()
    Object.assign(fakeBrowser, {
      contextMenus: {
        create: ({ id, title }: { id: string; title: string }) => menus.set(id, title),
        remove: (id: string) => (menus.delete(id) ? Promise.resolve() : Promise.reject(new Error('No such menu'))),
      },
      i18n: { getMessage: (name: string, values: string[]) => [name, ...values].join(': ') },
    })
  })

  test('once, by the person who made it, as a withdrawal that is sent like any mutation', async () => {
    page({ read: { ...reading, citation: { ...reading.citation, title: `Milk & ${'very '.repeat(30)}early feeding` } } })
    expect(await Promise.all([quickClip(start), quickClip(start)])).toEqual(['quickKept', 'quickKnown'])
    await offerUndo()
    expect(menus.get('quick-undo')).toMatch(/^quickUndo: Milk && very very .*…$/)
    expect((await readQuick())?.title).toHaveLength(80)
    const [[, evidence] = []] = (await evidenceOf()) as string[][]
    expect(await undoQuick()).toBe('quickUndone')
    expect(await evidenceOf()).toEqual([
      ['clipEvidence', evidence],
      ['withdrawEvidence', evidence],
    ])
    expect(menus.size).toBe(0)
    expect(await undoQuick()).toBe('quickUndoOver')
    expect((await kept()).waiting).toHaveLength(2)
  })

  test('not an earlier clip, not somebody else’s, and not after its time', async () => {
    page({})
    await quickClip(start)
    await fakeBrowser.storage.session.remove('quick')
    expect(await quickClip(start)).toBe('quickKnown')
    await offerUndo()
    expect([menus.size, (await readQuick())?.title, await undoQuick()]).toEqual([0, 'Early feeding', 'quickUndoOver'])
    page({ read: { ...reading, quote: { exact: 'Not fed late.', prefix: '', suffix: '' } } })
    await quickClip(start)
    await writeConnection({ ...connected, me: { ...connected.me, person: 'other' } })
    expect(await undoQuick()).toBe('quickUndoOver')
    await writeConnection(connected)
    page({ read: { ...reading, quote: { exact: 'Fed at night.', prefix: '', suffix: '' } } })
    await quickClip(start)
    const { quick } = await fakeBrowser.storage.session.get('quick')
    await fakeBrowser.storage.session.set({ quick: { ...(quick as object), until: Date.now() - 1 } })
    expect(await undoQuick()).toBe('quickUndoOver')
    expect((await kept()).waiting.map(({ name }) => name)).toEqual(['clipEvidence', 'clipEvidence', 'clipEvidence'])
  })
})

describe('[C6] a quick clip', () => {
  test('is evidence in the inbox at once, without an idea, as the page describes it', async () => {
    page({})
    expect(await quickClip(start)).toBe('quickKept')
    const { waiting, drafts } = await kept()
    expect(drafts).toEqual([])
    expect(waiting).toMatchObject([
      { name: 'clipEvidence', args: { citation: reading.citation, quote: reading.quote, link: reading.link, note: '', ideas: [] } },
    ])
  })

  test('twice on the same page is one clip, even if the second does not wait for the first', async () => {
    page({})
    expect(await Promise.all([quickClip(start), quickClip(start)])).toEqual(['quickKept', 'quickKnown'])
    expect(await quickClip(start)).toBe('quickKnown')
    expect((await kept()).waiting).toHaveLength(1)
  })

  test('of another sentence of the same page is another clip', async () => {
    page({})
    await quickClip(start)
    page({ read: { ...reading, quote: { exact: 'Not fed late.', prefix: '', suffix: '' }, link: '' } })
    expect(await quickClip(start)).toBe('quickKept')
    expect((await kept()).waiting).toHaveLength(2)
  })

  test.each([
    ['certain', { exact: 'MRN: 4471920 was fed early', prefix: '', suffix: '' }],
    ['uncertain', { exact: 'Those from Boston told us how they did it', prefix: '', suffix: '' }],
  ])(
    'in which something may identify a patient (%s) is a draft to look over, and is not sent; twice, it is one draft',
    async (_, quote) => {
      page({ read: { ...reading, kind: 'page', citation: { type: 'webpage', title: 'A page', URL: start.address }, quote, link: '' } })
      expect([await quickClip(start), await quickClip(start)]).toEqual(['quickDraft', 'quickDraft'])
      const { waiting, drafts } = await kept()
      expect(waiting).toEqual([])
      expect(drafts).toMatchObject([{ tab: null, state: 'read', form: { ...blankForm, withIdea: false }, source: { quote } }])
    },
  )

  test('can be undone once, however often the menu is pressed, and clipped again afterwards', async () => {
    page({})
    await quickClip(start)
    Object.assign(fakeBrowser, { contextMenus: { remove: () => Promise.resolve() } })
    expect((await Promise.all([undoQuick(), undoQuick()])).toSorted()).toEqual(['quickUndoOver', 'quickUndone'])
    expect((await kept()).waiting.map(({ name }) => name)).toEqual(['clipEvidence', 'withdrawEvidence'])
    expect(await quickClip(start)).toBe('quickKept')
    expect((await kept()).waiting).toHaveLength(3)
  })

  test('can still be undone if the disk was full the first time', async () => {
    page({})
    await quickClip(start)
    Object.assign(fakeBrowser, { contextMenus: { remove: () => Promise.resolve() } })
    vi.spyOn(database.outbox, 'bulkAdd').mockRejectedValueOnce(new Error('QuotaExceededError'))
    await expect(undoQuick()).rejects.toThrow('Quota')
    vi.restoreAllMocks()
    expect(await undoQuick()).toBe('quickUndone')
  })

  test('of a page that may not be read is a draft; of one with nothing to read nothing is kept', async () => {
    page({ shown: [new Error('Cannot access contents')] })
    expect(await quickClip(start)).toBe('quickPatient')
    expect((await kept()).drafts).toEqual([])
    expect(await quickClip({ ...start, address: 'https://journal.example/doi/pdf/10.5555/a.pdf' })).toBe('quickDraft')
    expect((await kept()).drafts).toMatchObject([{ state: 'pdf', name: start.name }])
    expect(await quickClip({ ...start, address: 'chrome://settings/' })).toBe('quickUnreadable')
    page({ read: null })
    expect(await quickClip({ ...start, address: 'https://journal.example/b' })).toBe('quickUnreadable')
    expect(await kept()).toMatchObject({ waiting: [], drafts: [{ state: 'pdf' }] })
  })

  test('keeps nothing of a patient page, nor of one that has become one before it is saved', async () => {
    const run = page({ shown: [somebody] })
    expect(await quickClip(start)).toBe('quickPatient')
    expect(run).toEqual(['/portal.js'])
    page({ shown: [nobodyShown, somebody] })
    expect(await quickClip(start)).toBe('quickPatient')
    page({ shown: [nobodyShown, new Error('Gone')] })
    expect(await quickClip(start)).toBe('quickPatient')
    expect(await kept()).toEqual({ waiting: [], drafts: [] })
  })

  test('[I3] keeps nothing of a host that the computer’s policy names a portal', async () => {
    page({})
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockResolvedValue({ portalHosts: ['journal.example'] } as never)
    Object.assign(fakeBrowser.tabs, { get: () => Promise.resolve({ url: start.address }) })
    expect(await quickClip(start)).toBe('quickPatient')
    vi.restoreAllMocks()
    expect(await kept()).toEqual({ waiting: [], drafts: [] })
  })

  test('[K10] marks what is clipped where the computer’s policy forbids look-ups', async () => {
    page({})
    expect(await quickClip(start)).toBe('quickKept')
    expect((await kept()).waiting[0]?.args).not.toHaveProperty('noLookup')
    page({ read: { ...reading, quote: { exact: 'Fed by night.', prefix: '', suffix: '' } } })
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockResolvedValue({ noLookups: true } as never)
    const outcome = await quickClip(start)
    vi.restoreAllMocks()
    expect([outcome, (await kept()).waiting.at(-1)?.args]).toMatchObject(['quickKept', { noLookup: true }])
  })

  test('[I4] reads nothing where Gleaner is locked, or a shared computer has nobody connected', async () => {
    const run = page({})
    await writeConnection({ ...connected, locked: true })
    expect(await quickClip(start)).toBe('quickLocked')
    await fakeBrowser.storage.local.clear()
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockResolvedValue({ sharedWorkstation: true } as never)
    expect(await quickClip(start)).toBe('quickConnectFirst')
    vi.restoreAllMocks()
    expect(run).toEqual([])
  })

  test('leaves an open form of the same page unchanged', async () => {
    page({})
    const open = { id: 'open', from: 'page', tab: 4, run: 'r', address: start.address, form: { ...blankForm, change: 'Lend scales' } }
    await database.drafts.add(open as never)
    expect(await quickClip(start)).toBe('quickKept')
    expect((await kept()).drafts).toEqual([open])
  })

  test('that cannot be checked, because the rules fail, is a draft', async () => {
    page({})
    keepRules({ quickEnd: () => Promise.reject(new Error('no rules')) })
    expect(await quickClip(start)).toBe('quickDraft')
    expect(await kept()).toMatchObject({ waiting: [], drafts: [{ state: 'read', source: { quote: reading.quote } }] })
  })
})
