import * as v from 'valibot'
import { browser } from 'wxt/browser'
import { address } from '../../shared/domain/field-schemas.ts'
import type { ReadEnd } from '../store/draft.ts'
import type { PageReading } from '../reading/reading.ts'
import { type TabPatients, targetOf } from '../patient-page/inspect-tab.ts'
import { pdfItem } from '../reading/pdf-item.ts'
import { quoteSchema } from '../reading/quote-schema.ts'
import { type ReadingScript, readPage } from './read-page.ts'
import { endOf, sourceOfPdf } from './source-of.ts'
import { isPdf } from './is-pdf.ts'
import { tabOf } from '../browser/tab-of.ts'

/** What is known of a PDF whose viewer lets nobody read it: what its address and its tab's title tell. */
const pdfEnd = async (tab: number, told: string, saidPublic: boolean): Promise<ReadEnd> => {
  const { address, title } = await tabOf(tab)
  const item = pdfItem(address || told, [title])
  // Nobody can look for other signs there; and letters of hospitals are PDFs as well.
  if (!saidPublic && item.type === 'document' && !item.number) return { page: '', trouble: 'pdf', isPrivate: true }
  return { page: '', trouble: 'pdf', source: { ...sourceOfPdf(item), ...(saidPublic && { saidPublic }) } }
}

const elsewhereSchema = v.object({ quote: v.nullable(quoteSchema), unread: v.boolean() })

/** The link to a reading's sentence; where the page's own document has none selected, the one of its frames and shadow trees. */
const sentenceOf = async ({ quote }: PageReading, run: (file: Script) => Promise<unknown>): Promise<Partial<PageReading>> => {
  if (quote) {
    const link = v.safeParse(address, await run('/quote-link.js'))
    return link.success ? { link: link.output } : {}
  }
  const found = v.safeParse(elsewhereSchema, await run('/quote-elsewhere.js'))
  return found.success ? { quote: found.output.quote, unreadSelection: found.output.unread } : {}
}

type Script = ReadingScript | '/quote-link.js' | '/quote-elsewhere.js'

/** What a script answered in that document, and in no other: the next page of the tab may be another patient's. */
const runIn = async (tab: number, page: string, file: Script): Promise<unknown> => {
  try {
    const [frame] = await browser.scripting.executeScript({ target: targetOf(tab, page), files: [file] })
    return frame?.result
  } catch {
    // Gone, or closed to extensions: there is nothing of it then.
    return undefined
  }
}

/** What a reading means for a draft. What a page that only a person called public says of itself gets every rule of the guard. */
const endOfPage = (page: string, reading: PageReading, saidPublic: boolean): ReadEnd => {
  const end = endOf(reading)
  return { page, ...(saidPublic && 'source' in end ? { ...end, source: { ...end.source, literature: false, saidPublic } } : end) }
}

/** Reads a page of which `shown` tells what it shows of patients and whether it is published (`readTab` in `capture.ts`): by scripts that run in that document and in no other. */
export const readShown = async (
  tab: number,
  told: string | null,
  shown: TabPatients | undefined,
  early?: (end: ReadEnd) => Promise<void>,
  saidPublic = false,
): Promise<ReadEnd> => {
  const {
    patients,
    page,
    isPrivate,
    saidPublic: remembered,
  }: Omit<TabPatients, 'known'> = shown ?? { patients: 0, page: '', isPrivate: true }
  if (patients > 0) return { page, patients }
  // A link on a patient's page may well lead to the patient.
  if (told === null) return isPrivate && !saidPublic ? { page, isPrivate } : { page }
  if (!shown)
    return isPdf((await tabOf(tab)).address || told) ? pdfEnd(tab, told, saidPublic) : { page, trouble: 'forbidden', isPrivate: true }
  if (isPrivate && !saidPublic) return { page, isPrivate }
  const said = remembered || isPrivate
  const run = (file: Script): Promise<unknown> => runIn(tab, page, file)
  // Kept, and so shown, while its sentence is looked for.
  const show = async (told: PageReading): Promise<Partial<PageReading>> =>
    (await Promise.all([sentenceOf(told, run), early?.(endOfPage(page, told, said))]))[0]
  let shownEarly: ReturnType<typeof show> | undefined
  const reading = await readPage(run, (told) => {
    shownEarly = show(told)
  })
  await shownEarly
  if (!reading) return { page, trouble: 'unreadable' }
  if (reading.kind === 'pdf' && reading.address)
    reading.citation = pdfItem(reading.address, [(await tabOf(tab)).title, reading.citation?.title ?? ''])
  if (reading.kind === 'blocked' || reading.kind === 'pdf') return endOfPage(page, reading, said)
  return endOfPage(page, { ...reading, ...(await (shownEarly ?? show(reading))) }, said)
}
