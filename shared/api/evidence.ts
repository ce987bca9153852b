import type { EvidenceKind } from '../domain/evidence-kinds.ts'
import type { Disposition, Evidence } from '../domain/entities.ts'

/** A clip, and what the rules let the reader ask for of it. */
export interface ListedClip {
  item: Evidence
  may: {
    /** Its kind and appraisal; and what it says of the idea that it supports, where that is one. */
    assess: boolean
    dismiss: boolean
    /** The ideas that it may be taken from, of the first ones that it supports. */
    detach: string[]
    /** The ideas of which it may be said whether the clip supports them, of the same ones. */
    direction: string[]
  }
}

/** One paper (or page) and its clips, duplicates joined by what identifies it. */
export interface Paper {
  /** The newest that fits the filters first, then the others, the newest first; as many as go into the reply. */
  clips: ListedClip[]
  /** How many clips there are of it in all, whatever the filters. */
  count: number
}

/** An idea that a clip supports, as a line beside it. */
export interface SupportedIdea {
  change: string
  topic: string
  disposition: Disposition
}

/**
 * GET /v1/networks/:network/evidence
 * Query: `topic` (a key of the settings, of an idea that the clip supports; or `none`), `kind` (or `unsaid`), `level` (1 to 5, or `none`),
 * `state` (`loose`, `attached` or `dismissed`; without it all but dismissed ones; `all`), `q` (words, or an identifier such as a DOI),
 * `after` (from `next`), `limit` (1 to 100 papers, default 30).
 */
export interface EvidenceReply {
  papers: Paper[]
  /** The ideas that the clips name, by id. */
  ideas: Record<string, SupportedIdea>
  /** How many clips fit; `null` for more than 1,000. */
  total: number | null
  next: string | null
}

/** Clips of one design on one topic. A clip of ideas on several topics stands in each; dismissed ones in none. */
export interface MapCell {
  /** '' for clips of ideas without a topic, and for loose ones. */
  topic: string
  /** `null`: nobody said it. */
  kind: EvidenceKind | null
  count: number
  /** Of them, how many support an idea that a site tested. */
  tested: number
  /** Of them, how many support an idea that improved something at a site. */
  improved: number
}

/** GET /v1/networks/:network/evidence/map: the cells that are not empty. */
export interface EvidenceMapReply {
  cells: MapCell[]
}
