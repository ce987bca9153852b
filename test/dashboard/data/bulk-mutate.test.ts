import { expect, test } from 'vitest'
import { createMutateMany, type BulkMutation } from '../../../worker/dashboard/data/bulk-mutate.ts'
import { unanswered, undoBulk } from '../../../worker/dashboard/ideas/bulk-actions.ts'

const wishes = (count: number): BulkMutation[] =>
  Array.from({ length: count }, (_, at) => ({
    idea: `idea-${at}`,
    change: `Change ${at}`,
    name: 'classifyIdea',
    args: { idea: `idea-${at}`, pathway: 'test' },
  }))
const ok = { status: 'ok' } as const

test('[R8] a bulk action asks fifty at once, for each idea under an id of its own, and tells how far it is', async () => {
  const asked: { id: string; args: object }[][] = []
  const told: number[] = []
  const mutateMany = createMutateMany((mutations) => {
    asked.push(mutations)
    return Promise.resolve({ results: mutations.map(({ id }) => ({ id, ...ok, seq: 1 })) })
  })
  const results = await mutateMany(wishes(120), (done) => told.push(done))
  expect(asked.map(({ length }) => length)).toEqual([50, 50, 20])
  expect(new Set(asked.flat().map(({ id }) => id)).size).toBe(120)
  expect(asked.flat().map(({ args }) => args)).toEqual(wishes(120).map(({ args }) => args))
  expect(told).toEqual([50, 100, 120])
  expect(results.every(({ problem }) => problem === '')).toBe(true)
})

test('[R8] a line that breaks, a refusal and a missing answer are the problem of those ideas alone; only what was done is undone', async () => {
  let request = 0
  const mutateMany = createMutateMany((mutations) => {
    request += 1
    if (request === 2) return Promise.reject(new TypeError('Failed to fetch'))
    const results = mutations.map(({ id }) => ({ id, ...ok, seq: 1 }))
    return Promise.resolve({ results: request === 3 ? results.slice(0, -1) : results })
  })
  const results = await mutateMany(wishes(104), () => undefined)
  const failed = results.flatMap(({ problem }, at) => (problem ? [at] : []))
  expect(failed).toEqual([...Array.from({ length: 50 }, (_, at) => 50 + at), 103])
  const done = results.filter((_, at) => !failed.includes(at))
  expect(undoBulk(results).map(({ idea, name, args }) => [idea, name, args])).toEqual(
    done.map(({ idea, mutation }) => [idea, 'takeBack', { mutation }]).toReversed(),
  )
  // Taking back what had no answer is asked for again; what was refused is not.
  expect(unanswered(wishes(104), results)).toEqual(wishes(104).slice(50, 100))
  expect(unanswered(wishes(2), [{ ...(wishes(1)[0] as BulkMutation), problem: 'Too late.', mutation: 'm' }])).toEqual(wishes(2).slice(1))
})
