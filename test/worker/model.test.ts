import { env } from 'cloudflare:workers'
import { runInDurableObject } from 'cloudflare:test'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultFramework } from '../../shared/domain/framework.ts'
import type { Context } from '../../shared/domain/actor.ts'
import { type Change, frameworkId, roles } from '../../shared/domain/entities.ts'
import { caps, protocol, type SyncReply, type SyncRequest } from '../../shared/sync/protocol.ts'
import { serve } from '../../shared/sync/server-engine.ts'
import { MemoryStore } from '../memory-store.ts'
import { NetworkStore } from '../../worker/bank/storage/store.ts'
import { clipState } from '../../worker/bank/indexes/clip-index.ts'

const ids = Array.from({ length: 5 }, (_, index) => `00000000-0000-4000-8000-00000000000${index}`)
const id = fc.constantFrom(...ids)
const key = fc.constantFrom('site-1', 'site-2', 'incubator', 'single-site', 'nowhere')
const word = fc.constantFrom('', 'fewer alarms', 'A longer sentence about the ward')

const asked = fc.oneof(
  fc.record({
    name: fc.constant('proposeIdea'),
    args: fc.record({ idea: id, change: word, problem: word, topic: fc.constantFrom('', 'flow') }),
  }),
  fc.record({
    name: fc.constant('clipEvidence'),
    args: fc.record({
      evidence: id,
      citation: fc.constant({ type: 'article-journal', title: 'A title' }),
      kind: fc.constant('guideline'),
      ideas: fc.array(id, { maxLength: 2 }),
    }),
  }),
  fc.record({ name: fc.constantFrom('attachEvidence', 'detachEvidence'), args: fc.record({ evidence: id, idea: id }) }),
  fc.record({ name: fc.constant('withdrawEvidence'), args: fc.record({ evidence: id }) }),
  fc.record({ name: fc.constant('dismissEvidence'), args: fc.record({ evidence: id, dismiss: fc.boolean(), why: word }) }),
  fc.record({
    name: fc.constant('classifyIdea'),
    args: fc.record({ idea: id, pathway: key, topic: fc.constant('flow'), problem: fc.constant('Alarms') }),
  }),
  fc.record({
    name: fc.constant('moveIdea'),
    args: fc.record({ idea: id, to: fc.constantFrom('design', 'test', 'evaluate'), reason: word, override: fc.boolean() }),
  }),
  fc.record({
    name: fc.constant('expressStance'),
    args: fc.record({ idea: id, site: key, stance: fc.constantFrom('interested', 'tested'), result: fc.constantFrom(null, 'improved') }),
  }),
  fc.record({
    name: fc.constant('mergeIdeas'),
    args: fc.record({ idea: id, into: id, reason: fc.constant('same-idea'), sentence: fc.constant('Same') }),
  }),
  fc.record({
    name: fc.constant('endIdea'),
    args: fc.record({ idea: id, as: fc.constant('declined'), reason: fc.constant('out-of-scope'), sentence: word }),
  }),
  fc.record({ name: fc.constant('reopenIdea'), args: fc.record({ idea: id, reason: fc.constant('Again') }) }),
  fc.record({ name: fc.constant('holdIdea'), args: fc.record({ idea: id, why: word }) }),
  fc.record({ name: fc.constant('liftHold'), args: fc.record({ idea: id, reason: fc.constant('Safe') }) }),
  fc.record({ name: fc.constant('commentIdea'), args: fc.record({ comment: id, idea: id, text: word }) }),
)
const batches = fc.array(
  fc.record({
    role: fc.constantFrom(...roles),
    mutations: fc.array(asked, { maxLength: 8 }),
    limit: fc.integer({ min: 1, max: 20 }),
    again: fc.boolean(),
    together: fc.boolean(),
  }),
  { maxLength: 6 },
)

const framework = {
  ...defaultFramework,
  sites: [
    { key: 'site-1', label: 'One' },
    { key: 'site-2', label: 'Two' },
  ],
  topics: [{ key: 'flow', label: 'Flow' }],
}

/** The same numbers on both sides, so that replies can be compared whole. */
const witnesses = (): (() => string) => {
  let made = 0
  return () => (made += 1).toString(16).padStart(16, '0')
}

test(
  '[S10] [S11] the Durable Object’s SQLite and the engine on plain maps give the same replies, rows and counts for any batches',
  { timeout: 300_000 },
  async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(batches, async (sequence) => {
        run += 1
        await runInDurableObject(env.NETWORKS.get(env.NETWORKS.idFromName(`model ${run}`)), (_, state) => {
          const [memory, store] = [new MemoryStore(), new NetworkStore(state.storage)]
          for (const each of [memory, store]) {
            each.write([{ kind: 'framework', id: frameworkId, value: framework }], 1)
            each.append({
              id: `start`,
              seq: 1,
              status: 'ok',
              witness: 'w',
              replica: '',
              cseq: 0,
              name: 'start',
              args: null,
              context: { person: '', role: 'admin', site: '', at: 0 },
            })
          }
          store.flush()
          const [inMemory, inObject] = [witnesses(), witnesses()]
          let [cseq, at, cursor]: [number, number, string | null] = [0, 1000, null]
          for (const { role, mutations, limit, again, together } of sequence) {
            const context: Context = { person: `p-${role}`, role, site: 'site-1', at: (at += 1000) }
            const request: SyncRequest = {
              p: protocol,
              rid: 'r',
              replica: ids[0] ?? '',
              gen: 0,
              cursor,
              limit: Math.min(limit, caps.page),
              mutations: mutations.map((mutation) => ({ ...mutation, id: `m-${run}-${(cseq += 1)}`, cseq, at: 0 })),
            }
            for (let times = again ? 2 : 1; times > 0; times -= 1) {
              const expected: SyncReply = serve(memory, request, context, inMemory)
              store.begin(together)
              const reply = parsedRows(state.storage.transactionSync(() => serve(store, request, context, inObject)))
              const sorted = (page: SyncReply): unknown =>
                'rows' in page
                  ? { ...page, rows: page.rows.toSorted((one, other) => (one.kind + one.id < other.kind + other.id ? -1 : 1)) }
                  : page
              expect(sorted(reply)).toEqual(sorted(expected))
              if (times === 1 && 'cursor' in reply) cursor = reply.cursor
            }
          }
          countsAgree(state.storage.sql, memory)
        })
      }),
      { numRuns: 60, seed: 20261124 },
    )
  },
)

