import { runInDurableObject } from 'cloudflare:test'
import { beforeAll, expect, test, vi } from 'vitest'
import type { IdeaPage, IdeasReply } from '../../shared/api/bank.ts'
import type { Role } from '../../shared/domain/entities.ts'
import type { MutateReply } from '../../shared/sync/protocol.ts'
import { NetworkStore } from '../../worker/bank/storage/store.ts'
import { fillBank, stubOf } from './large-bank.ts'
import { asBrowser, makeNetwork, type TestMember } from './network.ts'

vi.setConfig({ testTimeout: 120_000 })

/** One idea with some 5 MB of clips, as one member may send them. */
const copies = { idea: 0, evidence: 120, comment: 0 }
const most = 1024 * 1024

let members: Record<Role, TestMember>
let idea: string
beforeAll(async () => {
  members = await makeNetwork('heavy')
  idea = (await fillBank(members.contributor, copies)).idea
}, 300_000)

const ask = async (role: Role, path: string, mutations?: object[]): Promise<Response> => {
  const init = mutations ? { method: 'POST', body: JSON.stringify({ mutations }) } : {}
  const answer = await asBrowser(members[role], `/v1/networks/heavy/${path}`, init)
  expect(answer.status).toBe(200)
  return answer
}

/** How much JSON is parsed meanwhile, answers and requests included. */
const parsedBy = async (work: () => Promise<unknown>): Promise<number> => {
  const spy = vi.spyOn(JSON, 'parse')
  try {
    await work()
    return spy.mock.calls.reduce((sum, [text]) => sum + text.length, 0)
  } finally {
    spy.mockRestore()
  }
}

const mutation = (name: string, args: object) => ({ id: crypto.randomUUID(), name, args })

const comment = () => mutation('commentIdea', { comment: crypto.randomUUID(), idea, text: 'Weigh at noon.' })

test('[Q6] a comment, a classification, the page and the notifications of an idea do not read the authors of its clips', async () => {
  const works: Record<string, () => Promise<Response>> = {
    comment: () => ask('contributor', 'mutations', [comment()]),
    classify: () => ask('coordinator', 'mutations', [mutation('classifyIdea', { idea, pathway: 'single-site', override: 'It is clear.' })]),
    page: () => ask('steering', `ideas/${idea}`),
    news: () => ask('contributor', 'news'),
    decisions: () => ask('coordinator', 'decisions'),
  }
  for (const [name, work] of Object.entries(works)) {
    const bytes = await parsedBy(async () => (await work()).text())
    expect([name, bytes < most, bytes]).toEqual([name, true, expect.any(Number)])
  }
  const { results }: MutateReply = await (await ask('contributor', 'mutations', [comment()])).json()
  expect(results).toMatchObject([{ status: 'ok' }])
})

test('[Q6] the counts are the same: number, level, kinds that nobody stated', async () => {
  await ask('contributor', 'mutations', [comment()])
  const page: IdeaPage = await (await ask('steering', `ideas/${idea}`)).json()
  const list: IdeasReply = await (await ask('steering', 'ideas')).json()
  expect(list.rows.find(({ id }) => id === idea)).toMatchObject({
    evidence: copies.evidence + 1,
    bestLevel: null,
    unsaid: copies.evidence + 1,
  })
  expect(page.evidence[0]?.citation).toMatchObject({ cut: ['author'] })
  expect(page.evidence[0]?.citation.author).toHaveLength(20)
  await runInDurableObject(await stubOf('heavy'), (_, { storage }) => {
    const store = new NetworkStore(storage)
    store.begin()
    const [whole, lean] = [store.network.evidenceOf(idea), store.network.weighedEvidenceOf?.(idea) ?? []]
    expect(lean.map(({ id, kind, ideas, clippedBy, citation: { title } }) => [id, kind, ideas, clippedBy, title])).toEqual(
      whole.map(({ id, kind, ideas, clippedBy, citation: { title } }) => [id, kind, ideas, clippedBy, title]),
    )
    expect(lean.filter(({ citation }) => citation.author)).toEqual([])
    expect(JSON.stringify(lean).length).toBeLessThan(JSON.stringify(whole).length / 8)
  })
})
