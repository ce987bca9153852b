import type { Citation } from '../shared/citation.ts'
import type { EvidenceKind } from '../shared/evidence.ts'
import type { Quote } from '../shared/network.ts'
import { fieldsOf, webAddress } from './clip-fields.ts'
import type { GleanerDatabase } from './db.ts'
import type { Draft, DraftForm } from './draft.ts'
import { newId } from './new-id.ts'
import { addMutations, type NewMutation } from './outbox.ts'
import { strings } from './strings.ts'

/** A form whose topic and site are decided. */
export type FilledForm = DraftForm & { topic: string; site: string }

/** Why a draft cannot be saved as it is, and where. */
export interface DraftProblem {
  field: 'change' | 'title' | 'address'
  message: string
}

const hasItem = (draft: Draft, form: DraftForm): boolean => {
  const { title, address } = fieldsOf(draft, form)
  return title.trim() !== '' || address.trim() !== ''
}

/** Every save passes here: what is checked before anything is kept to be sent is checked in this one place. */
export const checkDraft = (draft: Draft, form: DraftForm): DraftProblem | undefined => {
  const { address } = fieldsOf(draft, form)
  if (form.withIdea && form.change.trim() === '') return { field: 'change', message: strings.needChange }
  if (!form.withIdea && !hasItem(draft, form)) return { field: 'title', message: strings.needItem }
  if (address.trim() !== '' && !webAddress(address.trim())) return { field: 'address', message: strings.needAddress }
  return undefined
}

/** An untouched quote keeps its surroundings and its link; a changed one is only its own words. */
const quoteOf = ({ source }: Draft, typed: string): Quote | null => {
  const exact = typed.trim()
  if (exact === '') return null
  return source?.quote?.exact === typed ? source.quote : { exact, prefix: '', suffix: '' }
}

const citationOf = ({ source }: Draft, title: string, address: string): Citation => ({
  type: 'webpage',
  ...source?.citation,
  ...(title.trim() ? { title: title.trim() } : {}),
  ...(address.trim() ? { URL: address.trim() } : {}),
})

/** Where the page did not say and the person did not choose: the humblest kind. */
const unsaidKind: EvidenceKind = 'opinion'

const clipOf = (draft: Draft, form: FilledForm, ideas: string[]): NewMutation => {
  const { title, address, quote: typed, kind } = fieldsOf(draft, form)
  const [quote, citation] = [quoteOf(draft, typed), citationOf(draft, title, address)]
  const link = (quote !== null && quote === draft.source?.quote && draft.source.link) || (citation.URL ?? '')
  return {
    name: 'clipEvidence',
    args: { evidence: newId(), citation, quote, link, kind: kind ?? unsaidKind, note: form.note, site: form.site, ideas },
  }
}

/** What a draft asks of the network. The idea first: were it refused, the clip that names it waits with it. */
export const mutationsOf = (draft: Draft, form: FilledForm): NewMutation[] => {
  if (!form.withIdea) return [clipOf(draft, form, draft.ideas)]
  const idea = newId()
  const propose: NewMutation = {
    name: 'proposeIdea',
    args: { idea, change: form.change, problem: form.problem, details: '', topic: form.topic, tags: [], site: form.site, evidence: [] },
  }
  return hasItem(draft, form) ? [propose, clipOf(draft, form, [idea, ...draft.ideas])] : [propose]
}

/** Saves a draft as something to be sent. Answers what is wrong with it, or `undefined` once it is on the disk. */
export const saveClip = async (database: GleanerDatabase, draft: Draft, form: FilledForm): Promise<DraftProblem | undefined> => {
  const problem = checkDraft(draft, form)
  if (problem) return problem
  await addMutations(database, mutationsOf(draft, form), { draft: draft.id, replaced: draft.replaces })
  return undefined
}
