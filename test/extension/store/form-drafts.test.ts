import 'fake-indexeddb/auto'
import '../fake-extension-api.ts'
import { expect, test } from 'vitest'
import { keepTexts, textsOf } from '../../../extension/store/form-drafts.ts'
import { newDatabase } from '../network-under-test.ts'

test('[V5] texts are kept by form; an emptied form is deleted, and no other', async () => {
  const database = newDatabase()
  expect(await textsOf(database, 'edit:one')).toEqual({})
  // As typing does: none waits for the one before.
  await Promise.all(['W', 'We', 'Wei'].map((change) => keepTexts(database, 'edit:one', { change })))
  await keepTexts(database, 'answer:two', { text: 'Three weeks' })
  expect(await textsOf(database, 'edit:one')).toEqual({ change: 'Wei' })
  await keepTexts(database, 'edit:one', {})
  expect(await textsOf(database, 'edit:one')).toEqual({})
  expect(await textsOf(database, 'answer:two')).toEqual({ text: 'Three weeks' })
})
