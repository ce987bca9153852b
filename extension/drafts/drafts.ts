import { limits } from '../../shared/domain/field-schemas.ts'
import { addressKey } from '../../shared/citations/tracking.ts'
import type { GleanerDatabase } from '../store/db.ts'
import {
  blankForm,
  type Draft,
  type DraftForm,
  type DraftSource,
  type DraftStart,
  isBlocked,
  isOfHiddenPage,
  isUnfinished,
  type ReadEnd,
  withoutFragment,
} from '../store/draft.ts'
import { newId } from '../../shared/web/new-id.ts'

/** A draft for a tab with nothing of its page in it yet. */
export const newDraft = (from: Draft['from'], tab: number | null, run: string): Draft => ({
  id: newId(),
  from,
  tab,
  run,
  address: '',
  name: '',
  state: from === 'page' ? 'reading' : 'read',
  source: null,
  selection: '',
  form: blankForm,
  ideas: [],
  replaces: [],
  changedAt: Date.now(),
})

const ofTab = ({ tab, run }: Draft, start: DraftStart, thisRun: string): boolean => tab !== null && tab === start.tab && run === thisRun

/** An address as two visits to one page share it; a route behind the `#` is another page. */
export const pageOf = (address: string): string => addressKey(address) || withoutFragment(address)

export const samePage = (draft: Pick<Draft, 'address'>, start: Pick<DraftStart, 'address'>): boolean =>
  draft.address !== '' && pageOf(draft.address) === pageOf(start.address)

/** A draft of the same page whose tab is gone, closed with the browser for instance. */
const isLeftOver = (draft: Draft, start: DraftStart, run: string): boolean =>
  draft.from === 'page' && start.from === 'page' && (draft.tab === null || draft.run !== run) && samePage(draft, start)

/** A draft that does not tell by its address whether it is of this page: not read yet, or of a page that is hidden. The reading decides. */
const isUntold = (draft: Draft, start: DraftStart): boolean => start.from === 'page' && (draft.state === 'reading' || isOfHiddenPage(draft))

/** The tab of a draft has something else now: what is the person's stays, unfinished; what nobody touched goes. */
export const releaseDraft = ({ drafts }: GleanerDatabase, draft: Draft): Promise<unknown> =>
  isUnfinished(draft)
    ? drafts.update(draft.id, { tab: null, ...(draft.state === 'reading' && { state: 'read' }) })
    : drafts.delete(draft.id)

/**
 * The draft of a tab: the same page goes on with what was typed, a new page begins anew. What was typed about the page
 * before stays as an unfinished draft; an untouched one goes. Nothing of the page is stored: `keepReading` does that.
 */
export const startDraft = (database: GleanerDatabase, start: DraftStart, run: string): Promise<string> =>
  database.transaction('rw', database.drafts, async () => {
    const all = await database.drafts.toArray()
    const mine = all.filter((draft) => ofTab(draft, start, run))
    const same = [
      ...mine
        .filter(({ from }) => from === start.from)
        .filter((draft) => start.from === 'hand' || samePage(draft, start) || isUntold(draft, start)),
      ...all.filter((draft) => isLeftOver(draft, start, run)),
    ][0]
    for (const other of mine) if (other.id !== same?.id) await releaseDraft(database, other)
    const draft: Draft = same
      ? { ...same, tab: start.tab, run, state: start.from === 'page' ? 'reading' : 'read' }
      : newDraft(start.from, start.tab, run)
    await database.drafts.put(draft)
    return draft.id
  })

export type Page = Pick<DraftStart, 'address' | 'name' | 'selection'>

/** What a reading leaves in a draft. */
export const readInto = (end: ReadEnd | undefined, page: Page | undefined): Partial<Draft> => {
  if (end && ('patients' in end || 'isPrivate' in end)) {
    const { trouble: state = 'read', ...hidden } = end
    return { source: null, address: '', name: '', selection: '', state, ...hidden }
  }
  const named = page && {
    address: page.address,
    name: end && isBlocked(end.trouble) ? '' : page.name,
    ...(page.selection === undefined ? {} : { selection: page.selection.slice(0, limits.quote) }),
  }
  if (!end) return { ...named }
  return { ...named, page: end.page, isPrivate: false, state: end.trouble ?? 'read', ...('source' in end && { source: end.source }) }
}

/**
 * What was typed, beside what was read. `whole`: the draft as the screen has it, where nobody saved or discarded it: should it
 * have gone untouched with its tab just before the first letter came, it is there again, unfinished.
 */
export const keepForm = (database: GleanerDatabase, id: string, form: DraftForm, whole?: Draft): Promise<void> =>
  database.transaction('rw', database.drafts, async () => {
    const present = await database.drafts.get(id)
    if (present) await database.drafts.put({ ...present, form, changedAt: Date.now() })
    else if (whole && isUnfinished({ ...whole, form })) await database.drafts.put({ ...whole, form, tab: null, changedAt: Date.now() })
  })

/** Gives a draft to a tab; another typed draft of that tab becomes an unfinished one. */
export const adoptDraft = (database: GleanerDatabase, id: string, tab: number | null, run: string): Promise<void> =>
  database.transaction('rw', database.drafts, async () => {
    const others = await database.drafts
      .filter((draft) => draft.tab !== null && draft.tab === tab && draft.run === run && draft.id !== id)
      .toArray()
    for (const other of others) await releaseDraft(database, other)
    await database.drafts.update(id, { tab, run })
  })

export const discardDrafts = (database: GleanerDatabase, ids: readonly string[]): Promise<void> => database.drafts.bulkDelete([...ids])
export const discardDraft = (database: GleanerDatabase, id: string): Promise<void> => discardDrafts(database, [id])

/** Another item of the page that lists several. */
export const keepSource = async (database: GleanerDatabase, id: string, source: DraftSource): Promise<void> => {
  await database.drafts.update(id, { source })
}

/** Makes the draft of our own first page one to practise on: saving it keeps and sends nothing. */
export const makePractice = async (
  database: GleanerDatabase,
  id: string,
  { title, selected }: { title: string; selected: string },
): Promise<void> => {
  const quote = selected ? { exact: selected.slice(0, limits.quote), prefix: '', suffix: '' } : null
  const source: DraftSource = {
    citation: { type: 'article-journal', title },
    quote,
    link: '',
    kind: 'before-after',
    kindReason: '',
    entries: [],
    page: null,
    literature: true,
  }
  await database.drafts.update(id, { practice: true, state: 'read', address: '', name: title, source })
}
