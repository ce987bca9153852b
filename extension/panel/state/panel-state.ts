import { computed, signal } from '@preact/signals'
import { browser } from 'wxt/browser'
import type { Me } from '../../../shared/api/bank.ts'
import type { Framework } from '../../../shared/domain/framework.ts'
import { readFramework } from '../../../shared/domain/labels.ts'
import { translate } from '../../i18n/translate.ts'
import { frameworkId } from '../../../shared/domain/entities.ts'
import { countClips, type UnsentCount } from '../../outbox/count-clips.ts'
import { databaseOf } from '../../store/databases.ts'
import { type GleanerDatabase, syncStatusOf } from '../../store/db.ts'
import type { Draft } from '../../store/draft.ts'
import { draftInFront, type OpenTabs, otherDrafts } from '../../drafts/draft-list.ts'
import { followQuery } from '../../store/live-query.ts'
import { askBackground } from '../../browser/messages.ts'
import type { OpenQuestion } from '../../bank/open-questions.ts'
import type { RecentSource } from '../../bank/recent.ts'
import { onPolicyChange, type Policy, readPolicy } from '../../browser/managed-policy.ts'
import { readRows } from '../../store/rows.ts'
import { type Connection, onConnectionChange, readSender } from '../../connection/connection.ts'
import { browserRun } from '../../browser/browser-run.ts'
import { readRemembered } from '../../connection/remembered.ts'
import { listenTo } from '../../store/silence.ts'
import { storeTyped } from './typed-over.ts'
import { newSyncStatus, type SyncStatus } from '../../store/sync-status.ts'

/** What follows tabs: not needed before the form is there. */
const tabs = () => import('../../drafts/draft-tabs.ts')

/** What was clipped with this device: below the form, and with every mutation that may wait. */
const lists = () => import('../../bank/recent.ts')

/** What the panel shows, as signals; what is in the database stays in the database. */
export const database = signal<GleanerDatabase | undefined>(undefined)
export const connection = signal<Connection | undefined>(undefined)
export const policy = signal<Policy>({})
/** On a shared workstation, before somebody is connected or when it locked. */
export const mustConnect = signal(false)
export const rememberedSite = signal('')
export const fault = signal<unknown>(undefined)
export const viewNames = ['clip', 'mine', 'bank', 'inbox'] as const
export type ViewName = (typeof viewNames)[number]
export const view = signal<ViewName>('clip')
/** Shown after a save until the next draft is begun. */
export const justSaved = signal<'clip' | 'practice' | undefined>(undefined)

/** What was done last here and can be undone for a moment; of a clip also what it was made of. */
export const undoable = signal<{ ids: readonly string[]; draft?: Draft } | undefined>(undefined)

export const tab = signal<number | null>(null)
const run = signal('')
const openTabs = signal<OpenTabs>(new Map())

export const drafts = signal<Draft[] | undefined>(undefined)
export const draft = computed(() => draftInFront(drafts.value ?? [], tab.value, run.value))
export const unfinished = computed(() => otherDrafts(drafts.value ?? [], draft.value, run.value, openTabs.value))

const noRecent: RecentSource = { waiting: [], refused: [], done: [], rows: [] }
const recentSource = signal<RecentSource>(noRecent)
const recentRules = signal<Awaited<ReturnType<typeof lists>> | undefined>(undefined)
const nobodyYet: Pick<Me, 'person' | 'role' | 'site'> = { person: '', role: 'contributor', site: '' }
/** As whom everything is seen. */
export const reader = computed(() => {
  const { person, role, site } = connection.value?.me ?? nobodyYet
  return { person, role, site }
})
export const recent = computed(() => recentRules.value?.recentItems(recentSource.value, reader.value) ?? [])
export const framework = signal<Framework | undefined>(undefined)
export const notes = signal<SyncStatus>(newSyncStatus)
const counts = signal<UnsentCount>({ unsent: 0, refused: 0 })
export const unsent = computed(() => counts.value.unsent)
export const refused = computed(() => counts.value.refused)
/** What the network asks this person and waits for. */
export const questions = signal<OpenQuestion[]>([])

/** As somebody reads it: default labels are in their language. */
const frameworkOf = async (present: GleanerDatabase): Promise<Framework | undefined> => {
  const kept = (await readRows(present, [['framework', frameworkId]]))[0]?.value as Framework | undefined
  return kept && readFramework(kept, translate)
}

const loadConnection = async (): Promise<void> => {
  const [kept, sender, remembered] = await Promise.all([readPolicy(), readSender(), readRemembered()])
  policy.value = kept
  connection.value = sender?.locked ? undefined : sender
  mustConnect.value = sender ? sender.locked : policy.value.sharedWorkstation === true
  rememberedSite.value = remembered.site
  database.value = listenTo(databaseOf(connection.value))
}

const failed = (error: unknown): void => {
  fault.value = error
}

const lookAtTab = async (): Promise<void> => {
  const [active] = await browser.tabs.query({ active: true, currentWindow: true })
  tab.value = active?.id ?? null
}

const lookAtTabs = async (): Promise<void> => {
  openTabs.value = await (await tabs()).readOpenTabs()
}

const letGo = (told?: { tab: number; isLoading: boolean }): void => {
  const present = database.value
  if (present)
    tabs()
      .then(({ releaseMovedTab }) => releaseMovedTab(present, run.value, told))
      .catch(failed)
}

const watchTabs = (): void => {
  const { onActivated, onCreated, onRemoved, onAttached, onReplaced, onUpdated } = browser.tabs
  for (const event of [onActivated, onCreated, onRemoved, onAttached, onReplaced])
    event.addListener(() => void Promise.all([lookAtTab(), lookAtTabs()]))
  onUpdated.addListener((number, { status, url }) => {
    if (status !== undefined || url !== undefined) letGo({ tab: number, isLoading: status === 'loading' })
  })
}

export const thisRun = (): string => run.value

const followQuestions = async (): Promise<void> => {
  const { readOpenQuestions } = await import('../../bank/open-questions.ts')
  followQuery(database, readOpenQuestions, questions, failed)
}

const followRecent = async (): Promise<void> => {
  const loaded = await lists()
  recentRules.value = loaded
  followQuery(database, loaded.readRecent, recentSource, failed)
}

const startRun = async (): Promise<void> => {
  run.value = await browserRun()
}

/** Begins with what the person came for: the draft in front, as it is and as it changes. */
export const startPanel = async (): Promise<void> => {
  await Promise.all([startRun(), loadConnection(), lookAtTab()])
  // Before the form takes its text from the draft.
  await storeTyped(database.value).catch(failed)
  followQuery(database, (present) => present.drafts.toArray(), drafts, failed)
  followQuery(database, frameworkOf, framework, failed)
  watchTabs()
  onConnectionChange(() => void loadConnection())
  onPolicyChange(() => void loadConnection())
  globalThis.addEventListener('online', () => void askBackground({ ask: 'sync' }))
}

/** What stands beside the form and below it, once that is there. */
export const followRest = async (): Promise<void> => {
  followRecent().catch(failed)
  followQuestions().catch(failed)
  followQuery(database, syncStatusOf, notes, failed)
  followQuery(database, countClips, counts, failed)
  // Pages that moved on while no panel was open.
  lookAtTabs().catch(failed)
  letGo()
  await askBackground({ ask: 'sync' })
}
