import { namesAnother, sameItem } from '../../shared/citations/same-item.ts'
import { titlesAgree } from '../../shared/citations/titles.ts'
import type { GleanerDatabase } from '../store/db.ts'
import { type Draft, type DraftSource, isOfHiddenPage, isOfPatient, isUnfinished, type ReadEnd } from '../store/draft.ts'
import { releaseDraft, newDraft, type Page, pageOf, readInto } from './drafts.ts'

const addressOf = (source: DraftSource): string => (source.page ?? source.citation).URL ?? ''

/** Whether what is read now is another item than the one that the person typed about: the page changed without loading. */
const isOtherItem = (draft: Draft, end: ReadEnd | undefined): boolean => {
  if (!draft.source || !end || !('source' in end) || !isUnfinished(draft)) return false
  const [before, now] = [draft.source.page ?? draft.source.citation, end.source.page ?? end.source.citation]
  const isElsewhere = pageOf(addressOf(draft.source)) !== pageOf(addressOf(end.source))
  return namesAnother(before, now) || (isElsewhere && !sameItem(before, now) && !titlesAgree(before.title ?? '', now.title ?? ''))
}

/** Whether a draft that says nothing of its page is of another one than what is read now. */
const isLeft = (draft: Draft, end: ReadEnd): boolean =>
  isOfHiddenPage(draft) && (end.page !== draft.page || (isOfPatient(draft) && !('patients' in end)))

/** A person said that this very page is public: that it does not show so itself takes nothing back. */
const isSaidPublic = ({ source, page }: Draft, end: ReadEnd): boolean =>
  'isPrivate' in end && source?.saidPublic === true && page === end.page

/**
 * What was read, beside what was typed. The draft may have been saved or thrown away meanwhile: then nothing happens. What
 * was typed beside a patient's page or a private one belongs to that page alone, and what was typed about an item to that item: on another one
 * a new draft begins, and the one before stays unfinished. `state` is 'reading' where
 * more of the same is to come.
 */
export const keepReading = (
  database: GleanerDatabase,
  id: string,
  end: ReadEnd | undefined,
  page?: Page,
  state?: 'reading',
): Promise<void> =>
  database.transaction('rw', database.drafts, async () => {
    const draft = await database.drafts.get(id)
    if (!draft) return
    if (end && isSaidPublic(draft, end)) return void (await database.drafts.update(id, { state: 'read' }))
    const isElsewhere = (end !== undefined && isLeft(draft, end)) || isOtherItem(draft, end)
    if (!isElsewhere) {
      await database.drafts.put({ ...draft, ...readInto(end, page), ...(state && { state }) })
      return
    }
    if (state) return
    await releaseDraft(database, draft)
    const address = end && 'source' in end ? addressOf(end.source) : ''
    await database.drafts.add({ ...newDraft(draft.from, draft.tab, draft.run), address, ...readInto(end, page) })
  })
