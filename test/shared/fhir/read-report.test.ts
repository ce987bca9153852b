import { expect, test } from 'vitest'
import { readReport, readReports } from '../../../shared/fhir/read-report.ts'
import { officialProblems } from './official.ts'

const place = { base: 'https://gleaner.example.org/api/v1/fhir' }
const idea = '0b0e9a3c-1111-4222-8333-444455556666'
const population = (code: string, count: number) => ({
  code: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/measure-population', code }] },
  count,
})
const percent = (value: number) => ({ value, unit: '%', system: 'http://unitsofmeasure.org', code: '%' })

const report = (more: object = {}): object => ({
  resourceType: 'MeasureReport',
  status: 'complete',
  type: 'summary',
  measure: `${place.base}/Measure/${idea}.outcome`,
  reporter: { identifier: { value: 'north' } },
  period: { start: '2026-03-01', end: '2026-03-31' },
  group: [{ measureScore: { value: 12, unit: 'h' } }],
  ...more,
})
const scored = (group: object): object => report({ group: [group] })
const codeOf = (sent: unknown): string | undefined => readReport(place, sent).issues.find(({ severity }) => severity === 'error')?.said.code

/** The days on which periods of every precision begin. */
const periods: [{ start?: string; end?: string }, string][] = [
  [{ start: '2026', end: '2026' }, '2026-01-01'],
  [{ start: '2026-03', end: '2026-03' }, '2026-03-01'],
  [{ start: '2026-03', end: '2026-03-31' }, '2026-03-01'],
  [{ start: '2026-03-31', end: '2026-03' }, '2026-03-31'],
  [{ start: '2026-03-05', end: '2026-03-05' }, '2026-03-05'],
  [{ start: '2026-03-05T00:00:00Z', end: '2026-03-05T23:59:59Z' }, '2026-03-05'],
  [{ start: '2026-03-05T00:00:00+13:00', end: '2026-03-05T23:59:59.999+13:00' }, '2026-03-05'],
  [{ start: '2026-03-05T23:30:00-08:00' }, '2026-03-05'],
  [{ start: '2024-02-29' }, '2024-02-29'],
  [{ end: '2026-03-31' }, '2026-03-31'],
]
test.for(periods)('[O80] the period %j is of the day on which it begins, in its own zone', ([period, day]) => {
  expect(officialProblems(report({ period }))).toEqual([])
  expect(readReport(place, report({ period })).value?.day).toBe(Date.parse(day) / 86_400_000)
})

test('[O80] scores are read as they are meant', () => {
  const read = (group: object) => readReport(place, scored(group)).value
  const share = { population: [population('numerator', 7), population('denominator', 20)] }
  expect(read(share)).toMatchObject({ value: 35, of: 20 })
  expect(read({ ...share, measureScore: percent(35) })).toMatchObject({ value: 35, of: 20 })
  expect(read({ ...share, measureScore: { value: 0.35 } })).toMatchObject({ value: 35, of: 20 })
  expect(read({ ...share, measureScore: { value: 0.35, code: '1', unit: '1', system: 'http://unitsofmeasure.org' } })).toMatchObject({
    value: 35,
  })
  expect(read({ population: [population('numerator', 1), population('denominator', 3)], measureScore: percent(33.3) })).toMatchObject({
    value: 33.3,
    of: 3,
  })
  const excluded = { population: [population('numerator', 5), population('denominator', 12), population('denominator-exclusion', 2)] }
  expect(read(excluded)).toMatchObject({ value: 50, of: 10 })
  expect(read({ population: [population('numerator', 0), population('denominator', 0)] })).toMatchObject({ value: null })
  const rate = { population: [population('numerator', 3), population('denominator', 1500)], measureScore: { value: 2, unit: '/1000.d' } }
  expect(readReport(place, scored(rate))).toMatchObject({
    value: { value: 2, unit: '/1000.d' },
    issues: [{ severity: 'warning', said: { code: 'fhir-denominator-passed' } }],
  })
  expect(readReport(place, scored(rate)).value).not.toHaveProperty('of')
  expect(read({ measureScore: { value: -3.5 } })).toMatchObject({ value: -3.5 })
  expect(read({ measureScore: { value: 4, unit: 'hours', code: 'h', system: 'http://unitsofmeasure.org' } })).toMatchObject({
    value: 4,
    unit: 'h',
  })
  const absent = { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'masked' }] }
  expect(read({ measureScore: absent })).toMatchObject({ value: null })
  expect(read({ measureScore: { unit: 'h', _value: absent } })).toMatchObject({ value: null })
  expect(read({ ...absent, population: [population('denominator', 4)] })).toMatchObject({ value: null })
})

