import { isoDay } from '../../../shared/values/calendar-day.ts'
import { type Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Idea, MeasureKind, Series } from '../../../shared/domain/entities.ts'
import { type FhirPlace, measureIn, type MeasureValue } from '../../../shared/fhir/measure-value.ts'
import { type Issue, issue, operationOutcome } from '../../../shared/fhir/outcome.ts'
import { firstDayOf } from '../../../shared/fhir/period-day.ts'
import { type ReadReport, readReports } from '../../../shared/fhir/read-report.ts'
import { reportBundle } from '../../../shared/fhir/write-report.ts'
import fhirMessages from '../../../shared/i18n/compiled/fhir.ts'
import { languageFor, localeOf } from '../../../shared/i18n/language.ts'
import { type Message, message } from '../../../shared/i18n/message.ts'
import { messageFormat } from '../../../shared/i18n/message-format.ts'
import { isOversized } from '../../../shared/sync/argument-size.ts'
import { type Ack, caps } from '../../../shared/sync/protocol.ts'
import { actorOf, bankOf } from '../../bank/bank-stub.ts'
import { eachPage } from '../../bank/rows/read-page.ts'
import { openPath, problem } from '../../http/problem.ts'
import { requestText } from '../../http/request-body.ts'
import { english } from '../../../shared/i18n/english.ts'
import { honoPath } from '../../open-api/document.ts'
import { fhir } from '../../open-api/fhir.ts'
import { idBeside } from '../../open-api/ids.ts'
import type { AuthEnv } from '../middleware/authenticate.ts'
import { readAddress } from './asked.ts'
import { caller } from './caller.ts'
import { mutationIdOf } from './once.ts'
import { type AskedMutation, mutate, statuses } from './writing-routes.ts'

/** Values of measures as FHIR R4 (shared/fhir), by the same mutation and the same rules as on the screens. */
export const fhirRoutes = new Hono<AuthEnv>()

const placeOf = (c: Context): FhirPlace => ({ base: `${new URL(c.req.url).origin}${openPath}/fhir` })

/** In the caller's language; what the bank refuses with, as the bank says it. */
const formatOf = (c: Context): ((said: Message) => string) => {
  const language = languageFor(null, [c.req.header('accept-language') ?? ''])
  const own = messageFormat(localeOf(language), fhirMessages[language])
  return (said) => own(said, english(said))
}

const answer = (c: Context, body: object, status: ContentfulStatusCode = 200): Response =>
  c.body(JSON.stringify(body), status, { 'content-type': 'application/fhir+json', 'cache-control': 'no-store' })

const outcome = (c: Context, issues: readonly Issue[], status: ContentfulStatusCode = 200): Response =>
  answer(c, operationOutcome(issues, formatOf(c), message('fhir-taken')), status)

const valuesOf = ({ idea, measure, site, points, of = [] }: Series, unit: string | undefined): MeasureValue[] => {
  const denominators = new Map(of)
  return points.map(([day, value]) => {
    const denominator = denominators.get(day)
    return { idea, measure, site, day, value, ...(denominator === undefined ? {} : { of: denominator }), ...(unit ? { unit } : {}) }
  })
}

const pageLength = 1000

/** The newest, with all of the last day, so that a day is never cut in two. */
const firstPage = (values: readonly MeasureValue[]): MeasureValue[] => {
  const last = values[pageLength - 1]
  return last ? values.filter(({ day }) => day >= last.day) : [...values]
}

const ideaRow = async (c: Context<AuthEnv>, id: string): Promise<Idea | undefined> => {
  const part = await bankOf(c.env, c.get('member')).part({ of: 'idea', id }, actorOf(c.get('member')))
  return part?.rows[0] === undefined ? undefined : (JSON.parse(part.rows[0]) as Idea)
}

/** Of all sites, or of that one. */
const seriesOf = async (
  c: Context<AuthEnv>,
  { idea, measure }: { idea: string; measure: MeasureKind },
  site?: string,
): Promise<Series[]> => {
  const [bank, actor, found] = [bankOf(c.env, c.get('member')), actorOf(c.get('member')), [] as Series[]]
  for await (const rows of eachPage(
    async (after) => (await bank.part({ of: 'series', id: idea, after }, actor)) ?? { rows: [], next: null },
  ))
    for (const row of rows) {
      const series = JSON.parse(row) as Series
      if (series.idea === idea && series.measure === measure && (site === undefined || series.site === site)) found.push(series)
    }
  return found
}

fhirRoutes.get(honoPath(fhir.listMeasureReports), caller(fhir.listMeasureReports), async (c) => {
  const address = readAddress(c, fhir.listMeasureReports)
  if (address instanceof Response) return address
  const { measure, location, before } = address.query as { measure: string; location?: string; before?: string }
  const place = placeOf(c)
  const wanted = measureIn(place, measure.startsWith('http') ? measure : `${place.base}/Measure/${measure}`)
  const idea = wanted && (await ideaRow(c, wanted.idea))
  if (!idea) return outcome(c, [issue('error', 'not-found', message('fhir-measure-unknown'))], 404)
  const until = before === undefined ? Infinity : (firstDayOf(before) ?? Infinity)
  const unit = idea.charts?.[wanted.measure]?.unit
  const values = (await seriesOf(c, wanted, location))
    .flatMap((series) => valuesOf(series, unit))
    .filter(({ day }) => day < until)
    .toSorted((one, other) => other.day - one.day || (one.site < other.site ? -1 : 1))
  const shown = firstPage(values)
  const next = shown.length < values.length ? shown.at(-1)?.day : undefined
  const query = new URLSearchParams({
    measure,
    ...(location ? { location } : {}),
    ...(next === undefined ? {} : { before: isoDay(next) }),
  })
  const link = next === undefined ? {} : { link: [{ relation: 'next', url: `${place.base}/MeasureReport?${query.toString()}` }] }
  return answer(c, { ...reportBundle(place, shown), total: values.length, ...link })
})

