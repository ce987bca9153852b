import type { Things } from '../mutations.ts'
import type { Random } from '../random.ts'
import { bent, type Marker, mostlyWhole, newMarker } from '../requests.ts'
import { type Described, type DescribedOperation, valueOf } from './schema.ts'

export interface OpenRequest {
  method: string
  /** As the document has it. */
  pattern: string
  path: string
  operation: DescribedOperation
  headers: Record<string, string>
  body: string | undefined
  markers: Marker[]
}

interface Parts {
  random: Random
  document: Described
  things: Things
  mark: (where: Marker['in'], mutation?: string) => string
  /** Cursors that were answered. */
  cursors: readonly string[]
}

const isHostile = 0.4

const pathOf = (pattern: string, { parameters = [] }: DescribedOperation, parts: Parts): string =>
  pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const { random, mark } = parts
    if (random.chance(0.08)) return encodeURIComponent(`${random.pick(['', '..', '__proto__', '%00', "'"])}${mark('address')}`)
    if (random.chance(0.02)) return random.pick(['%ff', '%', '%2e%2e%2f', '*'])
    const schema = parameters.find((one) => one.name === name)?.schema ?? {}
    return encodeURIComponent(String(valueOf(parts, schema, name)))
  })

const queryOf = ({ parameters = [] }: DescribedOperation, parts: Parts): string => {
  const { random, mark, cursors } = parts
  const query = new URLSearchParams()
  for (const { name = '', in: where, schema = {} } of parameters) {
    if (where !== 'query' || random.chance(0.7)) continue
    const plain = name === 'cursor' && cursors.length > 0 ? random.pick(cursors) : String(valueOf(parts, schema, name))
    query.append(name, random.chance(0.25) ? mark('address').repeat(random.pick([1, 1, 40])) : plain)
  }
  if (random.chance(0.05)) query.append(mark('address'), 'x')
  const text = query.toString()
  return text && `?${text}`
}

interface AskedMutation {
  id?: string
}

/** A batch has each of its mutations bent by itself, so that it is known what was refused. */
const bentBatch = ({ random, mark }: Parts, body: { mutations: AskedMutation[] }): unknown => ({
  mutations: body.mutations.map((one) => {
    if (!random.chance(isHostile)) return one
    const { args } = bent(random, { args: (one as { args: unknown }).args }, mark('body', one.id)) as { args: unknown }
    return { ...one, args }
  }),
})

const bodyOf = (pattern: string, { requestBody }: DescribedOperation, parts: Parts): string | undefined => {
  const { random, mark } = parts
  const schema = requestBody?.content['application/json']?.schema
  if (!schema) return random.chance(0.1) ? JSON.stringify({ [mark('body')]: 1 }) : undefined
  const plain = valueOf(parts, schema)
  const isBatch = pattern === '/mutations'
  const value =
    isBatch && random.chance(0.9)
      ? bentBatch(parts, plain as { mutations: AskedMutation[] })
      : random.chance(isHostile)
        ? bent(random, plain, mark('body'))
        : plain
  return mostlyWhole(JSON.stringify(value) ?? '', parts, 0.95)
}

const keys = ['nightly-1', 'nightly-2', 'nightly-3']

const headersOf = ({ random, mark }: Parts, body: string | undefined): Record<string, string> => ({
  ...(body === undefined ? {} : { 'content-type': random.chance(0.96) ? 'application/json' : random.pick(['text/plain', mark('header')]) }),
  ...(random.chance(0.2) ? { 'idempotency-key': random.pick([...keys, random.uuid(), mark('header'), `"${mark('header')}"`, 'no']) } : {}),
  ...(random.chance(0.1) ? { 'if-none-match': random.pick(['*', `"${mark('header')}"`]) } : {}),
  ...(random.chance(0.1) ? { 'if-match': random.pick(['*', `"${mark('header')}"`, '']) } : {}),
  ...(random.chance(0.03) ? { 'content-encoding': random.pick(['gzip', 'br', 'identity']) } : {}),
  ...(random.chance(0.03) ? { 'accept-language': mark('header') } : {}),
  ...(random.chance(0.03) ? { origin: `https://${mark('header')}.example` } : {}),
})

/** One request to an operation of the document: as its schemas say, or with something in it bent. */
export const anyOpenRequest = (random: Random, document: Described, things: Things, cursors: readonly string[]): OpenRequest => {
  const all = Object.entries(document.paths).flatMap(([pattern, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ pattern, method: method.toUpperCase(), operation })),
  )
  const markers: Marker[] = []
  const mark = (where: Marker['in'], mutation = ''): string => {
    const text = newMarker(random)
    markers.push({ text, mutation, in: where })
    return text
  }
  const parts = { random, document, things, mark, cursors }
  const chosen = random.chance(0.15)
    ? all.filter(({ pattern, method }) => method === 'POST' && /^\/(?:mutations|ideas|evidence)$/.test(pattern))
    : all
  const { pattern, method, operation } = random.pick(chosen)
  const body = method === 'GET' ? undefined : bodyOf(pattern, operation, parts)
  return {
    method,
    pattern,
    operation,
    path: `${pathOf(pattern, operation, parts)}${queryOf(operation, parts)}`,
    headers: headersOf(parts, body),
    body,
    markers,
  }
}
