import { env } from 'cloudflare:workers'
import { runInDurableObject } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import type { EvidenceMapReply, EvidenceReply } from '../../shared/api/evidence.ts'
import { networkObject } from '../../worker/auth/one-time-codes.ts'
import { asBrowser, makeNetwork, type TestMember } from './network.ts'

const slug = 'evidence'
let coordinator: TestMember
let contributor: TestMember
let siteLead: TestMember
const id = (): string => crypto.randomUUID()
const [scales, lines] = [id(), id()]

const ask = async (member: TestMember, ...mutations: [name: string, args: object][]): Promise<string[]> => {
  const body = JSON.stringify({ mutations: mutations.map(([name, args]) => ({ id: id(), name, args })) })
  const answer = await asBrowser(member, `/v1/networks/${slug}/mutations`, { method: 'POST', body })
  return (await answer.json<{ results: { status: string; message?: string }[] }>()).results.map(({ status, message }) => message ?? status)
}
const papers = async (query = '', member = coordinator): Promise<EvidenceReply> =>
  (await asBrowser(member, `/v1/networks/${slug}/evidence?${query}`)).json()
const titles = async (query: string): Promise<string[]> =>
  (await papers(query)).papers.map(({ clips }) => clips[0]?.item.citation.title ?? '')
const map = async (): Promise<EvidenceMapReply['cells']> =>
  (await (await asBrowser(coordinator, `/v1/networks/${slug}/evidence/map`)).json<EvidenceMapReply>()).cells

const clip = (title: string, more: object = {}): [string, object] => {
  const { citation = {}, ...rest } = more as { citation?: object }
  return ['clipEvidence', { evidence: id(), citation: { type: 'article-journal', title, ...citation }, ...rest }]
}
const clipOf = async (title: string): Promise<string> => (await papers(`state=all&q=${title}`)).papers[0]?.clips[0]?.item.id ?? ''

beforeAll(async () => {
  const people = await makeNetwork(slug)
  ;({ coordinator, contributor, 'site-lead': siteLead } = people)
  await ask(people.admin, ['configureFramework', { set: { sites: [{ key: 'ash', label: 'Ash' }] } }])
  const proposed = await ask(
    coordinator,
    ['proposeIdea', { idea: scales, change: 'Lend every family a home scale.', topic: 'feeding' }],
    ['proposeIdea', { idea: lines, change: 'Change the dressing weekly.', topic: 'lines' }],
  )
  const clipped = await ask(
    contributor,
    clip('Home scales', { citation: { DOI: '10.5555/scales.1', PMID: '11111111' }, kind: 'randomised-trial', ideas: [scales] }),
    clip('Dressings', { kind: 'before-after', ideas: [lines] }),
    clip('Both at once', { kind: 'guideline', ideas: [scales, lines] }),
    clip('A loose page'),
    clip('Home scales', { citation: { DOI: 'https://doi.org/10.5555/SCALES.1' } }),
    clip('Home scales', { citation: { PMID: '11111111' } }),
    clip('Home scales', { citation: { DOI: '10.5555/scales.2' } }),
  )
  expect([...proposed, ...clipped].every((status) => status === 'ok')).toBe(true)
})

test('[R10] clips of one paper are one line, joined by what identifies it through any of them, and told apart by it', async () => {
  const { papers: found, ideas, total } = await papers('q=scales')
  expect(found.map(({ count, clips }) => [count, clips.length])).toEqual([
    [1, 1],
    [3, 3],
  ])
  expect(total).toBe(4)
  expect(ideas[scales]).toEqual({ change: 'Lend every family a home scale.', topic: 'feeding', disposition: 'active' })
  // One clip names both: what each of the others has alone is joined through it, in whatever order they came.
  await ask(
    contributor,
    clip('Late', { citation: { PMID: '22222222' } }),
    clip('Late', { citation: { DOI: '10.5555/late' } }),
    clip('Late', { citation: { DOI: '10.5555/late', PMID: '22222222' } }),
  )
  expect((await papers('q=late')).papers.map(({ count }) => count)).toEqual([3])
  expect((await papers('q=10.5555/late')).papers.map(({ count }) => count)).toEqual([3])
  expect((await papers('q=PMID:+22222222')).papers.map(({ count }) => count)).toEqual([3])
})

test('[R10] each filter leaves what it names, alone and together', async () => {
  expect(await titles('topic=feeding')).toEqual(['Both at once', 'Home scales'])
  expect(await titles('topic=lines')).toEqual(['Both at once', 'Dressings'])
  expect(await titles('topic=none&q=page')).toEqual(['A loose page'])
  expect(await titles('kind=guideline')).toEqual(['Both at once'])
  expect(await titles('level=2')).toEqual(['Home scales'])
  expect(await titles('level=none&topic=lines')).toEqual(['Both at once'])
  expect(await titles('state=attached&topic=lines&level=4')).toEqual(['Dressings'])
  expect(await titles('state=loose&q=dressings')).toEqual([])
  expect((await asBrowser(coordinator, `/v1/networks/${slug}/evidence?level=6`)).status).toBe(400)
})

test('[R10] a reader is offered what the rules let them ask for', async () => {
  const may = async (member: TestMember) => (await papers('q=dressings', member)).papers[0]?.clips[0]?.may
  expect(await may(coordinator)).toEqual({ assess: true, dismiss: false, detach: [lines], direction: [lines] })
  expect(await may(siteLead)).toEqual({ assess: false, dismiss: false, detach: [], direction: [] })
  expect((await papers('q=page')).papers[0]?.clips[0]?.may.dismiss).toBe(true)
})

