import { loadPageRules } from '../../capture/load-page-rules.ts'
import { rememberPublicHost } from '../../browser/public-hosts.ts'
import { tabOf } from '../../browser/tab-of.ts'
import type { FormFinding } from '../../drafts/phi-findings.ts'
import { fieldsOf } from '../../drafts/clip-fields.ts'
import type { Page } from '../../drafts/drafts.ts'
import type { Draft, DraftForm, ReadEnd } from '../../store/draft.ts'
import { readTabPatients } from '../../patient-page/inspect-tab.ts'
import { loadRules } from './load-rules.ts'
import { memory } from './page-memory.ts'
import { database } from './panel-state.ts'

/** What would be kept of a page that a person calls public. It is in the panel's memory alone until they say so. */
export interface Offer {
  end: ReadEnd
  page: Page
  title: string
  address: string
  /** The page's host; `undefined` where it has none that could be remembered. */
  host: string | undefined
  /** What the guard is certain of in title and address. */
  found: FormFinding[]
}

/** Reads the page of a private draft; `undefined` where it cannot be read, or has turned out to be about a patient, which is kept then. */
export const offerPage = async (own: Draft, form: DraftForm): Promise<Offer | undefined> => {
  if (own.tab === null || !database.value) return undefined
  const [shown, { keepReading, readShown }] = await Promise.all([readTabPatients(own.tab), loadPageRules()])
  const end = await readShown(own.tab, '', shown, undefined, true)
  if ('patients' in end && end.page === own.page) await keepReading(database.value, own.id, end)
  // Another document is another page: of that nobody said anything.
  if (!('source' in end) || end.page !== own.page) return undefined
  const [{ address, title: name }, rules] = await Promise.all([tabOf(own.tab), loadRules()])
  const untouched = { ...form, title: null, address: null, quote: null }
  const would = { ...own, source: end.source, address, name, isPrivate: false }
  const fields = fieldsOf(would, untouched)
  await rules.languagesFor([fields])
  const found = rules
    .findingsIn(would, untouched, memory.value.known, memory.value.strict)
    .filter(({ name: field, certainty }) => certainty === 'high' && (field === 'title' || field === 'address'))
  return { end, page: { address, name }, title: fields.title, address: fields.address, host: URL.parse(address)?.host, found }
}

/** A person said that the page is public: what was offered is kept in the draft, beside what was typed. `host`: to be remembered. */
export const keepOffer = async (own: Draft, { end, page }: Offer, host?: string): Promise<void> => {
  if (!database.value) return
  const { keepReading } = await loadPageRules()
  await keepReading(database.value, own.id, end, page)
  if (host) await rememberPublicHost(host)
}
