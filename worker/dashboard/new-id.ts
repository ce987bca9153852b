/** A UUID of version 7: 48 bits of time, then random bits. Ids name things and are never used as times. */
export const newId = (now: number = Date.now()): string => {
  const random = crypto.randomUUID()
  const time = now.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8, 12)}-7${random.slice(15)}`
}
