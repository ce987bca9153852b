import { describe, expect, test, vi } from 'vitest'
import type { IdeaRow } from '../../../shared/api/bank.ts'

vi.stubGlobal('location', new URL('https://gleaner.example/'))
const { dragKey } = await import('../../../worker/dashboard/board/keyboard-drag.ts')

const phases = ['plan', 'test', 'spread']
const row = { id: 'one', change: 'Weigh daily', phase: 'test' } as IdeaRow
const other = { ...row, id: 'two' }
const over = (to: string) => ({ row, to })

describe('a card that is moved with the keys', () => {
  test.each([
    ['Enter picks it up', 'Enter', undefined, { does: 'hold', carried: over('test') }],
    ['Space picks it up', ' ', undefined, { does: 'hold', carried: over('test') }],
    ['the right arrow goes to the next phase', 'ArrowRight', over('test'), { does: 'hold', carried: over('spread') }],
    ['and no further than the last', 'ArrowRight', over('spread'), { does: 'hold', carried: over('spread') }],
    ['the left arrow no further than the first', 'ArrowLeft', over('plan'), { does: 'hold', carried: over('plan') }],
    ['Enter puts it down where it is', 'Enter', over('spread'), { does: 'put', carried: over('spread') }],
    ['Escape leaves it where it was', 'Escape', over('spread'), { does: 'leave' }],
    ['Enter on another card picks that one up', 'Enter', { row: other, to: 'plan' }, { does: 'hold', carried: over('test') }],
  ])('%s', (_, key, carried, act) => {
    expect(dragKey(key, carried, row, phases)).toMatchObject(act)
  })

  test.each(['ArrowRight', 'ArrowLeft', 'Escape', 'Tab', 'constructor'])('%s means nothing on a card that is not held', (key) => {
    expect(dragKey(key, undefined, row, phases)).toBeUndefined()
  })

  test('no other key moves one that is held', () => {
    expect(dragKey('constructor', over('test'), row, phases)).toBeUndefined()
  })
})
