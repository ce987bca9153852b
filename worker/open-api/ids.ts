/** A UUID of version 7 (RFC 9562): ids rise with time, by which comments are paged. */
export const newId = (now: number): string => {
  const random = crypto.getRandomValues(new Uint8Array(10)).toHex()
  return placed(now.toString(16).padStart(12, '0'), random)
}

const placed = (time: string, random: string): string =>
  `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-a${random.slice(3, 6)}-${random.slice(6, 18)}`

/** Another id that belongs to this one, always the same: of what a mutation makes. */
export const idBeside = async (id: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${id} made`))
  return placed(id.replaceAll('-', '').slice(0, 12), new Uint8Array(digest).toHex())
}
