/** What of a Durable Object's storage goes back in time; Cloudflare has it, a server of one's own says that it has not. */
export type Recoverable = Pick<DurableObjectStorage, 'getCurrentBookmark' | 'getBookmarkForTime' | 'onNextSessionRestoreBookmark'>

/** Where to go back to: a moment (milliseconds since 1970) or a bookmark; neither asks for the bookmark of now alone. */
export interface RecoveryTarget {
  moment: number | null
  bookmark: string | null
}

/**
 * Sets where the bank begins at its next start, and answers the bookmark that leads back (of now, where nothing was set). Rejects with the
 * storage's own words: older than thirty days, no bookmark of this bank, no recovery here.
 * Source: Cloudflare, "SQLite-backed Durable Object Storage", PITR API.
 */
export const setRecovery = async (storage: Recoverable, { moment, bookmark }: RecoveryTarget): Promise<{ undo: string }> => {
  if (bookmark === null && moment === null) {
    const undo = await storage.getCurrentBookmark()
    // What workerd says that keeps none.
    if (/^[0-]*$/.test(undo)) throw new Error('This storage keeps no bookmarks: it has no point-in-time recovery.')
    return { undo }
  }
  return { undo: await storage.onNextSessionRestoreBookmark(bookmark ?? (await storage.getBookmarkForTime(moment ?? 0))) }
}
