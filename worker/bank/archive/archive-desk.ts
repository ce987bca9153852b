import { RpcTarget } from 'cloudflare:workers'
import type { ArchivedEntry, ArchivedRow } from '../../../shared/archive/archive-format.ts'
import type { Kind } from '../../../shared/domain/entities.ts'
import type { Page } from '../rows/read-page.ts'
import type { NetworkStore } from '../storage/store.ts'
import { beginToListen } from '../webhooks/queue.ts'
import { headOf, ideaLinesPage, logPage, rowsPage, rowsSince } from './archive-rows.ts'
import { addEntries, addRows, beginArriving, dropArriving, hangsTogether, isArriving, isEmpty, settle } from './take-in.ts'

/** `overtaken`: another arrival began meanwhile; `taken`: somebody wrote into the bank; `incomplete`: not all of the log is there. */
export type Arrival = 'ready' | 'overtaken' | 'taken' | 'incomplete'

/** One network's bank as a whole: how it leaves, page by page, and how it comes, all or nothing. */
export class ArchiveDesk extends RpcTarget {
  readonly #storage: DurableObjectStorage
  readonly #store: NetworkStore

  constructor(storage: DurableObjectStorage, store: NetworkStore) {
    super()
    this.#storage = storage
    this.#store = store
  }

  /** The last number of the log. */
  head(): number {
    return headOf(this.#storage.sql)
  }

  rows(kind: Kind, after: string | null): Page<string> {
    return rowsPage(this.#storage.sql, kind, after)
  }

  rowsSince(seq: number): { rows: string[]; upTo: number; more: boolean } {
    return rowsSince(this.#storage.sql, seq)
  }

  log(upTo: number, after: string | null): Page<string> {
    return logPage(this.#storage.sql, upTo, after)
  }

  ideaLines(after: string | null): Page<string> {
    return ideaLinesPage(this.#storage.sql, after)
  }

  /** The number of a new arrival, or `null` where there is something in the bank. */
  begin(): number | null {
    return this.#storage.transactionSync(() => (isEmpty(this.#storage.sql) ? beginArriving(this.#storage.sql) : null))
  }

  /** `false`: another arrival began meanwhile. */
  add(run: number, lines: { rows: ArchivedRow[] } | { entries: ArchivedEntry[] }): boolean {
    const { sql } = this.#storage
    if (!isArriving(sql, run)) return false
    this.#storage.transactionSync(() => ('rows' in lines ? addRows(sql, lines.rows) : addEntries(sql, lines.entries)))
    return true
  }

  /** Whether all that has arrived may become the bank: the log has so many entries and hangs together, and the bank is empty still. */
  ready(run: number, entries: number): Arrival {
    const { sql } = this.#storage
    if (!isArriving(sql, run)) return 'overtaken'
    if (!isEmpty(sql)) return 'taken'
    return hangsTogether(sql, entries) ? 'ready' : 'incomplete'
  }

  /** All that has arrived becomes the bank, if it is ready; nothing is changed where it is not. Answers which. */
  settle(run: number, entries: number): Arrival {
    const { sql } = this.#storage
    return this.#storage.transactionSync(() => {
      const arrival = this.ready(run, entries)
      if (arrival !== 'ready') return arrival
      settle(sql, this.#store)
      beginToListen(sql)
      dropArriving(sql)
      return arrival
    })
  }

  drop(run: number): void {
    if (isArriving(this.#storage.sql, run)) dropArriving(this.#storage.sql)
  }
}
