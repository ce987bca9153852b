/**
 * Writes every keystroke, one write at a time: while a write runs, only the newest value waits, so that fast typing never
 * queues up.
 */
export class LatestWriteWins<Kept> {
  readonly write: (kept: Kept) => Promise<void>
  waiting: { kept: Kept } | undefined
  writing: Promise<void> | undefined

  constructor(write: (kept: Kept) => Promise<void>) {
    this.write = write
  }

  /** Resolves when nothing waits any more. */
  keep(kept: Kept): Promise<void> {
    this.waiting = { kept }
    this.writing ??= this.drain().finally(() => {
      this.writing = undefined
    })
    return this.writing
  }

  async drain(): Promise<void> {
    while (this.waiting) {
      const { kept } = this.waiting
      this.waiting = undefined
      await this.write(kept)
    }
  }
}