test('[R10] [M25] a clip of several ideas says of each what it says of it', async () => {
  const both = await clipOf('Both')
  const listed = async (member: TestMember) => (await papers('q=Both', member)).papers[0]?.clips[0]
  expect((await listed(coordinator))?.may.direction).toEqual([scales, lines])
  expect((await listed(siteLead))?.may.direction).toEqual([])
  await ask(coordinator, ['editIdea', { idea: lines, set: { leads: [siteLead.person] } }])
  expect((await listed(siteLead))?.may.direction).toEqual([lines])
  expect(await ask(siteLead, ['assessEvidence', { evidence: both, idea: lines, set: { direction: 'against' } }])).toEqual(['ok'])
  const directions = (await listed(coordinator))?.item.directions ?? {}
  expect([directions[lines]?.is, directions[scales]?.is]).toEqual(['against', undefined])
})

test('[R10] pages follow each other without a gap or a repetition', async () => {
  const all = await titles('limit=100')
  const paged: string[] = []
  let next: string | null = ''
  while (next !== null) {
    const page: EvidenceReply = await papers(`limit=1${next && `&after=${next}`}`)
    paged.push(...page.papers.map(({ clips }) => clips[0]?.item.citation.title ?? ''))
    ;({ next } = page)
  }
  expect(paged).toEqual(all)
})

test('[M26] a dismissed clip waits for nobody and is found all the same; taken back, it waits again', async () => {
  const evidence = await clipOf('loose page')
  const loose = async (): Promise<number> =>
    (await (await asBrowser(coordinator, `/v1/networks/${slug}/matrix`)).json<{ looseEvidence: number }>()).looseEvidence
  const before = await loose()
  expect(await ask(coordinator, ['dismissEvidence', { evidence, dismiss: true, why: 'An advertisement.' }])).toEqual(['ok'])
  expect(await loose()).toBe(before - 1)
  expect(await titles('q=page')).toEqual([])
  expect((await papers('state=dismissed')).papers[0]?.clips[0]?.item.dismissed).toMatchObject({ why: 'An advertisement.' })
  expect(await titles('state=all&q=page')).toEqual(['A loose page'])
  expect(await ask(coordinator, ['dismissEvidence', { evidence, dismiss: false }])).toEqual(['ok'])
  expect(await loose()).toBe(before)
  // No reason that names a patient is kept.
  const named = { evidence, dismiss: true, why: 'John Smith, MRN 12345678, is not in it.' }
  expect(await ask(coordinator, ['dismissEvidence', named])).toEqual([expect.stringContaining('patient')])
})

test('[R11] the map counts clips by topic and design, says which were tested, and follows topics, kinds and results', async () => {
  const cell = async (topic: string, kind: string | null) =>
    (await map()).filter((one) => one.topic === topic && one.kind === kind).map(({ count, tested, improved }) => [count, tested, improved])
  expect(await cell('feeding', 'randomised-trial')).toEqual([[1, 0, 0]])
  expect(await cell('lines', 'guideline')).toEqual([[1, 0, 0]])
  const evidence = await clipOf('dressings')
  const done = await ask(
    coordinator,
    ['expressStance', { idea: scales, site: 'ash', stance: 'tested', result: 'improved', measure: 'Grams' }],
    ['editIdea', { idea: lines, set: { topic: 'feeding' } }],
    ['assessEvidence', { evidence, set: { kind: 'compared-groups' } }],
  )
  expect(done).toEqual(['ok', 'ok', 'ok'])
  expect(await cell('feeding', 'randomised-trial')).toEqual([[1, 1, 1]])
  expect(await cell('feeding', 'guideline')).toEqual([[1, 1, 1]])
  expect(await cell('lines', 'guideline')).toEqual([])
  expect(await cell('feeding', 'compared-groups')).toEqual([[1, 0, 0]])
  expect(await ask(coordinator, ['detachEvidence', { evidence, idea: lines }])).toEqual(['ok'])
  expect(await cell('feeding', 'compared-groups')).toEqual([])
  expect(await cell('', 'compared-groups')).toEqual([[1, 0, 0]])
  expect(await ask(coordinator, ['withdrawEvidence', { evidence }])).toEqual(['ok'])
  expect(await cell('', 'compared-groups')).toEqual([])
})

test('[R10] clips from before there was a list are indexed in the background, and stand in it as the others do', async () => {
  const [before, cells] = [await papers('state=all&limit=100'), await map()]
  const stub = env.NETWORKS.get(env.NETWORKS.idFromName((await networkObject(env.DIRECTORY, slug)) ?? ''))
  await runInDurableObject(stub, async (object, { storage: { sql } }) => {
    for (const table of ['clip_row', 'clip_key', 'clip_spot', 'clip_tally', 'clip_words']) sql.exec(`DELETE FROM ${table}`)
    sql.exec("INSERT INTO meta (name, value) VALUES ('reindex-clips', 0)")
    expect(object.papers({ q: '', limit: 30 }, { id: 'x', name: 'X', role: 'coordinator', site: '' }).papers).toEqual([])
    while (sql.exec("SELECT 1 FROM meta WHERE name = 'reindex-clips'").toArray().length > 0) await object.alarm()
  })
  const after = await papers('state=all&limit=100')
  const shown = ({ papers: all }: EvidenceReply) =>
    all.map(({ count, clips }) => JSON.stringify([count, clips[0]?.item.citation])).toSorted()
  expect(shown(after)).toEqual(shown(before))
  const sorted = (all: EvidenceMapReply['cells']) => all.map((cell) => JSON.stringify(cell)).toSorted()
  expect(sorted(await map())).toEqual(sorted(cells))
})
