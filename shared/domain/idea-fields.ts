import * as v from 'valibot'
import type { Field } from '../phi/detect.ts'
import type { FormCode } from '../values/issue-message.ts'
import * as field from './field-schemas.ts'

/** Who may set a field once the idea is in the bank: its sender until it is classified and its leads, its leads, or network staff alone. */
type Setter = 'sender' | 'leads' | 'staff'

/** What a field of an idea is, for everything that reads, writes or shows ideas. */
interface IdeaField {
  schema: v.GenericSchema
  /** As it stands in an idea of which nobody has said it. */
  blank: unknown
  by?: Setter
  /** What the patient guard takes its text for; without it a note, to which every rule applies. */
  phi?: Field
  /** Has a hint below its label. */
  hint?: true
  /** How it is typed or chosen; `own`: a form of its own. */
  control: 'sentence' | 'text' | 'address' | 'topic' | 'people' | 'check' | 'own'
  /** Where the panel asks for it: in a clip and afterwards, or afterwards only. */
  panel?: 'clip' | 'later'
  /** Its schema where an idea is proposed, if it may be said by then. */
  proposed?: v.GenericSchema
  /** Is a column where ideas are exported. */
  exported?: true
  /** Stands in a line of a list too. */
  listed?: true
  /** Came later than the first ideas: absent where nobody has said it. */
  later?: true
}

/** At most as many as a diagram can show on one page. */
const drivers = v.pipe(
  v.array(
    v.object({
      name: v.pipe(field.label, v.minLength(1, 'form-empty' satisfies FormCode)),
      interventions: v.pipe(field.labels, v.maxLength(field.limits.interventions, 'form-too-many' satisfies FormCode)),
    }),
  ),
  v.maxLength(field.limits.drivers, 'form-too-many' satisfies FormCode),
)

const day = v.pipe(v.number(), v.integer(), v.minValue(field.oldestDay, 'form-too-early' satisfies FormCode), v.maxValue(100_000))
const chart = v.object({
  until: v.optional(day),
  goal: v.optional(v.pipe(v.number(), v.finite(), v.minValue(-field.largestValue), v.maxValue(field.largestValue))),
  better: v.optional(v.picklist(['more', 'less'])),
  unit: v.optional(field.label),
  limits: v.optional(v.picklist(['p', 'u'])),
  marks: v.optional(
    v.pipe(
      v.array(
        v.object({ day, text: v.pipe(field.label, v.minLength(1, 'form-empty' satisfies FormCode)), phase: v.optional(v.literal(true)) }),
      ),
      v.maxLength(field.limits.marks, 'form-too-many' satisfies FormCode),
    ),
  ),
})

const topic = v.union([v.literal(''), field.key])

/**
 * Every field of an idea that somebody writes, in the order of forms and exports. A new one is an entry here and its label
 * `field-<name>` (with `panel` also `ask-<name>`, with `hint` also `field-<name>-hint`) in shared/i18n: proposing and editing, the patient guard, the forms of dashboard and panel, history, lists and exports read this.
 */
export const ideaFields = {
  change: {
    schema: field.ideaSentence,
    proposed: field.ideaSentence,
    blank: '',
    control: 'sentence',
    panel: 'clip',
    exported: true,
    listed: true,
  },
  problem: {
    schema: field.sentence,
    proposed: v.optional(field.sentence, ''),
    blank: '',
    hint: true,
    control: 'sentence',
    panel: 'clip',
    exported: true,
    listed: true,
  },
  details: {
    schema: field.text,
    proposed: v.optional(field.text, ''),
    blank: '',
    control: 'text',
    panel: 'later',
    exported: true,
  },
  theory: {
    schema: field.text,
    blank: '',
    hint: true,
    control: 'text',
    exported: true,
  },
  aim: {
    schema: field.text,
    blank: '',
    hint: true,
    control: 'text',
    exported: true,
  },
  measures: {
    schema: v.partial(v.object({ outcome: field.sentence, process: field.sentence, balancing: field.sentence })),
    blank: { outcome: '', process: '', balancing: '' },
    control: 'own',
    exported: true,
  },
  driverDiagram: {
    schema: field.address,
    blank: '',
    phi: 'url',
    hint: true,
    control: 'address',
  },
  drivers: { schema: drivers, blank: undefined, control: 'own', later: true },
  charts: {
    schema: v.object({ outcome: v.optional(chart), process: v.optional(chart), balancing: v.optional(chart) }),
    blank: undefined,
    by: 'leads',
    control: 'own',
    later: true,
  },
  topic: {
    schema: topic,
    proposed: v.optional(topic, ''),
    blank: '',
    control: 'topic',
    exported: true,
    listed: true,
  },
  tags: {
    schema: field.labels,
    proposed: v.optional(field.labels, []),
    blank: [],
    control: 'own',
    exported: true,
  },
  leads: { schema: field.labels, blank: [], by: 'staff', phi: 'quote', control: 'people' },
  experts: { schema: field.labels, blank: [], by: 'leads', phi: 'quote', control: 'people' },
  registryGap: {
    schema: field.sentence,
    blank: '',
    by: 'staff',
    hint: true,
    control: 'sentence',
  },
  processReliable: { schema: v.boolean(), blank: false, by: 'leads', control: 'check' },
} as const satisfies Record<string, IdeaField>

