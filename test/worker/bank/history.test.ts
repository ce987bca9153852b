import { env } from 'cloudflare:workers'
import { runInDurableObject } from 'cloudflare:test'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answeredOnTime } from '../../../shared/api/reports.ts'
import { defaultFramework } from '../../../shared/domain/framework.ts'
import { frameworkId, type Role } from '../../../shared/domain/entities.ts'
import { applyWithin } from '../../../shared/sync/server-engine.ts'
import { answerStates, recountAnswers } from '../../../worker/bank/indexes/answer-index.ts'
import { cellsOf } from '../../../worker/bank/indexes/matrix-index.ts'
import { fillHistory } from '../../../worker/bank/indexes/history-index.ts'
import { fillSiteDays } from '../../../worker/bank/indexes/site-days.ts'
import { answers, endings, triedBySites } from '../../../worker/bank/queries/answer-queries.ts'
import { reports } from '../../../worker/bank/queries/report-queries.ts'
import { NetworkStore } from '../../../worker/bank/storage/store.ts'

const day = 24 * 60 * 60 * 1000
const ideas = Array.from({ length: 4 }, (_, index) => `00000000-0000-4000-8000-00000000000${index}`)
const idea = fc.constantFrom(...ideas)
const site = fc.constantFrom('site-1', 'site-2')
const reason = fc.constant('Agreed.')
const asked = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ name: fc.constant('proposeIdea'), args: fc.record({ idea, change: fc.constant('Weigh at noon'), site }) }),
  },
  fc.record({
    name: fc.constant('classifyIdea'),
    args: fc.record({ idea, pathway: fc.constantFrom('incubator', 'network-wide', 'single-site'), override: reason }),
  }),
  fc.record({
    name: fc.constant('moveIdea'),
    args: fc.record({
      idea,
      to: fc.constantFrom('idea', 'design', 'test', 'evaluate', 'spread', 'sustain'),
      reason,
      override: fc.constant(true),
    }),
  }),
  fc.record({
    name: fc.constant('endIdea'),
    args: fc.record({ idea, as: fc.constant('declined'), reason: fc.constant('already-done'), sentence: reason }),
  }),
  fc.record({ name: fc.constant('mergeIdeas'), args: fc.record({ idea, into: idea, reason: fc.constant('same-idea'), sentence: reason }) }),
  fc.record({ name: fc.constant('reopenIdea'), args: fc.record({ idea, reason }) }),
  fc.record({ name: fc.constant('returnToTriage'), args: fc.record({ idea, reason }) }),
  fc.record({ name: fc.constant('withdrawIdea'), args: fc.record({ idea }) }),
  fc.record({
    name: fc.constant('expressStance'),
    args: fc.record({
      idea,
      site,
      stance: fc.constantFrom('interested', 'testing', 'tested'),
      result: fc.constantFrom(null, 'improved'),
    }),
  }),
  fc.record({ name: fc.constant('editIdea'), args: fc.record({ idea, set: fc.record({ problem: fc.constantFrom('One', 'Two') }) }) }),
  fc.record({
    name: fc.constant('importIdea'),
    args: fc.record({
      idea,
      change: fc.constant('Weigh daily'),
      site,
      run: idea,
      file: fc.constant('List'),
      row: fc.constant(1),
      pathway: fc.constantFrom('incubator', undefined),
      day: fc.constantFrom(undefined, 19_990),
    }),
  }),
  fc.record({
    name: fc.constant('configureFramework'),
    args: fc.record({
      set: fc.oneof(
        fc.record({ decisionDays: fc.integer({ min: 1, max: 60 }) }),
        fc.constant({ sites: [{ key: 'site-1', label: 'One' }] }),
      ),
    }),
  }),
  fc.record({ name: fc.constant('takeBack'), args: fc.record({ back: fc.integer({ min: 1, max: 3 }) }) }),
)
/** Requests: who asks, how long after the one before, and what. Some hold several mutations, which happen in one moment. */
const requests = fc.array(
  fc.record({
    role: fc.constantFrom<Role>('coordinator', 'coordinator', 'coordinator', 'contributor', 'steering', 'admin'),
    later: fc.constantFrom(1, 1000, 60_000, day, 40 * day),
    mutations: fc.array(asked, { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 5, maxLength: 40 },
)

const mutationId = (number: number): string => `10000000-0000-4000-8000-${String(Math.max(0, number)).padStart(12, '0')}`
const sites = ['site-1', 'site-2'].map((key) => ({ key, label: key }))
/** A bank with its framework, and what is asked of it at a time, each in a request of its own; the ids are numbered. */
const bankOf = (storage: DurableObjectStorage) => {
  const store = new NetworkStore(storage)
  store.write([{ kind: 'framework', id: frameworkId, value: { ...defaultFramework, sites } }], 1)
  const start = { seq: 1, status: 'ok' as const, witness: 'w', replica: '', cseq: 0, name: 'start', args: null }
  store.append({ ...start, id: 'start', context: { person: '', role: 'admin', site: '', at: 0 } })
  store.flush()
  let number = 0
  return (role: Role, at: number, mutations: readonly { name: string; args: object }[]): void => {
    const context = { person: `p-${role}`, role, site: 'site-1', at }
    store.begin()
    storage.transactionSync(() => {
      const asked = mutations.map(({ name, args }) => {
        number += 1
        const given = 'back' in args ? { mutation: mutationId(number - Number(args.back)) } : args
        return { id: mutationId(number), cseq: 0, name, at: 0, args: given }
      })
      applyWithin(store, asked, context, () => 'w')
      store.flush()
    })
  }
}
/** Everything that is kept for reports over time. */
const kept = (sql: SqlStorage) => ({
  ideas: sql.exec('SELECT id, steps, decided_at, reached FROM idea_row ORDER BY id').toArray(),
  counts: sql.exec('SELECT * FROM day_count WHERE count <> 0 ORDER BY day, what').toArray(),
  sites: sql.exec('SELECT * FROM site_day ORDER BY day, site').toArray(),
  answers: sql.exec('SELECT * FROM answer_count WHERE count <> 0 ORDER BY what, day, at').toArray(),
})

/** What reports say of answers, counted from the ideas one by one. */
const countedOneByOne = (sql: SqlStorage, days: { from: number; to: number }, now: number) => {
  const came = sql
    .exec<{ arrivedAt: number; due: number; decidedAt: number | null }>(
      'SELECT proposed_at AS arrivedAt, due, decided_at AS decidedAt FROM idea_row WHERE proposed_at >= ? AND proposed_at < ?',
      days.from * day,
      (days.to + 1) * day,
    )
    .toArray()
  const few = (condition: string): number => Number(sql.exec(`SELECT count(*) AS count FROM idea_row WHERE ${condition}`).one()['count'])
  const endings = sql
    .exec("SELECT disposition, reason, count(*) AS count FROM idea_row WHERE reason <> '' GROUP BY 1, 2 ORDER BY count DESC, 1, 2")
    .toArray()
  return { answers: answeredOnTime(came, now), tested: few('tested > 0'), improved: few('improved > 0'), endings }
}

test(
  '[R21] what is kept for reports is what the log comes to, after any history, also where things were taken back, merged or withdrawn',
  { timeout: 300_000 },
  async () => {
    let [run, stepsSeen, takenBack, answered] = [0, 0, 0, 0]
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(requests, async (history) => {
        run += 1
        await runInDurableObject(env.NETWORKS.get(env.NETWORKS.idFromName(`history ${run}`)), (_, { storage }) => {
          const ask = bankOf(storage)
          let at = 20_000 * day
          for (const { role, later, mutations } of history) ask(role, (at += later), mutations)
          const before = kept(storage.sql)
          stepsSeen += before.counts.length
          for (const { what } of storage.sql.exec<{ what: string }>(
            'SELECT what FROM answer_count UNION SELECT name FROM log WHERE status = ?',
            'ok',
          ))
            seen.add(what)
          takenBack += storage.sql.exec('SELECT 1 FROM log WHERE taken_back IS NOT NULL').toArray().length
          storage.sql.exec('UPDATE idea_row SET steps = NULL, decided_at = NULL, reached = 0; DELETE FROM day_count; DELETE FROM site_day')
          fillHistory(storage.sql)
          recountAnswers(storage.sql)
          fillSiteDays(storage.sql)
          expect(kept(storage.sql)).toEqual(before)
          for (const [from, to, now] of [
            [0, at, at],
            [at - 90 * day, at, at],
            [at - 100 * day, at - 30 * day, at - 5 * day],
            [20_000 * day, 20_010 * day, at + 40 * day],
          ] as const) {
            const period = { from: Math.floor(from / day), to: Math.floor(to / day) }
            const counts = { answers: answers(storage.sql, period, now), ...triedBySites(storage.sql), endings: endings(storage.sql) }
            expect(counts).toEqual(countedOneByOne(storage.sql, period, now))
            answered += counts.answers.medianWait === null ? 0 : 1
          }
          const days = { from: 0, to: Math.floor(at / day) }
          const {
            series,
            funnel,
            sites: told,
          } = reports(storage.sql, { ...defaultFramework, sites }, days, at, { person: 'p', role: 'coordinator' })
          const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)
          // One source: each chart adds up to what the bank holds.
          expect(sum(series.flow.map(({ arrived }) => arrived))).toBe(funnel.arrived)
          expect(sum(series.cohorts.map(({ arrived }) => arrived))).toBe(funnel.arrived)
          expect(sum(series.standing.map(({ counts }) => counts.at(-1) ?? 0))).toBe(funnel.arrived)
          for (const { counts } of series.standing) expect(Math.min(0, ...counts)).toBe(0)
          expect(sum(series.activity.flatMap(({ counts }) => counts))).toBe(
            sum(told.flatMap(({ ideas: sent, clips, stances, results }) => [sent, clips, stances, results])),
          )
        })
      }),
      { numRuns: 40 },
    )
    expect([...seen]).toEqual(
      expect.arrayContaining([...answerStates, 'tested', 'improved', 'importIdea', 'configureFramework', 'mergeIdeas', 'withdrawIdea']),
    )
    expect([stepsSeen > 0, takenBack > 0, answered > 0]).toEqual([true, true, true])
  },
)

test('[U2] [B9] a move that was taken back leaves the trend of both phases as it was', async () => {
  await runInDurableObject(env.NETWORKS.get(env.NETWORKS.idFromName('trend')), (_, { storage }) => {
    const [ask, id, today] = [bankOf(storage), ideas[0], 20_100 * day]
    ask('contributor', today - 60 * day, [{ name: 'proposeIdea', args: { idea: id, change: 'Weigh at noon' } }])
    ask('coordinator', today - 50 * day, [{ name: 'classifyIdea', args: { idea: id, pathway: 'incubator', override: 'Agreed.' } }])
    const before = cellsOf(storage.sql, today)
    ask('coordinator', today, [{ name: 'moveIdea', args: { idea: id, to: 'design', override: true, reason: 'Agreed.' } }])
    expect(cellsOf(storage.sql, today)).not.toEqual(before)
    ask('coordinator', today + 1000, [{ name: 'takeBack', args: { back: 1 } }])
    const after = cellsOf(storage.sql, today).filter(({ count, trend }) => count > 0 || trend.some((one) => one !== 0))
    expect(after).toEqual(before)
  })
})
