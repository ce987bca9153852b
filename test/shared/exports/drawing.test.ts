import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Point } from '../../../shared/domain/entities.ts'
import { type Brief, briefHtml, briefMarkdown } from '../../../shared/exports/brief.ts'
import { type Drawing, drawingSvg, type Shape } from '../../../shared/exports/drawing.ts'
import { driverDrawing } from '../../../shared/exports/driver-drawing.ts'
import { runChartDrawing } from '../../../shared/exports/run-chart-drawing.ts'
import { runChartPicture } from '../../../shared/exports/run-chart-picture.ts'
import { runChart } from '../../../shared/rules/run-chart.ts'

const say = { value: String, month: (day: number): string => `month of ${day}` }
const all = (shapes: readonly Shape[]): Shape[] => shapes.flatMap((one) => [one, ...all(one.inside ?? [])])
const points = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: -50, max: 500 })), { minLength: 1, maxLength: 40 })
  .map((list): Point[] => [...new Map(list)].toSorted(([one], [other]) => one - other))
const drawn = (list: readonly Point[], name = 'Weights'): Drawing => {
  const reading = runChart(list.map(([, value]) => value))
  return runChartDrawing(runChartPicture({ points: list, median: reading?.median }, 600, 260), reading, name, say)
}
const typed = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.constantFrom('<script>alert(1)</script>', '"><img src=x onerror=y>', "A & B's “ward”"),
)

test('[B5] a run chart draws each value once inside of the picture, and rings those of a shift', () => {
  fc.assert(
    fc.property(points, (list) => {
      const { shapes, width, height } = drawn(list)
      const circles = all(shapes).filter(({ tag }) => tag === 'circle')
      expect(circles).toHaveLength(list.length)
      for (const { at } of circles) {
        expect(Number(at['cx'])).toBeGreaterThan(0)
        expect(Number(at['cx'])).toBeLessThan(width)
        expect(Number(at['cy'])).toBeGreaterThan(0)
        expect(Number(at['cy'])).toBeLessThan(height)
      }
      const shifts = runChart(list.map(([, value]) => value))?.shifts ?? []
      const ringed = circles.map(({ at }) => at['class'] === 'run-point shift')
      expect(ringed).toEqual(list.map((_, at) => shifts.some(({ from, to }) => at >= from && at <= to)))
    }),
  )
  // A shift there is.
  const shifted = Array.from({ length: 20 }, (_, at): Point => [at, at < 10 ? 1 : 9])
  expect(all(drawn(shifted).shapes).filter(({ at }) => at['class'] === 'run-point shift').length).toBeGreaterThan(5)
})

test('[B3] [R23] a driver diagram holds each word of aim, drivers and interventions as text', () => {
  const text = (drawing: Drawing): string =>
    all(drawing.shapes)
      .flatMap(({ tag, text: said = '' }) => (tag === 'text' ? [said] : []))
      .join(' ')
  const drivers = [{ name: 'Scales at home', interventions: ['Lend one to each family', 'Show it before discharge'] }]
  const said = text(driverDrawing('Fewer returns by June', drivers, 'diagram'))
  for (const word of ['Fewer', 'June', 'Scales', 'home', 'Lend', 'discharge']) expect(said).toContain(word)
})

test('[R4] [R23] what people typed is text in every picture, never markup, and a picture refers to nothing outside', () => {
  fc.assert(
    fc.property(typed, typed, typed, (aim, name, intervention) => {
      for (const svg of [
        drawingSvg(driverDrawing(aim, [{ name, interventions: [intervention] }], name)),
        drawingSvg(drawn([[1, 2]], name)),
      ]) {
        expect(svg).not.toMatch(/<(?!\/?(?:svg|g|rect|line|path|polyline|circle|text|title)\b)/)
        expect(svg).not.toMatch(/ (?:href|src|style|on\w+)="/)
        expect(svg.match(/<svg /g)).toHaveLength(1)
      }
    }),
  )
})

test('[R4] [R23] a brief says a chart in words in every form, and draws it in the forms that can', () => {
  const drawing = (width: number): Drawing => ({ ...drawn([[1, 2]]), width })
  const line = { text: 'Outcome: returns · North', link: '', note: 'The median is 2.', said: 'Its value: 2 January 1970: 2', drawing }
  const brief: Brief = { title: 'Brief', made: 'Harbour', sections: [{ title: 'Run charts', lines: [line], none: '' }] }
  const html = briefHtml(brief, 'en')
  expect(html).toMatch(/<li>Outcome: returns · North — The median is 2\.<br><i>Its value: 2 January 1970: 2<\/i><br><svg [^>]*width="620"/)
  const markdown = briefMarkdown(brief)
  expect(markdown).toContain('- Outcome: returns · North — The median is 2.\n\n  > Its value: 2 January 1970: 2')
  expect(markdown).not.toContain('svg')
})
