import { expect, test } from 'vitest'
import { isUndone, turnOf } from '../../../worker/dashboard/triage/triage-turn.ts'

test.each([
  ['the first', 'a', { position: 0, next: 'b', previous: undefined }],
  ['one between', 'b', { position: 1, next: 'c', previous: 'a' }],
  ['the last', 'c', { position: 2, next: undefined, previous: 'b' }],
  ['one that was decided elsewhere meanwhile', 'gone', { position: -1, next: 'a', previous: undefined }],
])('the neighbours in the triage queue of %s', (_, id, turn) => {
  expect(turnOf(['a', 'b', 'c'], id)).toEqual(turn)
})

test.each([
  ['classify', null, true],
  ['classify', 'test', false],
  ['ask', null, false],
  ['merge', null, true],
  ['decline', 'test', true],
  ['park', null, true],
] as const)('the answer %s to an idea on the pathway %s can be undone: %s', (answer, pathway, can) => {
  expect(isUndone({ answer, idea: { pathway } })).toBe(can)
})
