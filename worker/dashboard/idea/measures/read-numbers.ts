import { limits } from '../../../../shared/domain/field-schemas.ts'
import type { Point } from '../../../../shared/domain/entities.ts'
import { day as dayLong } from '../../ui/dates.ts'
import { messages } from '../../i18n/bank.ts'

const largest = 1_000_000

/** Days since 1970 of a calendar day, or of the first of a month; `undefined` where there is no such day. */
const dayOf = (text: string): number | undefined => {
  const [, year = '', month = '', date = '01'] = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(text) ?? []
  const at = Date.UTC(Number(year), Number(month) - 1, Number(date))
  const found = new Date(at)
  return year && found.getUTCMonth() === Number(month) - 1 && found.getUTCDate() === Number(date) ? at / dayLong : undefined
}

/** "4.2", "4,2", "85 %" */
const numberOf = (text: string): number | undefined =>
  /^[+-]?\d+(?:[.,]\d+)?\s*%?$/.test(text) ? Number(text.replace('%', '').replace(',', '.').trim()) : undefined

/** A tab, a semicolon or a space divides; a comma does where the number has none of its own. */
const cellsOf = (line: string): string[] => {
  const divided = /[\t;]/.test(line) ? line.split(/[\t;]/) : line.replace(/^(\S+?),\s*/, '$1 ').split(/\s+(?!%)/)
  return divided.map((cell) => cell.replaceAll(/^"|"$/g, '').trim()).filter(Boolean)
}

/** What was pasted as days and values, or what is wrong with it and in which line. A heading in the first line is passed over. */
export const readNumbers = (text: string, now: number): Point[] | string => {
  const points = new Map<number, number>()
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const [cells, at] = [cellsOf(line), index + 1]
    if (cells.length === 0) continue
    const [first = '', second = ''] = cells
    const day = dayOf(first)
    if (day === undefined && points.size === 0 && !/\d/.test(line)) continue
    if (cells.length > 2) return messages.chart.columns({ line: at })
    if (day === undefined) return messages.chart.noDay({ line: at })
    const value = numberOf(second)
    if (value === undefined) return messages.chart.noNumber({ line: at })
    if (Math.abs(value) > largest) return messages.chart.tooLong({ line: at })
    if (day * dayLong > now) return messages.chart.ahead({ line: at })
    if (points.has(day)) return messages.chart.twice({ line: at })
    points.set(day, value)
    if (points.size > limits.points) return messages.chart.tooMany({ most: limits.points })
  }
  return points.size > 0 ? [...points].toSorted(([one], [other]) => one - other) : messages.chart.empty
}
