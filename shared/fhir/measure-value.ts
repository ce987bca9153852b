import { type MeasureKind, measureKinds } from '../domain/entities.ts'

/** A site's value of a measure of an idea, of one period; `value: null` where the report says that there is none. */
export interface MeasureValue {
  idea: string
  measure: MeasureKind
  site: string
  /** The day that the period begins on (days since 1970). */
  day: number
  value: number | null
  /** Of how many the value is so many in 100. */
  of?: number
  /** Of the value, as it was said. */
  unit?: string
}

/** What canonical addresses and identifiers of this server begin with, without a slash at the end. */
export interface FhirPlace {
  base: string
}

/** The canonical address of a measure of an idea: `<base>/Measure/<idea>.<kind>`. */
export const measureAddress = ({ base }: FhirPlace, { idea, measure }: Pick<MeasureValue, 'idea' | 'measure'>): string =>
  `${base}/Measure/${idea}.${measure}`

const isKind = (text: string): text is MeasureKind => (measureKinds as readonly string[]).includes(text)

/** Which measure of which idea a canonical address (with or without a version) names. */
export const measureIn = ({ base }: FhirPlace, canonical: string): Pick<MeasureValue, 'idea' | 'measure'> | undefined => {
  const [, idea, kind = ''] = /^([A-Za-z0-9-]{1,64})\.([a-z]+)(?:\|.*)?$/.exec(canonical.slice(`${base}/Measure/`.length)) ?? []
  return canonical.startsWith(`${base}/Measure/`) && idea !== undefined && isKind(kind) ? { idea, measure: kind } : undefined
}

/** The system of the keys of sites. */
export const siteSystem = ({ base }: FhirPlace): string => `${base}/sites`

/** An extension for a denominator that is no whole number, such as days of patients. */
export const denominatorExtension = ({ base }: FhirPlace): string => `${base}/StructureDefinition/denominator`
