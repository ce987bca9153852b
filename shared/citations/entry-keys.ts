import type { Citation } from './citation.ts'

const letters = (text: string): string => text.normalize('NFKD').replace(/[^A-Za-z0-9]/g, '')

const keyBase = (citation: Citation): string => {
  const [author] = citation.author ?? []
  const name = author ? ('family' in author ? author.family : (author.literal.split(' ')[0] ?? '')) : ''
  const word =
    (citation.title ?? '')
      .split(/\s+/)
      .map(letters)
      .find((part) => part.length > 3) ?? ''
  return `${letters(name).toLowerCase() || 'anon'}${citation.issued?.['date-parts'][0]?.[0] ?? ''}${word.toLowerCase().slice(0, 20)}`
}

/** Gives the citations of one file their keys, all different: the second "smith2016sepsis" is "smith2016sepsis2". */
export const newKeys = (): ((citation: Citation) => string) => {
  const used = new Set<string>()
  const next = new Map<string, number>()
  return (citation) => {
    const base = keyBase(citation)
    let count = next.get(base) ?? 1
    let key = count === 1 ? base : `${base}${count}`
    while (used.has(key)) key = `${base}${(count += 1)}`
    used.add(key)
    next.set(base, count + 1)
    return key
  }
}
