import type { ChartMark } from '../domain/chart-setting.ts'
import type { Point } from '../domain/entities.ts'
import { monthTicks, type Tick, valueTicks } from './chart-scale.ts'

/** What stands on a chart; values in its unit, days since 1970. */
export interface ChartContent {
  points: readonly Point[]
  median: number | undefined
  goal?: number | undefined
  limits?: readonly ({ lower: number; upper: number } | undefined)[] | undefined
  marks?: readonly ChartMark[] | undefined
  /** Of several charts beside each other: the least and the largest value, and the first and last day, of all. */
  range?: { values: readonly [number, number]; days: readonly [number, number] } | undefined
}

/** The same in pixels, for whoever draws it. */
export interface RunChartPicture {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
  days: Tick[]
  values: Tick[]
  points: { x: number; y: number }[]
  median: number | undefined
  goal: number | undefined
  /** Steps of the upper and of the lower limit, as the data of SVG paths. */
  limits: string[]
  marks: { x: number; mark: ChartMark; number: number }[]
}

const margin = { left: 52, right: 16, top: 22, bottom: 26 }
const monthWidth = 62

/** A limit changes halfway between two values, and stops where there is none. */
const stepsOf = (xs: readonly number[], ys: readonly (number | undefined)[], left: number, right: number): string =>
  ys
    .flatMap((y, at) => {
      const x = xs[at]
      if (y === undefined || x === undefined) return []
      const from = at === 0 ? left : (x + (xs[at - 1] ?? x)) / 2
      const to = at === xs.length - 1 ? right : (x + (xs[at + 1] ?? x)) / 2
      const isNew = ys[at - 1] === undefined
      return [`${isNew ? 'M' : 'L'}${from.toFixed(1)} ${y.toFixed(1)}L${to.toFixed(1)} ${y.toFixed(1)}`]
    })
    .join('')

/** Lays a run chart out: the whole of its values, goal and limits between the axes, a tick at first days of months. */
export const runChartPicture = (content: ChartContent, width: number, height: number): RunChartPicture => {
  const { points, median, goal, limits = [], marks = [], range } = content
  const [left, right, top, bottom] = [margin.left, width - margin.right, margin.top, height - margin.bottom]
  const all = range?.values ?? [
    ...points.map(([, value]) => value),
    ...(goal === undefined ? [] : [goal]),
    ...limits.flatMap((limit) => (limit ? [limit.lower, limit.upper] : [])),
  ]
  const shown = valueTicks(Math.min(...all), Math.max(...all), height < 180 ? 3 : 5)
  const [least = 0, largest = 1] = [shown[0], shown.at(-1)]
  const [first = 0, last = first] = range?.days ?? [points[0]?.[0], points.at(-1)?.[0]]
  const x = (day: number): number => (first === last ? (left + right) / 2 : left + ((day - first) / (last - first)) * (right - left))
  const y = (value: number): number => bottom - ((value - least) / (largest - least)) * (bottom - top)
  const xs = points.map(([day]) => x(day))
  const lines = (['upper', 'lower'] as const).map((side) =>
    stepsOf(
      xs,
      points.map((_, at) => (limits[at] ? y(limits[at][side]) : undefined)),
      left,
      right,
    ),
  )
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    days: monthTicks(first, last, Math.max(2, Math.floor((right - left) / monthWidth))).map((day) => ({ at: x(day), value: day })),
    values: shown.map((value) => ({ at: y(value), value })),
    points: points.map(([day, value]) => ({ x: x(day), y: y(value) })),
    median: median === undefined ? undefined : y(median),
    goal: goal === undefined ? undefined : y(goal),
    limits: lines.filter(Boolean),
    marks: marks.map((mark, at) => ({ x: x(mark.day), mark, number: at + 1 })).filter((one) => one.x >= left - 0.5 && one.x <= right + 0.5),
  }
}
