/** One import of a list of ideas, as far as the bank knows it. */
export interface ImportRun {
  run: string
  file: string
  by: string
  /** Milliseconds since 1970: when its first row came in. */
  at: number
  /** Ideas that it made, and how many of them are still there. */
  made: number
  left: number
}

/** GET /v1/networks/:network/imports: the last ones, newest first. */
export interface ImportsReply {
  runs: ImportRun[]
}

/** GET /v1/networks/:network/imports/:run: the ideas of it that are still there. */
export interface ImportedReply {
  ideas: string[]
}

/** POST /v1/networks/:network/imports/known: which of these ideas are in the bank. */
export interface KnownReply {
  known: string[]
}
/** So many are asked about at once. */
export const mostAskedAbout = 5000
