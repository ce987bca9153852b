import * as v from 'valibot'
import { browser } from 'wxt/browser'
import { databaseOf } from './databases.ts'
import type { DraftStart, ReadEnd } from './draft.ts'
import { keepReading, startDraft } from './drafts.ts'
import { pageReadingSchema } from './page-reading.ts'
import { browserRun, readConnection } from './settings.ts'
import { endOf } from './source-of.ts'

/** Firefox's side bar; Chrome's types do not know it. */
interface WithSidebar {
  sidebarAction?: { open: () => Promise<void> }
}

/** Must be called at once in the handler of a person's act: after the first `await` the browser refuses. */
export const openPanel = (tab: { windowId: number } | undefined): Promise<void> => {
  const { sidebarAction } = browser as unknown as WithSidebar
  if (sidebarAction) return sidebarAction.open()
  return tab ? browser.sidePanel.open({ windowId: tab.windowId }) : Promise.resolve()
}

/**
 * Reads a tab's page by the script that is injected now and only now. Browsers refuse their own pages, their stores and
 * PDF viewers by throwing; that is an answer, not a fault.
 */
export const readTab = async (tab: number): Promise<ReadEnd> => {
  let result: unknown
  try {
    const [frame] = await browser.scripting.executeScript({ target: { tabId: tab }, files: ['/capture.js'] })
    result = frame?.result
  } catch {
    return { trouble: 'forbidden' }
  }
  // The page could have tampered with what runs in it: nothing is believed before it is parsed.
  const reading = v.safeParse(pageReadingSchema, result)
  return reading.success ? endOf(reading.output) : { trouble: 'unreadable' }
}

/** Begins a draft for a tab (there at once, so that typing can begin) and fills it with what is read. */
export const clipTab = async (start: DraftStart): Promise<void> => {
  const database = databaseOf(await readConnection())
  const draft = await startDraft(database, start, await browserRun())
  if (start.from !== 'page' || start.tab === null) return
  await keepReading(database, draft, await readTab(start.tab))
}

/** Reads the page of a draft again, for a new selection. What was read before stays where the page can no longer be read. */
export const readAgain = async (draft: string, tab: number): Promise<void> => {
  const database = databaseOf(await readConnection())
  const end = await readTab(tab)
  if ('source' in end) await keepReading(database, draft, end)
}
