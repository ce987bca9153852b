/** An address with the query's empty values left out, so that the same place has one address. */
export const address = (path: string, query: Record<string, string | undefined>): string => {
  const kept = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return kept.length > 0 ? `${path}?${new URLSearchParams(kept).toString()}` : path
}

/** `matchPath('/ideas/:id', path)` → the named parts, or `undefined`. */
export const matchPath = (pattern: string, path: string): Record<string, string> | undefined => {
  const [want, have] = [pattern.split('/'), path.split('/')]
  if (want.length !== have.length) return undefined
  const parts: Record<string, string> = {}
  for (const [index, segment] of want.entries()) {
    const given = have[index] ?? ''
    if (segment.startsWith(':') && given) parts[segment.slice(1)] = given
    else if (segment !== given) return undefined
  }
  return parts
}
