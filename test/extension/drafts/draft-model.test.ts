import 'fake-indexeddb/auto'
import { connected } from '../connected.ts'
import { fakeBrowser } from '../fake-extension-api.ts'
import { FakeTabs } from '../fake-tabs.ts'
import { Dexie } from 'dexie'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { clipTab } from '../../../extension/capture/capture.ts'
import { databaseOf } from '../../../extension/store/databases.ts'
import type { GleanerDatabase } from '../../../extension/store/db.ts'
import { type Draft, isUnfinished } from '../../../extension/store/draft.ts'
import { draftInFront, otherDrafts } from '../../../extension/drafts/draft-list.ts'
import { releaseMovedTab, onTabsGone, readOpenTabs, settleDrafts } from '../../../extension/drafts/draft-tabs.ts'
import { adoptDraft, discardDraft, keepForm, startDraft } from '../../../extension/drafts/drafts.ts'
import { keepCopies } from '../../../extension/backup/keep-copies.ts'
import { keepPageRules } from '../../../extension/capture/load-page-rules.ts'
import { pageRules } from '../../../extension/capture/page-rules.ts'
import { nothingKnown } from '../../../extension/patient-page/banner-memory.ts'
import { saveClip } from '../../../extension/drafts/save-clip.ts'
import { type Connection, readConnection, removeConnection, writeConnection } from '../../../extension/connection/connection.ts'
import { browserRun } from '../../../extension/browser/browser-run.ts'
import { signOut } from '../../../extension/account/sign-out.ts'
import { sync } from '../../../extension/sync/sync.ts'
import { startBackground } from '../background-under-test.ts'
import { partsFor, Server } from '../network-under-test.ts'

keepPageRules(pageRules)

// Nothing listens there: a sign-out must not wait for a server.
const person: Connection = { ...connected, server: 'http://127.0.0.1:9' }
const names = [
  'open',
  'private',
  'go',
  'load-again',
  'push',
  'press',
  'by-hand',
  'type',
  'close-and-type',
  'clear',
  'save',
  'discard',
  'adopt',
]
const rarer = ['close', 'close-unseen', 'replace', 'restart', 'sync', 'connect', 'leave', 'sign-out', 'damage']
const step = fc.record({ does: fc.constantFrom(...names, ...names, ...rarer), which: fc.nat(20), where: fc.nat(3) })
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

let press: Awaited<ReturnType<typeof startBackground>>['press']
beforeAll(async () => {
  new FakeTabs().made = 0
  ;({ press } = await startBackground())
})

/** One person at one browser, and beside it what must be true: every text that was typed, and where it is. */
class Story {
  tabs = new FakeTabs()
  server = new Server()
  /** Texts of drafts by account; those that were saved. */
  drafts = new Map<string, Set<string>>()
  saved = new Map<string, Set<string>>()
  connection: Connection | undefined
  written = 0

  get database(): GleanerDatabase {
    return databaseOf(this.connection)
  }
  texts(of: Map<string, Set<string>>): Set<string> {
    const { name } = this.database
    const present = of.get(name) ?? new Set()
    of.set(name, present)
    return present
  }
  tab(which: number): number | undefined {
    const all = [...this.tabs.tabs.keys()].filter((id) => !this.tabs.privateWindows.has(this.tabs.tab(id).window))
    return all[which % Math.max(1, all.length)]
  }
  async front(tab: number): Promise<Draft | undefined> {
    return draftInFront(await this.database.drafts.toArray(), tab, await browserRun())
  }
  address = (which: number): string => `https://${['journal', 'library'][which % 2]}.example/${which % 5}`

  async type(draft: Draft, text: string): Promise<void> {
    this.texts(this.drafts).delete(draft.form.change)
    if (text) this.texts(this.drafts).add(text)
    await keepForm(this.database, draft.id, { ...draft.form, change: text }, draft)
  }
  next = (): string => `Text ${(this.written += 1)}`

  async moved(tab: number): Promise<void> {
    await releaseMovedTab(this.database, await browserRun(), { tab, isLoading: true })
  }

  async act({ does, which, where }: Step): Promise<void> {
    if (does === 'open') return void this.tabs.open(1 + (where % 2), this.address(which))
    if (does === 'private') return this.pressInPrivate(this.address(which))
    if (['connect', 'leave', 'sign-out', 'sync', 'damage', 'restart'].includes(does)) return this.actOnAll(does, which)
    const tab = this.tab(which)
    if (tab === undefined) return
    if (does === 'push') this.tabs.pushState(tab, this.address(where))
    if (does === 'go') this.tabs.goTo(tab, this.address(where))
    if (does === 'load-again') this.tabs.goTo(tab, this.tabs.tab(tab).page.address)
    if (['push', 'go', 'load-again'].includes(does)) return this.moved(tab)
    if (does === 'press') {
      this.tabs.press(tab)
      return clipTab({ from: 'page', tab, address: this.tabs.tab(tab).page.address, name: '' })
    }
    if (does === 'by-hand') return void (await startDraft(this.database, { from: 'hand', tab, address: '', name: '' }, await browserRun()))
    if (does === 'close' || does === 'close-unseen') return this.tabs.close(tab, does === 'close')
    if (does === 'replace') return void this.tabs.replace(tab)
    if (does === 'adopt') return this.adopt(tab, where)
    const draft = await this.front(tab)
    if (draft) await this.actOn(does, draft, tab)
  }

