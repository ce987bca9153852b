import { limits } from '../shared/fields.ts'
import type { GleanerDatabase } from './db.ts'
import {
  blankForm,
  type Draft,
  type DraftForm,
  type DraftSource,
  type DraftStart,
  isTyped,
  type ReadEnd,
  withoutFragment,
} from './draft.ts'
import { newId } from './new-id.ts'

const newDraft = ({ from, tab, address, name, selection }: DraftStart, run: string): Draft => ({
  id: newId(),
  from,
  tab,
  run,
  address,
  name,
  state: from === 'page' ? 'reading' : 'read',
  source: null,
  selection: (selection ?? '').slice(0, limits.quote),
  form: blankForm,
  ideas: [],
  replaces: [],
  changedAt: Date.now(),
})

const ofTab = ({ tab, run }: Draft, start: DraftStart, thisRun: string): boolean => tab !== null && tab === start.tab && run === thisRun

/** A draft of the same page whose tab is gone, closed with the browser for instance. */
const isLeftOver = (draft: Draft, start: DraftStart, run: string): boolean =>
  draft.from === 'page' &&
  start.from === 'page' &&
  (draft.tab === null || draft.run !== run) &&
  withoutFragment(draft.address) === withoutFragment(start.address)

/**
 * The draft of a tab: the same page goes on with what was typed, a new page begins anew. What was typed about the page
 * before stays as an unfinished draft; an untouched one goes.
 */
export const startDraft = (database: GleanerDatabase, start: DraftStart, run: string): Promise<string> =>
  database.transaction('rw', database.drafts, async () => {
    const all = await database.drafts.toArray()
    const mine = all.filter((draft) => ofTab(draft, start, run))
    const same = [...mine, ...all.filter((draft) => isLeftOver(draft, start, run))].find(
      ({ address, from }) => from === start.from && withoutFragment(address) === withoutFragment(start.address),
    )
    for (const { id, form } of mine) {
      if (id === same?.id) continue
      if (isTyped(form)) await database.drafts.update(id, { tab: null })
      else await database.drafts.delete(id)
    }
    const draft: Draft = same
      ? {
          ...same,
          tab: start.tab,
          run,
          address: start.address,
          selection: start.selection ?? same.selection,
          state: start.from === 'page' ? 'reading' : 'read',
        }
      : newDraft(start, run)
    await database.drafts.put(draft)
    return draft.id
  })

/** What was read, beside what was typed. The draft may have been saved or thrown away meanwhile: then nothing happens. */
export const keepReading = async (database: GleanerDatabase, id: string, end: ReadEnd): Promise<void> => {
  await database.drafts.update(id, 'source' in end ? { state: end.trouble ?? 'read', source: end.source } : { state: end.trouble })
}

/** What was typed, beside what was read. */
export const keepForm = async (database: GleanerDatabase, id: string, form: DraftForm): Promise<void> => {
  await database.drafts.update(id, { form, changedAt: Date.now() })
}

/** Gives a draft to a tab; another typed draft of that tab becomes an unfinished one. */
export const adoptDraft = (database: GleanerDatabase, id: string, tab: number | null, run: string): Promise<void> =>
  database.transaction('rw', database.drafts, async () => {
    const others = await database.drafts
      .filter((draft) => draft.tab !== null && draft.tab === tab && draft.run === run && draft.id !== id)
      .toArray()
    for (const other of others)
      await (isTyped(other.form) ? database.drafts.update(other.id, { tab: null }) : database.drafts.delete(other.id))
    await database.drafts.update(id, { tab, run })
  })

export const discardDraft = (database: GleanerDatabase, id: string): Promise<void> => database.drafts.delete(id)

/** Another item of the page that lists several. */
export const keepSource = async (database: GleanerDatabase, id: string, source: DraftSource): Promise<void> => {
  await database.drafts.update(id, { source })
}
