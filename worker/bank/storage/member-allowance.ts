import type { Role } from '../../../shared/domain/entities.ts'
import { behindMayFollow, type Costs, type Later, type Levels, spend, usedShare } from '../../../shared/sync/member-limits.ts'

interface Allowed {
  levels: Levels
  /** When a mutation was last deferred, in milliseconds since 1970. */
  putOffAt: number
  changed: boolean
}

/**
 * The rate limits of members in this network: what is left in their buckets (shared/sync/member-limits.ts). Kept in SQLite, since an object that sleeps would else give everybody
 * full buckets: one row read and one written a transaction, whatever number of mutations it runs.
 */
export class MemberAllowance {
  readonly #sql: SqlStorage
  readonly #factor: number
  readonly #people = new Map<string, Allowed>()

  constructor(sql: SqlStorage, factor = 1) {
    this.#sql = sql
    this.#factor = factor
  }

  /** To be called when a transaction begins: another may undo what was taken. */
  begin(): void {
    this.#people.clear()
  }

  #of(person: string): Allowed {
    const known = this.#people.get(person)
    if (known) return known
    const row = this.#sql
      .exec<{ levels: string; put_off_at: number }>('SELECT levels, put_off_at FROM allowance WHERE person = ?', person)
      .toArray()[0]
    const levels = row ? (JSON.parse(row.levels) as Levels) : {}
    const allowed: Allowed = { levels, putOffAt: row?.put_off_at ?? 0, changed: false }
    this.#people.set(person, allowed)
    return allowed
  }

  /** Takes the costs, or takes nothing and records the deferral. */
  spend(person: string, role: Role, costs: Costs, now: number): Later | undefined {
    const allowed = this.#of(person)
    const spent = spend(allowed.levels, role, costs, now, this.#factor)
    Object.assign(allowed, 'levels' in spent ? { levels: spent.levels, changed: true } : { putOffAt: now, changed: true })
    return 'levels' in spent ? undefined : spent
  }

  /** Takes one of a kind and writes it down at once; or says when there will be one. */
  take(person: string, role: Role, kind: 'exports' | 'invitations', now: number): Later | null {
    const later = this.spend(person, role, { [kind]: 1 }, now)
    this.flush()
    return later ?? null
  }

  wasPutOff(person: string, now: number): boolean {
    const { putOffAt } = this.#of(person)
    return putOffAt > 0 && now - putOffAt < behindMayFollow
  }

  /** From 0 to 1. */
  usedShare(person: string, role: Role, now: number): number {
    return usedShare(this.#of(person).levels, role, now, this.#factor)
  }

  /** In the transaction of what was spent on. */
  flush(): void {
    for (const [person, allowed] of this.#people) {
      if (!allowed.changed) continue
      this.#sql.exec(
        'INSERT OR REPLACE INTO allowance (person, levels, put_off_at) VALUES (?, ?, ?)',
        person,
        JSON.stringify(allowed.levels),
        allowed.putOffAt,
      )
      allowed.changed = false
    }
  }
}
