import { csvHead, csvRecord } from '../../../../shared/exports/csv.ts'
import { dayLength } from '../../../../shared/values/calendar-day.ts'
import { saveBlob, saveFile } from '../../../../shared/web/save-file.ts'
import { messages } from '../../i18n/bank.ts'
import { pngOf } from '../../drawing/svg-to-png.ts'
import type { ChartRead } from './read-chart.ts'

/** The chart as it is drawn, in the colours of paper. */
const svgIn = (figure: Element): string | undefined => {
  const svg = figure.querySelector('svg.run')?.cloneNode(true)
  if (!(svg instanceof SVGElement)) return undefined
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  const background = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  for (const [name, value] of [
    ['width', '100%'],
    ['height', '100%'],
    ['fill', '#ffffff'],
  ] as const)
    background.setAttribute(name, value)
  svg.prepend(background)
  return new XMLSerializer().serializeToString(svg)
}

const name = (extension: string): string => `${messages.chart.file}.${extension}`

export const saveSvg = (figure: Element): void => {
  const svg = svgIn(figure)
  if (svg) saveFile(name('svg'), svg, 'image/svg+xml')
}
export const savePng = async (figure: Element): Promise<void> => {
  const svg = svgIn(figure)
  if (svg) saveBlob(name('png'), await pngOf(svg))
}
export const saveCsv = ({ series, reading, setting }: ChartRead): void => {
  const of = new Map(series.of)
  const rows = series.points.map(([day, value]) =>
    csvRecord([
      new Date(day * dayLength).toISOString().slice(0, 10),
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
  saveFile(name('csv'), csvHead(['day', 'value', 'of', 'median', 'goal', 'note']) + rows.join(''), 'text/csv')
}
