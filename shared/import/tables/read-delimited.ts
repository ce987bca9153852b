import { type Sheet, tableLimits } from './cell.ts'
import { splitRecords } from './split-records.ts'

/** In the order in which they win where two divide a file alike. */
const separators = ['\t', ';', '|', ','] as const
const sampled = 200

/** How well a sign divides a text: the share of its rows that have the usual number of cells, more than one. */
const fit = (text: string, separator: string): { share: number; columns: number } => {
  const rows = splitRecords(text, separator, sampled).filter((row) => row.some((cell) => cell.trim() !== ''))
  const counts = new Map<number, number>()
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1)
  const [columns = 1, often = 0] = [...counts].toSorted(([, one], [, other]) => other - one)[0] ?? []
  // Behind the comma of a sentence stands a space; between two cells there is none.
  const divided = rows.filter(({ length }) => length > 1)
  const prose = separator === ',' && divided.every((row) => row.slice(1).every((cell) => cell.startsWith(' ')))
  return { share: prose || rows.length === 0 ? 0 : often / rows.length, columns }
}

/** The sign that divides the cells, or nothing where each line is one cell. */
const separatorOf = (text: string): string => {
  const fits = separators.map((separator) => ({ separator, ...fit(text, separator) })).filter(({ share }) => share >= 0.5)
  const best = Math.max(0, ...fits.map(({ share }) => share))
  return fits.filter(({ share }) => share > best - 0.1).toSorted((one, other) => other.columns - one.columns)[0]?.separator ?? ''
}

/**
 * A pasted or saved table of text as a sheet. Excel's "sep=" line is read and stays an empty row, so that rows have the numbers that the file shows.
 * @param text Decoded; any line ends.
 */
export const readDelimited = (text: string, name: string): { sheet: Sheet; separator: string } => {
  const plain = text
    .replace(/^\ufeff/, '')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\u0000', '')
  const said = /^"?sep=(.)"?[ \t]*\n/i.exec(plain)
  const body = said ? plain.slice(said[0].length) : plain
  const separator = said?.[1] ?? separatorOf(body)
  const records = splitRecords(body.replace(/\n+$/, ''), separator, tableLimits.rows + 1)
  const rows = records.map((record) => record.slice(0, tableLimits.columns).map((cell) => ({ text: cell.trim() })))
  return { sheet: { name, hidden: false, rows: said ? [[], ...rows] : rows }, separator }
}
