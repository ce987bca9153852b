import 'fake-indexeddb/auto'
import { fakeBrowser } from '../fake-extension-api.ts'
import { FakeTabs } from '../fake-tabs.ts'
import { connected } from '../connected.ts'
import { startBackground } from '../background-under-test.ts'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { clipTab } from '../../../extension/capture/capture.ts'
import { databaseOf } from '../../../extension/store/databases.ts'
import { blankForm, type Draft } from '../../../extension/store/draft.ts'
import { draftInFront } from '../../../extension/drafts/draft-list.ts'
import { releaseMovedTab, onTabsGone, settleDrafts } from '../../../extension/drafts/draft-tabs.ts'
import { keepForm } from '../../../extension/drafts/drafts.ts'
import { writeConnection } from '../../../extension/connection/connection.ts'
import { browserRun } from '../../../extension/browser/browser-run.ts'
import { keepPageRules } from '../../../extension/capture/load-page-rules.ts'
import { readTabPatientsAgain } from '../../../extension/patient-page/inspect-tab.ts'
import { pageRules } from '../../../extension/capture/page-rules.ts'

keepPageRules(pageRules)

const database = databaseOf(undefined)
let tabs: FakeTabs
let run = ''

beforeEach(async () => {
  fakeBrowser.reset()
  tabs = new FakeTabs()
  await database.drafts.clear()
  run = await browserRun()
  onTabsGone()
})

const clip = async (address: string): Promise<{ tab: number; draft: Draft }> => {
  const tab = tabs.open(1, address)
  tabs.press(tab)
  await clipTab({ from: 'page', tab, address, name: '' })
  return { tab, draft: await front(tab) }
}
const front = async (tab: number): Promise<Draft> => {
  const draft = draftInFront(await database.drafts.toArray(), tab, run)
  if (!draft) throw new Error('No draft is in front')
  return draft
}
const type = (draft: Draft, change: string): Promise<void> => keepForm(database, draft.id, { ...draft.form, change }, draft)
const held = async (): Promise<[string, number | null][]> =>
  (await database.drafts.toArray()).map(({ form, source, tab }) => [form.change || (source?.citation.title ?? ''), tab])

const page = 'https://journal.example/a'

describe('[C21] a draft that nobody touched', () => {
  test('goes when its tab is closed; a typed one stays, of no tab', async () => {
    const [one, two] = [await clip(page), await clip('https://journal.example/b')]
    await type(one.draft, 'Typed')
    tabs.close(one.tab)
    tabs.close(two.tab)
    await settleDrafts()
    expect(await held()).toEqual([['Typed', null]])
  })

  test('goes at the next start where its tab was closed, or the browser, while nothing of ours ran', async () => {
    const [one, two] = [await clip(page), await clip('https://journal.example/b')]
    await type(one.draft, 'Typed')
    tabs.close(two.tab, false)
    await settleDrafts()
    expect(await held()).toEqual([['Typed', one.tab]])
    await clip('https://journal.example/c')
    await fakeBrowser.storage.session.clear()
    await settleDrafts()
    expect(await held()).toEqual([['Typed', null]])
  })

  test.each([
    ['pushState', () => tabs.pushState(1, `${page}#two`), true],
    ['pushState to another address', () => tabs.pushState(1, 'https://journal.example/other'), true],
    ['the same page loaded again', () => tabs.goTo(1, page), true],
    ['another page', () => tabs.goTo(1, 'https://journal.example/other'), false],
    ['another site', () => tabs.goTo(1, 'https://elsewhere.example'), false],
  ])('and what its tab shows then: %s', async (_, moves, stays) => {
    tabs.made = 0
    const { tab, draft } = await clip(page)
    moves()
    await releaseMovedTab(database, run, { tab, isLoading: false })
    expect(await database.drafts.count()).toBe(stays ? 1 : 0)
    await type(draft, 'The first letter came just then')
    await releaseMovedTab(database, run)
    expect(await held()).toMatchObject([['The first letter came just then', stays ? tab : null]])
  })

  test.each([
    ['where the browser names documents', true],
    ['where it names none', false],
  ])('goes with its page, though the panel looked at the next one first: %s', async (_, namesDocuments) => {
    tabs.namesDocuments = namesDocuments
    const { tab, draft } = await clip(page)
    const look = async (moves: () => void): Promise<boolean> => {
      moves()
      await readTabPatientsAgain(tab)
      await releaseMovedTab(database, run, { tab, isLoading: true })
      return (await database.drafts.get(draft.id)) !== undefined
    }
    expect(await look(() => tabs.pushState(tab, 'https://journal.example/other'))).toBe(true)
    expect(await look(() => tabs.pushState(tab, page))).toBe(true)
    expect(await look(() => tabs.goTo(tab, page))).toBe(true)
    expect(await look(() => tabs.pushState(tab, 'https://journal.example/other'))).toBe(true)
    expect(await look(() => tabs.goTo(tab, 'https://journal.example/third'))).toBe(false)
  })

  test('of a link stays with the page on which the link stands, and on the page to which it leads', async () => {
    const leadsTo = 'https://journal.example/b'
    const tab = tabs.open(1, page)
    tabs.press(tab)
    await clipTab({ from: 'link', tab, address: leadsTo, name: '' })
    const stays = async (): Promise<boolean> => {
      await readTabPatientsAgain(tab)
      await releaseMovedTab(database, run, { tab, isLoading: true })
      return (await database.drafts.count()) === 1
    }
    expect(await stays()).toBe(true)
    tabs.goTo(tab, leadsTo)
    expect(await stays()).toBe(true)
    tabs.goTo(tab, 'https://journal.example/c')
    expect(await stays()).toBe(false)
  })

  test('of a patient’s page goes with every load, for its address was never kept', async () => {
    tabs.patients = () => 1
    const { tab } = await clip(page)
    tabs.goTo(tab, page)
    await releaseMovedTab(database, run, { tab, isLoading: true })
    expect(await database.drafts.count()).toBe(0)
  })
})

