import { expect, test } from 'vitest'
import { keyFrom, mergeSettings, settingsChanges } from '../../../shared/domain/framework-merge.ts'
import { sampleFramework } from '../../sample-network.ts'

const named = (...keys: string[]): { key: string; label: string }[] => keys.map((key) => ({ key, label: key.toUpperCase() }))
const other = (key: string, label: string): { key: string; label: string } => ({ key, label })
const merged = (now: object[], mine: object[], base?: object[]): unknown =>
  mergeSettings({ ...sampleFramework, topics: now as never }, { topics: mine as never }, base && { topics: base as never })

test('[M21] when two people edit a list at once, the additions, changes and removals of both are kept', () => {
  const base = named('a', 'b', 'c')
  expect(merged([...base, ...named('theirs')], [...named('a', 'b', 'c'), ...named('mine')], base)).toEqual({
    topics: named('a', 'b', 'c', 'theirs', 'mine'),
  })
  expect(merged(named('a', 'b'), [other('a', 'A2'), ...named('b', 'c')], base)).toEqual({ topics: [other('a', 'A2'), ...named('b')] })
  expect(merged([other('a', 'A2'), ...named('b', 'c')], named('a', 'b'), base)).toEqual({ topics: [other('a', 'A2'), ...named('b')] })
  expect(merged(base, named('c', 'b', 'a'), base)).toEqual({ topics: named('c', 'b', 'a') })
  expect(merged(named('x'), named('y'))).toEqual({ topics: named('y') })
})

test('[M21] a list that nobody had set counts as empty: two who begin it at once lose nothing', () => {
  const driver = (key: string): { key: string; label: string; of: string } => ({ key, label: key.toUpperCase(), of: 'feeding' })
  const begun = { ...sampleFramework, drivers: [driver('theirs')] }
  expect(mergeSettings(sampleFramework, { drivers: [driver('mine')] }, { drivers: [] })).toEqual({ drivers: [driver('mine')] })
  expect(mergeSettings(begun, { drivers: [driver('mine')] }, { drivers: [] })).toEqual({ drivers: [driver('theirs'), driver('mine')] })
})

test('[M21] an entry that both changed differently is a conflict under its name, and nothing is set', () => {
  const base = named('a', 'b')
  expect(merged([other('a', 'One'), ...named('b')], [other('a', 'Two'), ...named('b')], base)).toEqual({ clash: 'One' })
  expect(merged(named('b'), [other('a', 'Two'), ...named('b')], base)).toEqual({ clash: 'Two' })
  expect(merged([other('a', 'One'), ...named('b')], named('b'), base)).toEqual({ clash: 'One' })
  expect(merged([...base, other('n', 'One')], [...base, other('n', 'Two')], base)).toEqual({ clash: 'One' })
  const days = (now: number, set: number, seen: number): unknown =>
    mergeSettings({ ...sampleFramework, decisionDays: now }, { decisionDays: set }, { decisionDays: seen })
  expect([days(7, 10, 14), days(7, 14, 14), days(7, 7, 14), days(14, 10, 14)]).toEqual([
    { clash: 'decisionDays', isField: true },
    { decisionDays: 7 },
    { decisionDays: 7 },
    { decisionDays: 10 },
  ])
})

test('[M22] a change of settings is shown as what was added, changed and removed', () => {
  expect(
    settingsChanges(
      { topics: [other('a', 'New A'), ...named('n')], decisionDays: 7, sites: named('s') },
      { topics: named('a', 'b'), decisionDays: 14, sites: named('s') },
    ),
  ).toEqual([
    { field: 'topics', did: 'changed', label: 'New A' },
    { field: 'topics', did: 'added', label: 'N' },
    { field: 'topics', did: 'removed', label: 'B' },
    { field: 'decisionDays', did: 'set', label: '7' },
  ])
  expect(settingsChanges({ topics: named('a') }, undefined)).toEqual([{ field: 'topics', did: 'set', label: '' }])
})

test('[M18] a new key is made from its label and is unique', () => {
  expect([
    keyFrom('Línea central', []),
    keyFrom('Feeding', ['feeding']),
    keyFrom('Feeding', ['feeding', 'feeding-2']),
    keyFrom('!?', []),
  ]).toEqual(['linea-central', 'feeding-2', 'feeding-3', 'entry'])
})
