import { csvHead, csvRecord } from '../../../../shared/exports/csv.ts'
import { drawingSvg } from '../../../../shared/exports/drawing.ts'
import { isoDay } from '../../../../shared/values/calendar-day.ts'
import type { ChartRead } from './read-chart.ts'
import { drawRunChart } from './run-chart.tsx'

/** The width of a saved picture, in pixels. */
const savedWidth = 900

/** The chart as an SVG of its own, in the colours of paper. */
export const runChartSvg = ({ content, reading }: ChartRead, name: string): string =>
  drawingSvg(drawRunChart({ content, reading, name }, savedWidth))

/** The chart's numbers as CSV: a day a line, with what it is of, the median, the goal and what was noted. */
export const runChartCsv = ({ series, reading, setting }: ChartRead): string => {
  const of = new Map(series.of)
  const rows = series.points.map(([day, value]) =>
    csvRecord([
      isoDay(day),
      value,
      of.get(day) ?? null,
      reading?.median ?? null,
      setting.goal ?? null,
      setting.marks
        ?.filter((mark) => mark.day === day)
        .map(({ text }) => text)
        .join('; ') ?? '',
    ]),
  )
  return csvHead(['day', 'value', 'of', 'median', 'goal', 'note']) + rows.join('')
}
