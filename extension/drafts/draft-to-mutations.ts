import { kindToSend } from '../../shared/domain/evidence-kinds.ts'
import { clipTexts, picked } from '../../shared/domain/idea-fields.ts'
import { checkedOf } from './phi-summary.ts'
import { fieldsOf, webAddress } from './clip-fields.ts'
import { type Draft, type DraftForm, type GuardedField, isOfPatient } from '../store/draft.ts'
import { newId } from '../../shared/web/new-id.ts'
import { itemOf } from './clip-item.ts'
import type { NewMutation } from '../outbox/new-mutation.ts'
import { findingsIn } from './phi-findings.ts'
import type { PageMemory } from '../patient-page/banner-memory.ts'

/** A form whose topic and site are decided. */
export type FilledForm = DraftForm & { topic: string; site: string }

/** Why a draft cannot be saved as it is, and where. A code, not words: the service worker checks too, and speaks no language. */
export interface DraftProblem {
  field: GuardedField | 'read-over' | 'supports'
  why: 'no-change' | 'no-idea' | 'no-item' | 'bad-address' | 'patient' | 'not-read-over' | 'still-reading'
  /** How many places, where `why` is `patient`. */
  places: number
}

const hasItem = (draft: Draft, form: DraftForm): boolean => {
  const { title, address } = fieldsOf(draft, form)
  return title.trim() !== '' || address.trim() !== ''
}

/** Ideas of the bank that the clip is to support, as chosen now or when it was first clipped. */
const chosenIdeas = (draft: Draft, { supports = [] }: DraftForm): string[] => [...new Set([...draft.ideas, ...supports])]

/** What was never on this form cannot be looked for in it; then a person has to read it over. */
const needsReading = (draft: Draft, form: DraftForm, { gone }: PageMemory): boolean => isOfPatient(draft) && gone && form.readOver !== true

/**
 * Every save passes here: what is checked before anything is kept to be sent is checked in this one place. `memory` is what
 * the draft's page showed of patients, as far as it is remembered.
 */
export const checkDraft = (draft: Draft, form: DraftForm, memory: PageMemory): DraftProblem | undefined => {
  const { address } = fieldsOf(draft, form)
  if (form.withIdea && form.change.trim() === '') return { field: 'change', why: 'no-change', places: 0 }
  if (!form.withIdea && form.reuse && chosenIdeas(draft, form).length === 0) return { field: 'supports', why: 'no-idea', places: 0 }
  if (!form.withIdea && !form.reuse && !hasItem(draft, form)) return { field: 'title', why: 'no-item', places: 0 }
  if (!form.reuse && address.trim() !== '' && !webAddress(address.trim())) return { field: 'address', why: 'bad-address', places: 0 }
  const found = findingsIn(draft, form, memory.known, memory.strict).filter(({ certainty }) => certainty === 'high')
  if (found[0]) return { field: found[0].name, why: 'patient', places: found.length }
  return needsReading(draft, form, memory) ? { field: 'read-over', why: 'not-read-over', places: 0 } : undefined
}

const clipOf = (draft: Draft, form: FilledForm, { known, noLookup }: PageMemory, ideas: string[]): NewMutation => {
  const { kind, suggested } = fieldsOf(draft, form)
  const checked = checkedOf(draft, form, known, ['title', 'address', 'quote', 'note'])
  return {
    name: 'clipEvidence',
    args: {
      evidence: newId(),
      ...itemOf(draft, form, known),
      ...kindToSend(kind, suggested),
      note: form.note,
      site: form.site,
      ideas,
      ...(noLookup && { noLookup }),
      ...checked,
    },
  }
}

/** The item: a clip of its own, or the one that is there already, attached. */
const itemFor = (draft: Draft, form: FilledForm, memory: PageMemory, ideas: string[]): NewMutation[] => {
  const { reuse } = form
  if (reuse) return ideas.map((idea) => ({ name: 'attachEvidence', args: { evidence: reuse, idea } }))
  return !form.withIdea || hasItem(draft, form) ? [clipOf(draft, form, memory, ideas)] : []
}

/** What a draft asks of the network. The idea first: were it refused, the clip that names it waits with it. */
export const mutationsOf = (draft: Draft, form: FilledForm, memory: PageMemory): NewMutation[] => {
  const chosen = chosenIdeas(draft, form)
  if (!form.withIdea) return itemFor(draft, form, memory, chosen)
  const idea = newId()
  const { topic, site } = form
  const checked = checkedOf(draft, form, memory.known, clipTexts)
  const propose: NewMutation = {
    name: 'proposeIdea',
    args: { idea, ...picked(form, clipTexts), details: '', topic, tags: [], site, evidence: [], ...checked },
  }
  return [propose, ...itemFor(draft, form, memory, [idea, ...chosen])]
}
