import { database as annsDatabase } from '../state/panel-under-test.ts'
import { expect, test } from 'vitest'
import { fakeBrowser } from '../../fake-extension-api.ts'
import { ask } from '../../../../extension/panel/parts/ask.ts'
import { database, undoable } from '../../../../extension/panel/state/panel-state.ts'
import { uuid } from '../../../sample-network.ts'

test('[U5] what nobody pressed for leaves the way back from what was done last; what somebody does next takes its place', async () => {
  database.value = annsDatabase
  fakeBrowser.runtime.onMessage.addListener(() => undefined)
  const before = { ids: ['mutation-before'] }
  undoable.value = before
  const read = { name: 'markQuestionRead', args: { comment: uuid(21), idea: uuid(1) } } as const
  expect(await ask([read], { unasked: true })).toBeUndefined()
  expect(undoable.value).toBe(before)
  const args = { idea: uuid(1), site: 'north' }
  expect(await ask([{ name: 'withdrawStance', args }])).toBeUndefined()
  expect(undoable.value?.ids).toHaveLength(1)
  expect(undoable.value).not.toBe(before)
  expect((await annsDatabase.outbox.toArray()).map(({ name }) => name)).toEqual(['markQuestionRead', 'withdrawStance'])
})
