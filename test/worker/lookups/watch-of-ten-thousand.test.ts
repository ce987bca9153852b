import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import type { AskedService } from '../../../shared/lookups/assertion.ts'
import { lookUpSome } from '../../../worker/bank/lookups/look-up-some.ts'
import { placeIn } from '../../../worker/lookups/lookup-gate.ts'
import { serviceRules } from '../../../worker/lookups/services.ts'
import { makeNetwork } from '../network.ts'
import { inBank } from './looking-up.ts'

const papers = 10_000
const [second, hour] = [1000, 60 * 60 * 1000]
const day = 24 * hour
const services = ['crossref', 'europepmc', 'pubmed'] as const

const fill = (sql: SqlStorage): void => {
  for (let number = 1; number <= papers; number += 1) {
    sql.exec("INSERT INTO entity (kind, id, seq, body) VALUES ('evidence', ?, ?, '{}')", `c${number}`, number)
    sql.exec(
      "INSERT INTO clip_row (number, id, item, at, kind, level, state) VALUES (?, ?, ?, 0, '', 0, 'loose')",
      number,
      `c${number}`,
      number,
    )
    sql.exec('INSERT INTO clip_key (key, number) VALUES (?, ?)', `doi:10.5555/plain.watch.${number}`, number)
  }
}

/** Requests of one service: when, and about how many. */
type Asked = Record<(typeof services)[number], number[]>
const none = (): Asked => ({ crossref: [], europepmc: [], pubmed: [] })

/** As many as there are in the fullest second. */
const fullest = (times: readonly number[]): number =>
  times.reduce((most, from, index) => {
    let count = 0
    while ((times[index + count] ?? Infinity) < from + second) count += 1
    return Math.max(most, count)
  }, 0)

test('[K6] a watch over ten thousand papers keeps every limit, killed three times it asks nothing twice and misses nothing', async () => {
  const { admin } = await makeNetwork('watch-many')
  await inBank(admin.slug, async (sql) => {
    fill(sql)
    const start = Date.UTC(2026, 10, 30)
    let clock = start
    let asked = none()
    const free: Partial<Record<AskedService, number>> = {}
    let [requests, records, kills] = [0, 0, 0]
    /** Cut off in the middle: before a request, or while an answer is recorded. All that is left is what the object has stored. */
    const killedAt = new Set([137, 500, 901])
    const kill = (): void => {
      kills += 1
      killedAt.delete(requests)
      throw new Error('killed')
    }
    const part = (): Promise<number | undefined> =>
      lookUpSome({
        sql,
        asking: { contact: 'operator@hospital.example', instead: env.LOOKUP_ADDRESS },
        services,
        reserve: (service) => {
          requests += 1
          if (killedAt.has(requests) && requests !== 500) kill()
          const place = placeIn(service, false, free[service] ?? 0, clock)
          if (!place) return Promise.resolve(null)
          free[service] = place.free
          // Waiting is time that goes by.
          clock += place.wait
          asked[service as (typeof services)[number]].push(clock)
          return Promise.resolve(0)
        },
        record: () => {
          records += 1
          if (requests >= 500 && killedAt.has(500)) {
            killedAt.delete(500)
            kill()
          }
        },
        now: () => clock,
      })
    const until = async (end: number): Promise<void> => {
      while (clock < end) {
        const next = await part().catch(() => clock)
        if (next === undefined) break
        clock = Math.max(next, clock + 500)
      }
    }
    const answered = (since: number): number =>
      Number(
        sql
          .exec(
            `SELECT count(*) AS n FROM lookup_item WHERE ${services.map((one) => `json_extract(answers, '$.${one}.at') >= ?`).join(' AND ')}`,
            ...services.map(() => since),
          )
          .one()['n'],
      )
    await until(start + 6 * day)
    expect(kills).toBe(3)
    expect(answered(start)).toBe(papers)
    expect(records).toBeGreaterThanOrEqual(papers)
    const first = asked
    // As few requests as there are lists, so nothing was asked twice.
    expect(first.crossref).toHaveLength(papers / 40)
    expect(first.europepmc).toHaveLength(papers / 20)
    expect(first.pubmed).toHaveLength(papers / 40)
    const took = Math.max(...Object.values(first).flat()) - start

    asked = none()
    clock = start + 6 * day
    await until(start + 13 * day)
    expect(answered(start + 6 * day)).toBe(papers)
    for (const service of services) {
      const { perSecond, perDay } = serviceRules[service]
      for (const times of [first[service], asked[service]]) {
        expect(fullest(times), service).toBeLessThanOrEqual(perSecond)
        for (let from = start; from < start + 14 * day; from += day)
          expect(times.filter((at) => at >= from && at < from + day).length, service).toBeLessThanOrEqual(perDay)
      }
    }
    // As docs/living-evidence.md says.
    for (const [service, most] of [
      ['crossref', 270],
      ['europepmc', 530],
      ['pubmed', 270],
    ] as const)
      expect(asked[service].length, service).toBeLessThanOrEqual(most)
    expect(took).toBeLessThan(5 * 60 * second)
  })
}, 300_000)
