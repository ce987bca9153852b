import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { newId } from '../../../shared/web/new-id.ts'
import { readRecent, recentItems } from '../../../extension/bank/recent.ts'
import { sync } from '../../../extension/sync/sync.ts'
import { addMutations, newDatabase, partsFor, proposal, Server } from '../network-under-test.ts'

const me = { person: 'ann', role: 'contributor', site: 'site-01' } as const

test('an idea shows as saved here, then as in the bank with its state', async () => {
  const [database, server] = [newDatabase(), new Server()]
  await addMutations(database, [proposal('Feed early')])
  expect(recentItems(await readRecent(database), me)).toMatchObject([
    { title: 'Feed early', state: 'kept', idea: { phase: 'idea', proposedBy: 'ann' } },
  ])
  await sync(partsFor(database, server.post), true)
  expect(recentItems(await readRecent(database), me)).toMatchObject([
    { title: 'Feed early', state: 'in-bank', idea: { pathway: null, site: 'site-01' } },
  ])
})

test('what needs attention comes first, with the reason', async () => {
  const [database, server] = [newDatabase(), new Server()]
  const twice = proposal('Twice')
  await addMutations(database, [twice, twice, proposal('Newest')])
  await sync(partsFor(database, server.post), true)
  const items = recentItems(await readRecent(database), me)
  expect(items.map(({ title, state }) => [title, state])).toEqual([
    ['Twice', 'attention'],
    ['Newest', 'in-bank'],
    ['Twice', 'in-bank'],
  ])
  expect(items[0]).toMatchObject({
    code: 'exists',
    reason: { code: 'idea-exists' },
    english: 'This idea is in the bank already.',
  })
})

test('a refusal kept by an older version is shown with its English reason', async () => {
  const database = newDatabase()
  const english = 'This idea is in the bank already.'
  await database.attention.put({ id: newId(), cseq: 1, at: 1, since: 1, ...proposal('Old'), code: 'exists', message: english })
  expect(recentItems(await readRecent(database), me)[0]).toMatchObject({ title: 'Old', reason: english, english })
})

test('a withdrawn idea leaves the list at once; its clip stays until it is withdrawn too', async () => {
  const [database, server] = [newDatabase(), new Server()]
  const idea = proposal('Feed early')
  const { idea: id } = idea.args as { idea: string }
  const evidence = newId()
  const citation = { type: 'webpage', title: 'Its clip' } as const
  await addMutations(database, [
    idea,
    { name: 'clipEvidence', args: { evidence, citation, quote: null, link: '', kind: 'opinion', note: '', site: '', ideas: [id] } },
  ])
  await sync(partsFor(database, server.post), true)
  await addMutations(database, [{ name: 'withdrawIdea', args: { idea: id } }])
  const titles = async (): Promise<string[]> => recentItems(await readRecent(database), me).map(({ title }) => title)
  expect(await titles()).toEqual(['Its clip'])
  await sync(partsFor(database, server.post), true)
  expect(await titles()).toEqual(['Its clip'])
  await addMutations(database, [{ name: 'withdrawEvidence', args: { evidence } }])
  await sync(partsFor(database, server.post), true)
  expect(await titles()).toEqual([])
})

test('acknowledged but not yet read back: shown as sent', async () => {
  const database = newDatabase()
  const [waiting] = await addMutations(database, [proposal('On its way')])
  if (waiting) await database.outbox.put({ ...waiting, done: 5 })
  expect(recentItems(await readRecent(database), me)).toMatchObject([{ state: 'sent' }])
})
