import * as v from 'valibot'
import { message } from '../i18n/message.ts'
import { bundleSchema, fhirNames, type FhirGroup, type FhirReference, type MeasureReport, measureReportSchema } from './measure-report.ts'
import { denominatorExtension, type FhirPlace, measureIn, type MeasureValue, siteSystem } from './measure-value.ts'
import { type Issue, issue } from './outcome.ts'
import { patientLevelIn } from './patient-level.ts'
import { firstDayOf } from './period-day.ts'

/** What was read of one report: a value, or why there is none; and what has to be said besides. */
export interface ReadReport {
  value?: MeasureValue
  issues: Issue[]
}

const error = (code: Issue['code'], said: Issue['said'], where?: string): ReadReport => ({ issues: [issue('error', code, said, where)] })

/** The key of a site that a reference names, by its identifier or as `Location/<key>`; `null` where it names something else. */
const siteIn = (place: FhirPlace, reference: FhirReference | undefined): string | null | undefined => {
  if (!reference) return undefined
  const { identifier, reference: path } = reference
  if (identifier?.value !== undefined && (identifier.system === undefined || identifier.system === siteSystem(place)))
    return identifier.value
  return /^(?:Location|Organization)\/([A-Za-z0-9.-]{1,64})$/.exec(path ?? '')?.[1] ?? null
}

const countOf = ({ population = [] }: FhirGroup, wanted: string): number | undefined => {
  const found = population.find(({ code }) =>
    code?.coding?.some(({ system, code: name }) => name === wanted && (system === undefined || system === fhirNames.populations)),
  )
  return found?.count
}

/** Of how many, after what is left out of it. */
const denominatorOf = (place: FhirPlace, group: FhirGroup): number | undefined => {
  const said = group.extension?.find(({ url }) => url === denominatorExtension(place))?.valueDecimal
  if (said !== undefined) return said
  const all = countOf(group, 'denominator')
  return all === undefined
    ? undefined
    : all - (countOf(group, 'denominator-exclusion') ?? 0) - (countOf(group, 'denominator-exception') ?? 0)
}

/** A score and a count say the same if the count that the score means, rounded, is that count. */
const agrees = (score: number, of: number, numerator: number): boolean => Math.abs((score * of) / 100 - numerator) <= 0.5 + 1e-9

/** The scores in 100 that a quantity may mean: per cent, or a share of 1. A unit says which; without one the counts do. */
const percentsOf = (value: number, unit: string | undefined): number[] => {
  if (unit === '%') return [value]
  return unit === '1' ? [value * 100] : [value, value * 100]
}

const where = 'MeasureReport.group[0]'

/** Whether the report says that there is no value, and why. */
const isAbsent = ({ extension = [], measureScore }: FhirGroup): boolean =>
  [...extension, ...(measureScore?.extension ?? []), ...(measureScore?._value?.extension ?? [])].some(({ url }) => url === fhirNames.absent)

const missing = (): Issue => issue('error', 'required', message('fhir-score-missing'), `${where}.measureScore`)

type Score = { value: number | null; of?: number; unit?: string } | Issue

/** A share: its counts, and its score if that is given too. */
const shareOf = (group: FhirGroup, numerator: number | undefined, of: number): Score => {
  const { measureScore } = group
  if (of < 0 || (numerator !== undefined && of === 0 && numerator > 0))
    return issue('error', 'value', message('fhir-denominator'), `${where}.population`)
  // Of nobody there is no share.
  if (of === 0) return { value: null }
  const unit = measureScore?.code ?? measureScore?.unit
  if (measureScore?.value === undefined) return numerator === undefined ? missing() : { value: (100 * numerator) / of, of }
  if (numerator === undefined)
    return unit === '%' ? { value: measureScore.value, of } : { value: measureScore.value, ...(unit ? { unit } : {}) }
  const percent = percentsOf(measureScore.value, unit).find((one) => agrees(one, of, numerator))
  if (percent !== undefined) return { value: percent, of }
  // A rate in other than 100 (per 1,000 days, say) is what its score says; limits cannot be drawn with its denominator.
  if (unit !== undefined && unit !== '%' && unit !== '1') return { value: measureScore.value, unit }
  return issue('error', 'value', message('fhir-score-disagrees'), `${where}.measureScore`)
}

const scoreOf = (place: FhirPlace, group: FhirGroup): Score => {
  const { measureScore } = group
  if (measureScore?.comparator !== undefined)
    return issue('error', 'not-supported', message('fhir-comparator'), `${where}.measureScore.comparator`)
  if (measureScore?.value === undefined && isAbsent(group)) return { value: null }
  const of = denominatorOf(place, group)
  if (of !== undefined) {
    const said = countOf(group, 'numerator')
    const numerator = said === undefined ? undefined : said - (countOf(group, 'numerator-exclusion') ?? 0)
    const isOurs = group.extension?.some(({ url }) => url === denominatorExtension(place))
    return isOurs && measureScore?.value !== undefined ? { value: measureScore.value, of } : shareOf(group, numerator, of)
  }
  if (measureScore?.value === undefined) return missing()
  const unit = measureScore.code ?? measureScore.unit
  return { value: measureScore.value, ...(unit ? { unit } : {}) }
}

