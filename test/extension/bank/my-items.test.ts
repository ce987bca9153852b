import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { ideaDetail, readIdea } from '../../../extension/bank/idea-detail.ts'
import { filterMine, type MyItem, myItems, readMine } from '../../../extension/bank/my-items.ts'
import { putRows } from '../../../extension/store/rows.ts'
import { sync } from '../../../extension/sync/sync.ts'
import { matcherOf } from '../../../extension/bank/word-search.ts'
import { type Change, type Entities, frameworkId, type Kind } from '../../../shared/domain/entities.ts'
import { comment, evidence, idea, sampleFramework, stance, uuid } from '../../sample-network.ts'
import { addMutations, newDatabase, partsFor, proposal, Server } from '../network-under-test.ts'
import { GleanerDatabase } from '../../../extension/store/db.ts'
import { newId } from '../../../shared/web/new-id.ts'

const me = { person: 'ann', role: 'contributor', site: 'site-01' } as const
let made = 0
const annsDatabase = (): GleanerDatabase => new GleanerDatabase(`gleaner:mine-${(made += 1)}:ann`)
const lines = (items: readonly MyItem[]): string[][] => items.map(({ title, state }) => [title, state])
const inOrder = (items: readonly MyItem[]): string[][] => lines(items.toSorted((one, other) => (one.title < other.title ? -1 : 1)))
const everything = (): boolean => true
const put = (database: GleanerDatabase, rows: [Kind, string, Entities[Kind]][]): Promise<void> =>
  putRows(
    database,
    rows.map(([kind, id, value]) => ({ kind, id, value }) as Change),
    0,
  )

const clip = (evidence: string, title: string, ideas: string[] = []) =>
  ({
    name: 'clipEvidence',
    args: { evidence, citation: { type: 'webpage', title }, quote: null, link: '', kind: 'opinion', note: '', site: '', ideas },
  }) as const

test('one list has what waits, what the bank has and clips without an idea; a clip of one’s own idea is part of its line', async () => {
  const [database, server] = [annsDatabase(), new Server()]
  const sent = proposal('Feed early')
  await addMutations(database, [sent, clip(newId(), 'Supports it', [(sent.args as { idea: string }).idea]), clip(newId(), 'Loose')])
  await sync(partsFor(database, server.post), true)
  await addMutations(database, [proposal('Weigh daily')])
  const items = myItems(await readMine(database), me)
  expect(inOrder(items)).toEqual([
    ['Feed early', 'in-bank'],
    ['Loose', 'in-bank'],
    ['Weigh daily', 'kept'],
  ])
  expect(lines(filterMine(items, 'unanswered', everything))).toHaveLength(2)
  expect(lines(filterMine(items, 'unsent', everything))).toEqual([['Weigh daily', 'kept']])
  expect(lines(filterMine(items, 'evidence', matcherOf('loo')))).toEqual([['Loose', 'in-bank']])
  expect(lines(filterMine(items, 'all', matcherOf('eárly FEED')))).toEqual([['Feed early', 'in-bank']])
})

test('a pending change shows at once (optimistic update) and says so; a withdrawn idea disappears, its clip stays', async () => {
  const [database, server] = [annsDatabase(), new Server()]
  const [first, second, loose] = [newId(), newId(), newId()]
  const propose = (id: string, change: string) => ({ ...proposal(change), args: { ...proposal(change).args, idea: id } }) as never
  await addMutations(database, [propose(first, 'Feed early'), propose(second, 'Weigh daily'), clip(loose, 'Its clip', [second])])
  await sync(partsFor(database, server.post), true)
  await addMutations(database, [
    { name: 'editIdea', args: { idea: first, set: { change: 'Feed on the first day' } } },
    { name: 'withdrawIdea', args: { idea: second } },
  ])
  const expectNow = async (changed: boolean): Promise<void> => {
    const items = myItems(await readMine(database), me)
    expect(inOrder(items)).toEqual([
      ['Feed on the first day', 'in-bank'],
      ['Its clip', 'in-bank'],
    ])
    expect(items.find(({ id }) => id === first)?.changed).toBe(changed)
  }
  await expectNow(true)
  await sync(partsFor(database, server.post), true)
  await expectNow(false)
})

