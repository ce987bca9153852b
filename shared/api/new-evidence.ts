import * as v from 'valibot'
import type { Citation } from '../citations/citation.ts'
import { searchSchema } from '../domain/evidence-question.ts'
import type { EvidenceKind } from '../domain/evidence-kinds.ts'
import type { Message } from '../i18n/message.ts'
import type { ItemIds } from '../lookups/assertion.ts'

/** How the search of an idea did at one service. */
export interface SearchedAt {
  service: 'pubmed' | 'europepmc'
  /** When it last answered, in milliseconds since 1970; 0: not yet. */
  at: number
  /** Papers that it has in the time that is searched, and whether they are more than are read (the newest are). */
  count: number
  tooMany: boolean
  /** Words and fields that it does not have, and left out. */
  notFound: string[]
  /** It gave no answer the last time. */
  failed: boolean
  /** It does not know a field of this search, and is not asked. */
  unknown: boolean
}

/** A paper that the search of an idea found, as it is offered. */
export interface NewPaper {
  ids: ItemIds
  citation: Citation
  /** What it seems to be, by what, and the level of that design; nobody has said it. */
  kind: EvidenceKind | null
  reason?: Message
  level?: number
  /** When it was first found, in milliseconds since 1970. */
  seen: number
  doubted: boolean
  /** What it would change for the idea if it supports it. */
  changes: Message[]
}

/** GET /v1/networks/:network/ideas/:id/new-evidence */
export interface NewEvidenceReply {
  /** `off`: this network sends no searches; `refused`: it may be about a patient, and is not sent; `waiting`: not answered yet. */
  state: 'off' | 'none' | 'refused' | 'waiting' | 'found'
  services: SearchedAt[]
  /** When it is searched next, in milliseconds since 1970. */
  next: number | null
  /** Those that wait, the weightiest first; at most 50 of `waiting`. */
  papers: NewPaper[]
  waiting: number
  /** Found since the asked time, and how many of those are randomised trials. */
  fresh: number
  randomised: number
}

/** GET /v1/networks/:network/new-evidence: ideas for which new papers wait, those with the most since the asked time first. */
export interface WaitingEvidenceReply {
  ideas: { id: string; change: string; waiting: number; fresh: number; randomised: number }[]
}

/** POST /v1/networks/:network/searches: counts what a search would find, without keeping it. */
export const triedSchema = v.object({ search: searchSchema })
export interface TriedReply {
  services: (Pick<SearchedAt, 'service' | 'count' | 'notFound' | 'unknown'> & {
    /** Of these, added in the last year. */
    lastYear: number
    understood: string
    /** It gave no answer. */
    failed: boolean
  })[]
}
