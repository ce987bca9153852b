import { env } from 'cloudflare:workers'
import { runInDurableObject } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import type { Role } from '../../shared/domain/entities.ts'
import type { PageReply } from '../../shared/sync/protocol.ts'
import { networkObject } from '../../worker/auth/one-time-codes.ts'
import { asBrowser, asDevice, makeNetwork, proposal, requestOf, sync, type TestMember } from './network.ts'

let members: Record<Role, TestMember>
beforeAll(async () => {
  members = await makeNetwork('guarded')
})

/** As JSON, since nothing that writes JSON goes so deep. */
const nested = (depth: number, inmost: string): string =>
  `${'[{"note":'.repeat(depth / 2)}${JSON.stringify(inmost)}${'}]'.repeat(depth / 2)}`

const secret = 'Marisol Quintanilla'
const told = `Patient ${secret}, MRN 4471920, born 03/14/2019, did well with the home scale`

/** Every value of every table of the network's object, as text. */
const everythingKept = async (): Promise<string> => {
  const object = (await networkObject(env.DIRECTORY, 'guarded')) ?? ''
  return runInDurableObject(env.NETWORKS.get(env.NETWORKS.idFromName(object)), (_, state) => {
    const tables = state.storage.sql
      .exec<{ name: string }>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'idea_words%' AND name NOT LIKE '\\_cf%' ESCAPE '\\'",
      )
      .toArray()
    return tables.map(({ name }) => JSON.stringify(state.storage.sql.exec(`SELECT * FROM "${name}"`).toArray())).join('\n')
  })
}

test('[P1] a text in Spanish is read by the rules of Spanish', async () => {
  const asked = proposal(1, 'La paciente Zuriñe Galdós, nacida el 4 de julio de 1961, esperó seis horas por la medicación.')
  const clean = proposal(2, 'Pesar a los lactantes dos veces por semana en casa reduce los reingresos.')
  const reply = (await sync(members.contributor, requestOf(crypto.randomUUID(), [asked, clean]))) as PageReply
  expect(reply.acks.map((ack) => ack.status)).toEqual(['refused', 'ok'])
})

test('[P1] certain PHI is refused with places and types, never words, and kept nowhere', async () => {
  const asked = proposal(1, told)
  const reply = (await sync(members.contributor, requestOf(crypto.randomUUID(), [asked, proposal(2)]))) as PageReply
  expect(reply.acks.map((ack) => [ack.status, ack.code])).toEqual([
    ['refused', 'patient-information'],
    ['ok', undefined],
  ])
  expect(reply.acks[0]?.message).toMatch(/change: name at 8-27/)
  expect(reply.acks[0]?.message).not.toContain('Marisol')
  const kept = await everythingKept()
  for (const part of ['Marisol', 'Quintanilla', '4471920', '03/14/2019']) expect(kept).not.toContain(part)
})

test('[P2] every text of every mutation passes the PHI guard, from the dashboard as well', async () => {
  const idea = crypto.randomUUID()
  await sync(
    members.contributor,
    requestOf(crypto.randomUUID(), [
      { id: crypto.randomUUID(), cseq: 1, at: 0, name: 'proposeIdea', args: { idea, change: 'Lend scales' } },
    ]),
  )
  const asked = [
    ['commentIdea', { comment: crypto.randomUUID(), idea, text: told }],
    ['editIdea', { idea, set: { measures: { outcome: told, process: '', balancing: '' } } }],
    ['holdIdea', { idea, why: told }],
    ['clipEvidence', { evidence: crypto.randomUUID(), citation: { type: 'webpage', title: 'A page' }, kind: 'opinion', note: told }],
    ['nonsense', { anything: [{ deep: told }] }],
  ] as const
  const body = JSON.stringify({ mutations: asked.map(([name, args]) => ({ id: crypto.randomUUID(), name, args })) })
  const answer = await asBrowser(members.coordinator, '/v1/networks/guarded/mutations', { method: 'POST', body })
  const { results }: { results: { code?: string }[] } = await answer.json()
  expect(results.map((ack) => ack.code)).toEqual([
    'patient-information',
    'patient-information',
    'patient-information',
    'patient-information',
    'unknown',
  ])
  expect(await everythingKept()).not.toContain('Marisol')
})

test.each([20, 2000, 10_000])(
  '[P1] [M3] arguments nested %d levels deep are refused at once, and nothing of them is kept',
  async (depth) => {
    const asked = ['commentIdea', 'configureFramework', 'clipEvidence'].map((name, index) => ({
      id: crypto.randomUUID(),
      cseq: index + 1,
      at: 0,
      name,
      args: { set: '@', [secret]: 1 },
    }))
    const body = JSON.stringify(requestOf(crypto.randomUUID(), asked)).replaceAll('"@"', nested(depth, told))
    for (let times = 0; times < 3; times += 1) {
      const reply: PageReply = await (await asDevice(members.admin, '/v1/networks/guarded/sync', { method: 'POST', body })).json()
      expect(reply.acks.map(({ code }) => code)).toEqual(['too-large', 'too-large', 'too-large'])
    }
    const kept = await everythingKept()
    for (const part of ['Marisol', 'Quintanilla', '4471920']) expect(kept).not.toContain(part)
  },
)

test('[S26] of an accepted mutation only what its schema names is kept', async () => {
  const idea = crypto.randomUUID()
  const asked = { ...proposal(1), args: { idea, change: 'Lend scales', [secret]: 'x', more: { note: 'Hallstead' } } }
  const reply = (await sync(members.contributor, requestOf(crypto.randomUUID(), [asked]))) as PageReply
  expect(reply.acks.map(({ status }) => status)).toEqual(['ok'])
  const kept = await everythingKept()
  expect(kept).toContain(idea)
  for (const part of ['Marisol', 'Hallstead']) expect(kept).not.toContain(part)
})
