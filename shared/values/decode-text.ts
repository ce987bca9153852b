/** The signs of Windows-1252 from 0x80 to 0x9f; the five that it leaves free stand for themselves (WHATWG Encoding, index windows-1252). */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Seven times as fast as to spread them. */
const textOfSome = (units: Uint16Array): string => String.fromCharCode.apply(undefined, units as unknown as number[])

/** As many units as a call takes. */
const most = 8192
const textOfUnits = (units: Uint16Array): string => {
  const parts: string[] = []
  for (let at = 0; at < units.length; at += most) parts.push(textOfSome(units.subarray(at, at + most)))
  return parts.join('')
}

const utf16 = (bytes: Uint8Array, from: number, little: boolean): string => {
  const units = new Uint16Array((bytes.length - from) >> 1)
  for (let at = 0; at < units.length; at += 1) {
    const [one = 0, other = 0] = [bytes[from + 2 * at], bytes[from + 2 * at + 1]]
    units[at] = little ? one | (other << 8) : (one << 8) | other
  }
  return textOfUnits(units)
}

/** How many bytes a sign of UTF-8 has that begins there, as the standard allows it (no overlong form, no half of a pair); 0: none does. */
const lengthAt = (bytes: Uint8Array, at: number): number => {
  const [first = 0, second = 0] = [bytes[at], bytes[at + 1]]
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0
  for (let next = 1; next < length; next += 1) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0
  const least = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80
  const greatest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf
  return length > 2 && (second < least || second > greatest) ? 0 : length
}

/** Whether the bytes beyond ASCII are rather signs of UTF-8 than single ones of Windows-1252. */
const isUtf8 = (bytes: Uint8Array): boolean => {
  let [signs, single] = [0, 0]
  for (let at = 0; at < bytes.length;) {
    const length = (bytes[at] ?? 0) < 0x80 ? 1 : lengthAt(bytes, at)
    if (length > 1) signs += 1
    if (length === 0) single += 1
    at += length || 1
  }
  return signs > single
}

const byBytes = (bytes: Uint8Array, from: number): string => {
  const utf8 = isUtf8(bytes)
  const units = new Uint16Array(bytes.length - from)
  let end = 0
  for (let at = from; at < bytes.length;) {
    const first = bytes[at] ?? 0
    const length = first < 0x80 ? 1 : utf8 ? lengthAt(bytes, at) : 0
    if (length === 0) units[end] = first < 0xa0 ? windows1252.charCodeAt(first - 0x80) : first
    if (length === 1) units[end] = first
    if (length > 1) {
      let code = first & (0xff >> (length + 1))
      for (let next = 1; next < length; next += 1) code = (code << 6) | ((bytes[at + next] ?? 0) & 0x3f)
      if (code > 0xff_ff) {
        units[end] = 0xd7c0 + (code >> 10)
        end += 1
        code = 0xdc00 | (code & 0x3ff)
      }
      units[end] = code
    }
    end += 1
    at += length || 1
  }
  return textOfUnits(units.subarray(0, end))
}

/** Every second byte of a text in UTF-16 is zero where its letters are Latin ones. */
const zeros = (bytes: Uint8Array, odd: number): number => {
  const start = bytes.subarray(0, 2000)
  return start.filter((byte, at) => byte === 0 && at % 2 === odd).length / Math.max(1, start.length / 2)
}

/**
 * The text of a file in UTF-8 or UTF-16, with or without a byte order mark, or else in Windows-1252 (of which Latin-1's letters are
 * a part). A byte that is none of UTF-8 in a file that else is stands for its sign in Windows-1252: nothing of a text is lost,
 * and nothing throws. Without the mark.
 */
export const decodeText = (bytes: Uint8Array): string => {
  const [one, two, three] = bytes
  if (one === 0xff && two === 0xfe) return utf16(bytes, 2, true)
  if (one === 0xfe && two === 0xff) return utf16(bytes, 2, false)
  if (one === 0xef && two === 0xbb && three === 0xbf) return byBytes(bytes, 3)
  if (zeros(bytes, 1) > 0.4 && zeros(bytes, 0) < 0.1) return utf16(bytes, 0, true)
  if (zeros(bytes, 0) > 0.4 && zeros(bytes, 1) < 0.1) return utf16(bytes, 0, false)
  return byBytes(bytes, 0)
}
