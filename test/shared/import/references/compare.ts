import type { Citation } from '../../../../shared/citations/citation.ts'
import type { WantedItem } from './neighbours/neighbour.ts'

const text = (value: unknown): string =>
  (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
    .normalize('NFC')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()

const title = (value: unknown): string => text(value).replace(/\.$/, '')

const nameText = (value: unknown): string => {
  const name = value as Readonly<Record<string, string | undefined>>
  const family = [name['non-dropping-particle'] ?? name['dropping-particle'], name['family'], name['suffix']].filter(Boolean).join(' ')
  const given = text(name['given']).replace(/\./g, ' ').replace(/\s+/g, ' ').trim()
  return (name['literal'] === undefined ? `${text(family)} | ${given}` : text(name['literal'])).replace(/ (Jr|Sr)\.(?= |$)/, ' $1')
}
const names = (value: unknown): string => ((value ?? []) as unknown[]).map(nameText).join('; ')

/** Of one field of a citation, whether it is what is wanted: white space, Unicode forms, dashes, apostrophes and a closing full stop aside. */
const isRight = (field: string, found: unknown, wanted: unknown, keepsAuthors?: number): boolean => {
  if (field === 'author') {
    const [some, all] = [(found ?? []) as unknown[], (wanted ?? []) as unknown[]]
    return keepsAuthors === undefined
      ? names(some) === names(all)
      : some.length >= keepsAuthors && names(some) === names(all.slice(0, some.length))
  }
  if (field === 'issued')
    return (
      JSON.stringify((found as { 'date-parts': unknown } | undefined)?.['date-parts']) ===
      JSON.stringify((wanted as { 'date-parts': unknown })['date-parts'])
    )
  if (field === 'DOI') return text(found).toLowerCase() === text(wanted).toLowerCase()
  if (field === 'ISSN') {
    const all = new Set([wanted].flat().map(text))
    const some = text(found).split(', ')
    return some.length > 0 && some.every((one) => all.has(one))
  }
  return field === 'title' ? title(found) === title(wanted) : text(found) === text(wanted)
}

/** The fields of an item that are not as they should be, in words. */
export const differences = (citation: Citation, wanted: WantedItem, keepsAuthors?: number): string[] => {
  const found = citation as unknown as Readonly<Record<string, unknown>>
  const wrong = Object.entries(wanted.csl).flatMap(([field, value]) => {
    const missing = found[field] === undefined || text(found[field]) + names(Array.isArray(found[field]) ? found[field] : []) === ''
    const nothing = Array.isArray(value) ? value.length === 0 : value === ''
    if (found[field] === undefined && missing && (nothing || wanted.mayLack?.includes(field))) return []
    const right = [value, ...(wanted.accept?.[field] ?? [])].some((one) => isRight(field, found[field], one, keepsAuthors))
    return right ? [] : [`${field}: ${JSON.stringify(found[field])} instead of ${JSON.stringify(value)}`]
  })
  const extra = (wanted.absent ?? []).flatMap((field) =>
    found[field] === undefined ? [] : [`${field}: ${JSON.stringify(found[field])} is too much`],
  )
  const standing =
    wanted.standing !== undefined && wanted.standing !== citation.standing
      ? [`standing: ${citation.standing} instead of ${wanted.standing}`]
      : []
  return [...wrong, ...extra, ...standing]
}
