import type { KnownIdentifier } from '../../shared/phi/detect.ts'

/** What a draft's page showed of patients. It lives in the open panel only. */
export interface PageMemory {
  known: readonly KnownIdentifier[]
  /** The page that the draft was begun on is gone, and what it showed is forgotten. */
  gone: boolean
  /** The computer's policy: what is uncertain counts as certain, so it is replaced, not answered. */
  strict?: boolean
  /** The computer's policy: what is clipped on it is not asked about at services outside. */
  noLookup?: boolean
}

export const nothingKnown: PageMemory = { known: [], gone: false }
