import type { Name } from '../citations/citation.ts'
import type { Evidence } from '../domain/entities.ts'
import { levelByDesign } from '../domain/evidence-kinds.ts'
import { shownStanding } from '../rules/evidence-standing.ts'
import { csvHead, csvRecord, csvTime } from './csv.ts'

type Column = readonly [name: string, cell: (clip: Evidence, dateOf: (at: number) => string) => string | number | null]

const nameOf = (name: Name): string => ('family' in name ? [name.family, name.given].filter(Boolean).join(', ') : name.literal)

const columns: readonly Column[] = [
  ['id', ({ id }) => id],
  ['title', ({ citation }) => citation.title ?? ''],
  ['authors', ({ citation: { author = [] } }) => author.map(nameOf).join('; ')],
  ['year', ({ citation }) => citation.issued?.['date-parts'][0]?.[0] ?? null],
  ['published_in', ({ citation }) => citation['container-title'] ?? ''],
  ['volume', ({ citation }) => citation.volume ?? ''],
  ['issue', ({ citation }) => citation.issue ?? ''],
  ['pages', ({ citation }) => citation.page ?? ''],
  ['doi', ({ citation }) => citation.DOI ?? ''],
  ['pmid', ({ citation }) => citation.PMID ?? ''],
  ['url', ({ citation }) => citation.URL ?? ''],
  ['standing', (clip) => shownStanding(clip) ?? ''],
  ['kind', ({ kind }) => kind ?? ''],
  ['level_by_design', ({ kind }) => levelByDesign(kind) ?? null],
  ['sentence', ({ quote }) => quote?.exact ?? ''],
  ['note', ({ note }) => note],
  ['link', ({ link }) => link],
  ['site', ({ site }) => site],
  ['ideas', ({ ideas }) => ideas.join('; ')],
  ['clipped_at', ({ clippedAt }, dateOf) => csvTime(dateOf(clippedAt))],
]

/** The head of clips as CSV: RFC 4180, no text is read as a formula, times in UTC. */
export const evidenceHead = csvHead(columns.map(([name]) => name))
export const evidenceRecord = (clip: Evidence, dateOf: (at: number) => string): string =>
  csvRecord(columns.map(([, cell]) => cell(clip, dateOf)))
