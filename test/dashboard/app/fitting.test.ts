import { expect, test } from 'vitest'
import { fitting, menuWidth } from '../../../worker/dashboard/app/fitting.ts'

const tabs = [
  { rank: 0, width: 60 },
  { rank: 3, width: 80 },
  { rank: 1, width: 100 },
  { rank: 2, width: 70 },
]

test('[B41] all tabs stand in a row that is wide enough, without a menu', () => {
  expect(fitting(tabs, 310, false)).toEqual([true, true, true, true])
})

test('[B41] where the menu is there anyway, its button takes its room from the tabs', () => {
  expect(fitting(tabs, 310 + menuWidth, true)).toEqual([true, true, true, true])
  expect(fitting(tabs, 309 + menuWidth, true)).toEqual([true, false, true, true])
})

test('[B41] the lowest ranks stay, in the order of the row; one that does not fit gives its place to none after it', () => {
  expect(fitting(tabs, 309, false)).toEqual([true, false, true, false])
  expect(fitting(tabs, 150 + menuWidth, false)).toEqual([true, false, false, false])
})

test('[B41] a row without any room has only the menu, and no tabs need none', () => {
  expect(fitting(tabs, 20, false)).toEqual([false, false, false, false])
  expect(fitting([], 0, false)).toEqual([])
})
