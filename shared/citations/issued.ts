import type { Citation } from './citation.ts'

/** As English prints them short; BibTeX's macros are the same in small letters. */
export const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** Year, month and day of an item as far as they are known and can be: no month 0 or 13, no day without a month. */
export const issuedParts = ({ issued }: Citation): [year?: number, month?: number, day?: number] => {
  const [year, month, day] = issued?.['date-parts'][0] ?? []
  if (!year) return []
  if (!month || month > 12) return [year]
  return day && day <= 31 ? [year, month, day] : [year, month]
}
