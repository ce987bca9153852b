import type { Framework } from '../shared/framework.ts'
import { type Context, objectionTo } from '../shared/mutation.ts'
import { proposeIdea } from '../shared/mutations/propose-idea.ts'
import { partNetwork } from '../shared/part-network.ts'
import { checkDraft, mutationsOf } from './clip.ts'
import { fieldsOf } from './clip-fields.ts'
import type { GleanerDatabase } from './db.ts'
import type { Draft } from './draft.ts'
import { clipToReuse, keysOfDraft, knownClips, paperOf, readKnown } from './known-paper.ts'
import { check } from './check-asked.ts'
import { NotAllowed } from './new-mutation.ts'
import { findingsIn } from './patient-check.ts'
import { nothingKnown } from './patient-memory.ts'
import type { Checked } from './queued.ts'
import type { StoredRow } from './rows.ts'

/** What becomes of a page that nobody looks over: a clip, nothing new, or a draft to look over. */
export type QuickEnd = { is: 'clip'; asked: Checked[] } | { is: 'known' } | { is: 'unsure' }

/** As whom, and for which site if the person has a choice. */
export interface QuickSender extends Omit<Context, 'at'> {
  rememberedSite: string
}

/** The site that was chosen last where this person may speak for it, else their own; only one that the network has. */
const siteOf = (rows: readonly StoredRow[], sender: QuickSender): string => {
  const { site, rememberedSite } = sender
  const framework = rows.find(({ kind }) => kind === 'framework')?.value as Framework | undefined
  const mayChoose =
    rememberedSite !== '' && !objectionTo(proposeIdea, partNetwork({ framework }), { site: rememberedSite }, { ...sender, at: 0 })
  const wanted = mayChoose ? rememberedSite : site
  return framework?.sites.some(({ key }) => key === wanted) ? wanted : ''
}

/**
 * Decides on a draft without a person: only what the patient guard finds nothing at all in, uncertain things included,
 * becomes a clip. A paper that is known here with the same words is not clipped a second time.
 */
export const quickEnd = async (database: GleanerDatabase, draft: Draft, sender: QuickSender): Promise<QuickEnd> => {
  const known = await readKnown(database, keysOfDraft(draft))
  if (clipToReuse(knownClips(known, paperOf(draft), sender), fieldsOf(draft, draft.form).quote, '') !== '') return { is: 'known' }
  const form = { ...draft.form, withIdea: false, topic: '', site: siteOf(known.rows, sender) }
  if (findingsIn(draft, form, nothingKnown.known).length > 0 || checkDraft(draft, form, nothingKnown)) return { is: 'unsure' }
  try {
    const { checked } = check(mutationsOf(draft, form, nothingKnown), nothingKnown)
    return checked ? { is: 'clip', asked: checked } : { is: 'unsure' }
  } catch (error) {
    if (error instanceof NotAllowed) return { is: 'unsure' }
    throw error
  }
}
