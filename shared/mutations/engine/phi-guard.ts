import type { Citation } from '../../citations/citation.ts'
import { ideaFields } from '../../domain/idea-fields.ts'
import { labelField, quoteField, titleField } from '../../domain/literature.ts'
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

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
/** A word of the network's own settings; a long number is none. */
const key = /^(?!.*\d{5})[a-z][a-z\d-]{0,59}$/
/** An article's own number. */
const doi = /^10\.\d{4,9}(?:\.\d+)*\/\S{1,180}$/

/** Under these names stands no prose, as long as it has the form that the name promises; in another form it is read like any text. */
const forms: Readonly<Record<string, RegExp>> = {
  id: uuid,
  idea: uuid,
  ideas: uuid,
  into: uuid,
  evidence: uuid,
  comment: uuid,
  member: uuid,
  approval: uuid,
  mutation: uuid,
  run: uuid,
  type: key,
  kind: key,
  topic: key,
  site: key,
  pathway: key,
  phase: key,
  to: key,
  as: key,
  reason: key,
  result: key,
  stance: key,
  language: /^[a-z]{2,3}(?:-[a-z\d]{1,8}){0,3}$/i,
  ISSN: /^\d{4}-\d{3}[\dX](?:[ ,;]+\d{4}-\d{3}[\dX])*$/i,
  DOI: doi,
  PMID: /^\d{1,8}$/,
  PMCID: /^PMC\d{1,8}$/,
  doi,
  pmid: /^\d{1,8}$/,
  pmcid: /^PMC\d{1,8}$/,
}

/** Of what look-up services say: the day of a notice. */
const noticeDay = { path: /^said\.\d{1,3}\.date$/, form: /^\d{4}(?:-\d\d){0,2}$/ }

/** The name that a text stands under; that of the list, in a list. */
const nameIn = (path: string): string => path.replace(/(?:\.\d+)+$/, '').replace(/^.*\./s, '')

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
    if (Object.hasOwn(forms, name)) return 'note'
    // Authors, publishers, members and guests: names are meant, a record's number is not.
    return /^(?:differs\.\d+\.)?citation\./.test(path) || name === 'mentions' || name === 'guest' || name === 'member'
      ? 'quote'
      : (own(ofIdeas, name) ?? 'note')
  }
}

const isPlainName = (name: string): boolean => /^[A-Za-z][A-Za-z\d_-]{0,39}$|^\d{1,3}$/.test(name)

const walk = (value: unknown, fieldOf: (path: string, text: string) => Field, path: string): NamedText[] => {
  if (typeof value === 'string') {
    const isForm = own(forms, nameIn(path))?.test(value) === true || (noticeDay.path.test(path) && noticeDay.form.test(value))
    return value === '' || isForm ? [] : [{ path, field: fieldOf(path, value), text: value }]
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
