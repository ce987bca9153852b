import type { Message } from '../../shared/i18n/message.ts'
import type { Citation, Name } from '../../shared/citations/citation.ts'
import type { EvidenceKind } from '../../shared/domain/evidence-kinds.ts'
import { limits } from '../../shared/domain/field-schemas.ts'
import type { Draft, DraftForm } from '../store/draft.ts'

/** What the form shows of an item: as read, where the person did not say otherwise. */
export interface ClipFields {
  title: string
  address: string
  byline: string
  /** Where it is found: its DOI, or the host of its page. */
  place: string
  quote: string
  quoteCut: boolean
  /** As the person said it; a suggestion becomes no kind by being left as it is. */
  kind: EvidenceKind | null
  suggested: EvidenceKind | null
  /** From which words it is suggested. */
  kindReason: Message | string
}

const shownNames = 3

const nameOf = (name: Name): string =>
  'literal' in name
    ? name.literal
    : [name.family, (name.given ?? '').replaceAll(/(\p{L})[\p{L}'’-]*\.?\s*/gu, '$1')].filter(Boolean).join(' ')

const namesOf = (names: readonly Name[] = []): string =>
  names.slice(0, shownNames).map(nameOf).join(', ') + (names.length > shownNames ? ' et al.' : '')

/** Authors, journal, year and pages in the order of a reference list. */
export const bylineOf = ({ author, 'container-title': journal, publisher, issued, volume, issue, page }: Citation): string => {
  const year = issued?.['date-parts'][0]?.[0]?.toString()
  const inside = [volume && issue ? `${volume}(${issue})` : volume, page].filter(Boolean).join(':')
  return [namesOf(author), journal ?? publisher, [year, inside].filter(Boolean).join(';')].filter(Boolean).join(' · ')
}

/** Addresses of the browser itself and of files name nothing that a colleague could open. */
export const webAddress = (address: string): string => (/^https?:\/\/\S+$/i.test(address) ? address : '')

/** A plain page without a name of its own is called by its host already. */
const placeOf = ({ DOI, PMID, URL: address, ...named }: Citation): string => {
  if (DOI) return `doi:${DOI}`
  if (PMID) return `PMID ${PMID}`
  const host = URL.parse(address ?? '')?.hostname ?? ''
  return [named.publisher, named['container-title'], named.title].includes(host) ? '' : host
}

export const fieldsOf = ({ source, address, name, selection }: Draft, form: DraftForm): ClipFields => ({
  title: form.title ?? (source ? (source.citation.title ?? '') : webAddress(address) && name),
  address: form.address ?? source?.citation.URL ?? webAddress(address),
  byline: source ? bylineOf(source.citation) : '',
  place: source ? placeOf(source.citation) : '',
  quote: form.quote ?? source?.quote?.exact ?? selection,
  quoteCut: (source?.quote?.exact.length ?? 0) >= limits.quote,
  kindReason: source?.kindReason ?? '',
  suggested: source?.kind ?? null,
  kind: form.kind,
})
