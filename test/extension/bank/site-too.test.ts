import 'fake-indexeddb/auto'
import { liveQuery } from 'dexie'
import { expect, test } from 'vitest'
import { readSiteToo } from '../../../extension/bank/site-too.ts'
import { GleanerDatabase } from '../../../extension/store/db.ts'
import { putRows } from '../../../extension/store/rows.ts'
import type { Change } from '../../../shared/domain/entities.ts'
import { aFramework, anIdea, aStance, ended, hold, lead, sender, siteLead, stance, steering, tested, uuid } from '../../sample-network.ts'

let made = 0
const withRows = async (...rows: Change[]): Promise<GleanerDatabase> => {
  const database = new GleanerDatabase(`gleaner:site-too-${(made += 1)}:sam`)
  await putRows(database, [aFramework(), ...rows], 0)
  return database
}
const all = [1, 2, 3, 4, 5].map(uuid)
const waits = (database: GleanerDatabase, cseq: number, name: string, args: object) =>
  database.outbox.put({ cseq, id: uuid(90 + cseq), name, args, at: 5, deps: [] } as never)

test('[V7] the rules say of which ideas one press may say it, and what waits counts', async () => {
  const database = await withRows(
    anIdea({ id: uuid(1) }),
    anIdea({ id: uuid(2) }),
    aStance(stance('ash', { id: `${uuid(2)}/ash`, idea: uuid(2) })),
    anIdea({ id: uuid(3) }),
    aStance(tested('ash', 'improved', { id: `${uuid(3)}/ash`, idea: uuid(3) })),
    anIdea({ id: uuid(4), hold }),
    anIdea({ id: uuid(5), ...ended('parked') }),
  )
  expect(await readSiteToo(database, sender, all)).toEqual(
    new Map([
      [uuid(1), false],
      [uuid(2), true],
    ]),
  )
  await waits(database, 1, 'expressStance', { idea: uuid(1), site: 'ash', stance: 'interested' })
  await waits(database, 2, 'withdrawStance', { idea: uuid(2), site: 'ash' })
  expect(await readSiteToo(database, siteLead, all)).toEqual(
    new Map([
      [uuid(1), true],
      [uuid(2), false],
    ]),
  )
})

test('[V7] another site’s word is not one’s own; without a site there is nothing to press', async () => {
  const database = await withRows(anIdea({ id: uuid(1) }), aStance(stance('ash', { id: `${uuid(1)}/ash`, idea: uuid(1) })))
  expect(await readSiteToo(database, lead, [uuid(1)])).toEqual(new Map([[uuid(1), false]]))
  expect(await readSiteToo(database, steering, [uuid(1)])).toEqual(new Map())
  expect(await readSiteToo(database, sender, [])).toEqual(new Map())
})

test('[V7] what was pressed, and what others say for the site, shows while it is followed', async () => {
  const database = await withRows(anIdea({ id: uuid(1) }), anIdea({ id: uuid(2) }))
  const shown: boolean[][] = []
  const following = liveQuery(() => readSiteToo(database, sender, [uuid(1), uuid(2)])).subscribe((found) => shown.push([...found.values()]))
  await expect.poll(() => shown.at(-1)).toEqual([false, false])
  await waits(database, 1, 'expressStance', { idea: uuid(1), site: 'ash', stance: 'interested' })
  await expect.poll(() => shown.at(-1)).toEqual([true, false])
  const theirs = aStance(stance('ash', { id: `${uuid(2)}/ash`, idea: uuid(2) }))
  await database.transaction('rw', [database.blocks], () => putRows(database, [theirs], 0))
  await expect.poll(() => shown.at(-1)).toEqual([true, true])
  following.unsubscribe()
})
