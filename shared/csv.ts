/** A cell that a spreadsheet would take for a formula, behind spaces or in wide letters too (OWASP, "CSV injection"). */
const formula = /^[\s\u0000-\u001f]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/ // oxlint-disable-line no-control-regex -- they hide what follows
/** What no cell needs and some readers break on; line ends and tabs stay. */
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g // oxlint-disable-line no-control-regex -- they are what is removed

/** A text as a cell: never a formula, line ends as LF, in quotes where it has a separator, a quote or a line end. */
const textCell = (text: string): string => {
  const plain = text.replace(control, '').replace(/\r\n?/g, '\n')
  const safe = formula.test(plain) ? `'${plain}` : plain
  return /[",;\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One record by RFC 4180, CRLF at its end. Numbers are written as numbers, `null` is an empty cell. */
export const csvRecord = (cells: readonly (string | number | null)[]): string =>
  `${cells.map((cell) => (typeof cell === 'string' ? textCell(cell) : (cell ?? ''))).join(',')}\r\n`

/** Excel reads a file as UTF-8 only if it begins with this mark; other readers take it for what it is. */
export const byteOrderMark = '\ufeff'
