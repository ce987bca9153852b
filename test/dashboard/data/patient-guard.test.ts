import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { MutationName } from '../../../shared/mutations/index.ts'
import { call } from '../../../worker/dashboard/data/api.ts'
import { createMutateMany } from '../../../worker/dashboard/data/bulk-mutate.ts'
import { mutate } from '../../../worker/dashboard/data/mutate.ts'
import { saveExport } from '../../../worker/dashboard/ui/export-file.ts'
import { me } from '../../../worker/dashboard/data/session.ts'

const idea = '0198c0de-0000-4000-8000-000000000001'
const requests: string[] = []
const bodies: string[] = []
beforeEach(() => {
  me.value = { network: { slug: 'north' } } as NonNullable<typeof me.value>
  requests.length = 0
  bodies.length = 0
  vi.stubGlobal('fetch', (path: string, { body }: RequestInit) => {
    requests.push(path)
    bodies.push(typeof body === 'string' ? body : '')
    const asked = JSON.parse(typeof body === 'string' ? body : '{}') as { mutations?: { id: string }[] }
    const results = (asked.mutations ?? []).map(({ id }) => ({ id, status: 'ok', seq: 1 }))
    return Promise.resolve(Response.json({ results }))
  })
})
afterEach(() => vi.unstubAllGlobals())

const forms: [MutationName, object][] = [
  ['commentIdea', { idea, text: 'As with Jon Testperson, MRN 48151623, last night' }],
  ['commentIdea', { idea, text: 'Como con la paciente Marisol Quintanilla, NHC 48151623' }],
  ['proposeIdea', { idea, change: 'Call Jon Testperson, MRN 48151623' }],
  ['editIdea', { idea, set: { problem: 'Patient Marisol Quintanilla, room 4, waited' } }],
  ['configureFramework', { set: { topics: [{ key: 'feeding', label: 'Patient Marisol Quintanilla' }] } }],
  [
    'clipEvidence',
    { evidence: idea, kind: 'opinion', citation: { type: 'webpage', title: 'Jon Testperson, DOB 01/02/2019, MRN 48151623' } },
  ],
]

test.each(forms)('[P2] %s: what is about a patient is refused before it leaves the browser, with its place', async (name, args) => {
  const outcome = await mutate(name, () => args as never)
  expect(outcome).toMatchObject({ done: false, reason: { code: 'patient-information' } })
  expect(outcome).toMatchObject({ problem: 'This may identify a patient. Take it out; nothing was sent.' })
  expect(requests).toEqual([])
})

test('[P2] a text that is nothing but a code is read too', async () => {
  for (const code of ['MRN-48151623', 'ssn-123-45-6789', 'RSSMRA85T10A562S'])
    expect(await mutate('commentIdea', () => ({ comment: idea, idea, text: code, question: false })), code).toMatchObject({ done: false })
  expect(requests).toEqual([])
})

test('[P2] what was read is what is sent, whatever is typed meanwhile', async () => {
  let typed = 'Weigh every infant'
  const asked = mutate('commentIdea', () => ({ comment: idea, idea, text: typed, question: false }))
  typed = 'Weigh every infant as Jon Testperson, MRN 48151623'
  expect(await asked).toMatchObject({ done: true })
  expect(bodies.join()).toContain('Weigh every infant')
  expect(bodies.join()).not.toContain('Testperson')
})

test('pressed twice while it is read, it is one mutation', async () => {
  const press = () => mutate('commentIdea', () => ({ comment: idea, idea, text: 'Weigh each infant at noon', question: false }))
  await Promise.all([press(), press()])
  const ids = bodies.map((body) => (JSON.parse(body) as { mutations: { id: string }[] }).mutations[0]?.id)
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
})

test('[P2] what is about nobody is sent', async () => {
  for (const [name, args] of [
    ['commentIdea', { idea, text: 'Weigh every infant at one hour; see Bates et al., 2022' }],
    ['commentIdea', { idea, text: 'Pesar a cada recién nacido en la primera hora' }],
    ['moveIdea', { idea, to: 'design' }],
  ] as const)
    expect(await mutate(name, () => args as never)).toMatchObject({ done: true })
  expect(requests).toHaveLength(3)
})

test('[P2] of many at once only those are sent in which there is nobody, and each result stands at its place', async () => {
  const sent: object[] = []
  const many = createMutateMany((mutations) => {
    sent.push(...mutations.map(({ args }) => args))
    return Promise.resolve({ results: mutations.map(({ id }) => ({ id, status: 'ok' as const, seq: 1 })) })
  })
  const texts = ['Too early', 'MRN 48151623 waited', 'Done elsewhere']
  const results = await many(
    texts.map((reason) => ({ idea, change: '', name: 'endIdea' as MutationName, args: { idea, reason } })),
    () => undefined,
  )
  expect(sent).toEqual([
    { idea, reason: 'Too early' },
    { idea, reason: 'Done elsewhere' },
  ])
  expect(results.map(({ problem }) => problem !== '')).toEqual([false, true, false])
  const none = createMutateMany(() => Promise.reject(new Error('asked')))
  const held = await none([{ idea, change: '', name: 'endIdea', args: { idea, reason: 'MRN 48151623 waited' } }], () => undefined)
  expect(held[0]?.problem).toBe('This may identify a patient. Take it out; nothing was sent.')
})

test('[P2] names of people and invitations, and what somebody keeps for themselves, are read too', async () => {
  const joining = (name: string) => call('POST /v1/join', { body: { code: 'c', name } })
  await expect(joining('Jon Testperson, MRN 48151623')).rejects.toMatchObject({
    code: 'patient-information',
    message: 'This may identify a patient. Take it out; nothing was sent.',
  })
  const kept = (name: string) =>
    call('POST /v1/networks/:network/personal', { body: { name: 'view:1', value: JSON.stringify({ name, query: 'topic=feeding' }) } })
  await expect(kept('Patient Marisol Quintanilla')).rejects.toMatchObject({ code: 'patient-information' })
  const search = (q: string) => call('GET /v1/networks/:network/ideas', { query: { q } })
  await expect(saveExport('/v1/networks/north/export/ideas/csv?q=MRN-48151623')).rejects.toMatchObject({ code: 'patient-information' })
  for (const words of ['MRN-48151623', 'MRN 48151623']) await expect(search(words)).rejects.toMatchObject({ code: 'patient-information' })
  expect(requests).toEqual([])
  await search('Kleinman 2019 sepsis 10.1136/bmjqs-2021-014463')
  await joining('María José Carreño')
  await kept('Due this week')
  expect(requests).toHaveLength(3)
})

test('[P2] nothing is sent while the guard cannot be loaded', async () => {
  vi.doMock('../../../shared/mutations/engine/phi-guard.ts', () => Promise.reject(new Error('Failed to fetch')))
  vi.resetModules()
  const [again, { me: nobody }] = await Promise.all([
    import('../../../worker/dashboard/data/mutate.ts'),
    import('../../../worker/dashboard/data/session.ts'),
  ])
  nobody.value = me.value
  expect(await again.mutate('commentIdea', () => ({ comment: idea, idea, text: 'Weigh every infant', question: false }))).toMatchObject({
    done: false,
    problem: expect.stringContaining('could not be checked') as string,
  })
  expect(requests).toEqual([])
  vi.doUnmock('../../../shared/mutations/engine/phi-guard.ts')
})
