import * as v from 'valibot'
import { browser } from 'wxt/browser'
import { address } from '../shared/fields.ts'
import { webAddress } from './clip-fields.ts'
import { databaseOf } from './databases.ts'
import type { DraftStart, ReadEnd } from './draft.ts'
import { keepReading, startDraft } from './drafts.ts'
import { loadPageRules } from './load-page-rules.ts'
import type { PageReading } from './page-reading.ts'
import { quoteSchema } from './quote-schema.ts'
import { readTabPatients, type TabPatients } from './patient-page.ts'
import { isPortal, readPolicy } from './policy.ts'
import type { ReadingScript } from './read-page.ts'
import { browserRun, readConnection, readSender } from './settings.ts'
import { endOf, sourceOfPdf } from './source-of.ts'

/** Nothing of a tab that is gone, and no address or title where `activeTab` does not tell them. */
const tabOf = async (tab: number): Promise<{ address: string; title: string }> => {
  try {
    const { url = '', title = '' } = await browser.tabs.get(tab)
    return { address: url, title }
  } catch {
    return { address: '', title: '' }
  }
}

/** A loaded browser may hand over the press before the right to read that comes with it: then it is asked again, in milliseconds. */
const patience = [50, 200]

const lookedAt = async (tab: number): Promise<TabPatients | undefined> => {
  for (const wait of patience) {
    const shown = await readTabPatients(tab)
    if (shown) return shown
    await new Promise((resolve) => setTimeout(resolve, wait))
  }
  return readTabPatients(tab)
}

const isPdf = (address: string): boolean => webAddress(address) !== '' && /[./]pdf/i.test(URL.parse(address)?.pathname ?? '')

/** The browser's own pages are nobody's, and a PDF is named by its file. */
const mayBePatients = (address: string): boolean => webAddress(address) !== '' && !isPdf(address)

/** What is known of a PDF whose viewer lets nobody read it: what its address and its tab's title tell. */
const pdfEnd = async (tab: number, told: string): Promise<ReadEnd> => {
  const { address, title } = await tabOf(tab)
  const { pdfItem } = await loadPageRules()
  const item = pdfItem(address || told, [title])
  return { page: '', trouble: 'pdf', source: sourceOfPdf(item) }
}

/**
 * What a tab shows of patients. A portal that the computer's policy names is a patient's whatever it shows, and so is a page
 * of the web that nobody can look at: an administrator may have closed the record system to extensions. `told` is the
 * address that came with the press, for where the browser tells it no more.
 */
export const shownBy = async (tab: number, told = ''): Promise<TabPatients | undefined> => {
  const [shown, policy] = await Promise.all([lookedAt(tab), readPolicy()])
  const address = (await tabOf(tab)).address || told
  if (!isPortal(policy, address) && (shown || !mayBePatients(address))) return shown
  return { known: [], page: '', ...shown, patients: Math.max(1, shown?.patients ?? 1) }
}

/**
 * Reads a tab's page by scripts that are injected now and only now. First whether it is about patients: of such a page
 * nothing else is read, and what it showed of them ends here. Browsers refuse their own pages, their stores and PDF viewers
 * by throwing; that is an answer, not a fault. `early` is given what was read before the link to its sentence is made, which
 * takes as long again.
 */
export const readTab = async (tab: number, told = '', early?: (end: ReadEnd) => Promise<void>): Promise<ReadEnd> => {
  const [shown, { readPage, pdfItem }] = await Promise.all([shownBy(tab, told), loadPageRules()])
  if (!shown) return isPdf((await tabOf(tab)).address || told) ? pdfEnd(tab, told) : { page: '', trouble: 'forbidden' }
  const { patients, page } = shown
  if (patients > 0) return { page, patients }
  const reading = await readPage((file) => runIn(tab, page, file))
  if (!reading) return { page, trouble: 'unreadable' }
  if (reading.kind === 'pdf' && reading.address)
    reading.citation = pdfItem(reading.address, [(await tabOf(tab)).title, reading.citation?.title ?? ''])
  const end = { page, ...endOf(reading) }
  if (reading.kind === 'blocked' || reading.kind === 'pdf') return end
  await early?.(end)
  return { page, ...endOf(await withSentence(reading, (file) => runIn(tab, page, file))) }
}

const elsewhereSchema = v.object({ quote: v.nullable(quoteSchema), unread: v.boolean() })

/** A reading with the link to its sentence; where the page's own document has none selected, with that of its frames and shadow trees. */
const withSentence = async (reading: PageReading, run: (file: Script) => Promise<unknown>): Promise<PageReading> => {
  if (reading.quote) {
    const link = v.safeParse(address, await run('/quote-link.js'))
    return link.success ? { ...reading, link: link.output } : reading
  }
  const found = v.safeParse(elsewhereSchema, await run('/quote-elsewhere.js'))
  return found.success ? { ...reading, quote: found.output.quote, unreadSelection: found.output.unread } : reading
}

type Script = ReadingScript | '/quote-link.js' | '/quote-elsewhere.js'

/** What a script answered in that document, and in no other: the next page of the tab may be another patient's. */
const runIn = async (tab: number, page: string, file: Script): Promise<unknown> => {
  const target = { tabId: tab, ...(page ? { documentIds: [page] } : {}) }
  try {
    const [frame] = await browser.scripting.executeScript({ target, files: [file] })
    return frame?.result
  } catch {
    // Gone, or closed to extensions: there is nothing of it then.
    return undefined
  }
}

/** Of a link, only whether it stands on a patient's page: then it may well lead to the patient. */
const readAround = async (tab: number): Promise<ReadEnd | undefined> => {
  const shown = await shownBy(tab)
  return shown && shown.patients > 0 ? { page: shown.page, patients: shown.patients } : undefined
}

/**
 * Begins a draft for a tab (there at once, so that typing can begin) and fills it with what is read. Name, address and
 * selection come to the disk only then: before, the page might be a patient's.
 */
export const clipTab = async (start: DraftStart): Promise<void> => {
  const [sender, { sharedWorkstation }] = await Promise.all([readSender(), readPolicy()])
  // On a shared workstation a clip needs somebody whose it is.
  if (sender ? sender.locked : sharedWorkstation) return
  const database = databaseOf(sender)
  const run = await browserRun()
  const begun = startDraft(database, start, run)
  const early = async (end: ReadEnd): Promise<void> => keepReading(database, await begun, end, start, 'reading')
  if (start.tab === null) return void (await begun)
  // Begun and read at the same time: each takes as long as a person notices.
  const [draft, end] = await Promise.all([begun, start.from === 'page' ? readTab(start.tab, start.address, early) : readAround(start.tab)])
  await keepReading(database, draft, end, start)
}

/** Reads the page of a draft again, for a new selection. What was read before stays where the page can no longer be read. */
export const readAgain = async (draft: string, tab: number): Promise<void> => {
  const database = databaseOf(await readConnection())
  const end = await readTab(tab)
  if ('source' in end || 'patients' in end) await keepReading(database, draft, end)
}
