import { beforeAll, expect, test } from 'vitest'
import type { Role } from '../../../shared/domain/entities.ts'
import { makeNetwork, type TestMember } from '../network.ts'
import { asProgram, newToken, readsAs } from './program.ts'

const base = 'http://localhost/api/v1/fhir'
const tokens = {} as Record<Role, string>
let here: Record<Role, TestMember>
let idea: string
beforeAll(async () => {
  here = await makeNetwork('fhir')
  for (const role of ['admin', 'coordinator', 'contributor', 'site-lead'] as const) tokens[role] = (await newToken(here[role])).secret
  const sites = ['site-1', 'site-2'].map((key) => ({ key, label: `Hospital ${key}` }))
  await readsAs(tokens.admin, '/mutations', {
    body: { mutations: [{ id: crypto.randomUUID(), name: 'configureFramework', args: { set: { sites } } }] },
  })
  idea = (await readsAs<{ id: string }>(tokens.contributor, '/ideas', { body: { change: 'Weigh at noon.' } })).id
})

const report = (site: string, start: string, group: object, more: object = {}): object => ({
  resourceType: 'MeasureReport',
  status: 'complete',
  type: 'summary',
  measure: `${base}/Measure/${idea}.outcome`,
  reporter: { identifier: { value: site } },
  period: { start },
  group: [group],
  ...more,
})
const score = (value: number): object => ({ measureScore: { value } })
const population = (code: string, count: number): object => ({
  code: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/measure-population', code }] },
  count,
})
const send = (body: unknown, role: Role = 'coordinator', type = 'application/fhir+json'): Promise<Response> =>
  asProgram(tokens[role], '/fhir/MeasureReport', { body, headers: { 'content-type': type } })

interface Points {
  items: { site: string; points: [number, number][]; of?: [number, number][] }[]
}
const kept = async (): Promise<Points['items']> => (await readsAs<Points>(tokens.coordinator, `/ideas/${idea}/measures`)).items
const dayOf = (date: string): number => Date.parse(date) / 86_400_000
const issueOf = async (answer: Response): Promise<{ severity: string; code: string; details: { text: string }; expression?: string[] }> => {
  expect(answer.headers.get('content-type')).toBe('application/fhir+json')
  const { resourceType, issue } = await answer.json<{ resourceType: string; issue: [Awaited<ReturnType<typeof issueOf>>] }>()
  expect(resourceType).toBe('OperationOutcome')
  return issue[0]
}

test('[O80] a report is kept as the chart’s value, answered as it was sent, and replaced or taken away by a later one', async () => {
  expect(await issueOf(await send(report('site-1', '2026-03', score(12))))).toMatchObject({ severity: 'information' })
  const share = { population: [population('numerator', 7), population('denominator', 20)] }
  expect((await send(report('site-1', '2026-04-01', share), 'site-lead', 'application/json')).status).toBe(200)
  expect(await kept()).toMatchObject([
    {
      site: 'site-1',
      points: [
        [dayOf('2026-03-01'), 12],
        [dayOf('2026-04-01'), 35],
      ],
      of: [[dayOf('2026-04-01'), 20]],
    },
  ])
  const bundle = await readsAs<{ total: number; entry: { resource: { period: object; group: object[] } }[] }>(
    tokens.contributor,
    `/fhir/MeasureReport?measure=${idea}.outcome&location=site-1`,
  )
  expect(bundle.total).toBe(2)
  expect(bundle.entry[0]?.resource).toMatchObject({ period: { start: '2026-04-01' }, group: [{ measureScore: { value: 35 }, ...share }] })
  // What this server answers, it takes.
  expect((await send({ ...bundle, type: 'collection' })).status).toBe(200)
  const absent = {
    measureScore: { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }] },
  }
  await send(report('site-1', '2026-03', absent))
  expect(await kept()).toMatchObject([{ points: [[dayOf('2026-04-01'), 35]] }])
})

test('[O80] of a Bundle all or nothing is read, of a batch each by itself', async () => {
  const entries = [report('site-2', '2026-05', score(1)), report('site-2', '2026-06', { measureScore: { value: 'x' } })]
  const bundle = (type: string) => ({ resourceType: 'Bundle', type, entry: entries.map((resource) => ({ resource })) })
  const refused = await send(bundle('collection'))
  expect(refused.status).toBe(422)
  expect(await issueOf(refused)).toMatchObject({
    severity: 'error',
    code: 'structure',
    expression: ['MeasureReport.group[0].measureScore.value'],
  })
  expect((await kept()).map(({ site }) => site)).not.toContain('site-2')
  const answered = await (await send(bundle('batch'))).json()
  expect(answered).toMatchObject({
    resourceType: 'Bundle',
    type: 'batch-response',
    entry: [{ response: { status: '200' } }, { response: { status: '422', outcome: { issue: [{ severity: 'error' }] } } }],
  })
  expect((await kept()).find(({ site }) => site === 'site-2')?.points).toEqual([[dayOf('2026-05-01'), 1]])
})

test('[O82] a patient is not accepted, the answer says so, and nothing of it is kept or repeated', async () => {
  const patient = { resourceType: 'Patient', id: 'p1', name: [{ family: 'Example' }] }
  const before = await kept()
  for (const body of [
    patient,
    report('site-1', '2026-07', score(1), { contained: [patient] }),
    report('site-1', '2026-07', score(1), { type: 'individual' }),
    report('site-1', '2026-07', score(1), { subject: { reference: 'Patient/p1' } }),
    { resourceType: 'Bundle', type: 'batch', entry: [{ resource: report('site-1', '2026-07', score(1)) }, { resource: patient }] },
  ]) {
    const answer = await send(body)
    expect(answer.status).toBe(422)
    const text = await answer.clone().text()
    expect(text).not.toMatch(/p1|Example/)
    expect((await issueOf(answer)).details.text).toContain('Nothing of what was sent was kept.')
  }
  expect(await kept()).toEqual(before)
})

test('[O80] whoever may not record a site’s values, or names no measure of this network, is told so', async () => {
  const forbidden = await send(report('site-2', '2026-03', score(12)), 'contributor')
  expect(forbidden.status).toBe(403)
  expect(await issueOf(forbidden)).toMatchObject({ code: 'forbidden' })
  const unknown = await send(report('site-1', '2026-03', score(12), { measure: `${base}/Measure/${crypto.randomUUID()}.outcome` }))
  expect(unknown.status).toBe(404)
  expect((await send(report('nowhere', '2026-03', score(12)))).status).toBe(422)
  expect((await send('not json')).status).toBe(422)
  expect((await asProgram(tokens.contributor, `/fhir/MeasureReport?measure=${crypto.randomUUID()}.outcome`)).status).toBe(404)
  expect(
    (
      await asProgram((await newToken(here.coordinator, ['read'])).secret, '/fhir/MeasureReport', {
        body: report('site-1', '2026-03', score(1)),
      })
    ).status,
  ).toBe(403)
})