test('[O80] a report that is pending or went wrong has no value yet, and says so', () => {
  for (const status of ['pending', 'error'])
    expect(readReport(place, report({ status }))).toEqual({
      issues: [expect.objectContaining({ severity: 'warning', said: { code: 'fhir-not-complete' } })],
    })
})

test('[O80] the site is that of the subject or the reporter, by identifier or by reference', () => {
  for (const who of [
    { reporter: { reference: 'Location/north' } },
    { reporter: { reference: 'Organization/north' } },
    { reporter: undefined, subject: { identifier: { system: `${place.base}/sites`, value: 'north' } } },
    { reporter: { identifier: { value: 'north' } }, subject: { reference: 'Location/north' } },
  ])
    expect(readReport(place, report(who)).value?.site).toBe('north')
})

const patient = { resourceType: 'Patient', id: 'p1', name: [{ family: 'Example' }] }
/** What is about a person, in every place where it can stand. */
const personal: [string, unknown][] = [
  ['a patient', patient],
  ['an observation of a patient', { resourceType: 'Observation', status: 'final', code: {}, subject: { reference: 'Patient/p1' } }],
  ['an individual report', report({ type: 'individual' })],
  ['a list of subjects', report({ type: 'subject-list' })],
  ['data about subjects', report({ type: 'data-collection' })],
  ['a patient as subject', report({ subject: { reference: 'Patient/p1' } })],
  ['a patient as subject by address', report({ subject: { reference: 'https://ehr.example.org/fhir/Patient/p1' } })],
  ['a patient as subject by type', report({ subject: { type: 'Patient', identifier: { value: '1' } } })],
  ['a group of persons as subject', report({ subject: { reference: 'Group/g1' } })],
  ['a related person as subject', report({ subject: { reference: 'RelatedPerson/r1' } })],
  ['a patient inside', report({ contained: [patient] })],
  ['a list inside', report({ contained: [{ resourceType: 'List', status: 'current', mode: 'snapshot' }] })],
  ['resources that were evaluated', report({ evaluatedResource: [{ reference: 'Encounter/e1' }] })],
  ['the subjects behind a number', scored({ population: [{ ...population('numerator', 1), subjectResults: { reference: 'List/l1' } }] })],
  [
    'the subjects behind a stratum',
    scored({ stratifier: [{ stratum: [{ population: [{ count: 1, subjectResults: { reference: '#l' } }] }] }] }),
  ],
  ['an extension with a patient', report({ extension: [{ url: 'x', valueReference: { reference: 'Patient/p1' } }] })],
  ['a Bundle with a patient', { resourceType: 'Bundle', type: 'collection', entry: [{ resource: report() }, { resource: patient }] }],
  [
    'a Bundle in a Bundle with one',
    {
      resourceType: 'Bundle',
      type: 'collection',
      entry: [{ resource: { resourceType: 'Bundle', type: 'collection', entry: [{ resource: patient }] } }],
    },
  ],
  ['a document of a patient', { resourceType: 'DiagnosticReport', status: 'final', code: {} }],
]
test.for(personal)('[O82] %s is not accepted, the answer says so, and nothing of it is read or repeated', ([, sent]) => {
  const { reports } = readReports(place, sent)
  expect(reports).toHaveLength(1)
  const [only] = reports
  expect(only?.value).toBeUndefined()
  expect(only?.issues).toMatchObject([{ severity: 'error', code: 'not-supported', said: { code: 'fhir-patient-level' } }])
  expect(JSON.stringify(only)).not.toMatch(/p1|Example|r1|e1/)
})

