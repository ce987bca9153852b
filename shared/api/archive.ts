/** What came of an archive that was read in. */
export interface ArchiveReply {
  /** The network that it is of. */
  from: string
  /** Milliseconds since 1970. */
  madeAt: number
  rows: number
  log: number
  /** Members who were added. */
  members: number
  /** Members of the archive whom this deployment knows already: they are not added by an archive, but by an invitation. */
  known: number
  /** Files in it that this version does not know. */
  unread: string[]
}
