import { env } from 'cloudflare:workers'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Citation } from '../../shared/citations/citation.ts'
import type { QueuedMutation } from '../../shared/sync/protocol.ts'
import { asBrowser, asDevice, makeNetwork, proposal, requestOf, sync, type TestMember } from './network.ts'

const size = 450
let member: TestMember
let foreign: TestMember
let first: string

const clip = (cseq: number, citation: Citation, ideas: string[]): QueuedMutation => ({
  id: crypto.randomUUID(),
  cseq,
  name: 'clipEvidence',
  at: 0,
  args: { evidence: crypto.randomUUID(), citation, kind: 'opinion', ideas },
})
const paper = (number: number): Citation => ({ type: 'article-journal', title: `Paper ${number}`, DOI: `10.5555/export.${number}` })

beforeAll(async () => {
  const [mine, other] = [await makeNetwork('export'), await makeNetwork('export-other')]
  member = mine.coordinator
  foreign = other.admin
  const ideas = Array.from({ length: size }, (_, index) =>
    proposal(index + 1, index === 0 ? '=HYPERLINK("http://x.example")' : `Idea “${index}”, one line\nand another`),
  )
  const ids = ideas.map(({ args }) => (args as { idea: string }).idea)
  first = ids[0] ?? ''
  const replica = crypto.randomUUID()
  await sync(member, requestOf(replica, ideas))
  // The first three papers are each clipped twice; one supports no idea; most ideas have none.
  const clips = [1, 2, 3].flatMap((number) => [paper(number), { ...paper(number), title: 'Clipped again' }])
  const asked = [
    ...clips.map((citation, index) => clip(size + index + 1, citation, [ids[index * 70] ?? ''])),
    clip(size + 7, paper(9), []),
    clip(size + 8, { type: 'webpage', title: 'No identifier' }, [first]),
  ]
  await sync(member, requestOf(replica, asked))
})

const take = async (path: string): Promise<{ text: string; headers: Headers }> => {
  const answer = await asBrowser(member, `/v1/networks/export/export/${path}`)
  expect(answer.status).toBe(200)
  return { text: await answer.text(), headers: answer.headers }
}
const count = (text: string, of: RegExp): number => text.match(of)?.length ?? 0

describe('[E1] an export', () => {
  test('of a list has each idea once over all pages, as a strict CSV parser reads it, guarded against formulas', async () => {
    const { text, headers } = await take('ideas/csv?sort=oldest&limit=5')
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="export-ideas-\d{4}-\d\d-\d\d\.csv"$/)
    const records: Record<string, string>[] = parse(text, { columns: true, record_delimiter: '\r\n' })
    expect(new Set(records.map(({ id }) => id)).size).toBe(size)
    expect(records).toHaveLength(size)
    expect(records[0]).toMatchObject({ id: first, change: `'=HYPERLINK("http://x.example")`, evidence: '2', disposition: 'active' })
    expect(records[0]?.['proposed_at']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/)
    expect(records[0]).toMatchObject({ look_again: '' })
    expect(records[1]).toMatchObject({ change: 'Idea “1”, one line\nand another', proposed_by: 'The coordinator of export' })
  })

  test('as JSON is one document with ideas and counts', async () => {
    const { ideas } = JSON.parse((await take('ideas/json')).text) as { ideas: { id: string; counts: { evidence: number } }[] }
    expect(ideas).toHaveLength(size)
    expect(ideas.find(({ id }) => id === first)?.counts.evidence).toBe(2)
  })

  test('of a filtered list has what the list has; of an empty one is an empty file', async () => {
    const { ideas } = JSON.parse((await take('ideas/json?q=hyperlink')).text) as { ideas: unknown[] }
    expect(ideas).toHaveLength(1)
    expect(JSON.parse((await take('ideas/json?pathway=nowhere')).text)).toEqual({ ideas: [] })
    expect(JSON.parse((await take('references/csl-json?pathway=nowhere')).text)).toEqual([])
    expect((await take('references/ris?pathway=nowhere')).text).toBe('')
  })

  test('of references has each paper once: of one idea, of a list, of the network', async () => {
    expect(count((await take(`references/ris?idea=${first}`)).text, /^TY {2}- /gm)).toBe(2)
    const list = (await take('references/bibtex')).text
    expect(count(list, /^@/gm)).toBe(4)
    expect(new Set(list.match(/^@\w+\{[^,]+/gm)).size).toBe(4)
    const network = JSON.parse((await take('references/csl-json?of=network')).text) as Citation[]
    expect(network.map(({ DOI }) => DOI ?? '').toSorted()).toEqual(['', ...[1, 2, 3, 9].map((number) => `10.5555/export.${number}`)])
  })

  test('is in the audit log with who, what and when before it is read, without the search terms', async () => {
    const from = Date.now()
    const answer = await asDevice(member, '/v1/networks/export/export/ideas/csv?q=secret&topic=feeding')
    await answer.body?.cancel()
    const lines = await env.DIRECTORY.prepare(
      "SELECT at, person, subject, detail FROM audit WHERE network = 'export' AND action = 'export' AND at >= ?",
    )
      .bind(from)
      .all<{ at: number; person: string; subject: string; detail: string }>()
    expect(lines.results).toMatchObject([{ person: member.person, subject: 'ideas/csv', detail: 'q=… topic=feeding' }])
  })

  test.each(['ideas/exe', 'ideas/csv?sort=sideways', 'references/csv', 'references/ris?of=everything'])(
    'of what cannot be is refused: %s',
    async (path) => {
      expect((await asBrowser(member, `/v1/networks/export/export/${path}`)).status).toBe(400)
    },
  )

  test('of an idea that does not exist, or is of another network, is refused', async () => {
    expect((await asBrowser(member, `/v1/networks/export/export/references/ris?idea=${crypto.randomUUID()}`)).status).toBe(404)
    expect((await asBrowser(foreign, `/v1/networks/export-other/export/references/ris?idea=${first}`)).status).toBe(404)
    expect((await asBrowser(foreign, '/v1/networks/export/export/ideas/csv')).status).toBe(404)
  })
})
