import type { Change, Entities, Kind } from '../../../shared/domain/entities.ts'

/** A row as this transaction sees it. `seq` and `body` are set while it waits to be written to SQLite. */
export interface CachedRow {
  kind: Kind
  id: string
  value: Entities[Kind] | null
  waits?: { seq: number; body: string | null }
  /** The ideas that it belonged to when SQLite last had it. */
  belonged: string[]
}

const keyOf = (kind: Kind, id: string): string => `${kind} ${id}`

/** Which ideas an entity is a part of. */
export const ideasOf = (kind: Kind, value: Entities[Kind] | null): string[] => {
  if (value === null) return []
  if (kind === 'evidence') return (value as Entities['evidence']).ideas
  return kind === 'stance' || kind === 'comment' || kind === 'series' ? [(value as Entities['stance' | 'comment' | 'series']).idea] : []
}

/** What one transaction has read and written so far: each row is parsed once, and written once however often it changed. */
export class RowCache {
  readonly #read: (kind: Kind, id: string) => string | null | undefined
  readonly #rows = new Map<string, CachedRow>()
  #waiting = new Set<CachedRow>()

  /** `read` answers a row's text in SQLite. */
  constructor(read: (kind: Kind, id: string) => string | null | undefined) {
    this.#read = read
  }

  forget(): void {
    this.#rows.clear()
    this.#waiting.clear()
  }

  #row(kind: Kind, id: string): CachedRow {
    const present = this.#rows.get(keyOf(kind, id))
    if (present) return present
    return this.#keep(kind, id, this.#read(kind, id))
  }

  #keep(kind: Kind, id: string, body: string | null | undefined): CachedRow {
    const value = body ? (JSON.parse(body) as Entities[Kind]) : null
    const row: CachedRow = { kind, id, value, belonged: ideasOf(kind, value) }
    this.#rows.set(keyOf(kind, id), row)
    return row
  }

  /** Rows of one kind that will be asked for, by id, read together: those of them that there are, and that others are not there. */
  foresee(kind: Kind, ids: readonly string[], read: (ids: readonly string[]) => Map<string, string | null>): void {
    const wanted = [...new Set(ids)].filter((id) => !this.#rows.has(keyOf(kind, id)))
    if (wanted.length < 2) return
    const found = read(wanted)
    for (const id of wanted) this.#keep(kind, id, found.get(id))
  }

  get<K extends Kind>(kind: K, id: string): Entities[K] | undefined {
    return (this.#row(kind, id).value as Entities[K] | null) ?? undefined
  }

  /** Answers the ideas that the change concerns. */
  set({ kind, id, value }: Change, body: string | null, seq: number): string[] {
    const row = this.#row(kind, id)
    const before = ideasOf(kind, row.value)
    row.value = value
    row.waits = { seq, body }
    this.#waiting.add(row)
    return kind === 'idea' ? [id] : [...before, ...ideasOf(kind, value)]
  }

  /** Whether a change of what belongs to ideas is not in SQLite yet. */
  partsWait(): boolean {
    for (const { kind } of this.#waiting) if (kind !== 'idea' && kind !== 'framework' && kind !== 'person') return true
    return false
  }

  /** The rows that wait; from now on they count as written. */
  take(): CachedRow[] {
    const rows = [...this.#waiting]
    this.#waiting = new Set()
    return rows
  }
}
