import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { myItems, readMine } from '../../../extension/bank/my-items.ts'
import { undoSaved } from '../../../extension/drafts/undo-saved.ts'
import { countClips } from '../../../extension/outbox/count-clips.ts'
import { discardRefused } from '../../../extension/outbox/discard-refused.ts'
import { GleanerDatabase } from '../../../extension/store/db.ts'
import { sync } from '../../../extension/sync/sync.ts'
import { newId } from '../../../shared/web/new-id.ts'
import { addMutations, partsFor, proposal, Server } from '../network-under-test.ts'

const me = { person: 'ann', role: 'contributor', site: 'site-01' } as const
let made = 0
const annsDatabase = (): GleanerDatabase => new GleanerDatabase(`gleaner:late-${(made += 1)}:ann`)

test('[U5] of an undo that arrives too late its person is told, once for the whole clip, with what stays in the bank', async () => {
  const [database, server] = [annsDatabase(), new Server()]
  const asked = proposal('Feed early')
  const { idea } = asked.args as { idea: string }
  const citation = { type: 'webpage', title: 'Early feeding' } as const
  const clip = { evidence: newId(), citation, quote: null, link: '', kind: 'opinion' as const, note: '', site: '', ideas: [idea] }
  const saved = await addMutations(database, [asked, { name: 'clipEvidence', args: clip }])
  await sync(partsFor(database, server.post), true)
  // A server without a log to undo from answers as one that was reached too late.
  await undoSaved(database, { ids: saved.map(({ id }) => id) })
  await sync(partsFor(database, server.post), true)
  expect(await countClips(database)).toEqual({ unsent: 0, refused: 1 })
  const [told, ...others] = myItems(await readMine(database), me)
  expect(told).toMatchObject({
    title: 'Feed early',
    state: 'attention',
    trouble: { kind: 'change', said: '', reason: { code: 'undo-too-late' } },
  })
  expect(others).toMatchObject([{ title: 'Feed early', state: 'in-bank' }])
  await discardRefused(
    database,
    (told?.trouble?.refused ?? []).map(({ id }) => id),
  )
  expect(await countClips(database)).toEqual({ unsent: 0, refused: 0 })
})

test('[U5] what the bank refused is undone by that: neither it nor its undo needs attention', async () => {
  const [database, server] = [annsDatabase(), new Server()]
  const about = {
    idea: newId(),
    site: 'nowhere',
    stance: 'interested',
    result: null,
    measure: '',
    expectedEnd: null,
    note: 'Asked for',
  } as const
  const saved = await addMutations(database, [{ name: 'expressStance', args: about }])
  await undoSaved(database, { ids: saved.map(({ id }) => id) })
  await sync(partsFor(database, server.post), true)
  expect(await countClips(database)).toEqual({ unsent: 0, refused: 0 })
  expect(await database.attention.count()).toBe(0)
})
