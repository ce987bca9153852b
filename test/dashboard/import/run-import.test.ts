import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Ack } from '../../../shared/sync/protocol.ts'
import { ApiProblem } from '../../../worker/dashboard/data/api-problem.ts'
import { createImportRun, portionsOf, type Wanted } from '../../../worker/dashboard/import/run-import.ts'

const wanted = (count: number, length = 10): Wanted[] =>
  Array.from({ length: count }, (_, at) => ({ id: `id-${at}`, name: 'importIdea', args: { change: `${at} ${'x'.repeat(length)}` } }))

/** A bank that runs each mutation once, on a line that fails as it is told: before the request arrives, or before its answer does. */
const bankOn = (line: readonly ('there' | 'lost' | 'unanswered' | 'later')[]) => {
  const ran = new Map<string, number>()
  let at = 0
  const send = async (mutations: readonly Wanted[]): Promise<{ results: Ack[] }> => {
    await Promise.resolve()
    const weather = line[at] ?? 'there'
    at += 1
    if (weather === 'lost') throw new ApiProblem(0, 'offline', 'offline')
    const results = mutations.map(({ id }, index): Ack => {
      if (weather === 'later' && index >= mutations.length / 2) return { id, seq: 0, status: 'refused', code: 'later' }
      ran.set(id, ran.get(id) ?? ran.size + 1)
      return { id, seq: ran.get(id) ?? 0, status: 'ok' }
    })
    if (weather === 'unanswered') throw new ApiProblem(503, 'busy', 'busy')
    return { results }
  }
  return { ran, send }
}
const wait = (): Promise<void> => Promise.resolve()
const weather = fc.array(fc.constantFrom('there', 'lost', 'unanswered', 'later'), { maxLength: 30 })

test('[O45] whatever the line does, and wherever it is stopped and begun again, every row runs once and is answered', async () => {
  await fc.assert(
    fc.asyncProperty(weather, fc.integer({ min: 1, max: 350 }), fc.nat(8), async (line, count, stopAfter) => {
      const { ran, send } = bankOn(line)
      const [all, stop] = [wanted(count), new AbortController()]
      let told = 0
      const run = createImportRun({ send, wait })
      const first = await run(all, stop.signal, () => {
        told += 1
        if (told > stopAfter) stop.abort()
      })
      expect(first.length).toBeLessThanOrEqual(count)
      const second = await run(all, new AbortController().signal, () => undefined)
      expect(new Map(second.map(({ id, came }) => [id, came]))).toEqual(new Map(all.map(({ id }) => [id, 'done'])))
      expect(second).toHaveLength(count)
      expect(ran.size).toBe(count)
    }),
    { numRuns: 60 },
  )
})

test('[O44] portions hold 100 rows at most and are never too large for a request', () => {
  expect(portionsOf(wanted(250)).map(({ length }) => length)).toEqual([100, 100, 50])
  for (const portion of portionsOf(wanted(60, 9000))) expect(JSON.stringify(portion).length).toBeLessThan(300 * 1024)
})

test('[O45] what waiting does not mend ends it in words', async () => {
  const send = (): Promise<never> => Promise.reject(new ApiProblem(403, 'forbidden', 'no'))
  await expect(createImportRun({ send, wait })(wanted(3), new AbortController().signal, () => undefined)).rejects.toThrow('no')
})
