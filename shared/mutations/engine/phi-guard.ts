import type { Citation } from '../../citations/citation.ts'
import { ideaFields } from '../../domain/idea-fields.ts'
import { labelField, quoteField, titleField } from '../../domain/literature.ts'
import { hasForm, isForm, isPlainName, nameIn } from './forms.ts'
import { type Refusal, refuse } from './mutation.ts'
import { type Field, findPatientInfo, type PhiFinding, holdsPatientInfo } from '../../phi/detect.ts'
import { own } from '../../values/own.ts'
import { message, type Message } from '../../i18n/message.ts'

/** One text of a mutation's arguments and where it stands: `set.measures.outcome`. */
export interface NamedText {
  path: string
  field: Field
  text: string
}

/** What the table of an idea's fields says that their texts are. */
const ofIdeas: Readonly<Record<string, Field>> = Object.fromEntries(
  Object.entries(ideaFields).flatMap(([name, field]) => ('phi' in field ? [[name, field.phi]] : [])),
)

const objectAt = (args: unknown, name: string): object => {
  const found: unknown = typeof args === 'object' && args !== null ? Object.entries(args).find(([own]) => own === name)?.[1] : undefined
  return typeof found === 'object' && found !== null ? found : {}
}

/** Whether it comes from a file: then nobody has seen its item printed. */
const isBrought = (args: unknown): boolean => typeof args === 'object' && args !== null && 'run' in args && 'citation' in args

/** The field of each text of these arguments, by where it stands. */
const fieldsFor = (args: unknown): ((path: string, text: string) => Field) => {
  const citation: Partial<Citation> = objectAt(args, 'citation')
  const [quote, title] = [quoteField(citation, objectAt(args, 'quote')), titleField(citation, isBrought(args))]
  return (path, text) => {
    const name = nameIn(path)
    if (name === 'label') return labelField(text)
    if (name === 'URL' || name === 'link') return 'url'
    if (path.startsWith('quote.')) return quote
    if (path === 'citation.title') return title
    if (hasForm(name)) return 'note'
    // Authors, publishers, members and guests: names are meant, a record's number is not.
    return /^(?:differs\.\d+\.)?citation\./.test(path) || name === 'mentions' || name === 'guest' || name === 'member'
      ? 'quote'
      : (own(ofIdeas, name) ?? 'note')
  }
}

const walk = (value: unknown, fieldOf: (path: string, text: string) => Field, path: string): NamedText[] => {
  if (typeof value === 'string') {
    return value === '' || isForm(path, value) ? [] : [{ path, field: fieldOf(path, value), text: value }]
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    // A name that could itself say something is a text, and is not repeated in a refusal.
    const own = isPlainName(name) ? name : '…'
    const here = path ? `${path}.${own}` : own
    return [...(own === '…' ? [{ path: here, field: 'note' as const, text: name }] : []), ...walk(inner, fieldOf, here)]
  })
}

/**
 * Every text in the arguments of a mutation, by walking them: a new mutation's texts are guarded without anybody
 * thinking of it.
 */
export const textsIn = (args: unknown): NamedText[] => walk(args, fieldsFor(args), '')

const placeOf = (field: string, { type, start, end }: PhiFinding): Message =>
  message('patient-place', { field, type: message(`patient-type-${type}`), start, end })

/**
 * The second line, at the server: what is certainly about a patient is refused with its places and types, never its
 * words. Low certainty is for the person to judge, who has seen it marked.
 */
export const guard = (args: unknown): Refusal | undefined => {
  const texts = textsIn(args).filter(({ field, text }) => holdsPatientInfo(text, field))
  if (texts.length === 0) return undefined
  const certain = texts.flatMap(({ path, field, text }) =>
    findPatientInfo(text, { field })
      .filter((finding) => finding.certainty === 'high')
      .map((finding) => placeOf(path, finding)),
  )
  return refuse('patient-information', message('patient-information', { places: certain.slice(0, 5) }))
}
