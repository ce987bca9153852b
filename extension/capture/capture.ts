import { databaseOf } from '../store/databases.ts'
import type { DraftStart, ReadEnd } from '../store/draft.ts'
import { startDraft } from '../drafts/drafts.ts'
import { loadPageRules } from './load-page-rules.ts'
import { readTabPatients, type TabPatients } from '../patient-page/inspect-tab.ts'
import { readPolicy } from '../browser/managed-policy.ts'
import { readConnection, readSender } from '../connection/connection.ts'
import { browserRun } from '../browser/browser-run.ts'

/** A loaded browser may hand over the press before the right to read that comes with it: then it is asked again, in milliseconds. */
const lookedAt = async (tab: number, [wait, ...waits]: number[] = [50, 200]): Promise<TabPatients | undefined> => {
  const shown = await readTabPatients(tab)
  if (shown || !wait) return shown
  await new Promise((resolve) => setTimeout(resolve, wait))
  return lookedAt(tab, waits)
}

/** What a tab shows of patients and whether it is published. `told`: the address that came with the press, for where the browser tells it no more. */
export const shownBy = async (tab: number, told = ''): Promise<TabPatients | undefined> => {
  const [policy, shown, { judged }] = await Promise.all([readPolicy(), lookedAt(tab), loadPageRules()])
  return judged(policy, shown, tab, told)
}

/**
 * Reads a tab's page by scripts that are injected now and only now. First whether it is about patients: of such a page
 * nothing else is read, and what it showed of them ends here. Browsers refuse their own pages, their stores and PDF viewers
 * by throwing; that is an answer, not a fault. `told` is `null` for a link on the page: then nothing is read but the page's
 * document, patients and standing. `early` is given what was read before print is asked and the link to its sentence is made, which
 * takes as long again. `saidPublic`: a person said of this page that it is public.
 */
export const readTab = async (
  tab: number,
  told: string | null = '',
  early?: (end: ReadEnd) => Promise<void>,
  saidPublic = false,
): Promise<ReadEnd> => {
  const [shown, { readShown }] = await Promise.all([shownBy(tab, told ?? ''), loadPageRules()])
  return readShown(tab, told, shown, early, saidPublic)
}

/**
 * Begins a draft for a tab (there at once, so that typing can begin) and fills it with what is read. Name, address and
 * selection come to the disk only then: before, the page might be a patient's.
 */
export const clipTab = async (start: DraftStart): Promise<void> => {
  const [sender, { sharedWorkstation }, run] = await Promise.all([readSender(), readPolicy(), browserRun()])
  // On a shared workstation a clip needs somebody whose it is.
  if (sender ? sender.locked : sharedWorkstation) return
  const database = databaseOf(sender)
  const begun = startDraft(database, start, run)
  const keep = async (end: ReadEnd, state?: 'reading'): Promise<void> =>
    (await loadPageRules()).keepReading(database, await begun, end, start, state)
  if (start.tab === null) return void (await begun)
  // Begun and read at the same time: each takes as long as a person notices.
  const told = start.from === 'page' ? start.address : null
  const [end] = await Promise.all([readTab(start.tab, told, (found) => keep(found, 'reading')), begun])
  await keep(end)
}

/** Reads the page of a draft again, for a new selection. What was read before stays where the page can no longer be read. */
export const readAgain = async (draft: string, tab: number): Promise<void> => {
  const database = databaseOf(await readConnection())
  const saidPublic = (await database.drafts.get(draft))?.source?.saidPublic
  const end = await readTab(tab, '', undefined, saidPublic)
  const { keepReading } = await loadPageRules()
  if ('source' in end || !('trouble' in end)) await keepReading(database, draft, end)
}
