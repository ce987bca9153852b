/** The last time and counter that ids were made with: ids of one process rise even when the clock is set back. */
let lastTime = 0
let counter = 0

/**
 * A UUID of version 7 (RFC 9562): 48 bits of time, 12 bits of counter, 62 random bits. Ids name things and are never
 * used as times. Rising ids keep the B-trees that they are stored in small.
 */
export const newId = (now: number = Date.now()): string => {
  if (now > lastTime) [lastTime, counter] = [now, 0]
  else if ((counter += 1) > 0xfff) [lastTime, counter] = [lastTime + 1, 0]
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  const random = Array.from(bytes, (byte, index) => (index === 0 ? (byte & 0x3f) | 0x80 : byte).toString(16).padStart(2, '0')).join('')
  const time = lastTime.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${random.slice(0, 4)}-${random.slice(4)}`
}
