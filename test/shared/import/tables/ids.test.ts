import { expect, test } from 'vitest'
import { ideaIdOf } from '../../../../shared/import/tables/to-mutations.ts'
import { listsOf, readFile } from './read.ts'

const lists = listsOf({
  sites: ['North', 'South', 'West'].map((label) => ({ key: label.toLowerCase(), label })),
  topics: [{ key: 'feeding', label: 'Feeding' }],
})
type Line = readonly string[]
const head: Line = ['Idea', 'Problem', 'Site', 'Date', 'Details']
/** The id of each row that comes in, by the row's own words. */
const idsOf = (lines: readonly Line[], heading = head): Map<string, string> => {
  const csv = [heading, ...lines].map((line) => line.map((cell) => `"${cell}"`).join(',')).join('\n')
  const { rows } = readFile(new TextEncoder().encode(csv), 'ideas.csv', lists, '2026-11-30').read
  return new Map(rows.flatMap(({ row, idea }) => (idea ? [[lines[row - 2]?.join('|') ?? '', ideaIdOf('test', idea)]] : [])))
}

const north: Line = ['Warm the towels', 'They are cold', 'North', '2026-01-05', '']
const south: Line = ['Warm the towels', 'They are cold', 'South', '2026-01-05', '']
const west: Line = ['Warm the towels', 'They are cold', 'West', '2026-01-05', '']
const other: Line = ['Weigh at noon', 'Weights differ', 'North', '2026-01-06', '']

test('[O45] rows that differ by their site, day or details alone are ideas of their own', () => {
  const later: Line = ['Warm the towels', 'They are cold', 'North', '2026-03-09', '']
  const detailed: Line = ['Warm the towels', 'They are cold', 'North', '2026-01-05', 'In an oven']
  const lines = [north, other, south, later, west, detailed]
  const ids = idsOf(lines)
  expect(ids.size).toBe(lines.length)
  expect(new Set(ids.values()).size).toBe(lines.length)
  const numbered = [
    ['7', 'Warm the towels', 'North'],
    ['7', 'Warm the towels', 'South'],
  ]
  expect(new Set(idsOf(numbered, ['No.', 'Idea', 'Site']).values()).size).toBe(2)
})

test('[O45] the same list has the same ids, in whatever order sites stand in it; a row that says all the same comes once', () => {
  const ids = idsOf([north, south, other])
  expect(idsOf([north, south, other])).toEqual(ids)
  expect(Object.fromEntries(idsOf([other, south, north]))).toEqual(Object.fromEntries(ids))
  const withAnother = idsOf([west, north, south, other])
  for (const [words, id] of ids) expect(withAnother.get(words)).toBe(id)
  expect(idsOf([north, north, other]).size).toBe(2)
})

test('[O45] a row that has no double keeps its id, whatever changes of its site, day and details', () => {
  const [before, after] = [idsOf([north, other]), idsOf([['Warm the towels', 'They are cold', 'West', '2026-05-01', 'Soon'], other])]
  expect([...after.values()]).toEqual([...before.values()])
})
