import { firstDayOf, monthOf } from '../values/months.ts'

/** Where a line of the grid stands, and what it stands for: a day since 1970, or a value. */
export interface Tick {
  at: number
  value: number
}

/** The steps that people read without reckoning: 1, 2 and 5 times a power of ten. */
const niceStep = (least: number): number => {
  const power = 10 ** Math.floor(Math.log10(least))
  return ([1, 2, 5, 10].find((times) => times * power >= least * 0.999_999) ?? 10) * power
}

/** Even values that span the least and the largest, about so many of them. */
export const valueTicks = (least: number, largest: number, count = 5): number[] => {
  const span = largest - least || Math.abs(largest) || 1
  const step = niceStep(span / (count - 1))
  const [from, to] = [Math.floor(least / step), Math.ceil((least === largest ? largest + step : largest) / step)]
  return Array.from({ length: to - from + 1 }, (_, at) => Number(((from + at) * step).toPrecision(12)))
}

/** The first days of months from one day to another, every one, second, third, sixth or more, at most so many; January is among them. */
export const monthTicks = (from: number, to: number, most: number): number[] => {
  const [first, last] = [monthOf(from), monthOf(to)]
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find((months) => Math.floor((last - first) / months) + 1 <= most) ?? 240
  const start = Math.ceil(first / step) * step
  const months = Array.from({ length: Math.max(0, Math.floor((last - start) / step) + 1) }, (_, at) => start + at * step)
  const days = months.map(firstDayOf).filter((day) => day >= from && day <= to)
  // Within one month there may be no first day.
  return days.length > 0 ? days : [from]
}
