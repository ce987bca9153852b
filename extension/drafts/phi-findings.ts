import { type Field, findPatientInfo, type PhiFinding, type KnownIdentifier } from '../../shared/phi/detect.ts'
import { clipTexts, ideaField } from '../../shared/domain/idea-fields.ts'
import { fieldsOf } from './clip-fields.ts'
import { type Draft, type DraftForm, type GuardedField, isOfPatient } from '../store/draft.ts'
import { fieldOfQuote, isPublished } from './clip-item.ts'
import { readableAddress } from '../reading/readable-address.ts'

/** A finding in a text of the form. */
export interface FormFinding extends PhiFinding {
  name: GuardedField
  /** The text that it is in, and the stretch found. */
  text: string
  excerpt: string
}

interface FormText {
  name: GuardedField
  field: Field
  text: string
}

/** The texts that saving would send, each with where it came from: what is typed, pasted or edited gets every rule. */
const textsOf = (draft: Draft, form: DraftForm, known: readonly KnownIdentifier[]): FormText[] => {
  const { title, address, quote } = fieldsOf(draft, form)
  const titleField = isPublished(draft) && form.title === null ? 'citation' : 'title'
  const ofIdea: FormText[] = form.withIdea
    ? clipTexts.map((name) => ({ name, field: ideaField(name).phi ?? 'note', text: form[name] ?? '' }))
    : []
  // Nothing of the item is sent where the bank's own clip of it is used.
  if (form.reuse) return ofIdea
  return [
    ...ofIdea,
    { name: 'title', field: isOfPatient(draft) ? 'note' : titleField, text: title },
    { name: 'address', field: 'url', text: readableAddress(address) },
    { name: 'quote', field: fieldOfQuote(draft, form, known), text: quote },
    { name: 'note', field: 'note', text: form.note },
  ]
}

const isAnswered = ({ notPatient = [] }: DraftForm, { name, type, certainty, excerpt }: FormFinding): boolean =>
  certainty === 'low' && notPatient.some((answer) => answer.name === name && answer.type === type && answer.text === excerpt)

/** Everything found, those that the person has answered too. */
const allIn = (draft: Draft, form: DraftForm, known: readonly KnownIdentifier[], strict = false): FormFinding[] =>
  textsOf(draft, form, known).flatMap(({ name, field, text }) =>
    findPatientInfo(text, { field, known }).map((finding) => ({
      ...finding,
      certainty: strict ? 'high' : finding.certainty,
      name,
      text,
      excerpt: text.slice(finding.start, finding.end),
    })),
  )

/** What in a form may identify a patient and is still to be answered, in the order of the form. */
export const findingsIn = (draft: Draft, form: DraftForm, known: readonly KnownIdentifier[], strict = false): FormFinding[] =>
  allIn(draft, form, known, strict).filter((finding) => !isAnswered(form, finding))

/** What the person said is no patient's, as far as it still stands in the form. */
export const answeredIn = (draft: Draft, form: DraftForm, known: readonly KnownIdentifier[]): FormFinding[] =>
  allIn(draft, form, known).filter((finding) => isAnswered(form, finding))
