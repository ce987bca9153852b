import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areaChart } from '../../../shared/exports/area-chart.ts'
import { barChart } from '../../../shared/exports/bar-chart.ts'
import { amber, greens, grey } from '../../../shared/exports/chart-frame.ts'
import { type ChartTable, tableCsv } from '../../../shared/exports/chart-table.ts'
import { columnChart } from '../../../shared/exports/column-chart.ts'
import { type Drawing, drawingSvg, type Shape } from '../../../shared/exports/drawing.ts'
import { heatChart } from '../../../shared/exports/heat-chart.ts'

const series = ['Came in', 'In time', 'Late']
const label = fc.oneof(
  fc.string({ minLength: 1, maxLength: 30 }),
  fc.constantFrom('<script>alert(1)</script>', '"&\'', '=1+1', 'A “ward” & more'),
)
const tables: fc.Arbitrary<ChartTable> = fc
  .array(fc.record({ label, values: fc.array(fc.nat(5000), { minLength: 3, maxLength: 3 }) }), { minLength: 1, maxLength: 26 })
  .map((rows) => ({ title: 'A <title>', says: 'It says & means.', head: 'Month', series, rows }))
const width = fc.integer({ min: 260, max: 1400 })

const all = (shapes: readonly Shape[]): Shape[] => shapes.flatMap((one) => [one, ...all(one.inside ?? [])])
/** What is drawn with a name, by that name. */
const marks = ({ shapes }: Drawing): { says: string; at: Shape['at'] }[] =>
  all(shapes).flatMap(({ at, inside = [] }) => inside.flatMap(({ tag, text = '' }) => (tag === 'title' ? [{ says: text, at }] : [])))
const number = (value: string | number | undefined): number => Number(value)

test('[R22] in columns and bars each number that is not nought is drawn once, as long as it is large, inside of the picture', () => {
  fc.assert(
    fc.property(tables, width, (table, wide) => {
      const drawings: [Drawing, 'width' | 'height'][] = [
        [columnChart(table, [[0], [1, 2]], greens, wide), 'height'],
        [barChart(table, greens, wide), 'width'],
      ]
      for (const [drawing, length] of drawings) {
        const drawn = marks(drawing)
        const named = table.rows.flatMap((row) =>
          row.values.flatMap((value, at) => (value === 0 ? [] : [`${row.label}, ${series[at]}: ${value}`])),
        )
        expect(drawn.map(({ says }) => says)).toEqual(named)
        const scales = drawn.map(({ says, at }) => number(at[length]) / Number(says.split(': ').at(-1)))
        for (const scale of scales) expect(scale).toBeCloseTo(scales[0] ?? 0, 6)
        for (const { at } of drawn) {
          expect(number(at['x'])).toBeGreaterThanOrEqual(0)
          expect(number(at['x']) + number(at['width'])).toBeLessThanOrEqual(drawing.width + 0.001)
          expect(number(at['y']) + number(at['height'])).toBeLessThanOrEqual(drawing.height)
        }
      }
    }),
  )
})

test('[R22] a heat map has a cell for each number, and a larger number is never lighter', () => {
  fc.assert(
    fc.property(tables, width, (table, wide) => {
      const cells = marks(heatChart(table, wide)).map(({ says, at }) => ({
        count: Number(says.split(': ').at(-1)),
        fill: String(at['fill']),
      }))
      expect(cells).toHaveLength(table.rows.length * series.length)
      const sorted = cells.toSorted((one, other) => one.count - other.count)
      for (const [at, { fill }] of sorted.entries())
        if (at > 0) expect(lightness(fill)).toBeLessThanOrEqual(lightness(sorted[at - 1]?.fill ?? ''))
    }),
  )
})

test('[R22] the bands of a cumulative flow lie on each other without a gap, as high as their numbers', () => {
  fc.assert(
    fc.property(tables, width, (table, wide) => {
      const drawn = marks(areaChart(table, greens, wide))
      const edges = drawn.map(({ at }) => {
        const points = [...String(at['d']).matchAll(/([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const)
        const upper = points.slice(0, points.length / 2)
        return { upper, lower: points.slice(points.length / 2).toReversed() }
      })
      for (const [at, { lower }] of edges.entries()) {
        const below = edges[at + 1]
        // A series of noughts alone is left out between two others.
        if (below) expect(lower).toEqual(below.upper)
      }
      expect(drawn).toHaveLength(series.filter((_, at) => table.rows.some(({ values }) => (values[at] ?? 0) > 0)).length)
    }),
  )
})

test('[R22] the CSV holds the table, and a saved picture holds texts as text', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const records = parse(tableCsv(table), { bom: true, relax_quotes: true })
      expect(records[0]).toEqual(['Month', ...series])
      expect(records.slice(1).map((cells) => cells.slice(1).map(Number))).toEqual(table.rows.map(({ values }) => values))
      for (const cells of records) expect(cells[0]).not.toMatch(/^[=+@]/)
      const svg = drawingSvg(columnChart(table, [[0], [1, 2]], greens, 600))
      expect(svg).not.toMatch(/<script|href=|<style|url\(/)
    }),
  )
})

/** Relative luminance (WCAG 2.2). */
const lightness = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

test('[R22] colours that stand beside each other differ in lightness', () => {
  const contrast = (one: string, other: string): number => {
    const [dark = 0, light = 0] = [lightness(one), lightness(other)].toSorted((a, b) => a - b)
    return (light + 0.05) / (dark + 0.05)
  }
  for (const [at, colour] of greens.entries()) if (at > 0) expect(contrast(greens[at - 1] ?? '', colour)).toBeGreaterThan(1.25)
  expect(contrast(greens[5] ?? '', amber)).toBeGreaterThan(3)
  expect(contrast(greens.at(-1) ?? '', grey)).toBeGreaterThan(3)
})
