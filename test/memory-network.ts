import { defaultFramework, type Framework } from '../shared/domain/framework.ts'
import {
  type Change,
  type Comment,
  type Entities,
  type Evidence,
  frameworkId,
  type Idea,
  type Kind,
  type Network,
  type Series,
  type Stance,
} from '../shared/domain/entities.ts'

const freeze = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) freeze(part)
  }
  return value
}

const add = (index: Map<string, Set<string>>, key: string, id: string): void => {
  const ids = index.get(key)
  if (ids) ids.add(id)
  else index.set(key, new Set([id]))
}

/** Which ideas an entity belongs to. */
const ideasOf = (kind: Kind, value: Entities[Kind] | undefined): string[] => {
  if (kind === 'evidence') return (value as Evidence | undefined)?.ideas ?? []
  if (kind === 'stance') return value ? [(value as Stance).idea] : []
  return []
}

/**
 * A network over plain maps. Like SQLite it answers lists in the order of their ids and keeps what JSON can hold; unlike it
 * it freezes what it keeps, so that a decision that alters what it read throws.
 */
export class MemoryNetwork implements Network {
  readonly #rows = new Map<Kind, Map<string, Entities[Kind]>>()
  readonly #parts = { evidence: new Map<string, Set<string>>(), stance: new Map<string, Set<string>>() }

  constructor(changes: readonly Change[] = []) {
    this.write(changes)
  }

  framework(): Framework {
    return this.#get('framework', frameworkId) ?? defaultFramework
  }

  idea(id: string): Idea | undefined {
    return this.#get('idea', id)
  }

  evidence(id: string): Evidence | undefined {
    return this.#get('evidence', id)
  }

  comment(id: string): Comment | undefined {
    return this.#get('comment', id)
  }

  series(id: string): Series | undefined {
    return this.#get('series', id)
  }

  evidenceOf(idea: string): Evidence[] {
    return this.#partsOf('evidence', idea)
  }

  stancesOf(idea: string): Stance[] {
    return this.#partsOf('stance', idea)
  }

  /** Every entity of a kind, in the order of ids. A mutation cannot ask this; a test can. */
  all<K extends Kind>(kind: K): Entities[K][] {
    const rows = [...(this.#rows.get(kind) ?? [])] as [string, Entities[K]][]
    return rows.toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, value]) => value)
  }

  write(changes: readonly Change[]): void {
    for (const change of changes) {
      const rows = this.#rows.get(change.kind) ?? new Map<string, Entities[Kind]>()
      this.#rows.set(change.kind, rows)
      const value = change.value === null ? undefined : (freeze(JSON.parse(JSON.stringify(change.value))) as Entities[Kind])
      if (change.kind === 'evidence' || change.kind === 'stance') this.#relate(change.kind, change.id, rows.get(change.id), value)
      if (value) rows.set(change.id, value)
      else rows.delete(change.id)
    }
  }

  #get<K extends Kind>(kind: K, id: string): Entities[K] | undefined {
    return this.#rows.get(kind)?.get(id) as Entities[K] | undefined
  }

  #partsOf<K extends 'evidence' | 'stance'>(kind: K, idea: string): Entities[K][] {
    return [...(this.#parts[kind].get(idea) ?? [])].toSorted().flatMap((id) => this.#get(kind, id) ?? [])
  }

  #relate(kind: 'evidence' | 'stance', id: string, before: Entities[Kind] | undefined, after: Entities[Kind] | undefined): void {
    for (const idea of ideasOf(kind, before)) this.#parts[kind].get(idea)?.delete(id)
    for (const idea of ideasOf(kind, after)) add(this.#parts[kind], idea, id)
  }
}
