import { env } from 'cloudflare:workers'
import { runInDurableObject } from 'cloudflare:test'
import { expect, test, vi } from 'vitest'
import type { Person } from '../../shared/domain/entities.ts'
import { protocol, type SyncReply } from '../../shared/sync/protocol.ts'
import { markUnnamed } from '../../worker/bank/storage/mark-unnamed.ts'
import type { Actor } from '../../worker/bank/answers.ts'
import type { NetworkObject } from '../../worker/bank/network-object.ts'
import { ringOnce } from './ring.ts'

const [xenia, yann, pia]: Actor[] = ['xenia', 'yann', 'pia'].map((id) => ({ id, name: id, role: 'contributor', site: '' }))
const uuid = (): string => crypto.randomUUID()
const banks = (name: string): DurableObjectStub<NetworkObject> => env.NETWORKS.get(env.NETWORKS.idFromName(name))

type Asked = { name: string; args: object }
const said = async (object: NetworkObject, actor: Actor | undefined, asked: Asked[], replica = uuid(), from = 0): Promise<SyncReply> => {
  const mutations = asked.map((one, index) => ({ id: uuid(), cseq: from + index + 1, at: 0, ...one }))
  const request = { p: protocol, rid: 'r', replica, gen: 0, cursor: null, limit: 500, mutations }
  if (!actor) throw new Error('Nobody asks')
  return JSON.parse((await object.sync(JSON.stringify(request), actor, Date.now())).body) as SyncReply
}
const hiddenIdea = (): Asked => ({ name: 'proposeIdea', args: { idea: uuid(), change: 'Weigh in the evening.', nameHidden: true } })
const openIdea = (): Asked => ({ name: 'proposeIdea', args: { idea: uuid(), change: 'Weigh at noon.' } })
const knownTo = (object: NetworkObject): string[] => object.people(null).rows.map((text) => (JSON.parse(text) as Person).id)

test('[W9] no person’s row arrives beside what they sent with a hidden name; the rows of a day arrive together, in the order of their ids', async () => {
  const bank = banks('newcomers')
  await runInDurableObject(bank, async (object, state) => {
    await said(object, yann, [hiddenIdea()])
    await said(object, xenia, [hiddenIdea(), openIdea()].slice(0, 1))
    await said(object, xenia, [])
    await said(object, pia, [])
    expect(knownTo(object)).toEqual([])
    state.storage.sql.exec('UPDATE newcomer SET since = since - 86400000')
  })
  await ringOnce(bank)
  await runInDurableObject(bank, (object, state) => {
    expect(knownTo(object)).toEqual(['pia', 'xenia', 'yann'])
    const rows = state.storage.sql.exec<{ seq: number }>("SELECT seq FROM entity WHERE kind = 'person'").toArray()
    expect(new Set(rows.map(({ seq }) => seq)).size).toBe(1)
  })
})

test('[W9] what somebody says under their name, and the directory, bring their row with it', async () => {
  await runInDurableObject(banks('spoken'), async (object) => {
    await said(object, xenia, [openIdea()])
    if (yann) object.syncMember(yann)
    expect(knownTo(object)).toEqual(['xenia', 'yann'])
  })
})

test('[W7] a replica belongs to one person: another who names it gets one of their own, and reads no answers of the first', async () => {
  await runInDurableObject(banks('replicas'), async (object) => {
    const replica = uuid()
    const own = await said(object, xenia, [hiddenIdea(), hiddenIdea()], replica)
    expect('acks' in own && own.acks.length).toBe(2)
    const other = await said(object, yann, [], replica)
    expect(other).toMatchObject({ acks: [] })
    expect(await said(object, yann, [openIdea()], replica, 2)).toMatchObject({ control: 'gap', you: { cseq: 0, last: null } })
    const theirs = await said(object, yann, [openIdea()], replica)
    expect('acks' in theirs && theirs.acks.map(({ status }) => status)).toEqual(['ok'])
    expect(await said(object, xenia, [hiddenIdea()], replica, 2)).toMatchObject({ acks: [{}, {}, {}] })
  })
})

test('[W8] an older bank marks its log entries and rows as named or hidden, and its devices receive those rows again', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  await runInDurableObject(banks('from before'), async (object, state) => {
    const { sql } = state.storage
    const lead: Actor = { id: 'lead', name: 'Lead', role: 'site-lead', site: 'north' }
    const cora: Actor = { id: 'cora', name: 'Cora', role: 'coordinator', site: '' }
    const [own, other, clip] = [uuid(), uuid(), uuid()]
    const configured = { name: 'configureFramework', args: { set: { sites: [{ key: 'north', label: 'North' }] } } }
    await said(object, { ...cora, role: 'admin' }, [configured])
    const propose = (idea: string, more = {}): Asked => ({ name: 'proposeIdea', args: { idea, change: 'Weigh.', ...more } })
    const later = async (actor: Actor | undefined, asked: Asked): Promise<void> => {
      vi.setSystemTime(Date.now() + 1000)
      await said(object, actor, [asked])
    }
    await later(pia, propose(other))
    await later(lead, propose(own, { nameHidden: true }))
    const testing = { site: 'north', stance: 'testing', measure: 'Weights', expectedEnd: 9e12 }
    await later(lead, { name: 'expressStance', args: { idea: own, ...testing } })
    await later(lead, { name: 'commentIdea', args: { comment: uuid(), idea: other, text: 'Under my name.' } })
    await later(lead, {
      name: 'clipEvidence',
      args: { evidence: clip, citation: { type: 'article' }, kind: 'guideline', nameHidden: true, ideas: [other] },
    })
    await later(lead, { name: 'detachEvidence', args: { evidence: clip, idea: other } })
    await later(cora, { name: 'mergeIdeas', args: { idea: own, into: other, reason: 'same-idea', sentence: 'Same.' } })
    await later(lead, { name: 'commentIdea', args: { comment: uuid(), idea: own, text: 'Through mine.' } })
    await later(lead, { name: 'holdIdea', args: { idea: own, why: 'Harm.' } })
    const texts = (): string[] =>
      sql
        .exec<{ body: string }>("SELECT body FROM entity WHERE kind <> 'person' ORDER BY kind, id")
        .toArray()
        .map(({ body }) => body)
    const marks = (): number[] =>
      sql
        .exec<{ hidden: number }>('SELECT hidden FROM log ORDER BY seq')
        .toArray()
        .map(({ hidden }) => hidden)
    const [rows, log, head] = [texts(), marks(), sql.exec<{ head: number }>('SELECT max(seq) AS head FROM log').one().head]
    // As it was: only ideas and clips that were sent so had the mark, and no entry of the log.
    sql.exec('UPDATE log SET hidden = 0')
    sql.exec(`UPDATE entity SET body = replace(body, ',"nameHidden":true', '') WHERE kind IN ('stance', 'comment') OR id = ?`, other)
    expect(texts()).not.toEqual(rows)
    markUnnamed(sql)
    const parsed = (list: string[]): unknown[] => list.map((text) => JSON.parse(text) as unknown)
    expect(parsed(texts())).toEqual(parsed(rows))
    expect(marks()).toEqual([...log, 0])
    const anew = sql.exec<{ kind: string }>('SELECT kind FROM entity WHERE seq > ? ORDER BY kind', head).toArray()
    expect(anew.map(({ kind }) => kind)).toEqual(['comment', 'idea', 'stance', 'stance'])
    markUnnamed(sql)
    expect(texts()).toHaveLength(rows.length)
  })
  vi.useRealTimers()
})