/** Limits of depth, width and length, for each report of a Bundle by itself. */
const isTooLarge = (sent: unknown): boolean => {
  if (typeof sent !== 'object' || sent === null || !('entry' in sent) || !Array.isArray(sent.entry)) return isOversized(sent)
  const { entry, ...around } = sent
  return isOversized(around) || entry.some((one) => isOversized(one))
}

const json = /^application\/(?:fhir\+)?json *(?:;|$)/i

/** A score in another unit than the measure has would be another number. */
const inUnit = async (c: Context<AuthEnv>, reports: readonly ReadReport[]): Promise<ReadReport[]> => {
  const ideas = new Map<string, Idea | undefined>()
  for (const { value } of reports)
    if (value?.unit !== undefined && !ideas.has(value.idea)) ideas.set(value.idea, await ideaRow(c, value.idea))
  return reports.map((report) => {
    const { idea: id = '', measure, unit } = report.value ?? {}
    const known = measure && ideas.get(id)?.charts?.[measure]?.unit
    const differs = unit !== undefined && known && known.trim() !== unit.trim()
    return differs ? { issues: [issue('error', 'value', message('fhir-unit-differs'), 'MeasureReport.group[0].measureScore')] } : report
  })
}

interface Recording {
  asked: AskedMutation
  /** The reports that it records, by their place in what was sent. */
  of: number[]
}

/** One mutation for each measure, with all its sites and days. */
const recordings = async (reports: readonly ReadReport[], first: string): Promise<Recording[]> => {
  const measures = Map.groupBy(
    reports.flatMap(({ value }, at) => (value ? [{ value, at }] : [])),
    ({ value }) => `${value.idea}.${value.measure}`,
  )
  const made: Recording[] = []
  let id = first
  for (const said of measures.values()) {
    const sites = Map.groupBy(said, ({ value }) => value.site)
    const numbers = [...sites].map(([site, list]) => ({
      site,
      points: list.map(({ value: { day, value } }) => [day, value]),
      of: list.flatMap(({ value: { day, value, of } }) => (of === undefined || value === null ? [] : [[day, of]])),
    }))
    const [own, ...also] = numbers
    const { idea, measure } = said[0]?.value ?? {}
    made.push({
      asked: { id, name: 'recordMeasurements', args: { idea, measure, ...own, ...(also.length > 0 ? { also } : {}) } },
      of: said.map(({ at }) => at),
    })
    id = await idBeside(id)
  }
  return made
}

const refusedWith = ({ code = 'invalid', reason }: Ack): Issue =>
  issue(
    'error',
    code === 'forbidden' ? 'forbidden' : code === 'not-found' ? 'not-found' : 'business-rule',
    reason ?? message('problem-fault'),
  )

const isWrong = ({ issues }: ReadReport): boolean => issues.some(({ severity }) => severity === 'error')

fhirRoutes.post(honoPath(fhir.sendMeasureReports), caller(fhir.sendMeasureReports), async (c) => {
  const address = readAddress(c, fhir.sendMeasureReports)
  if (address instanceof Response) return address
  const type = c.req.header('content-type')
  if (type !== undefined && !json.test(type)) return problem(c, 415, 'not-json', message('problem-api-json'))
  const text = await requestText(c, caps.requestBytes)
  let sent: unknown
  try {
    sent = JSON.parse(text)
  } catch {
    return outcome(c, [issue('error', 'structure', message('fhir-structure'))], 422)
  }
  if (isTooLarge(sent)) return outcome(c, [issue('error', 'too-long', message('entry-too-large'))], 413)
  const { as, reports: read } = readReports(placeOf(c), sent)
  const reports = await inUnit(c, read)
  if (as !== 'batch' && reports.some(isWrong))
    return outcome(
      c,
      reports.flatMap(({ issues }) => issues),
      422,
    )
  const once = await mutationIdOf(c, text)
  if (once instanceof Response) return once
  const asked = await recordings(reports, once.id)
  const reply =
    asked.length > 0
      ? await mutate(
          c,
          asked.map((one) => one.asked),
        )
      : { results: [] }
  if (reply instanceof Response) return reply
  const issues = reports.map((report) => [...report.issues])
  let status: ContentfulStatusCode = 200
  for (const [index, ack] of reply.results.entries()) {
    if (ack.status !== 'refused') continue
    status = statuses[ack.code ?? 'invalid']
    for (const at of asked[index]?.of ?? []) issues[at]?.push(refusedWith(ack))
  }
  if (as === 'one') return outcome(c, issues.flat(), status)
  const entry = issues.map((said) => ({
    response: {
      status: said.some(({ severity }) => severity === 'error') ? '422' : '200',
      outcome: operationOutcome(said, formatOf(c), message('fhir-taken')),
    },
  }))
  return answer(c, { resourceType: 'Bundle', type: 'batch-response', entry })
})
