import type { Identified } from '../citations/citation-keys.ts'

/** One import of a list of ideas or of a file of references, as far as the bank knows it. */
export interface ImportRun {
  run: string
  /** What it brought. */
  of: 'ideas' | 'evidence'
  file: string
  by: string
  /** Milliseconds since 1970: when its first row came in. */
  at: number
  /** Ideas or clips that it made, and how many of them are still there. */
  made: number
  left: number
}

/** GET /v1/networks/:network/imports: the last ones, newest first. */
export interface ImportsReply {
  runs: ImportRun[]
}

/** GET /v1/networks/:network/imports/:run: the ideas and clips of it that are still there. */
export interface ImportedReply {
  ideas: string[]
  evidence: string[]
}

/** POST /v1/networks/:network/imports/known: which of these ideas are in the bank. */
export interface KnownReply {
  known: string[]
}
/** So many are asked about at once. */
export const mostAskedAbout = 5000

/** A clip with what tells its item. */
export interface KnownClip {
  id: string
  citation: Identified
}

/** POST /v1/networks/:network/imports/known-clips: those of these clips that are in the bank, and what tells them and the clips that have one of these keys (`citationKeys`). */
export interface KnownClipsReply {
  known: string[]
  clips: KnownClip[]
}
/** So many clips, and so many keys, are asked about at once. */
export const mostClipsAskedAbout = 500
