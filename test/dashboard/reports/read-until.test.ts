import { expect, test } from 'vitest'
import { readUntil } from '../../../worker/dashboard/reports/use-idea-pages.ts'

const ids = Array.from({ length: 60 }, (_, at) => String(at))

test('[R23] pages are read in order until enough are wanted ones, and all of them where there are fewer', async () => {
  const asked: string[] = []
  const read = async (id: string): Promise<number> => {
    asked.push(id)
    return Number(id)
  }
  expect(await readUntil(ids, read, (page) => page % 2 === 1, 8)).toEqual([1, 3, 5, 7, 9, 11, 13, 15])
  expect(asked).toEqual(ids.slice(0, 16))
  expect(await readUntil(ids, read, (page) => page === 59, 8)).toEqual([59])
  expect(asked).toHaveLength(16 + 60)
})
