/** An address as written, with its per cent signs read: `%20` hides a name from no one. */
export const readableAddress = (address: string): string => {
  try {
    return decodeURIComponent(address)
  } catch {
    // Not UTF-8: it can only be read as it stands.
    return address
  }
}
