/**
 * A text that a spreadsheet would take for a formula (OWASP, "CSV injection"): its first sign that is seen is = + - or @, in whatever
 * width (NFKC), behind spaces and signs that are not seen; or it begins with a tab or a line end, which moves to where it is read anew.
 */
const isFormula = (text: string): boolean => /^[\t\r\n]/.test(text) || /^[=+\-@]/.test(seen(text).slice(0, 4).normalize('NFKC'))
/** From the first sign on that is seen: neither a space, nor blank, nor a mark on nothing. */
const seen = (text: string): string =>
  text.replace(/^[\s\p{Z}\p{C}\p{Default_Ignorable_Code_Point}\p{M}\u2800\ufffc\u{13441}\u{13442}\u{1d159}]+/u, '')
/** What no cell needs and some readers break on; line ends and tabs stay. */
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g // oxlint-disable-line no-control-regex -- they are what is removed

/** A text as a cell: never a formula, line ends as LF, in quotes where it has a separator, a quote or a line end. */
const textCell = (text: string): string => {
  const plain = text.replace(control, '').replace(/\r\n?/g, '\n')
  const safe = isFormula(plain) ? `'${plain}` : plain
  return /[",;\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One record by RFC 4180, CRLF at its end. Numbers are written as numbers, `null` is an empty cell. */
export const csvRecord = (cells: readonly (string | number | null)[]): string =>
  `${cells.map((cell) => (typeof cell === 'string' ? textCell(cell) : (cell ?? ''))).join(',')}\r\n`

/** Excel reads a file as UTF-8 only if it begins with this mark; other readers take it for what it is. */
const byteOrderMark = '\ufeff'

/** How each CSV file begins: the mark, and the names of its columns. */
export const csvHead = (columns: readonly string[]): string => byteOrderMark + csvRecord(columns)

/** A moment (ISO 8601, UTC) as spreadsheets take it for a date: without its milliseconds and `Z`. "2026-11-30T05:42:51". */
export const csvTime = (iso: string): string => iso.slice(0, 19)