  async actOn(does: string, draft: Draft, tab: number): Promise<void> {
    if (does === 'type') await this.type(draft, this.next())
    if (does === 'clear') await this.type(draft, '')
    if (does === 'close-and-type') {
      this.tabs.close(tab)
      // The last letter comes before, while or after the tab is noticed to be gone.
      if (draft.changedAt % 2) await settleDrafts()
      await this.type(draft, this.next())
    }
    if (does === 'discard') {
      this.texts(this.drafts).delete(draft.form.change)
      await discardDraft(this.database, draft.id)
    }
    if (does !== 'save' || draft.form.change === '') return
    const problem = await saveClip(this.database, draft, { ...draft.form, topic: '', site: '' }, nothingKnown)
    expect(problem).toBeUndefined()
    this.texts(this.drafts).delete(draft.form.change)
    this.texts(this.saved).add(draft.form.change)
  }

  async adopt(tab: number, where: number): Promise<void> {
    const all = otherDrafts(await this.database.drafts.toArray(), await this.front(tab), await browserRun(), await readOpenTabs())
    const chosen = all.filter(({ place }) => !place)[where]
    if (chosen) await adoptDraft(this.database, chosen.draft.id, tab, await browserRun())
  }

  async actOnAll(does: string, which: number): Promise<void> {
    if (does === 'connect' || does === 'leave') {
      this.connection = does === 'connect' ? { ...person, me: { ...person.me, person: which % 2 ? 'ann' : 'ben' } } : undefined
      await (this.connection ? writeConnection(this.connection) : removeConnection())
      await settleDrafts()
    }
    if (does === 'sync' && this.connection) await sync(partsFor(this.database, this.server.post), true)
    if (does === 'sign-out' && this.connection) {
      this.drafts.delete(this.database.name)
      this.saved.delete(this.database.name)
      await signOut(this.connection)
      this.connection = undefined
    }
    if (does === 'restart') {
      const addresses = [...this.tabs.tabs.values()].map(({ page }) => page.address)
      for (const id of this.tabs.tabs.keys()) this.tabs.close(id, false)
      await fakeBrowser.storage.session.clear()
      // The numbers of tabs begin anew.
      this.tabs.made = 0
      for (const address of addresses.slice(0, which)) this.tabs.open(1, address)
      await settleDrafts()
    }
    if (does === 'damage') {
      await keepCopies(this.database, () => true)
      const { name } = this.database
      await Dexie.delete(name)
      await keepCopies(this.database)
    }
  }

  async pressInPrivate(url: string): Promise<void> {
    this.tabs.privateWindows.add(9)
    const id = this.tabs.open(9, url)
    this.tabs.press(id)
    press({ id, windowId: 9, url, incognito: true })
    await new Promise((resolve) => setTimeout(resolve))
  }

  /** Every typed text is in the bank, in the outbox or a draft that is in front or listed; nothing else is. */
  async holds(): Promise<void> {
    await settleDrafts()
    expect((await readConnection())?.me.person).toBe(this.connection?.me.person)
    const [all, run, open] = [await this.database.drafts.toArray(), await browserRun(), await readOpenTabs()]
    const texts = (drafts: readonly Draft[]): string[] => drafts.map(({ form }) => form.change).filter((text) => text !== '')
    expect(new Set(texts(all))).toEqual(this.texts(this.drafts))
    for (const tab of [...open.keys(), null]) {
      const front = draftInFront(all, tab, run)
      const listed = otherDrafts(all, front, run, open).map(({ draft }) => draft)
      expect(new Set(texts([...(front ? [front] : []), ...listed]))).toEqual(this.texts(this.drafts))
    }
    for (const draft of all) if (!isUnfinished(draft)) expect([draft.run, open.has(draft.tab ?? -1)]).toEqual([run, true])
    const waiting = (await this.database.outbox.toArray()).map(({ args }) => (args as { change?: string }).change)
    const sent = this.server.store.all('idea').map(({ change }) => change)
    for (const text of this.texts(this.saved)) expect([...waiting, ...sent]).toContain(text)
    expect(sent.length).toBe(new Set(sent).size)
  }
}

test('[C20] [C21] [C22] [I11] model: every typed text is in the bank, in the outbox or listed as a draft, and nothing else is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40, size: 'max' }), async (steps) => {
      fakeBrowser.reset()
      for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name)
      const story = new Story()
      onTabsGone()
      for (const one of [{ does: 'open', which: 1, where: 0 }, { does: 'press', which: 0, where: 0 }, ...steps]) {
        await story.act(one)
        await story.holds()
      }
    }),
    { numRuns: Number(process.env['MODEL_RUNS'] ?? 60) },
  )
}, 600_000)
