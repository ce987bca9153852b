import 'fake-indexeddb/auto'
import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { type OpenQuestion, readOpenQuestions } from '../../../extension/bank/open-questions.ts'
import { GleanerDatabase } from '../../../extension/store/db.ts'
import { followQuery } from '../../../extension/store/live-query.ts'
import { putRows } from '../../../extension/store/rows.ts'
import type { Change, Comment, Idea } from '../../../shared/domain/entities.ts'
import { comment, idea, uuid } from '../../sample-network.ts'

let made = 0
const annWith = async (ideas: readonly Partial<Idea>[], comments: readonly Partial<Comment>[]): Promise<GleanerDatabase> => {
  const database = new GleanerDatabase(`gleaner:questions-${(made += 1)}:ann`)
  const changes = [
    ...ideas.map((value) => ({ kind: 'idea', id: value.id, value: idea({ proposedBy: 'ann', ...value }) })),
    ...comments.map((value) => ({ kind: 'comment', id: value.id, value: comment(value) })),
  ]
  await putRows(database, changes as Change[], 0)
  return database
}
const waits = (database: GleanerDatabase, name: string, args: object) =>
  database.outbox.put({ cseq: 1, id: uuid(99), name, args, at: 5, deps: [] } as never)

const asked = { id: uuid(21), idea: uuid(1), by: 'coco', question: true, text: 'Which ward?', at: 10 } as const

test('a question about one’s own idea is open until one answers it, the oldest first', async () => {
  const database = await annWith(
    [{ id: uuid(1), change: 'Weigh daily' }, { id: uuid(2) }, { id: uuid(3) }, { id: uuid(4), proposedBy: 'ben' }],
    [
      asked,
      { id: uuid(22), idea: uuid(2), by: 'coco', question: true, at: 5, text: 'Since when?', readAt: 7 },
      { id: uuid(23), idea: uuid(3), by: 'coco', question: true, at: 5 },
      { id: uuid(24), idea: uuid(3), by: 'ann', question: false, at: 6 },
      { id: uuid(25), idea: uuid(4), by: 'coco', question: true, at: 5 },
    ],
  )
  expect((await readOpenQuestions(database)).map(({ text, isRead }) => [text, isRead])).toEqual([
    ['Since when?', true],
    ['Which ward?', false],
  ])
})

test('an answer that waits to be sent is an answer, and a mark of reading that waits is one', async () => {
  const answered = await annWith([{ id: uuid(1) }], [asked])
  await waits(answered, 'commentIdea', { comment: uuid(31), idea: uuid(1), text: 'Ward 3', question: false })
  expect(await readOpenQuestions(answered)).toEqual([])
  const read = await annWith([{ id: uuid(1) }], [asked])
  await waits(read, 'markQuestionRead', { comment: uuid(21), idea: uuid(1) })
  expect((await readOpenQuestions(read)).map(({ isRead }) => isRead)).toEqual([true])
})

test('of two questions about one idea the later one is shown', async () => {
  const database = await annWith([{ id: uuid(1) }], [asked, { ...asked, id: uuid(22), at: 20, text: 'And which shift?' }])
  expect((await readOpenQuestions(database)).map(({ text }) => text)).toEqual(['And which shift?'])
})

test('a question that comes while it is followed shows, the first of a new idea too', async () => {
  const database = await annWith([], [])
  const [shown, failures] = [signal<OpenQuestion[]>([]), [] as unknown[]]
  const stop = followQuery(signal(database), readOpenQuestions, shown, (error) => failures.push(error))
  const comes = (change: object) => database.transaction('rw', [database.blocks], () => putRows(database, [change as Change], 0))
  await expect.poll(async () => (await database.blocks.toArray()).length).toBe(0)
  await comes({ kind: 'idea', id: uuid(1), value: idea({ id: uuid(1), proposedBy: 'ann' }) })
  await expect.poll(async () => (await readOpenQuestions(database)).length).toBe(0)
  await comes({ kind: 'comment', id: uuid(21), value: comment(asked) })
  await expect.poll(() => shown.value.map(({ text }) => text)).toEqual(['Which ward?'])
  expect(failures).toEqual([])
  stop()
})
