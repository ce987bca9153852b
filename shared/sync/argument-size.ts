import { caps } from './protocol.ts'

/**
 * The limits of depth, width and length for the arguments of a mutation, checked before any other code reads them: more than any
 * schema lets pass, and little enough for whatever walks them by calling itself.
 */
export const argumentLimits = { depth: 16, names: 200, entries: 2000, text: 32_000, size: caps.mutationBytes } as const

/** A text takes at least its own length as JSON, a number or a word at least two characters with what stands around it. */
const least = 2

/** What stands directly in a value, or why it is too much. */
const inside = (value: object): { parts: unknown[]; names: number; tooMany: boolean } => {
  if (Array.isArray(value)) return { parts: value, names: 0, tooMany: value.length > argumentLimits.entries }
  const names = Object.keys(value)
  const tooMany = names.length > argumentLimits.names || names.some(({ length }) => length > argumentLimits.text)
  return { parts: Object.values(value), names: names.reduce((sum, { length }) => sum + length, 0), tooMany }
}

/**
 * Whether JSON values nest, list or say more than the arguments of one mutation may. Goes through them level by level, without
 * calling itself, and stops at the first excess: what is sent may be nested deeper than any stack.
 */
export const isOversized = (args: unknown): boolean => {
  let [level, size]: [unknown[], number] = [[args], 0]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > argumentLimits.depth) return true
    const next: unknown[] = []
    for (const value of level) {
      size += typeof value === 'string' ? value.length + least : least
      if (typeof value === 'string' && value.length > argumentLimits.text) return true
      if (typeof value !== 'object' || value === null) continue
      const { parts, names, tooMany } = inside(value)
      size += names
      if (tooMany || size > argumentLimits.size) return true
      for (const part of parts) next.push(part)
    }
    level = next
  }
  return size > argumentLimits.size || JSON.stringify(args ?? null).length > argumentLimits.size
}