type Fields = typeof ideaFields
export type IdeaFieldName = keyof Fields
/** The names of fields that have that property with that value. */
export type FieldsWith<Property> = { [Name in IdeaFieldName]: Fields[Name] extends Property ? Name : never }[IdeaFieldName]

type TextControl = { control: 'sentence' | 'text' | 'address' }
export type TextFieldName = FieldsWith<TextControl>
/** Texts that the panel asks for in a clip, and all that it asks for. */
export type ClipTextName = FieldsWith<{ panel: 'clip' } & TextControl>
export type PanelTextName = FieldsWith<{ panel: string } & TextControl>
/** Those with a hint below their label. */
export type HintedName = FieldsWith<{ hint: true }>
type ListedTextName = FieldsWith<{ listed: true } & TextControl>
type ProposedName = FieldsWith<{ proposed: v.GenericSchema }>

/** Texts that not every idea has. */
export type LaterTexts = { [Name in FieldsWith<{ later: true } & TextControl>]?: string }
/** Texts that stand in a line of a list, as an idea has them. */
export type ListedTexts = { [Name in ListedTextName as Fields[Name] extends { later: true } ? never : Name]: string } & {
  [Name in ListedTextName as Fields[Name] extends { later: true } ? Name : never]?: string
}

const all: readonly (readonly [IdeaFieldName, IdeaField])[] = Object.entries<IdeaField>(ideaFields) as [IdeaFieldName, IdeaField][]
const namesOf = <Name extends IdeaFieldName>(is: (one: IdeaField) => boolean): Name[] =>
  all.flatMap(([name, one]) => (is(one) ? [name as Name] : []))
const isText = ({ control }: IdeaField): boolean => control === 'sentence' || control === 'text' || control === 'address'

/** What an entry of the table says of that field. */
export const ideaField = (name: IdeaFieldName): IdeaField => ideaFields[name]
export const ideaFieldNames = /* @__PURE__ */ all.map(([name]) => name)
export const textFields = /* @__PURE__ */ namesOf<TextFieldName>(isText)
export const clipTexts = /* @__PURE__ */ namesOf<ClipTextName>((one) => isText(one) && one.panel === 'clip')
export const panelTexts = /* @__PURE__ */ namesOf<PanelTextName>((one) => isText(one) && one.panel !== undefined)
export const listedTexts = /* @__PURE__ */ namesOf<ListedTextName>((one) => isText(one) && one.listed === true)

/** The schema of each field, for arguments that set some of them. */
export const fieldSchemas = /* @__PURE__ */ Object.fromEntries(all.map(([name, { schema }]) => [name, schema])) as unknown as {
  [Name in IdeaFieldName]: Fields[Name]['schema']
}
/** The schemas of those that may be said when an idea is proposed. */
export const proposedSchemas = /* @__PURE__ */ Object.fromEntries(
  all.flatMap(([name, { proposed }]) => (proposed ? [[name, proposed]] : [])),
) as unknown as {
  [Name in ProposedName]: Fields[Name]['proposed']
}
export const proposedFields = /* @__PURE__ */ namesOf<ProposedName>(({ proposed }) => proposed !== undefined)

/** Some of the fields of an idea, or of what is said of one; what is not there is left out. */
export const picked = <Whole extends object, Name extends keyof Whole & string>(whole: Whole, names: readonly Name[]): Pick<Whole, Name> =>
  Object.fromEntries(names.flatMap((name) => (whole[name] === undefined ? [] : [[name, whole[name]]]))) as Pick<Whole, Name>

type Blanks = { -readonly [Name in IdeaFieldName as Fields[Name] extends { later: true } ? never : Name]: Widened<Fields[Name]['blank']> }
type Widened<Blank> = Blank extends string
  ? string
  : Blank extends boolean
    ? boolean
    : Blank extends readonly []
      ? string[]
      : Blank extends object
        ? { [Part in keyof Blank]: string }
        : never

/** How the fields stand of which nobody has said anything. */
export const blankFields = /* @__PURE__ */ Object.fromEntries(
  all.flatMap(([name, { blank, later }]) => (later ? [] : [[name, blank]])),
) as unknown as Blanks
