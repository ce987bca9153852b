/** Where a quoted cell ends: at a quote behind which its cell ends, spaces aside. -1 where there is none. */
const closing = (text: string, from: number, separator: string): number => {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') {
      at += 1
      continue
    }
    let next = at + 1
    while (text[next] === ' ') next += 1
    if (next >= text.length || text[next] === '\n' || text.startsWith(separator, next)) return at
  }
  return -1
}

/**
 * Records of a text by RFC 4180 with any separator, as spreadsheets write them. Lenient where people edited by hand: spaces before a quote, a
 * quote inside a cell that nobody doubled, a quote that is never closed (then it is a sign like any other).
 * @param separator Of one sign; empty for one cell a line.
 * @param text With LF as its only line end.
 */
export const splitRecords = (text: string, separator: string, most = Number.POSITIVE_INFINITY): string[][] => {
  const records: string[][] = []
  const divider = separator || '\u0000'
  let record: string[] = []
  // What was found ahead is not looked for again: a text without one of the signs would be read to its end for each cell.
  const nextAt = (sign: string, known: number, from: number): number => (known === -1 || known >= from ? known : text.indexOf(sign, from))
  let [at, lineEnd, found, lastQuote] = [0, -2, -2, text.lastIndexOf('"')]
  while (at <= text.length && records.length < most) {
    let begins = at
    while (text[begins] === ' ') begins += 1
    const close = text[begins] === '"' && begins < lastQuote ? closing(text, begins + 1, divider) : -1
    if (text[begins] === '"' && close < 0) lastQuote = -1
    const from = close < 0 ? at : close
    lineEnd = nextAt('\n', lineEnd, from)
    found = nextAt(divider, found, from)
    const end = found >= 0 && (lineEnd < 0 || found < lineEnd) ? found : lineEnd < 0 ? text.length : lineEnd
    record.push(close < 0 ? text.slice(at, end) : text.slice(begins + 1, close).replaceAll('""', '"'))
    if (end !== found) {
      records.push(record)
      record = []
    }
    at = end + 1
  }
  return records
}
