import type { GleanerDatabase } from '../store/db.ts'
import { blankForm, type Draft, type DraftStart, type ReadEnd } from '../store/draft.ts'
import { newDraft, readInto, releaseDraft, samePage } from '../drafts/drafts.ts'

/**
 * A draft of what was read, not stored yet: evidence without an idea, since nobody was asked for one. It has no tab, but of a
 * private page, which tells by nothing else what it is of.
 */
export const quickDraft = (start: DraftStart, end: ReadEnd, run: string): Draft => ({
  ...newDraft('page', 'isPrivate' in end ? start.tab : null, run),
  form: { ...blankForm, withIdea: false },
  kept: true,
  ...readInto(end, start),
})

/** Stores it as an unfinished draft. If the same page has a draft already, that one gets the reading, and keeps its form. */
export const keepQuickDraft = (database: GleanerDatabase, draft: Draft): Promise<void> =>
  database.transaction('rw', database.drafts, async () => {
    const all = await database.drafts.toArray()
    const ofTab = all.filter(({ tab, run }) => tab !== null && tab === draft.tab && run === draft.run)
    const same =
      all.find((other) => other.from === 'page' && samePage(other, draft)) ??
      ofTab.find(({ from, page, isPrivate: was, source: read }) => from === 'page' && page === draft.page && (was || read?.saidPublic))
    const { state, source, address, name, selection, isPrivate } = draft
    // What a person said of this very page is not taken back by what it does not say itself.
    if (same)
      return void (await database.drafts.update(
        same.id,
        same.source?.saidPublic ? { kept: true } : { state, source, address, name, selection, isPrivate, kept: true },
      ))
    for (const other of ofTab) await releaseDraft(database, other)
    await database.drafts.add(draft)
  })
