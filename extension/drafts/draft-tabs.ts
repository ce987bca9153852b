import { browser } from 'wxt/browser'
import { databaseOf } from '../store/databases.ts'
import type { GleanerDatabase } from '../store/db.ts'
import { type Draft, isUnfinished } from '../store/draft.ts'
import type { OpenTabs } from './draft-list.ts'
import { releaseDraft, samePage } from './drafts.ts'
import { documentIn } from '../patient-page/inspect-tab.ts'
import { readSender } from '../connection/connection.ts'
import { tabOf } from '../browser/tab-of.ts'
import { browserRun } from '../browser/browser-run.ts'

/** No permission is needed for the numbers of tabs. */
export const readOpenTabs = async (): Promise<OpenTabs> =>
  new Map((await browser.tabs.query({})).flatMap(({ id, windowId }) => (id === undefined ? [] : [[id, windowId] as const])))

/** A draft may have been typed into, saved or given to another tab since it was read. */
const letGoIfSame = (database: GleanerDatabase, { id, tab, run }: Draft): Promise<void> =>
  database.transaction('rw', database.drafts, async () => {
    const present = await database.drafts.get(id)
    if (present && present.tab === tab && present.run === run) await releaseDraft(database, present)
  })

/**
 * Drafts whose tab is gone, closed now, while nothing of ours ran or with the browser: what nobody touched goes, the rest is
 * of no tab. A tab counts as gone only if it was not open after its draft was there.
 */
export const releaseClosedTabs = async (database: GleanerDatabase, run: string): Promise<void> => {
  const held = (await database.drafts.toArray()).filter((draft) => draft.tab !== null || !isUnfinished(draft))
  if (held.length === 0) return
  const open = await readOpenTabs()
  const gone = held.filter(({ tab, run: begun }) => tab === null || begun !== run || !open.has(tab))
  for (const draft of gone) await letGoIfSame(database, draft)
}

/** A draft whose tab shows another document than it was read in: loaded anew, the page is the same, and its draft goes with it. */
const settle = async (database: GleanerDatabase, draft: Draft, tab: number, isLoading: boolean): Promise<void> => {
  const page = await documentIn(tab)
  if (page === draft.page) return
  // Of a page that let nobody in, only the browser's word that another one is loading tells anything.
  if (page === undefined && !draft.page && !isLoading) return
  if (!samePage(draft, await tabOf(tab))) await letGoIfSame(database, draft)
  else if (page) await database.drafts.update(draft.id, { page })
}

const mayMove = (draft: Draft): boolean =>
  (draft.from === 'page' || draft.from === 'link') && draft.state !== 'reading' && !isUnfinished(draft)

/**
 * Drafts that nobody touched, of a page that its tab does not show any more. A page is known by its document, which stays
 * through `pushState`: that somebody looked at what the tab shows says nothing, for the next page is looked at too. `told`: the
 * tab of which the browser said something; else all are looked at.
 */
export const releaseMovedTab = async (
  database: GleanerDatabase,
  run: string,
  told?: { tab: number; isLoading: boolean },
): Promise<void> => {
  const held = await database.drafts.filter((draft) => draft.run === run && (!told || draft.tab === told.tab) && mayMove(draft)).toArray()
  for (const draft of held) {
    const { tab } = draft
    if (tab !== null) await settle(database, draft, tab, told?.isLoading === true)
  }
}

/** The browser gave a tab another number. */
const renumber = async (database: GleanerDatabase, run: string, from: number, to: number): Promise<void> => {
  await database.drafts.filter((draft) => draft.tab === from && draft.run === run).modify({ tab: to })
}

let last: Promise<unknown> = Promise.resolve()

/** One after another: a new number must be known before its tab is missed. Of whoever is connected, locked or not. */
const inTurn = (act: (database: GleanerDatabase, run: string) => Promise<void>): Promise<unknown> => {
  last = last.then(async () => act(databaseOf(await readSender()), await browserRun())).catch((error: unknown) => console.error(error))
  return last
}

export const settleDrafts = (): Promise<unknown> => inTurn(releaseClosedTabs)

export const onTabsGone = (): void => {
  browser.tabs.onReplaced.addListener((to, from) => void inTurn((database, run) => renumber(database, run, from, to)))
  browser.tabs.onRemoved.addListener(() => void settleDrafts())
}
