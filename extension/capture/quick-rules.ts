import type { Framework } from '../../shared/domain/framework.ts'
import { objectionTo } from '../../shared/mutations/engine/mutation.ts'
import type { Context } from '../../shared/domain/actor.ts'
import { proposeIdea } from '../../shared/mutations/propose-idea.ts'
import { provideHospital } from '../../shared/phi/hospital-numbers.ts'
import { readPolicy } from '../browser/managed-policy.ts'
import { partNetwork } from '../../shared/domain/part-network.ts'
import { checkDraft, mutationsOf } from '../drafts/draft-to-mutations.ts'
import { fieldsOf } from '../drafts/clip-fields.ts'
import type { GleanerDatabase } from '../store/db.ts'
import type { Draft } from '../store/draft.ts'
import { clipToReuse, keysOfDraft, knownClips, paperOf, readKnown } from './known-paper.ts'
import { check } from '../outbox/check.ts'
import { quickLanguagesFor } from './load-quick-languages.ts'
import { NotAllowed } from '../outbox/new-mutation.ts'
import { findingsIn } from '../drafts/phi-findings.ts'
import { nothingKnown } from '../patient-page/banner-memory.ts'
import type { Checked } from '../store/queued.ts'
import type { StoredRow } from '../store/rows.ts'

/** What a quick clip becomes: a clip, nothing new, or a draft for a person to review. */
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
 * Decides on a draft without a person: it becomes a clip only if the PHI check finds nothing at all, not even something
 * uncertain. A paper that is known here with the same words is not clipped a second time.
 */
export const quickEnd = async (database: GleanerDatabase, draft: Draft, sender: QuickSender): Promise<QuickEnd> => {
  const policy = await readPolicy()
  provideHospital(policy)
  const known = await readKnown(database, keysOfDraft(draft))
  if (clipToReuse(knownClips(known, paperOf(draft), sender), fieldsOf(draft, draft.form).quote, '') !== '') return { is: 'known' }
  const form = { ...draft.form, withIdea: false, topic: '', site: siteOf(known.rows, sender) }
  await quickLanguagesFor([form, fieldsOf(draft, form)])
  if (findingsIn(draft, form, nothingKnown.known).length > 0 || checkDraft(draft, form, nothingKnown)) return { is: 'unsure' }
  try {
    const { checked } = check(mutationsOf(draft, form, { ...nothingKnown, noLookup: policy.noLookups }), nothingKnown)
    return checked ? { is: 'clip', asked: checked } : { is: 'unsure' }
  } catch (error) {
    if (error instanceof NotAllowed) return { is: 'unsure' }
    throw error
  }
}
