/**
 * How an access token is written: a prefix that scanners for leaked secrets know by itself, 40 random letters and digits (238 bits), and
 * six of a check sum (CRC-32), by which a mistyped or made-up one is told without asking anybody.
 */
const prefixes = { person: 'glnr_pat_', service: 'glnr_svc_' } as const
export type TokenKind = keyof typeof prefixes

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const form = /^(glnr_(?:pat|svc)_[\dA-Za-z]{40})([\dA-Za-z]{6})$/

/** CRC-32 as in ISO 3309, of ASCII. */
const crc32 = (text: string): number => {
  let crc = 0xff_ff_ff_ff
  for (const letter of text) {
    crc ^= letter.charCodeAt(0)
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xed_b8_83_20 : 0)
  }
  return (crc ^ 0xff_ff_ff_ff) >>> 0
}

const checkSum = (text: string): string => {
  let [rest, sum] = [crc32(text), '']
  for (let place = 0; place < 6; place += 1) {
    sum = digits[rest % 62] + sum
    rest = Math.floor(rest / 62)
  }
  return sum
}

export const newTokenText = (kind: TokenKind): string => {
  let text = ''
  // 248 is the largest multiple of 62 in a byte: what lies above would favour the first digits.
  while (text.length < 40)
    for (const byte of crypto.getRandomValues(new Uint8Array(48))) if (byte < 248 && text.length < 40) text += digits[byte % 62]
  return `${prefixes[kind]}${text}${checkSum(`${prefixes[kind]}${text}`)}`
}

/** The token of an `authorization` header, if it can be one. */
export const tokenTextIn = (header: string | undefined): string | undefined => {
  const said = header?.match(/^Bearer +(\S+) *$/i)?.[1]
  const parts = said?.match(form)
  return parts?.[1] && checkSum(parts[1]) === parts[2] ? said : undefined
}
