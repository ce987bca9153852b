/** FNV-1a, 32 bits: enough to see that a cursor came from another list. */
const markOf = (text: string): string => {
  let mark = 0x81_1c_9d_c5
  for (const letter of text) mark = Math.imul(mark ^ (letter.codePointAt(0) ?? 0), 0x01_00_01_93) >>> 0
  return mark.toString(36)
}

/** A list and its filters. */
export interface Listed {
  name: string
  filters: object
}

const whole = ({ name, filters }: Listed): string => markOf(`${name} ${JSON.stringify(filters)}`)

const utf8 = new TextEncoder()

/**
 * Where a list goes on, opaque to clients: the last row that was shown, by what the list is ordered by. What comes in meanwhile moves
 * nothing behind it, so no row is left out or shown twice.
 */
export const writeCursor = (listed: Listed, after: string | null): string | null =>
  after === null ? null : new Uint8Array(utf8.encode(`${whole(listed)}:${after}`)).toBase64({ alphabet: 'base64url', omitPadding: true })

/** What was written, or `undefined` for what was not written for this list with these filters. */
export const readCursor = (listed: Listed, cursor: string): string | undefined => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(
      Uint8Array.fromBase64(cursor, { alphabet: 'base64url' }),
    )
    const mark = `${whole(listed)}:`
    return text.startsWith(mark) ? text.slice(mark.length) : undefined
  } catch {
    return undefined
  }
}
