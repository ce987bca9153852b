import * as v from 'valibot'

/** FHIR R4 (4.0.1), as far as a summary of a measure needs it: what is read is typed, what is not read may be anything. */
const text = v.pipe(v.string(), v.maxLength(2000))
const code = v.pipe(v.string(), v.regex(/^[^\s]+( [^\s]+)*$/), v.maxLength(200))
/** Year, month, day or a time with its zone (FHIR R4, 2.24.0.1). */
const dateTime = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]((0\d|1[0-3]):[0-5]\d|14:00)))?)?)?$/,
  ),
)
const ignored = v.optional(v.unknown())

const extensionSchema = v.looseObject({
  url: text,
  valueCode: v.optional(code),
  valueDecimal: v.optional(v.number()),
})
const extensions = v.optional(v.pipe(v.array(extensionSchema), v.maxLength(50)))

const identifierSchema = v.looseObject({ system: v.optional(text), value: v.optional(text) })
export const referenceSchema = v.looseObject({
  reference: v.optional(text),
  type: v.optional(text),
  identifier: v.optional(identifierSchema),
})
export type FhirReference = v.InferOutput<typeof referenceSchema>

const codingSchema = v.looseObject({ system: v.optional(text), code: v.optional(code) })
const conceptSchema = v.looseObject({ coding: v.optional(v.pipe(v.array(codingSchema), v.maxLength(20))) })

const quantitySchema = v.strictObject({
  id: ignored,
  extension: extensions,
  value: v.optional(v.pipe(v.number(), v.finite())),
  _value: v.optional(v.looseObject({ extension: extensions })),
  comparator: v.optional(code),
  unit: v.optional(text),
  system: v.optional(text),
  code: v.optional(code),
})
export type FhirQuantity = v.InferOutput<typeof quantitySchema>

const populationSchema = v.strictObject({
  id: ignored,
  extension: extensions,
  code: v.optional(conceptSchema),
  count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  subjectResults: ignored,
})

const groupSchema = v.strictObject({
  id: ignored,
  extension: extensions,
  code: v.optional(conceptSchema),
  population: v.optional(v.pipe(v.array(populationSchema), v.maxLength(20))),
  measureScore: v.optional(quantitySchema),
  stratifier: ignored,
})
export type FhirGroup = v.InferOutput<typeof groupSchema>

export const measureReportSchema = v.strictObject({
  resourceType: v.literal('MeasureReport'),
  id: ignored,
  meta: ignored,
  language: ignored,
  text: ignored,
  extension: ignored,
  identifier: ignored,
  contained: ignored,
  status: v.picklist(['complete', 'pending', 'error']),
  type: v.picklist(['summary', 'individual', 'subject-list', 'data-collection']),
  measure: text,
  subject: v.optional(referenceSchema),
  date: v.optional(dateTime),
  reporter: v.optional(referenceSchema),
  period: v.looseObject({ start: v.optional(dateTime), end: v.optional(dateTime) }),
  improvementNotation: ignored,
  group: v.optional(v.pipe(v.array(groupSchema), v.maxLength(1))),
})
export type MeasureReport = v.InferOutput<typeof measureReportSchema>

/** A Bundle of them; what an entry holds is read entry by entry. */
export const bundleSchema = v.looseObject({
  resourceType: v.literal('Bundle'),
  type: v.picklist(['collection', 'batch', 'searchset']),
  entry: v.optional(
    v.pipe(
      v.array(v.looseObject({ resource: v.unknown(), request: v.optional(v.looseObject({ method: text, url: text })) })),
      v.maxLength(500),
    ),
  ),
})

/** The systems and names of FHIR that are used here. */
export const fhirNames = {
  populations: 'http://terminology.hl7.org/CodeSystem/measure-population',
  ucum: 'http://unitsofmeasure.org',
  absent: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
} as const
