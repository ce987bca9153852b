import type { SaidCitation } from '../citations/citation.ts'
import type { ItemIds, Said, Service } from './assertion.ts'

/** What a service tells of one item. */
export interface LookupRecord {
  service: Service
  ids: ItemIds
  /** Whatever it says of the citation: `tidyCitation` makes one of it. */
  citation: SaidCitation
  /** MEDLINE's publication types, or the service's own. */
  publicationTypes: readonly string[]
  /** What it says of the item's standing; empty: it knows of nothing. */
  said: readonly Said[]
  /** The published version of a preprint, and preprints of a published item. */
  publishedAs?: ItemIds | undefined
  preprints?: readonly ItemIds[] | undefined
  /** Of a registry: whether it has results. */
  hasResults?: boolean | undefined
  /** Where it can be read by everybody. */
  openLink?: string | undefined
}

/** Why nothing is known: it does not have the item; it takes the request for wrong; it asks to wait; it fails; what it sent is no answer of its. */
export type LookupFailure = 'missing' | 'refused' | 'busy' | 'down' | 'unreadable'

export type Answer<Found> = { found: Found } | { failed: LookupFailure; waitSeconds?: number }

/** A reply as it came: never believed by its content type alone. */
export interface Reply {
  status: number
  body: string
  /** What its header `Retry-After` asks for. */
  waitSeconds?: number | undefined
}

/** Large answers of one item have some hundred kilobytes; what is larger is none. */
const longestBody = 4_000_000

const parsed = (body: string): unknown => {
  try {
    return body.length > longestBody ? undefined : (JSON.parse(body) as unknown)
  } catch {
    return undefined
  }
}

/** By status alone: `undefined` where the body must be read. The body of 429 holds the caller's address and is never kept. */
export const failureOf = ({ status, waitSeconds }: Reply): Exclude<Answer<never>, { found: never }> | undefined => {
  const wait = waitSeconds === undefined ? {} : { waitSeconds }
  if (status === 429 || status === 403) return { failed: 'busy', ...wait }
  if (status >= 500 || status === 408) return { failed: 'down', ...wait }
  if (status === 404 || status === 410) return { failed: 'missing' }
  if (status >= 400) return { failed: 'refused' }
  return status >= 200 && status < 300 ? undefined : { failed: 'unreadable' }
}

/**
 * JSON of a reply, whatever its content type says: text labelled JSON, HTML with 200 and an answer cut in the middle are
 * `unreadable`, never "not found", since nothing found would clear a paper.
 */
export const jsonOf = (reply: Reply): Answer<unknown> => {
  const failure = failureOf(reply)
  if (failure) return failure
  const value = parsed(reply.body)
  return value === undefined || value === null || typeof value !== 'object' ? { failed: 'unreadable' } : { found: value }
}
