import { isoDay } from '../values/calendar-day.ts'
import { fhirNames, type FhirGroup, type FhirQuantity, type MeasureReport } from './measure-report.ts'
import { denominatorExtension, type FhirPlace, measureAddress, type MeasureValue, siteSystem } from './measure-value.ts'

const population = (code: string, count: number) => ({ code: { coding: [{ system: fhirNames.populations, code }] }, count })

/** A unit in UCUM where it is certain, else in words alone. */
const unitOf = (unit: string | undefined, isShare: boolean): Pick<FhirQuantity, 'unit' | 'system' | 'code'> => {
  if (isShare || unit === '%') return { unit: '%', system: fhirNames.ucum, code: '%' }
  return unit ? { unit } : {}
}

const scoreOf = ({ value, of, unit }: MeasureValue): FhirQuantity =>
  value === null
    ? { extension: [{ url: fhirNames.absent, valueCode: 'unknown' }] }
    : { value, ...unitOf(unit, of !== undefined && unit === undefined) }

const groupOf = (place: FhirPlace, said: MeasureValue): FhirGroup => {
  const { value, of } = said
  const score = { measureScore: scoreOf(said) }
  if (of === undefined || value === null) return score
  const numerator = Math.round((value * of) / 100)
  if (!Number.isInteger(of) || numerator < 0) return { extension: [{ url: denominatorExtension(place), valueDecimal: of }], ...score }
  return { population: [population('numerator', numerator), population('denominator', of)], ...score }
}

/**
 * A value as a FHIR R4 MeasureReport of type summary: the site as the reporting Location by its key, the day as the period, a share with its numerator
 * and denominator and its score in per cent, a missing value with a data-absent-reason. No subject: it is about no person.
 */
export const reportOf = (place: FhirPlace, said: MeasureValue): MeasureReport => {
  const day = isoDay(said.day)
  return {
    resourceType: 'MeasureReport',
    status: 'complete',
    type: 'summary',
    measure: measureAddress(place, said),
    reporter: { type: 'Location', identifier: { system: siteSystem(place), value: said.site } },
    period: { start: day, end: day },
    group: [groupOf(place, said)],
  }
}

/** Several of them in a Bundle, as a search answers them. */
export const reportBundle = (place: FhirPlace, values: readonly MeasureValue[]): object => ({
  resourceType: 'Bundle',
  type: 'searchset',
  total: values.length,
  entry: values.map((said) => ({
    fullUrl: `${measureAddress(place, said).replace('/Measure/', '/MeasureReport/')}.${said.site}.${said.day}`,
    resource: reportOf(place, said),
    search: { mode: 'match' },
  })),
})
