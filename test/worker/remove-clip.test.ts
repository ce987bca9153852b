import { env } from 'cloudflare:workers'
import { runInDurableObject } from 'cloudflare:test'
import { expect, test } from 'vitest'
import type { IdeaPage } from '../../shared/api/bank.ts'
import type { PageReply } from '../../shared/sync/protocol.ts'
import { networkObject } from '../../worker/auth/one-time-codes.ts'
import { asBrowser, makeNetwork, proposal, requestOf, sync } from './network.ts'

const slug = 'removing'

test('[M23] [E1] a clip that once broke every export breaks none; a coordinator removes it, and its idea and the history show that', async () => {
  const members = await makeNetwork(slug)
  const [idea, evidence, replica] = [proposal(1), crypto.randomUUID(), crypto.randomUUID()]
  const id = (idea.args as { idea: string }).idea
  const args = { evidence, citation: { type: 'constructor', title: 'Tea on wards' }, kind: 'opinion', ideas: [id] }
  const clip = { id: crypto.randomUUID(), cseq: 2, at: 0, name: 'clipEvidence', args }
  const { acks } = (await sync(members.contributor, requestOf(replica, [idea, clip]))) as PageReply
  expect(acks.map(({ status }) => status)).toEqual(['ok', 'ok'])
  const stub = env.NETWORKS.get(env.NETWORKS.idFromName((await networkObject(env.DIRECTORY, slug)) ?? ''))
  // As an earlier version kept it.
  await runInDurableObject(stub, (_, { storage }) =>
    storage.sql.exec(`UPDATE entity SET body = json_set(body, '$.citation.type', 'constructor') WHERE id = ?`, evidence),
  )
  for (const format of ['ris', 'bibtex', 'csl-json']) {
    const answer = await asBrowser(members.coordinator, `/v1/networks/${slug}/export/references/${format}`)
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('Tea on wards')])
  }
  const body = JSON.stringify({ mutations: [{ id: crypto.randomUUID(), name: 'withdrawEvidence', args: { evidence } }] })
  const removed = await asBrowser(members.coordinator, `/v1/networks/${slug}/mutations`, { method: 'POST', body })
  expect(await removed.json()).toMatchObject({ results: [{ status: 'ok' }] })
  const page: IdeaPage = await (await asBrowser(members.contributor, `/v1/networks/${slug}/ideas/${id}`)).json()
  expect(page.evidence).toEqual([])
  expect(page.history[0]).toMatchObject({ name: 'withdrawEvidence', by: members.coordinator.person })
})
