import { isoDay } from '../../../shared/values/calendar-day.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { measureKinds } from '../../../shared/domain/entities.ts'
import type { MeasureValue } from '../../../shared/fhir/measure-value.ts'
import { firstDayOf } from '../../../shared/fhir/period-day.ts'
import { readReport, readReports } from '../../../shared/fhir/read-report.ts'
import { reportBundle, reportOf } from '../../../shared/fhir/write-report.ts'
import { officialProblems } from './official.ts'

const place = { base: 'https://gleaner.example.org/api/v1/fhir' }

const number = fc.oneof(
  fc.integer({ min: -100_000, max: 100_000 }),
  fc.integer({ min: 0, max: 100_000 }).map((whole) => whole / 1000),
  fc.double({ min: -1e9, max: 1e9, noNaN: true }).filter((value) => !Object.is(value, -0)),
)
const score = fc.oneof(
  // A measure in some unit, or in none.
  fc.record({ value: number, unit: fc.constantFrom('h', 'min', 'falls', '/1000.d', 'días', '%', undefined) }),
  // A share of so many, a rate in 100, of a whole number or of none.
  fc.record({ of: fc.integer({ min: 1, max: 100_000 }), value: fc.integer({ min: 0, max: 30_000 }).map((value) => value / 100) }),
  fc.record({ of: fc.integer({ min: 1000, max: 9_999_999 }).map((of) => of / 1000), value: number }),
  fc.record({ value: fc.constant(null) }),
)
const said: fc.Arbitrary<MeasureValue> = fc
  .record({
    idea: fc.uuid(),
    measure: fc.constantFrom(...measureKinds),
    site: fc.stringMatching(/^[a-z][a-z0-9-]{0,30}$/),
    day: fc.integer({ min: -20_000, max: 60_000 }),
    score,
  })
  .map(({ score, ...rest }) => {
    const { unit, ...known } = score as { value: number | null; of?: number; unit?: string }
    return { ...rest, ...known, ...(unit ? { unit } : {}) }
  })

test('[O80] values written as reports and read again are the same: shares, rates, units, missing values', () => {
  fc.assert(
    fc.property(said, (value) => {
      const sent: unknown = JSON.parse(JSON.stringify(reportOf(place, value)))
      const { value: read, issues } = readReport(place, sent)
      expect(issues).toEqual([])
      // A share is in per cent, whether or not that was said.
      const { unit, ...rest } = read ?? {}
      expect(value.of === undefined ? read : rest).toEqual(value)
      if (value.of !== undefined && unit !== undefined) expect(unit).toBe('%')
    }),
    { numRuns: 3000 },
  )
})

test('[O81] what is written is valid by the official definitions of FHIR R4, one by one and as a Bundle', () => {
  const { status: _, ...without } = reportOf(place, { idea: 'x', measure: 'outcome', site: 'north', day: 0, value: 1 })
  expect(officialProblems(without).join()).toContain('status')
  expect(officialProblems({ ...without, status: 'complete', score: 1 })).not.toEqual([])
  fc.assert(
    fc.property(fc.array(said, { minLength: 1, maxLength: 5 }), (values) => {
      for (const value of values) expect(officialProblems(reportOf(place, value))).toEqual([])
      expect(officialProblems(reportBundle(place, values))).toEqual([])
    }),
    { numRuns: 50 },
  )
})

test('[O80] a Bundle that this server answers is read again as it was', () => {
  fc.assert(
    fc.property(fc.uniqueArray(said, { selector: ({ idea }) => idea, maxLength: 20 }), (values) => {
      const { reports } = readReports(place, JSON.parse(JSON.stringify(reportBundle(place, values))))
      expect(reports.flatMap(({ value }) => (value ? [value.day] : []))).toEqual(values.map(({ day }) => day))
      expect(reports.map(({ value }) => value?.value)).toEqual(values.map(({ value }) => value))
    }),
    { numRuns: 200 },
  )
})

test('[O80] every day is written as FHIR writes it, and read as the same day', () => {
  fc.assert(
    fc.property(fc.integer({ min: -500_000, max: 2_900_000 }), (day) => {
      expect(isoDay(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10))
      expect(firstDayOf(isoDay(day))).toBe(day)
    }),
    { numRuns: 3000 },
  )
})
