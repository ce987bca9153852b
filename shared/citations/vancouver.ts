import type { Citation, Name } from './citation.ts'
import { issuedParts, months } from './issued.ts'
import { initialsOf, namePartsOf } from './name-parts.ts'

/** "Van Dyke Jr", "Jan A." → "Van Dyke JA Jr", as Vancouver writes names; groups as they are. */
const vancouverName = (name: Name): string => {
  const parts = namePartsOf(name)
  return 'literal' in parts ? parts.literal : [parts.family, initialsOf(parts.given), parts.suffix].filter(Boolean).join(' ')
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

const dateOf = (citation: Citation): string => {
  const [year, month, day] = issuedParts(citation)
  return [year, month && months[month - 1], day].filter(Boolean).join(' ')
}

/** "2016 Nov;3(2):10-9": an article in an issue is dated by the year alone. */
const source = (citation: Citation): string => {
  const { volume, issue, page } = citation
  const date = volume ? String(issuedParts(citation)[0] ?? '') : dateOf(citation)
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

/** What an item stands in that is no journal: a chapter's book, a paper's conference. */
const isPart = ({ type }: Citation): boolean => /^(?:chapter|paper-conference|entry)/.test(type)

/** What is whole by itself stands in a series, if in anything. */
const isWhole = ({ type }: Citation): boolean => /^(?:book|report|thesis|standard)$/.test(type)

const titleOf = (citation: Citation, online: boolean): string => {
  const title = citation.title ?? ''
  const medium = [citation.type === 'thesis' ? 'dissertation' : '', online ? 'Internet' : ''].filter(Boolean).join(' on the ')
  return medium ? sentence(`${title.replace(/\.$/, '')} [${medium}]`) : sentence(title)
}

/** "BMJ Qual Saf. 2021;12(3):1348-59." or "In: Manual. Publisher; 2015. p. 33-48." or "Publisher; 2009." */
const whereabouts = (citation: Citation): string[] => {
  const { 'container-title': container, publisher, page } = citation
  if (container && !isPart(citation) && !isWhole(citation)) return [sentence(container), sentence(source(citation))]
  const imprint = [publisher, container ? dateOf(citation) : source(citation)].filter(Boolean).join('; ')
  if (!container) return [sentence(imprint)]
  if (isWhole(citation)) return [sentence(imprint), `(${container}).`]
  return [sentence(`In: ${container}`), sentence(imprint), page ? sentence(`p. ${shortPages(page)}`) : '']
}

/**
 * A citation as one line of plain text in the Vancouver style (ICMJE; National Library of Medicine's Citing Medicine): at
 * most six authors by default, then "et al"; pages shortened; identifiers last. A page on the web ends in its address.
 */
export const vancouver = (citation: Citation, { mostAuthors = 6 }: { mostAuthors?: number } = {}): string => {
  const { type, URL, DOI, PMID } = citation
  const online = URL !== undefined && (type === 'webpage' || (!citation['container-title'] && !DOI && !PMID))
  const parts = [
    sentence(authors(citation.author ?? [], mostAuthors)),
    titleOf(citation, online),
    ...whereabouts(citation),
    ...identifiers(citation),
    online ? `Available from: ${URL}` : '',
  ]
  return parts.filter(Boolean).join(' ')
}
