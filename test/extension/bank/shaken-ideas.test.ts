import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { readShaken } from '../../../extension/bank/shaken-ideas.ts'
import { GleanerDatabase } from '../../../extension/store/db.ts'
import { putRows } from '../../../extension/store/rows.ts'
import { aClip, anIdea, now, uuid } from '../../sample-network.ts'

const said = (kind: 'retracted' | 'doubted' | 'corrected') => ({ said: [{ service: 'crossref' as const, kind, asked: now }], at: now })

test('[K8] lists of the panel say which ideas rest on papers that do not stand, the worst first', async () => {
  const database = new GleanerDatabase('gleaner:shaken:sam')
  const all = [1, 2, 3].map(uuid)
  await putRows(
    database,
    [
      ...all.map((id) => anIdea({ id })),
      aClip({ id: uuid(11), ideas: [uuid(1)], lookedUp: said('doubted') }),
      aClip({ id: uuid(12), ideas: [uuid(1), uuid(3)], lookedUp: said('retracted') }),
      aClip({ id: uuid(13), ideas: [uuid(2)], lookedUp: said('corrected') }),
      aClip({ id: uuid(14), ideas: [uuid(3)], citation: { type: 'article', title: 'On beds' } }),
    ],
    0,
  )
  expect(await readShaken(database, all)).toEqual(
    new Map([
      [uuid(1), 'retracted'],
      [uuid(3), 'retracted'],
    ]),
  )
  expect(await readShaken(database, [])).toEqual(new Map())
})
