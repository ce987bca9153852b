import { expect, test } from 'vitest'
import { CommitGroup } from '../../../worker/bank/commit-group.ts'

/** A group whose goes begin when the test says so. */
const held = () => {
  const goes: (() => void)[] = []
  return { group: new CommitGroup((run) => goes.push(run)), goes }
}

test('[S35] what is asked for at the same time is done in one go, in its order, and each gets its own answer', async () => {
  const { group, goes } = held()
  const done: string[] = []
  const asked = ['first', 'second', 'third'].map((name) =>
    group.run(1, () => {
      if (name === 'second') throw new Error('This one fails')
      done.push(name)
      return name
    }),
  )
  expect([goes.length, done]).toEqual([1, []])
  goes[0]?.()
  expect([goes.length, done]).toEqual([1, ['first', 'third']])
  expect(await Promise.allSettled(asked)).toMatchObject([{ value: 'first' }, { reason: { message: 'This one fails' } }, { value: 'third' }])
})

test('[S35] much work is done in several goes, so that nobody who was early waits for all of it', async () => {
  const { group, goes } = held()
  const done: number[] = []
  const asked = [60, 60, 500, 1].map((weight, index) => group.run(weight, () => done.push(index)))
  const seen: number[][] = []
  for (let go = goes.shift(); go; go = goes.shift()) {
    go()
    seen.push([...done])
  }
  expect(seen).toEqual([
    [0, 1],
    [0, 1, 2],
    [0, 1, 2, 3],
  ])
  await Promise.all(asked)
})

test('[S35] work that is asked for while a go runs waits for the next one', async () => {
  const { group, goes } = held()
  const done: string[] = []
  const first = group.run(1, () => {
    done.push('first')
    return group.run(1, () => done.push('asked for by it'))
  })
  goes.shift()?.()
  expect(done).toEqual(['first', 'asked for by it'])
  await first
  const later = group.run(1, () => done.push('later'))
  expect([goes.length, done.length]).toEqual([1, 2])
  goes.shift()?.()
  await later
})
