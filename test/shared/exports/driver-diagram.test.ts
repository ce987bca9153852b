import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Box, driverDiagram, driversIn, outlineOf, wrapped } from '../../../shared/exports/driver-diagram.ts'

const words = fc
  .array(
    fc.string({ minLength: 1, maxLength: 12 }).filter((word) => !/[\s–—*•-]/.test(word)),
    { minLength: 1, maxLength: 30 },
  )
  .map((all) => all.join(' '))
const drivers = fc.array(fc.record({ name: words, interventions: fc.array(words, { maxLength: 8 }) }), { maxLength: 8 })

const apart = (one: Box, other: Box): boolean =>
  one.x + one.width <= other.x || other.x + other.width <= one.x || one.y + one.height <= other.y || other.y + other.height <= one.y

test('[B3] property: no box overlaps another or leaves the drawing, and each box but the aim is connected', () => {
  fc.assert(
    fc.property(words, drivers, (aim, all) => {
      const { boxes, lines, width, height } = driverDiagram(aim, all)
      for (const [index, box] of boxes.entries()) {
        expect(box.y).toBeGreaterThanOrEqual(0)
        expect(box.x + box.width).toBeLessThanOrEqual(width)
        expect(box.y + box.height).toBeLessThanOrEqual(height + 0.01)
        for (const other of boxes.slice(index + 1)) expect(apart(box, other)).toBe(true)
      }
      expect(lines).toHaveLength(boxes.length - 1)
    }),
    { numRuns: 100 },
  )
})

test('[B3] drivers typed as an outline are read back as they were', () => {
  fc.assert(
    fc.property(drivers, (all) => {
      expect(driversIn(outlineOf(all))).toEqual(all)
    }),
  )
})

test.each([
  [
    'Weigh daily\n- Lend scales\n  • Call at noon\n\nFeed early',
    [
      { name: 'Weigh daily', interventions: ['Lend scales', 'Call at noon'] },
      { name: 'Feed early', interventions: [] },
    ],
  ],
  ['- Lend scales', undefined],
  ['', []],
])('[B3] the outline %j', (outline, expected) => {
  expect(driversIn(outline)).toEqual(expected)
})

test('[B3] lines break at spaces, and inside a word that is too long for a line', () => {
  expect(wrapped('one two three', 7)).toEqual(['one two', 'three'])
  expect(wrapped('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij'])
})