describe('[C20] an unfinished draft', () => {
  test('keeps its tab when that gets another number', async () => {
    const { tab, draft } = await clip(page)
    await type(draft, 'Typed')
    const to = tabs.replace(tab)
    tabs.close(tabs.open(1, page))
    await settleDrafts()
    expect((await front(to)).id).toBe(draft.id)
  })

  test('is one that was chosen for, kept by a quick clip, or stands for a refusal; a practice clip never is', async () => {
    const { draft } = await clip(page)
    const kinds: [string, Partial<Draft>, boolean][] = [
      ['nothing', {}, false],
      ['blanks', { form: { ...blankForm, change: ' \n' } }, false],
      ['ideas', { form: { ...blankForm, supports: ['i'] } }, true],
      ['topic', { form: { ...blankForm, topic: 'feeding' } }, true],
      ['kept', { kept: true }, true],
      ['refusal', { replaces: ['m'] }, true],
      ['practice', { practice: true, form: { ...blankForm, change: 'Typed' } }, false],
    ]
    await database.drafts.clear()
    await database.drafts.bulkAdd(kinds.map(([id, more]) => ({ ...draft, ...more, id, tab: 999 })))
    await settleDrafts()
    expect(new Set(await database.drafts.toCollection().primaryKeys())).toEqual(
      new Set(kinds.filter(([, , stays]) => stays).map(([id]) => id)),
    )
  })

  test('is not brought back by a late keystroke once it was saved or discarded', async () => {
    const { draft } = await clip(page)
    await database.drafts.delete(draft.id)
    await keepForm(database, draft.id, { ...blankForm, change: 'Late' })
    expect(await database.drafts.count()).toBe(0)
  })
})

describe('[C22] drafts are of one account', () => {
  test('a tab that is closed lets go of the drafts of whoever is connected, and of nobody else’s', async () => {
    const mine = await clip(page)
    const other = databaseOf(connected)
    await other.drafts.put({ ...mine.draft, id: 'other' })
    tabs.close(mine.tab)
    await settleDrafts()
    expect([await database.drafts.count(), await other.drafts.count()]).toEqual([0, 1])
    await writeConnection(connected)
    await settleDrafts()
    expect(await other.drafts.count()).toBe(0)
  })

  test('a press in a private window begins none', async () => {
    const { press } = await startBackground()
    const [secret, plain] = [tabs.open(9, page), tabs.open(1, 'https://journal.example/b')]
    tabs.privateWindows.add(9)
    tabs.press(secret)
    tabs.press(plain)
    press({ id: secret, windowId: 9, url: page, incognito: true })
    press({ id: plain, windowId: 1, url: 'https://journal.example/b', incognito: false })
    await vi.waitFor(async () => expect(await held()).toEqual([['Title of https://journal.example/b', plain]]), { timeout: 60_000 })
  })
})
