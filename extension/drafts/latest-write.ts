/**
 * Writes every keystroke, one write at a time: while one is on its way to the disk only the newest waits, so fast typing is
 * never behind and never piles up.
 */
export class NewestWriter<Kept> {
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