const valueOf = (place: FhirPlace, report: MeasureReport): ReadReport => {
  const { measure: canonical, subject, reporter, period, group = [] } = report
  const measure = measureIn(place, canonical)
  if (!measure) return error('not-found', message('fhir-measure-unknown'), 'MeasureReport.measure')
  const [about, by] = [siteIn(place, subject), siteIn(place, reporter)]
  if (about === null || by === null)
    return error('not-supported', message('fhir-not-a-site'), `MeasureReport.${about === null ? 'subject' : 'reporter'}`)
  const site = about ?? by
  if (site === undefined) return error('required', message('fhir-site-missing'), 'MeasureReport.reporter')
  if (about !== undefined && by !== undefined && about !== by)
    return error('business-rule', message('fhir-two-sites'), 'MeasureReport.subject')
  const [start, end] = [period.start, period.end].map((date) => (date === undefined ? undefined : firstDayOf(date)))
  const day = period.start === undefined ? end : start
  if (day === undefined || (period.end !== undefined && end === undefined))
    return error('value', message('fhir-period-missing'), 'MeasureReport.period')
  if (end !== undefined && end < day && !period.start?.startsWith(period.end ?? ''))
    return error('invalid', message('fhir-period-backwards'), 'MeasureReport.period')
  const [only] = group
  if (!only) return error('required', message('fhir-group-missing'), 'MeasureReport.group')
  const score = scoreOf(place, only)
  if ('severity' in score) return { issues: [score] }
  const passed =
    only.stratifier === undefined ? [] : [issue('warning', 'informational', message('fhir-strata-passed'), `${where}.stratifier`)]
  const counted = (only.population?.length ?? 0) > 0 && score.of === undefined && score.value !== null
  const noted = counted ? [issue('warning', 'informational', message('fhir-denominator-passed'), `${where}.population`)] : []
  return { value: { ...measure, site, day, ...score }, issues: [...passed, ...noted] }
}

/** A path of FHIR's own names; names that were sent and that FHIR does not have are not repeated. */
const pathOf = ({ path }: v.BaseIssue<unknown>): string => {
  const keys = (path ?? [])
    .map(({ key }) => key)
    .filter((key): key is string | number => typeof key === 'number' || (typeof key === 'string' && elements.has(key)))
  return keys.reduce<string>((text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}.${key}`), 'MeasureReport')
}
const elements: ReadonlySet<string> = new Set([
  ...Object.keys(measureReportSchema.entries),
  'start',
  'end',
  'code',
  'coding',
  'count',
  'population',
  'measureScore',
  'value',
  'unit',
  'system',
  'comparator',
  'reference',
  'identifier',
  'url',
])

/**
 * Reads one FHIR R4 MeasureReport. Of a report that is about a person, contains one or lists some, nothing is read: the answer says so. A report that is
 * not complete has no value yet and is passed over with a warning.
 * @param sent JSON that was parsed, of a size that was checked.
 */
export const readReport = (place: FhirPlace, sent: unknown): ReadReport => {
  const personal = patientLevelIn(sent)
  if (personal) return error('not-supported', message('fhir-patient-level'), personal)
  const read = v.safeParse(measureReportSchema, sent)
  if (!read.success) {
    const said = read.issues[0]
    const key = said.path?.at(-1)?.key
    const modifies = key === 'modifierExtension' || key === 'implicitRules'
    return error(modifies ? 'not-supported' : 'structure', message(modifies ? 'fhir-modifier' : 'fhir-structure'), pathOf(said))
  }
  const { status } = read.output
  if (status !== 'complete') return { issues: [issue('warning', 'informational', message('fhir-not-complete'), 'MeasureReport.status')] }
  return valueOf(place, read.output)
}

/** What was sent: one report, or a Bundle with one in each entry; and the answer that it expects. */
export interface ReadReports {
  /** `batch`: each is taken by itself; else all or none. */
  as: 'one' | 'collection' | 'batch'
  reports: ReadReport[]
}

const places = (reports: readonly ReadReport[]): ReadReport[] => {
  const seen = new Set<string>()
  return reports.map((report) => {
    if (!report.value) return report
    const { idea, measure, site, day } = report.value
    const key = JSON.stringify([idea, measure, site, day])
    if (seen.has(key)) return error('duplicate', message('fhir-twice'))
    seen.add(key)
    return report
  })
}

const isPost = ({ request }: { request?: { method: string; url: string } | undefined }): boolean =>
  !request || (request.method === 'POST' && /^\/?MeasureReport$/.test(request.url))

/** Reads a MeasureReport, or a Bundle of them. */
export const readReports = (place: FhirPlace, sent: unknown): ReadReports => {
  const { resourceType } = (sent ?? {}) as { resourceType?: unknown }
  if (resourceType !== 'Bundle') return { as: 'one', reports: [readReport(place, sent)] }
  const personal = patientLevelIn(sent, 'Bundle')
  if (personal) return { as: 'collection', reports: [error('not-supported', message('fhir-patient-level'), personal)] }
  const read = v.safeParse(bundleSchema, sent)
  if (!read.success) return { as: 'collection', reports: [error('structure', message('fhir-bundle'), 'Bundle')] }
  const { type, entry = [] } = read.output
  const reports = entry.map((one): ReadReport =>
    isPost(one) ? readReport(place, one.resource) : error('not-supported', message('fhir-bundle-request'), 'Bundle.entry.request'),
  )
  return { as: type === 'batch' ? 'batch' : 'collection', reports: places(reports) }
}
