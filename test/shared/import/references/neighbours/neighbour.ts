/** A made-up file as a tool writes it, and the fields that must come out of it, item by item in the file's order (`compare.ts` says how they are compared). */
export interface Neighbour {
  name: string
  /** Text of the file, or its bytes where the encoding is what it shows. */
  text: string | Uint8Array
  format: string
  items: readonly WantedItem[]
  /** Codes of what must be named, in order. */
  problems?: readonly string[]
}

export interface WantedItem {
  csl: Readonly<Record<string, unknown>>
  /** Other right values of a field. */
  accept?: Readonly<Record<string, readonly unknown[]>>
  mayLack?: readonly string[]
  /** Fields that must not be there. */
  absent?: readonly string[]
  standing?: string
}

const lines = (text: string, end: string): string => text.trimStart().replaceAll('\n', end)
export const crlf = (text: string): string => lines(text, '\r\n')
export const cr = (text: string): string => lines(text, '\r')

/** With its byte order mark, little or big endian. */
export const utf16 = (text: string, little: boolean): Uint8Array => {
  const units = [0xfe_ff, ...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))]
  return Uint8Array.from(units.flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])))
}
