import { defaultFramework, type Framework } from './framework.ts'

interface Keyed {
  key: string
}

type Field = keyof Framework

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
const isKeyed = (value: unknown): value is Keyed[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'object' && entry !== null && 'key' in entry)

/** What cannot be joined: both changed the same thing, each otherwise. */
export interface Clash {
  /** The label of an entry, which somebody typed, or the name of a field that is no list. */
  clash: string
  isField?: true
}

const labelled = (entry: Keyed): string => ('label' in entry && typeof entry.label === 'string' ? entry.label : entry.key)

/** Their list with what I added, changed and took away since we both saw the base; my order for what is mine. */
const joined = (base: readonly Keyed[], mine: readonly Keyed[], theirs: readonly Keyed[]): Keyed[] | Clash => {
  const [before, now, own] = [base, theirs, mine].map((list) => new Map(list.map((entry) => [entry.key, entry]))) as [
    Map<string, Keyed>,
    Map<string, Keyed>,
    Map<string, Keyed>,
  ]
  const result: Keyed[] = []
  for (const entry of theirs) {
    const [seen, said] = [before.get(entry.key), own.get(entry.key)]
    // Added by them meanwhile, and by me too only if it is the same.
    if (!seen) {
      if (said && !same(said, entry)) return { clash: labelled(entry) }
      result.push(entry)
    } else if (!said) {
      if (!same(seen, entry)) return { clash: labelled(entry) }
    } else if (same(said, seen) || same(said, entry)) result.push(entry)
    else if (same(entry, seen)) result.push(said)
    else return { clash: labelled(entry) }
  }
  for (const entry of mine) {
    if (now.has(entry.key)) continue
    const seen = before.get(entry.key)
    if (!seen) result.push(entry)
    // Taken away by them, and changed by me: one of us would lose.
    else if (!same(entry, seen)) return { clash: labelled(entry) }
  }
  const order = new Map(mine.map(({ key }, index) => [key, index]))
  return same(
    base.map(({ key }) => key),
    theirs.map(({ key }) => key),
  )
    ? result.toSorted((one, other) => (order.get(one.key) ?? 0) - (order.get(other.key) ?? 0))
    : result
}

/**
 * The settings that somebody asks for, joined with what others changed since that person read them: two who edit at once lose
 * nothing. Without a base what is named simply counts.
 * @returns What to set, or the name of what both changed otherwise.
 */
export const mergeSettings = (
  now: Framework,
  set: Partial<Framework>,
  base: Partial<Framework> | undefined,
): Partial<Framework> | Clash => {
  const merged: Record<string, unknown> = {}
  for (const [field, wanted] of Object.entries(set)) {
    const seen = base?.[field as Field]
    // A list that nobody ever set is an empty one; anything else is what it is in a new network.
    const present = now[field as Field] ?? (isKeyed(seen) ? [] : defaultFramework[field as Field])
    if (seen === undefined || same(seen, present)) merged[field] = wanted
    else if (isKeyed(seen) && isKeyed(wanted) && isKeyed(present)) {
      const list = joined(seen, wanted, present)
      if ('clash' in list) return list
      merged[field] = list
    } else if (same(wanted, seen)) merged[field] = present
    else if (same(wanted, present)) merged[field] = wanted
    else return { clash: field, isField: true }
  }
  return merged
}

/** One thing that settings changed, by its label. */
export interface SettingsChange {
  field: string
  did: 'added' | 'changed' | 'removed' | 'set'
  label: string
}

/** What somebody changed, from what they saw to what they asked for. */
export const settingsChanges = (set: Partial<Framework>, base: Partial<Framework> | undefined): SettingsChange[] =>
  Object.entries(set).flatMap(([field, wanted]): SettingsChange[] => {
    const seen = base?.[field as Field]
    if (same(seen, wanted)) return []
    if (!isKeyed(seen) || !isKeyed(wanted)) return [{ field, did: 'set', label: typeof wanted === 'number' ? String(wanted) : '' }]
    const before = new Map(seen.map((entry) => [entry.key, entry]))
    const after = new Set(wanted.map(({ key }) => key))
    return [
      ...wanted.flatMap((entry): SettingsChange[] => {
        const known = before.get(entry.key)
        if (!known) return [{ field, did: 'added', label: labelled(entry) }]
        return same(known, entry) ? [] : [{ field, did: 'changed', label: labelled(entry) }]
      }),
      ...seen.filter(({ key }) => !after.has(key)).map((entry): SettingsChange => ({ field, did: 'removed', label: labelled(entry) })),
    ]
  })

/** A key for something new, from its label: kept for ever, so never one that is taken. */
export const keyFrom = (label: string, taken: readonly string[]): string => {
  const plain = label.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const base =
    plain
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 50) || 'entry'
  if (!taken.includes(base)) return base
  let number = 2
  while (taken.includes(`${base}-${number}`)) number += 1
  return `${base}-${number}`
}
