import { useEffect, useRef } from 'preact/hooks'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import type { Series } from '../../../../shared/domain/entities.ts'
import type { RunChart as Reading } from '../../../../shared/rules/run-chart.ts'
import { locale } from '../../i18n/locale.ts'

interface Props {
  series: Series
  reading: Reading
  name: string
}

const daySeconds = 24 * 60 * 60
const height = 240

/** The page's colours as they are now; a canvas knows no style sheet. */
const colour = (element: Element, name: string): string => getComputedStyle(element).getPropertyValue(name).trim()

const date = new Intl.DateTimeFormat(locale, { month: 'short', year: '2-digit', timeZone: 'UTC' })

/** Only the values that are part of a shift. */
const shifted = (values: readonly number[], { shifts }: Reading): (number | null)[] =>
  values.map((value, at) => (shifts.some(({ from, to }) => at >= from && at <= to) ? value : null))

const optionsFor = (element: Element, width: number): uPlot.Options => {
  const [ink, line, accent, warn] = ['--ink-soft', '--line', '--accent', '--warn'].map((name) => colour(element, name)) as [
    string,
    string,
    string,
    string,
  ]
  const axis = { stroke: ink, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1 }, font: '12px system-ui, sans-serif' }
  return {
    width,
    height,
    legend: { show: false },
    cursor: { show: false },
    padding: [12, 16, 0, 0],
    scales: { x: { time: true } },
    axes: [
      { ...axis, space: 70, values: (_, ticks) => ticks.map((at) => date.format(at * 1000)) },
      { ...axis, size: 56 },
    ],
    series: [
      {},
      { stroke: accent, width: 2, points: { show: true, size: 6, fill: accent, stroke: accent } },
      { stroke: ink, width: 1.5, dash: [6, 5], points: { show: false } },
      { stroke: warn, width: 0, points: { show: true, size: 10, width: 2, stroke: warn, fill: colour(element, '--paper') } },
    ],
  }
}

/** Values in order of time, the median as a dashed line, the values of a shift ringed. What it says stands beside it in words and numbers. */
export const RunChart = ({ series, reading, name }: Props) => {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = place.current
    if (!element) return undefined
    const values = series.points.map(([, value]) => value)
    const drawn: uPlot.AlignedData = [
      series.points.map(([day]) => day * daySeconds),
      values,
      values.map(() => reading.median),
      shifted(values, reading),
    ]
    let chart: uPlot | undefined
    const draw = (): void => {
      chart?.destroy()
      chart = new uPlot(optionsFor(element, Math.max(240, element.clientWidth)), drawn, element)
    }
    draw()
    const dark = matchMedia('(prefers-color-scheme: dark)')
    dark.addEventListener('change', draw)
    const resized = new ResizeObserver(([entry]) => chart?.setSize({ width: Math.max(240, entry?.contentRect.width ?? 0), height }))
    resized.observe(element)
    return () => {
      dark.removeEventListener('change', draw)
      resized.disconnect()
      chart?.destroy()
    }
  }, [series, reading.median, reading.shifts.length])
  return <div ref={place} class="chart-canvas" role="img" aria-label={name} />
}
