import type { Random } from '../random.ts'
import type { Things } from '../mutations.ts'

/** As much of JSON Schema (2020-12) as the document uses. */
export interface Schema {
  $ref?: string
  type?: string
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: unknown
  items?: Schema | false
  prefixItems?: Schema[]
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
}

export interface Described {
  paths: Record<string, Record<string, DescribedOperation>>
  components: { schemas: Record<string, Schema>; responses: Record<string, { content: Record<string, { schema: Schema }> }> }
}

export interface DescribedOperation {
  operationId: string
  parameters?: { name?: string; in?: string; schema?: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, { $ref?: string; content?: Record<string, { schema: Schema }> }>
  security: unknown[]
}

export const resolved = (document: Described, { $ref, ...schema }: Schema): Schema =>
  $ref ? (document.components.schemas[$ref.split('/').at(-1) ?? ''] ?? {}) : schema

/** What texts of a pattern look like; a pattern that is not here fails, so that nobody forgets it. */
const samples: Readonly<Record<string, readonly string[]>> = {
  '^[a-z0-9][a-z0-9-]{0,59}$': ['north', 'south', 'feeding', 'single-site', 'design', 'out-of-scope'],
  '^\\d{1,4}$': ['1', '2', '40'],
  '^\\d{1,3}$': ['1', '3', '30'],
  '^\\d{1,15}$': ['0', '1700000000000'],
  '^\\d{4}-\\d{2}-\\d{2}$': ['2026-01-01', '2026-11-30'],
  '^\\d{4}(?:-\\d\\d){0,2}$': ['2026', '2026-11', '2026-11-30'],
  '^$|^https?:\\/\\/\\S+$': ['', 'https://example.org/paper'],
  '^$|^https?:\\/\\/\\S+$i': ['', 'https://example.org/paper'],
}

const words = ['Weigh at noon.', 'Warm the milk first.', 'Ask twice, write once.', 'Name one lead a shift.']

interface Maker {
  random: Random
  document: Described
  things: Things
}

const textFor = ({ random, things }: Maker, { format, pattern, minLength = 0, maxLength = 200 }: Schema, name: string): string => {
  if (format === 'uuid') {
    if (name === 'evidence') return random.pick(things.clips)
    return ['idea', 'into', 'ideas'].includes(name) ? random.pick(things.ideas) : random.uuid()
  }
  if (name === 'site') return random.pick(things.sites)
  if (name === 'mentions' || name === 'leads' || name === 'person') return random.pick(things.people)
  if (pattern !== undefined) {
    const known = samples[pattern]
    if (!known) throw new Error(`No sample of the pattern ${pattern}`)
    return random.pick(known)
  }
  return minLength === 0 && random.chance(0.2) ? '' : random.pick(words).slice(0, maxLength)
}

/** A value that the schema takes. `name` is what it is called where it stands. */
export const valueOf = (maker: Maker, schema: Schema, name = ''): unknown => {
  const { random, document } = maker
  const one = resolved(document, schema)
  if (one.const !== undefined) return one.const
  if (one.enum) return random.pick(one.enum)
  const choices = one.anyOf ?? one.oneOf
  if (choices) return valueOf(maker, random.pick(choices), name)
  if (one.type === 'string') return textFor(maker, one, name)
  if (one.type === 'boolean') return random.chance(0.5)
  if (one.type === 'null') return null
  if (one.type === 'integer' || one.type === 'number') {
    const least = one.minimum ?? 0
    return Math.min(
      one.maximum ?? Number.MAX_SAFE_INTEGER,
      Math.max(least, 0) + random.below(20_500 - Math.min(Math.max(least, 0), 20_000)),
    )
  }
  if (one.type === 'array') {
    if (one.prefixItems) return one.prefixItems.map((part) => valueOf(maker, part, name))
    const count = Math.min(one.maxItems ?? 3, (one.minItems ?? 0) + random.below(3))
    return Array.from({ length: count }, () => (one.items ? valueOf(maker, one.items, name) : null))
  }
  if (one.type === 'object' && !one.properties)
    return { type: 'article-journal', title: random.pick(words), DOI: `10.5555/fuzz.${random.below(50)}` }
  const entries = Object.entries(one.properties ?? {}).filter(([key]) => one.required?.includes(key) || random.chance(0.4))
  return Object.fromEntries(entries.map(([key, part]) => [key, valueOf(maker, part, key)]))
}

const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)

/** Where a value is not as the schema says, or has something that it does not tell of. */
export const notAs = (document: Described, schema: Schema, value: unknown, at = ''): string[] => {
  const one = resolved(document, schema)
  const choices = one.anyOf ?? one.oneOf
  if (choices) return choices.some((choice) => notAs(document, choice, value, at).length === 0) ? [] : [`${at}: none of the choices`]
  if (one.const !== undefined) return one.const === value ? [] : [`${at}: not the only value`]
  if (one.enum) return one.enum.includes(value) ? [] : [`${at}: not one of the words`]
  const type = typeOf(value)
  if (one.type && one.type !== type && !(one.type === 'integer' && Number.isInteger(value))) return [`${at}: ${type}, not ${one.type}`]
  if (Array.isArray(value))
    return value.flatMap((part, index) => {
      const of = one.prefixItems?.[index] ?? one.items
      return of ? notAs(document, of, part, `${at}/${index}`) : []
    })
  if (type !== 'object' || !one.properties) return []
  const properties = one.properties
  const entries = Object.entries(value as Record<string, unknown>)
  return [
    ...(one.required ?? []).filter((key) => !(key in (value as object))).map((key) => `${at}/${key}: missing`),
    ...entries.flatMap(([key, part]) => {
      const of = properties[key]
      if (of) return notAs(document, of, part, `${at}/${key}`)
      return one.additionalProperties === undefined || one.additionalProperties === false ? [`${at}/${key}: not told`] : []
    }),
  ]
}
