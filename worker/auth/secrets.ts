/** Secrets that people and programs hold. The directory keeps their SHA-256 only. */
export const hashOf = async (secret: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))
  return new Uint8Array(digest).toHex()
}

/** 256 random bits, URL-safe. */
export const newSecret = (): string => crypto.getRandomValues(new Uint8Array(32)).toBase64({ alphabet: 'base64url', omitPadding: true })

/** A code that a person can type: letters and digits without look-alikes in groups of four; 12 are about 59 bits. */
export const newCode = (length = 12): string => {
  const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
  let code = ''
  // 248 is the largest multiple of 31 in a byte: what lies above would favour the first letters.
  while (code.length < length)
    for (const byte of crypto.getRandomValues(new Uint8Array(16))) if (byte < 248 && code.length < length) code += letters[byte % 31]
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

/** 8 digits, each as likely as the others. */
export const newDigits = (): string => {
  // 4.2 billion is the largest multiple of 100 million in 32 bits.
  for (;;) {
    const [number = 0] = crypto.getRandomValues(new Uint32Array(1))
    if (number < 4_200_000_000) return String(number % 100_000_000).padStart(8, '0')
  }
}

/** A typed code as it is hashed: case, spaces and dashes do not matter. */
export const plainCode = (code: string): string => code.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** Takes as long for any two hashes, alike or not. */
export const sameHash = (one: string, other: string): boolean => {
  const [a, b] = [new TextEncoder().encode(one), new TextEncoder().encode(other)]
  return a.byteLength === b.byteLength && crypto.subtle.timingSafeEqual(a, b)
}
