import type { GleanerDatabase } from '../store/db.ts'
import { blankForm, type Draft, type DraftStart, type ReadEnd } from '../store/draft.ts'
import { newDraft, readInto, samePage } from '../drafts/drafts.ts'

/** A draft of what was read, without a tab and not stored yet: evidence without an idea, since nobody was asked for one. */
export const quickDraft = (start: DraftStart, end: ReadEnd, run: string): Draft => ({
  ...newDraft('page', null, run),
  form: { ...blankForm, withIdea: false },
  kept: true,
  ...readInto(end, start),
})

/** Stores it as an unfinished draft. If the same page has a draft already, that one gets the reading, and keeps its form. */
export const keepQuickDraft = (database: GleanerDatabase, draft: Draft): Promise<void> =>
  database.transaction('rw', database.drafts, async () => {
    const same = (await database.drafts.toArray()).find((other) => other.from === 'page' && samePage(other, draft))
    const { state, source, address, name, selection } = draft
    if (same) await database.drafts.update(same.id, { state, source, address, name, selection, kept: true })
    else await database.drafts.add(draft)
  })
