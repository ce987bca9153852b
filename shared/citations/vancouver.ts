import type { Citation, Name } from './citation.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const suffix = /\s+(Jr|Sr|I{2,3}|IV|2nd|3rd)\.?$/i

/** "Van Dyke Jr", "Jan A." → "Van Dyke JA Jr", as Vancouver writes names; groups as they are. */
const vancouverName = (name: Name): string => {
  if (!('family' in name)) return name.literal
  const tail = suffix.exec(name.family)?.[1] ?? ''
  const initials = (name.given ?? '')
    .split(/[\s.]+/)
    .flatMap((word) => word.split('-'))
    .map((word) => (/^\p{Lu}{2,3}$/u.test(word) ? word : (/\p{L}/u.exec(word)?.[0] ?? '').toUpperCase()))
    .join('')
  return [name.family.replace(suffix, ''), initials, tail].filter(Boolean).join(' ')
}

const authors = (names: readonly Name[], most: number): string => {
  const shown = names.slice(0, most).map(vancouverName)
  return names.length > most ? [...shown, 'et al'].join(', ') : shown.join(', ')
}

/** "1348-1359" → "1348-59". */
const shortPages = (pages: string): string => {
  const [, from = '', to = ''] = /^(\d+)\s*[-–]\s*(\d+)$/.exec(pages) ?? []
  if (!from || from.length !== to.length) return pages
  let same = 0
  while (same < to.length - 1 && from[same] === to[same]) same += 1
  return `${from}-${to.slice(same)}`
}

const dateOf = ({ issued }: Citation): string => {
  const [year, month, day] = issued?.['date-parts'][0] ?? []
  return [year, month && months[month - 1], day].filter(Boolean).join(' ')
}

/** "2016 Nov;3(2):10-9": an article in an issue is dated by the year alone. */
const source = (citation: Citation): string => {
  const { volume, issue, page } = citation
  const date = volume ? String(citation.issued?.['date-parts'][0]?.[0] ?? '') : dateOf(citation)
  const place = `${volume ?? ''}${issue ? `(${issue})` : ''}${page ? `:${shortPages(page)}` : ''}`
  return [date, place].filter(Boolean).join(place.startsWith(':') ? '' : ';')
}

const sentence = (text: string | undefined): string => (text ? (/[.?!]$/.test(text) ? text : `${text}.`) : '')

const identifiers = ({ DOI, PMID, PMCID, number }: Citation): string[] => [
  ...(DOI ? [`doi: ${DOI}.`] : []),
  ...(PMID ? [`PMID: ${PMID}.`] : []),
  ...(PMCID ? [`PMCID: ${PMCID}.`] : []),
  ...(number && !DOI ? [`${number}.`] : []),
]

/**
 * A citation as one line of plain text in the Vancouver style (ICMJE; National Library of Medicine's Citing Medicine): at
 * most six authors by default, then "et al"; pages shortened; identifiers last. A page without one ends in its address.
 */
export const vancouver = (citation: Citation, { mostAuthors = 6 }: { mostAuthors?: number } = {}): string => {
  const journal = citation['container-title']
  const online = citation.type === 'webpage' || (!journal && !citation.DOI && !citation.PMID)
  const publisher = journal ? '' : [citation.publisher, source(citation)].filter(Boolean).join('; ')
  const parts = [
    sentence(authors(citation.author ?? [], mostAuthors)),
    online ? sentence(`${(citation.title ?? '').replace(/\.$/, '')} [Internet]`) : sentence(citation.title),
    sentence(journal),
    sentence(journal ? source(citation) : publisher),
    ...identifiers(citation),
    online && citation.URL ? `Available from: ${citation.URL}` : '',
  ]
  return parts.filter(Boolean).join(' ')
}
