import { computed, effect, signal } from '@preact/signals'
import { browser } from 'wxt/browser'
import type { KnownIdentifier } from '../../../shared/phi/detect.ts'
import { type Draft, isOfPatient } from '../../store/draft.ts'
import { samePage } from '../../drafts/drafts.ts'
import { nothingKnown, type PageMemory } from '../../patient-page/banner-memory.ts'
import { readTabPatientsAgain, type TabPatients } from '../../patient-page/inspect-tab.ts'
import { database, draft, fault, policy } from './panel-state.ts'

/**
 * What the page of the draft in front showed of patients: in this panel's memory and nowhere else. Not in
 * `storage.session` either: it is no disk, but it outlives the page, every context reads it, and it is not needed. The
 * panel reads the page itself (the button's `activeTab` is the extension's), so the death of the service worker loses
 * nothing; where the panel was closed, the page is read again, or the person is asked to read the text over.
 */
const remembered = signal<{ id: string; memory: PageMemory } | undefined>(undefined)

export const memory = computed((): PageMemory & { strict: boolean } => {
  const held = remembered.value
  return {
    ...(held && held.id === draft.value?.id ? held.memory : nothingKnown),
    strict: policy.value.strictPatientCheck === true,
    noLookup: policy.value.noLookups === true,
  }
})

const namesIn = (known: readonly KnownIdentifier[]): string[] => known.filter(({ type }) => type === 'NAME').map(({ value }) => value)

/** Whether a page still shows whom it showed: many portals change their address within one patient. */
const showsSame = (before: PageMemory, { known }: TabPatients): boolean => {
  const now = namesIn(known)
  return !before.gone && namesIn(before.known).every((name) => now.includes(name))
}

const memoryFrom = (own: Draft, before: PageMemory | undefined, shown: TabPatients | undefined): PageMemory => {
  if (!shown) return { known: [], gone: isOfPatient(own) }
  const isSame = before ? showsSame(before, shown) : shown.page === own.page
  return { known: shown.known, gone: isOfPatient(own) && !isSame }
}

/** A page that became a patient's after it was read: what was kept of it goes. Answers whether it was so. */
const dropIfPatients = async (own: Draft, { patients, page }: TabPatients): Promise<boolean> => {
  const isLate = patients > 0 && page === own.page && !isOfPatient(own)
  const present = database.value
  if (isLate && present) await (await import('../../drafts/keep-reading.ts')).keepReading(present, own.id, { page, patients })
  return isLate
}

/** Timeout of a check of the page, in milliseconds. */
const patience = 2000

/** A page that is busy loading answers only when it is done; nobody waits that long to save. */
const shownBy = (tab: number): Promise<TabPatients | undefined> =>
  Promise.race([readTabPatientsAgain(tab), new Promise<undefined>((resolve) => setTimeout(resolve, patience, undefined))])

/** Looks at the page of a draft, and compares it with what was seen `before`. Answers whether the draft on the disk is another now. */
export const lookAtPage = async (own: Draft, before?: PageMemory): Promise<boolean> => {
  const shown = own.tab === null ? undefined : await shownBy(own.tab)
  const isDropped = shown !== undefined && (await dropIfPatients(own, shown))
  remembered.value = { id: own.id, memory: memoryFrom(own, before, shown) }
  return isDropped
}

/** The same for the draft in front, before it is saved: a banner may have come late. */
export const lookAgain = (own: Draft): Promise<boolean> =>
  lookAtPage(own, remembered.value?.id === own.id ? remembered.value.memory : undefined)

const caught = (error: unknown): void => {
  fault.value = error
}

/** Forgotten at once when the tab moves on or is closed, then looked at again. */
const forget = (tab: number): void => {
  const own = draft.peek()
  if (!own || own.tab !== tab) return
  const before = memory.peek()
  remembered.value = { id: own.id, memory: { known: [], gone: isOfPatient(own) } }
  lookAtPage(own, before).catch(caught)
}

/** Where tabs went since, as far as the browser tells: on the site that the button was pressed on. */
const wentTo = signal<{ tab: number; address: string } | undefined>(undefined)

/** Whether the tab of the draft in front shows another page than the one that was read. */
export const movedOn = computed(() => {
  const [own, went] = [draft.value, wentTo.value]
  return own?.from === 'page' && own.address !== '' && own.tab === went?.tab && !samePage(own, went)
})

export const watchPages = (): void => {
  browser.tabs.onUpdated.addListener((tab, { status, url }) => {
    if (url !== undefined) wentTo.value = { tab, address: url }
    if (status === 'loading' || url !== undefined) forget(tab)
  })
  browser.tabs.onRemoved.addListener(forget)
  let last = ''
  effect(() => {
    const own = draft.value
    const mark = own ? `${own.id} ${own.state} ${own.patients ?? 0}` : ''
    if (mark === last) return
    last = mark
    if (!own) remembered.value = undefined
    else if (own.state !== 'reading') lookAgain(own).catch(caught)
  })
}