test('a refused change has a line of its own, with the idea that it was about and why', async () => {
  const [database, server] = [annsDatabase(), new Server()]
  const sent = proposal('Feed early')
  const { idea: id } = sent.args as { idea: string }
  await addMutations(database, [sent])
  await sync(partsFor(database, server.post), true)
  await addMutations(database, [
    {
      name: 'expressStance',
      args: { idea: id, site: 'nowhere', stance: 'interested', result: null, measure: '', expectedEnd: null, note: 'They asked for it' },
    },
  ])
  await sync(partsFor(database, server.post), true)
  const items = myItems(await readMine(database), me)
  expect(lines(items)).toEqual([
    ['Feed early', 'attention'],
    ['Feed early', 'in-bank'],
  ])
  expect(items[0]?.trouble).toMatchObject({
    kind: 'change',
    said: 'They asked for it',
    code: 'invalid',
    reason: { code: 'site-unknown' },
  })
})

test('ideas that a person only leads or watches, and other people’s clips, are not listed', async () => {
  const database = annsDatabase()
  await put(database, [
    ['idea', uuid(1), idea({ id: uuid(1), leads: ['ann'] })],
    ['idea', uuid(2), idea({ id: uuid(2), change: 'Mine', proposedBy: 'ann' })],
    ['evidence', uuid(11), evidence({ id: uuid(11) })],
  ])
  expect(lines(myItems(await readMine(database), me))).toEqual([['Mine', 'in-bank']])
})

test('an idea is read with its parts and pending changes, without reading the whole bank', async () => {
  const database = annsDatabase()
  const here = uuid(1)
  await put(database, [
    ['idea', here, idea({ id: here, proposedBy: 'ann' })],
    ['evidence', uuid(11), evidence({ id: uuid(11), ideas: [here] })],
    ['evidence', uuid(12), evidence({ id: uuid(12), ideas: [uuid(2)] })],
    ['stance', `${here}/ash`, stance('ash', { idea: here })],
    ['stance', `${uuid(2)}/ash`, stance('ash', { idea: uuid(2) })],
    ['comment', uuid(21), comment({ id: uuid(21), idea: here, by: 'coco', question: true })],
    ['person', 'coco', { id: 'coco', name: 'Coco', role: 'coordinator', site: '' }],
  ])
  const open = ideaDetail(await readIdea(database, here), me)
  expect(open).toMatchObject({ evidence: [{ id: uuid(11) }], stances: [{ site: 'ash' }], comments: [{ id: uuid(21) }] })
  expect([open?.asked, open?.nameOf('coco'), open?.nameOf('nobody')]).toEqual([open?.comments[0]?.at, 'Coco', ''])
  await addMutations(database, [
    { name: 'attachEvidence', args: { evidence: uuid(12), idea: here } },
    { name: 'commentIdea', args: { comment: newId(), idea: here, text: 'Every morning.', question: false } },
  ])
  const later = ideaDetail(await readIdea(database, here), me)
  expect([later?.evidence.length, later?.comments.at(-1)?.text, later?.asked]).toEqual([2, 'Every morning.', null])
})

test('[V6] the panel asks the mutations what to offer: withdrawing until a site tests, pending changes included', async () => {
  const database = annsDatabase()
  const here = uuid(1)
  const lead = { person: 'ann', role: 'site-lead', site: 'ash' } as const
  const offered = async (): Promise<(string | undefined)[]> => {
    const detail = ideaDetail(await readIdea(database, here), lead)
    return [
      detail?.objectionTo('withdrawIdea', { idea: here })?.reason.code,
      detail?.objectionTo('editIdea', { idea: here })?.refused,
      detail?.objectionTo('expressStance', { idea: here, site: 'ash', stance: 'tested' })?.refused,
      detail?.objectionTo('expressStance', { idea: here, site: 'birch', stance: 'tested' })?.refused,
    ]
  }
  await put(database, [
    ['framework', frameworkId, sampleFramework],
    ['idea', here, idea({ id: here, proposedBy: 'ann' })],
  ])
  const testing = { idea: here, site: 'ash', stance: 'testing', result: null, measure: 'Grams', expectedEnd: null, note: '' } as const
  expect(await offered()).toEqual([undefined, undefined, undefined, 'forbidden'])
  await addMutations(database, [{ name: 'expressStance', args: testing }])
  expect(await offered()).toEqual(['withdraw-tested', undefined, undefined, 'forbidden'])
})

test('nothing of another person’s database shows', async () => {
  const [one, other] = [annsDatabase(), newDatabase()]
  await addMutations(one, [proposal('Only here')])
  expect(myItems(await readMine(other), me)).toEqual([])
})
