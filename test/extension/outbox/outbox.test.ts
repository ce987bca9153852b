import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clipsIn, countClips } from '../../../extension/outbox/count-clips.ts'
import { keyValue } from '../../../extension/store/db.ts'
import { newId } from '../../../shared/web/new-id.ts'
import { takeOver } from '../../../extension/outbox/enqueue.ts'
import type { NewMutation } from '../../../extension/outbox/new-mutation.ts'
import { discardRefused } from '../../../extension/outbox/discard-refused.ts'
import { addMutations, newDatabase, proposal } from '../network-under-test.ts'

const clip = (ideas: string[]): NewMutation => ({
  name: 'clipEvidence',
  args: {
    evidence: newId(),
    citation: { type: 'article-journal', title: 'T' },
    quote: null,
    link: '',
    kind: 'guideline',
    note: '',
    site: '',
    ideas,
  },
})

describe('enqueueing', () => {
  test('mutations get sequence numbers in the order of enqueueing, together or one by one', async () => {
    const database = newDatabase()
    await addMutations(database, [proposal('a'), proposal('b')])
    await addMutations(database, [proposal('c')])
    expect((await database.outbox.orderBy('cseq').toArray()).map(({ cseq, args }) => [cseq, (args as { change: string }).change])).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
    ])
  })

  test('many at once from several contexts: none lost, none twice, no sequence number used twice', async () => {
    const database = newDatabase()
    await Promise.all(Array.from({ length: 40 }, (_, index) => addMutations(database, [proposal(`${index}`)])))
    const all = await database.outbox.orderBy('cseq').toArray()
    expect(all.map(({ cseq }) => cseq)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
    expect(new Set(all.map(({ id }) => id)).size).toBe(40)
  })

  test('all or nothing: if one cannot be stored, neither are the others, and the draft stays', async () => {
    const database = newDatabase()
    const draft = { id: 'd' } as never
    await database.drafts.add(draft)
    await addMutations(database, [proposal('before')])
    database.outbox.hook('creating', (_key, row) => {
      if ((row.args as { change?: string }).change === 'fails') throw new Error('No room')
    })
    await expect(addMutations(database, [proposal('with'), proposal('fails')], { draft: 'd' })).rejects.toThrow('No room')
    expect(await database.outbox.count()).toBe(1)
    expect(await database.drafts.count()).toBe(1)
    const [next] = await addMutations(database, [proposal('after')], { draft: 'd' })
    expect(next?.cseq).toBe(2)
    expect(await database.drafts.count()).toBe(0)
  })

  test('after a wipe the next one belongs to a new replica and begins at 1', async () => {
    const database = newDatabase()
    await addMutations(database, [proposal('a'), proposal('b')])
    const before = await keyValue(database, 'client')
    await database.delete()
    await database.open()
    const [next] = await addMutations(database, [proposal('c')])
    expect(next?.cseq).toBe(1)
    expect((await keyValue(database, 'client'))?.replica).not.toBe(before?.replica)
  })

  test.each<[string, Partial<Extract<NewMutation, { name: 'proposeIdea' }>['args']>]>([
    ['an empty sentence', { change: '  ' }],
    ['a sentence that is too long', { change: 'x'.repeat(501) }],
    ['a topic that is no key', { topic: 'Not a key!' }],
  ])('what the server would refuse for its form is not kept: %s', async (_name, args) => {
    const database = newDatabase()
    const bad = proposal('x')
    await expect(addMutations(database, [{ ...bad, args: { ...bad.args, ...args } } as NewMutation])).rejects.toThrow()
    expect(await database.outbox.count()).toBe(0)
  })
})

describe('refused ones', () => {
  test('saving again replaces them, discarding deletes them; neither is sent again after a restore', async () => {
    const database = newDatabase()
    const row = (id: string) => ({ id, cseq: 1, name: 'proposeIdea', at: 0, args: {}, code: 'gone' as const, message: '', since: 0 })
    await database.attention.bulkAdd([row('one'), row('two')])
    await database.archive.add({ ackedAt: 0, mutations: ['one', 'two'].map((id) => ({ id, cseq: 1, name: 'x', at: 0, args: {} })) })
    await addMutations(database, [proposal('again')], { replaced: ['one'] })
    await discardRefused(database, ['two'])
    expect([await database.attention.count(), await database.archive.count()]).toEqual([0, 0])
  })
})

describe('what was clipped before connecting', () => {
  test('moves to the end of the account’s outbox, under the same ids', async () => {
    const [from, to] = [newDatabase(), newDatabase()]
    await addMutations(to, [proposal('there')])
    const moved = await addMutations(from, [proposal('a'), proposal('b')])
    await from.drafts.add({ id: 'd' } as never)
    await takeOver(from, to)
    const all = await to.outbox.orderBy('cseq').toArray()
    expect(all.map(({ cseq }) => cseq)).toEqual([1, 2, 3])
    expect(all.slice(1).map(({ id }) => id)).toEqual(moved.map(({ id }) => id))
    expect([await from.outbox.count(), await from.drafts.count(), await to.drafts.count()]).toEqual([0, 0, 1])
  })

  test('interrupted before its removal here and repeated, it doubles nothing', async () => {
    const [from, to] = [newDatabase(), newDatabase()]
    await addMutations(from, [proposal('a')])
    const kept = await from.outbox.toArray()
    await takeOver(from, to)
    await from.outbox.bulkAdd(kept)
    await takeOver(from, to)
    expect(await to.outbox.count()).toBe(1)
    await from.outbox.bulkAdd(kept)
    const [sent] = await to.outbox.toArray()
    await to.outbox.clear()
    if (sent) await to.archive.add({ ackedAt: 0, mutations: [sent] })
    await takeOver(from, to)
    expect(await to.outbox.count()).toBe(0)
  })
})

describe('counting', () => {
  test('an idea and the evidence that came with it are one clip', async () => {
    const database = newDatabase()
    const idea = proposal('with evidence')
    await addMutations(database, [idea, clip([(idea.args as { idea: string }).idea]), clip([]), clip([newId()])])
    expect(await countClips(database)).toEqual({ unsent: 3, refused: 0 })
  })

  test('never counts more than there are', () => {
    fc.assert(
      fc.property(
        fc.nat(20),
        fc.nat(20),
        (ideas, clips) =>
          clipsIn([
            ...Array.from({ length: ideas }, () => ({ ...proposal('x'), id: newId(), cseq: 1, at: 0 })),
            ...Array.from({ length: clips }, () => ({ ...clip([]), id: newId(), cseq: 1, at: 0 })),
          ]) ===
          ideas + clips,
      ),
    )
  })
})
