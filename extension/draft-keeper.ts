import type { GleanerDatabase } from './db.ts'
import type { DraftForm } from './draft.ts'
import { keepForm } from './drafts.ts'

interface Kept {
  database: GleanerDatabase
  id: string
  form: DraftForm
}

/**
 * Writes every keystroke, one write at a time: while one is on its way to the disk only the newest text waits, so fast
 * typing is never behind and never piles up.
 */
export class DraftKeeper {
  waiting: Kept | undefined
  writing: Promise<void> | undefined

  keep(kept: Kept): Promise<void> {
    this.waiting = kept
    this.writing ??= this.drain().finally(() => {
      this.writing = undefined
    })
    return this.writing
  }

  async drain(): Promise<void> {
    while (this.waiting) {
      const { database, id, form } = this.waiting
      this.waiting = undefined
      await keepForm(database, id, form)
    }
  }
}