/** What cannot be taken, and why. */
const refused: [string, unknown, string][] = [
  ['another measure', report({ measure: 'http://example.org/Measure/cms165' }), 'fhir-measure-unknown'],
  ['a measure of no kind', report({ measure: `${place.base}/Measure/${idea}.other` }), 'fhir-measure-unknown'],
  [
    'a measure of another server',
    report({ measure: `https://other.example.org/api/v1/fhir/Measure/${idea}.outcome` }),
    'fhir-measure-unknown',
  ],
  ['no site', report({ reporter: undefined }), 'fhir-site-missing'],
  ['a person as reporter', report({ reporter: { reference: 'Practitioner/x' } }), 'fhir-not-a-site'],
  ['two sites', report({ subject: { reference: 'Location/south' } }), 'fhir-two-sites'],
  ['no period', report({ period: {} }), 'fhir-period-missing'],
  ['a day that does not exist', report({ period: { start: '2026-02-30' } }), 'fhir-period-missing'],
  ['a period backwards', report({ period: { start: '2026-03-02', end: '2026-03-01' } }), 'fhir-period-backwards'],
  ['a time without a zone', report({ period: { start: '2026-03-02T10:00:00' } }), 'fhir-structure'],
  ['no group', report({ group: [] }), 'fhir-group-missing'],
  ['two groups', report({ group: [{}, {}] }), 'fhir-structure'],
  ['a score of text', scored({ measureScore: { value: '12' } }), 'fhir-structure'],
  ['a score that is less than', scored({ measureScore: { value: 12, comparator: '<' } }), 'fhir-comparator'],
  ['no score, and no reason', scored({}), 'fhir-score-missing'],
  ['a count of a cohort alone', scored({ population: [population('initial-population', 40)] }), 'fhir-score-missing'],
  ['a denominator alone', scored({ population: [population('denominator', 40)] }), 'fhir-score-missing'],
  ['a score without a value', scored({ measureScore: { unit: 'h' } }), 'fhir-score-missing'],
  ['a count that is no whole number', scored({ population: [population('denominator', 1.5)] }), 'fhir-structure'],
  [
    'a score against its counts',
    scored({ population: [population('numerator', 7), population('denominator', 20)], measureScore: percent(80) }),
    'fhir-score-disagrees',
  ],
  ['some of nobody', scored({ population: [population('numerator', 7), population('denominator', 0)] }), 'fhir-denominator'],
  ['an element that FHIR does not have', report({ score: 12 }), 'fhir-structure'],
  ['a modifier extension', report({ modifierExtension: [{ url: 'http://example.org/not' }] }), 'fhir-modifier'],
  ['rules that are not known', report({ implicitRules: 'http://example.org/rules' }), 'fhir-modifier'],
  ['another status', report({ status: 'final' }), 'fhir-structure'],
  ['nothing', null, 'fhir-structure'],
  ['a list', [], 'fhir-structure'],
  ['a text', 'MeasureReport', 'fhir-structure'],
]
test.for(refused)('[O80] %s: %s is refused with the place and without what was sent', ([, sent, code]) => {
  expect(codeOf(sent)).toBe(code)
  expect(JSON.stringify(readReport(place, sent).issues)).not.toMatch(/example\.org|cms165|"12"|2026/)
})

test('[O80] a Bundle is read entry by entry; the same value twice, and another request than POST, are refused', () => {
  const entry = (resource: unknown, request?: object) => ({ resource, ...(request ? { request } : {}) })
  const bundle = (type: string, ...entries: object[]) => ({ resourceType: 'Bundle', type, entry: entries })
  const other = report({ period: { start: '2026-04' } })
  expect(readReports(place, bundle('collection', entry(report()), entry(other)))).toMatchObject({
    as: 'collection',
    reports: [{ value: {} }, { value: {} }],
  })
  expect(readReports(place, bundle('collection', entry(report()), entry(report()))).reports[1]?.issues).toMatchObject([
    { code: 'duplicate' },
  ])
  const post = { method: 'POST', url: 'MeasureReport' }
  expect(readReports(place, bundle('batch', entry(report(), post))).as).toBe('batch')
  for (const request of [
    { method: 'DELETE', url: 'MeasureReport/1' },
    { method: 'POST', url: 'Observation' },
  ])
    expect(readReports(place, bundle('batch', entry(report(), request))).reports[0]?.issues).toMatchObject([
      { said: { code: 'fhir-bundle-request' } },
    ])
  expect(readReports(place, bundle('history')).reports[0]?.issues).toMatchObject([{ said: { code: 'fhir-bundle' } }])
})
