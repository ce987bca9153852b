import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { GleanerDatabase } from '../../../extension/store/db.ts'
import { markSeen, myNotifications, readNotificationSource } from '../../../extension/bank/my-notifications.ts'
import { putRows } from '../../../extension/store/rows.ts'
import type { Change, Entities, Kind } from '../../../shared/domain/entities.ts'
import { comment, day, ended, evidence, idea, merged, now, stance, uuid } from '../../sample-network.ts'

let made = 0
/** Ann's database with these rows. */
const withRows = async (...rows: [Kind, Entities[Kind] & { id: string }][]): Promise<GleanerDatabase> => {
  const database = new GleanerDatabase(`gleaner:news-${(made += 1)}:ann`)
  await putRows(
    database,
    rows.map(([kind, value]) => ({ kind, id: value.id, value }) as Change),
    0,
  )
  return database
}
const step = { did: 'moved', by: 'coco', why: '' } as const
const told = async (database: GleanerDatabase) => myNotifications(await readNotificationSource(database), 'ann')

test('[N1] notifications on one’s ideas count until they were seen; an arrival is not counted', async () => {
  const database = await withRows(
    ['idea', idea({ id: uuid(1), proposedBy: 'ann', movedAt: now, pathway: 'incubator', step })],
    ['idea', idea({ id: uuid(2), proposedBy: 'ann', ...ended('declined') })],
    ['idea', idea({ id: uuid(3), proposedBy: 'ann', movedAt: now - day })],
    ['stance', stance('elm', { id: `${uuid(3)}/elm`, idea: uuid(3) })],
    ['idea', idea({ id: uuid(4), movedAt: now, step })],
  )
  const news = await told(database)
  expect([news.moved, news.others]).toEqual([2, 1])
  expect(news.items.some(({ idea: id }) => id === uuid(4))).toBe(false)
  await markSeen(database, news.items, 0)
  const later = await told(database)
  expect([later.moved, later.others, later.ideas.length]).toEqual([0, 0, news.ideas.length])
})

test('[N5] notifications follow merges, one’s clips and mentions, without reading the whole bank', async () => {
  const database = await withRows(
    ['idea', idea({ id: uuid(1), proposedBy: 'ann', ...merged(uuid(2)) })],
    ['idea', idea({ id: uuid(2), joined: [uuid(1)], movedAt: now, pathway: 'incubator', step })],
    ['idea', idea({ id: uuid(3), movedAt: now, pathway: 'incubator', step })],
    ['evidence', evidence({ id: uuid(11), clippedBy: 'ann', ideas: [uuid(3)] })],
    ['idea', idea({ id: uuid(4) })],
    ['comment', comment({ id: uuid(21), idea: uuid(4), by: 'coco', mentions: ['ann'], text: 'Ann knows.' })],
    ['person', { id: 'coco', name: 'Coco', role: 'coordinator', site: '' }],
  )
  const news = await told(database)
  expect(new Map(news.items.map(({ idea: id, tie }) => [id, tie]))).toEqual(
    new Map([
      [uuid(1), 'sender'],
      [uuid(2), 'joined'],
      [uuid(3), 'evidence'],
      [uuid(4), 'mentioned'],
    ]),
  )
  expect([news.moved, news.nameOf('coco')]).toEqual([2, 'Coco'])
})

test('[I4] another person’s database shows none of these', async () => {
  await withRows(['idea', idea({ id: uuid(1), proposedBy: 'ann', movedAt: now, step })])
  expect((await told(new GleanerDatabase('gleaner:news:ben'))).items).toEqual([])
})

test('[N1] what happened to one idea is one line, told by the latest, and counts once', async () => {
  const database = await withRows(
    ['idea', idea({ id: uuid(1), proposedBy: 'ann', movedAt: now, pathway: 'incubator', step })],
    ['stance', stance('elm', { id: `${uuid(1)}/elm`, idea: uuid(1), at: now - day })],
    ['comment', comment({ id: uuid(21), idea: uuid(1), by: 'coco', at: now - 2 * day })],
    ['stance', stance('elm', { id: `${uuid(2)}/elm`, idea: uuid(2), at: now - 3 * day })],
    ['idea', idea({ id: uuid(2), proposedBy: 'ann', movedAt: now - 20 * day, proposedAt: now - 20 * day })],
  )
  const { ideas, moved, others } = await told(database)
  expect(ideas.map(({ latest, earlier }) => [latest.idea, latest.kind, earlier])).toEqual([
    [uuid(1), 'moved', 3],
    [uuid(2), 'interested', 1],
  ])
  expect([moved, others]).toEqual([1, 1])
})