const parsedRows = (reply: SyncReply<string>): SyncReply =>
  'rows' in reply ? { ...reply, rows: reply.rows.map((row) => JSON.parse(row) as Change) } : reply

/** Aggregates and search are what a recount from the rows gives. */
const countsAgree = (sql: SqlStorage, memory: MemoryStore): void => {
  const recount = new Map<string, number>()
  for (const idea of memory.all('idea')) {
    const cell = `${idea.pathway ?? ''}|${idea.phase}|${idea.disposition}`
    recount.set(cell, (recount.get(cell) ?? 0) + 1)
  }
  const kept = sql
    .exec<{ pathway: string; phase: string; disposition: string; count: number }>('SELECT * FROM tally WHERE count <> 0')
    .toArray()
  expect(Object.fromEntries(kept.map((row) => [`${row.pathway}|${row.phase}|${row.disposition}`, row.count]))).toEqual(
    Object.fromEntries(recount),
  )
  const cells = 'SELECT disposition, pathway, phase, topic, site, level, unsaid, asked, count FROM cell WHERE count <> 0'
  const inBank = `SELECT disposition, pathway, phase, topic, site, coalesce(level, 0), unsaid > 0, asked IS NOT NULL, count(*) FROM idea_row GROUP BY 1, 2, 3, 4, 5, 6, 7, 8`
  expect([...sql.exec(`${cells} ORDER BY 1, 2, 3, 4, 5, 6, 7, 8`).raw()]).toEqual([
    ...sql.exec(`${inBank} ORDER BY 1, 2, 3, 4, 5, 6, 7, 8`).raw(),
  ])
  const active = Object.fromEntries([...recount].filter(([cell]) => cell.endsWith('|active')))
  const days = sql
    .exec<{ cell: string; here: number; net: number; least: number }>(
      "SELECT pathway || '|' || phase || '|active' AS cell, sum(here) AS here, sum(net) AS net, min(here) AS least FROM cell_day GROUP BY 1",
    )
    .toArray()
  expect(Object.fromEntries(days.filter(({ here }) => here !== 0).map(({ cell, here }) => [cell, here]))).toEqual(active)
  for (const { here, net, least } of days) expect([net, least >= 0]).toEqual([here, true])
  const clips = memory.all('evidence')
  expect(Number(sql.exec('SELECT count(*) AS n FROM loose').one()['n'])).toBe(clips.filter((item) => clipState(item) === 'loose').length)
  const spots = (from: string): string[] =>
    sql
      .exec<{ spot: string }>(`SELECT topic || '|' || kind || '|' || tested || '|' || n AS spot FROM (${from}) WHERE n > 0 ORDER BY 1`)
      .toArray()
      .map(({ spot }) => spot)
  expect(spots('SELECT topic, kind, tested, count AS n FROM clip_tally')).toEqual(
    spots('SELECT topic, kind, tested, count(*) AS n FROM clip_spot GROUP BY 1, 2, 3'),
  )
  const placed = new Map<string, number>()
  for (const item of clips)
    for (const topic of clipState(item) === 'loose' ? [''] : new Set(item.ideas.map((of) => memory.network.idea(of)?.topic ?? '')))
      placed.set(
        `${topic}|${item.kind ?? ''}`,
        (placed.get(`${topic}|${item.kind ?? ''}`) ?? 0) + (clipState(item) === 'dismissed' ? 0 : 1),
      )
  expect(
    Object.fromEntries(
      sql
        .exec<{ cell: string; n: number }>("SELECT topic || '|' || kind AS cell, count(*) AS n FROM clip_spot GROUP BY 1")
        .toArray()
        .map(({ cell, n }) => [cell, n]),
    ),
  ).toEqual(Object.fromEntries([...placed].filter(([, n]) => n > 0)))
  expect(sql.exec('SELECT id, state FROM clip_row ORDER BY id').toArray()).toEqual(
    clips.map((item) => ({ id: item.id, state: clipState(item) })).toSorted((one, other) => (one.id < other.id ? -1 : 1)),
  )
  for (const idea of memory.all('idea')) {
    const words = `"${idea.change.match(/\w+/)?.[0] ?? ''}"`
    const hits = sql
      .exec<{ id: string }>('SELECT r.id FROM idea_words w JOIN idea_row r ON r.number = w.rowid WHERE w.words MATCH ?', words)
      .toArray()
    expect(hits.map((hit) => hit.id)).toContain(idea.id)
  }
}
