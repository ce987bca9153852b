import { expect, test } from 'vitest'
import { schemaVersion } from '../../../shared/archive/archive-format.ts'
import { upgradeFrom, type Upgrade, upgrades } from '../../../shared/archive/upgrades.ts'

test('[O91] lines of an older version pass every version in between, fields that nobody names are kept, a newer version is refused', () => {
  const steps: Record<number, Upgrade> = {
    1: (folder, { title, ...line }) => (folder === 'idea' ? { ...line, change: title } : line),
    2: (_, line) => ({ ...line, tags: line['tags'] ?? [] }),
  }
  const line = { title: 'Weigh at noon', colour: 'green' }
  expect(upgradeFrom(1, steps, 3)?.('idea', line)).toEqual({ change: 'Weigh at noon', colour: 'green', tags: [] })
  expect(upgradeFrom(2, steps, 3)?.('idea', line)).toEqual({ ...line, tags: [] })
  expect(upgradeFrom(3, steps, 3)?.('idea', line)).toEqual(line)
  for (const major of [0, -1, 1.5, 4, Number.NaN]) expect(upgradeFrom(major, steps, 3)).toBeUndefined()
  expect(upgradeFrom(1, { 2: (_, one) => one }, 3)).toBeUndefined()
})

test('[O91] every major version before this one can still be read', () => {
  for (let major = 1; major <= schemaVersion.major; major += 1) expect(upgradeFrom(major), String(major)).toBeDefined()
  expect(Object.keys(upgrades)).toHaveLength(schemaVersion.major - 1)
})
