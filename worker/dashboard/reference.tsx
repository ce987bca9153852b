import type { Citation, Name } from '../../shared/citation.ts'
import { words } from './strings.ts'

const authorsNamed = 6

const initials = (given: string): string =>
  given
    .split(/[\s.-]+/)
    .map((part) => part.charAt(0).toUpperCase())
    .join('')

const author = (name: Name): string => ('literal' in name ? name.literal : `${name.family}${name.given ? ` ${initials(name.given)}` : ''}`)

const authors = (citation: Citation): string => {
  const all = (citation.author ?? []).map(author)
  return all.length > authorsNamed ? `${all.slice(0, authorsNamed).join(', ')}, et al.` : all.length > 0 ? `${all.join(', ')}.` : ''
}

const place = (citation: Citation): string => {
  const year = citation.issued?.['date-parts'][0]?.[0]
  const where = `${citation.volume ?? ''}${citation.issue ? `(${citation.issue})` : ''}`
  const pages = citation.page ? `:${citation.page}` : ''
  return [year, where || pages ? `${where}${pages}` : ''].filter(Boolean).join(';')
}

/** A citation as medical journals print it (Vancouver). */
export const Reference = ({ citation }: { citation: Citation }) => {
  const title = citation.title?.replace(/\.$/, '') ?? words.evidence.untitled
  const parts = place(citation)
  return (
    <cite class="reference">
      {authors(citation)} <b>{title}.</b> {citation['container-title'] && <i>{citation['container-title'].replace(/\.$/, '')}.</i>}{' '}
      {parts && `${parts}.`}
    </cite>
  )
}
