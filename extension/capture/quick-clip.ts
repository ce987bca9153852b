import { readTab, shownBy } from './capture.ts'
import { fieldsOf } from '../drafts/clip-fields.ts'
import { databaseOf } from '../store/databases.ts'
import { type GleanerDatabase, isDiskFull } from '../store/db.ts'
import { type Draft, type DraftStart, isBlocked, type ReadEnd } from '../store/draft.ts'
import { argumentTexts } from '../outbox/argument-texts.ts'
import { addToOutbox } from '../outbox/enqueue.ts'
import { loadPageRules } from './load-page-rules.ts'
import { loadQuickRules } from './load-quick-rules.ts'
import { readPolicy } from '../browser/managed-policy.ts'
import { noteQuick } from './quick-undo.ts'
import type { QuickEnd } from './quick-rules.ts'
import { type Connection, readSender } from '../connection/connection.ts'
import { browserRun } from '../browser/browser-run.ts'
import { readRemembered } from '../connection/remembered.ts'
import { recordActivity } from '../browser/activity.ts'

/** What came of a quick clip; each has its words in public/_locales. */
export type QuickOutcome =
  | 'quickKept'
  | 'quickKnown'
  /** Kept as a draft: something in it may identify a patient, or it could not be checked, or the page not be read. */
  | 'quickDraft'
  | 'quickPatient'
  /** A draft without anything of the page, which does not show that it is published. */
  | 'quickPrivate'
  | 'quickLocked'
  | 'quickConnectFirst'
  | 'quickUnreadable'
  | 'quickDiskFull'
  | 'quickFailed'

const nobody = { person: '', role: 'contributor', site: '' } as const

/** Where the rules themselves fail, a person has to look: nothing is sent that they have not let pass. */
const decide = async (database: GleanerDatabase, draft: Draft, sender: Connection | undefined): Promise<QuickEnd> => {
  const { person, role, site } = sender?.me ?? nobody
  const { site: rememberedSite } = await readRemembered()
  try {
    const { quickEnd } = await loadQuickRules()
    return await quickEnd(database, draft, { person, role, site, rememberedSite })
  } catch {
    return { is: 'unsure' }
  }
}

/** Reads a page and keeps it, with nobody to look it over: so what is not beyond doubt is a draft, and a patient's page nothing. */
const keep = async (start: DraftStart, tab: number, sender: Connection | undefined): Promise<QuickOutcome> => {
  const end = await readTab(tab, start.address)
  if ('patients' in end) return 'quickPatient'
  const database = databaseOf(sender)
  const { quickDraft, keepQuickDraft } = await loadPageRules()
  const run = await browserRun()
  const keepPrivate = (hidden: ReadEnd): Promise<QuickOutcome> =>
    keepQuickDraft(database, quickDraft(start, hidden, run)).then(() => 'quickPrivate')
  if ('isPrivate' in end && end.trouble !== 'forbidden') return keepPrivate(end)
  // Something stands in the item's place; what its address names waits for the person.
  const stands = isBlocked(end.trouble)
  if (!('source' in end)) return 'quickUnreadable'
  const draft = quickDraft(start, end, run)
  const decided = await decide(database, draft, sender)
  const title = fieldsOf(draft, draft.form).title || draft.name || draft.address
  if (decided.is === 'known') {
    await noteQuick(title, '', database.name)
    return 'quickKnown'
  }
  // A page may show another patient's file by now, in the same tab.
  const again = await shownBy(tab, start.address)
  // Nobody can look at a PDF in its viewer: that is for the person as well.
  if (again ? again.patients > 0 : end.trouble !== 'pdf') return 'quickPatient'
  if (again?.isPrivate) return keepPrivate({ page: again.page, isPrivate: true })
  if (decided.is === 'unsure' || !again || stands) {
    await keepQuickDraft(database, draft)
    return 'quickDraft'
  }
  await addToOutbox(database, decided.asked)
  const evidence = decided.asked.flatMap(({ args }) => argumentTexts(args, 'evidence'))
  await noteQuick(title, evidence[0] ?? '', database.name)
  return 'quickKept'
}

/** A clip of the page in front without opening anything: evidence for the network's inbox. When it is said to be kept, it is on the disk. */
const clipOnce = async (start: DraftStart): Promise<QuickOutcome> => {
  const [sender, { sharedWorkstation }] = await Promise.all([readSender(), readPolicy()])
  if (sender?.locked) return 'quickLocked'
  if (!sender && sharedWorkstation) return 'quickConnectFirst'
  await recordActivity()
  if (start.tab === null) return 'quickUnreadable'
  try {
    return await keep(start, start.tab, sender)
  } catch (error) {
    return isDiskFull(error) ? 'quickDiskFull' : 'quickFailed'
  }
}

let last: Promise<unknown> = Promise.resolve()

/** One after another: pressed twice, the second finds what the first kept. */
export const quickClip = (start: DraftStart): Promise<QuickOutcome> => {
  const mine = last.then(() => clipOnce(start))
  last = mine.catch(() => undefined)
  return mine
}
