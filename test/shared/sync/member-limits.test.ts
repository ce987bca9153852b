import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bucketsOf, type Costs, costsOf, type Levels, spend, usedShare, weightOf } from '../../../shared/sync/member-limits.ts'
import type { Role } from '../../../shared/domain/entities.ts'

const hour = 60 * 60 * 1000
const now = Date.UTC(2026, 10, 30)
const megabyte = 1024 * 1024

/** How many of these go at once before one is put off, at most `most`. */
const atOnce = (role: Role, asked: { name: string; args: unknown }, most: number, from: Levels = {}): number => {
  let levels = from
  for (let count = 0; count < most; count += 1) {
    const spent = spend(levels, role, costsOf(asked), now)
    if (!('levels' in spent)) return count
    levels = spent.levels
  }
  return most
}

const clip = { name: 'clipEvidence', args: { quote: 'q'.repeat(600), around: 'c'.repeat(400), citation: 'x'.repeat(1500) } }
const proposal = { name: 'proposeIdea', args: { change: 'c'.repeat(200), details: 'd'.repeat(800) } }
const tag = { name: 'editIdea', args: { idea: 'i'.repeat(36), set: { tags: ['one', 'two'] }, base: { tags: ['one'] } } }

describe('[Q1] the rate limit stops no ordinary work', () => {
  test('a week offline of 300 clips with their ideas, and a file of 1,000 unsent clips, go at once', () => {
    expect(atOnce('contributor', clip, 300)).toBe(300)
    expect(atOnce('contributor', clip, 1000)).toBe(1000)
    expect(atOnce('site-lead', proposal, 3000)).toBe(3000)
  })

  test('a coordinator’s bulk action over 500 ideas goes twelve times in a row', () => {
    expect(atOnce('coordinator', tag, 6000)).toBe(6000)
  })

  test('ten clips with their ideas every day for five years never fill a share', () => {
    let levels: Levels = {}
    for (let day = 0; day < 5 * 365; day += 1)
      for (let count = 0; count < 10; count += 1)
        for (const asked of [clip, proposal, tag]) {
          const spent = spend(levels, 'contributor', costsOf(asked), now + day * 24 * hour)
          if (!('levels' in spent)) throw new Error(`Put off on day ${day}`)
          levels = spent.levels
        }
    expect(usedShare(levels, 'contributor', now + 5 * 365 * 24 * hour)).toBeLessThan(0.1)
  })
})

describe('[Q1] mutations beyond the rate limit are deferred', () => {
  test('10,000 mutations at once: 3,000 of a member, 6,000 of staff', () => {
    const small = { name: 'watchIdea', args: { idea: 'x', watch: true } }
    expect(atOnce('contributor', small, 10_000)).toBe(3000)
    expect(atOnce('coordinator', small, 10_000)).toBe(6000)
  })

  test('holds and mentions have tighter buckets of their own', () => {
    expect(atOnce('contributor', { name: 'holdIdea', args: { idea: 'x', why: 'y' } }, 300)).toBe(20)
    const speaking = { name: 'commentIdea', args: { text: 'Look', mentions: Array.from({ length: 20 }, (_, index) => `p${index}`) } }
    expect(atOnce('contributor', speaking, 1000)).toBe(10)
  })

  test('a bucket refills, Retry-After is at least a minute, and a clock set back refills nothing', () => {
    const hold: Costs = { holds: 20 }
    const spent = spend({}, 'contributor', hold, now)
    if (!('levels' in spent)) throw new Error('Put off')
    expect(spend(spent.levels, 'contributor', { holds: 1 }, now)).toEqual({ later: hour, short: 'holds' })
    expect(spend(spent.levels, 'contributor', { holds: 1 }, now - 10 * hour)).toMatchObject({ short: 'holds' })
    expect(spend(spent.levels, 'contributor', { holds: 1 }, now + hour)).toHaveProperty('levels')
    const used = spend({}, 'contributor', { mutations: 3000 }, now)
    expect('levels' in used && spend(used.levels, 'contributor', { mutations: 1 }, now)).toEqual({ later: 60_000, short: 'mutations' })
  })
})

test('[Q4] storage counts as what the bank keeps: uncompressed, in bytes', () => {
  expect(weightOf({ text: '紙'.repeat(1000) })).toBeGreaterThan(3 * 3000)
  const folded = { name: 'commentIdea', args: { text: 'a'.repeat(30_000) } }
  expect(atOnce('contributor', folded, 10_000) * 30_000).toBeLessThan(24 * megabyte)
  // What is too large is refused, and its words are kept nowhere.
  expect(weightOf({ text: 'a'.repeat(60_000) })).toBe(weightOf(null) - 3 * 4)
})

test('[Q1] property: nobody ever spends more than a full bucket and its refill', () => {
  const asked = fc.record({ wait: fc.nat(3 * hour), mutations: fc.integer({ min: 0, max: 4000 }), holds: fc.integer({ min: 0, max: 30 }) })
  fc.assert(
    fc.property(fc.constantFrom<Role[]>('contributor', 'coordinator'), fc.array(asked, { maxLength: 40 }), (role, all) => {
      let [levels, at]: [Levels, number] = [{}, now]
      const sums = { mutations: 0, holds: 0 }
      for (const { wait, ...costs } of all) {
        at += wait
        const spent = spend(levels, role, costs, at)
        if (!('levels' in spent)) continue
        levels = spent.levels
        for (const name of ['mutations', 'holds'] as const) {
          sums[name] += Math.min(costs[name], bucketsOf(role)[name].most)
          const { most, perHour } = bucketsOf(role)[name]
          expect(sums[name]).toBeLessThanOrEqual(most + (perHour * (at - now)) / hour + 1e-6)
        }
      }
    }),
  )
})
