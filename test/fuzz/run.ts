import { anyRequest, type FuzzRequest, isBatch, type World } from './requests.ts'
import { Random } from './random.ts'

/** Whatever is asked, the answer is one of these; `also` names what single routes say besides. */
const documented: ReadonlySet<number> = new Set([200, 400, 401, 403, 404, 409, 413, 415, 429])
const also: Readonly<Record<string, readonly number[]>> = {
  '/v1/networks/:network/watch': [426],
  '/v1/providers/:provider/start': [302, 303],
  '/v1/providers/:provider/callback': [302, 303],
  '/v1/providers/:provider/link': [302, 303],
}

export interface Fuzzed {
  /** How many answers by status. */
  statuses: Record<number, number>
  /** By route, for seeing that each was asked and got further than the door. */
  routes: Record<string, Record<number, number>>
  /** What must not be, in words with the number of the request. */
  faults: string[]
  /** Texts of which nothing may be kept: they were refused. */
  refused: { text: string; in: 'address' | 'header' | 'body' }[]
}

interface Plan {
  world: World
  seed: number
  count: number
  /** Asks as somebody; who is asked anew for each request. */
  ask: (request: FuzzRequest, asker: string) => Promise<Response>
  askers: readonly string[]
  /** How many at once. */
  lanes?: number
}

interface Answered {
  id: string
  status: string
}

/** Ids of the mutations that the answer says were refused. */
const refusedIn = (text: string): Set<string> => {
  const { results, acks } = JSON.parse(text) as { results?: Answered[]; acks?: Answered[] }
  return new Set([...(results ?? []), ...(acks ?? [])].flatMap(({ id, status }) => (status === 'refused' ? [id] : [])))
}

/** Which texts were refused, by the answer: all of a request, or those of single mutations. */
const refusedTexts = ({ route, markers }: FuzzRequest, status: number, text: string): Fuzzed['refused'] => {
  if (status >= 400) return markers
  if (status !== 200 || !isBatch(route.path)) return []
  const refused = refusedIn(text)
  return markers.filter(({ mutation }) => refused.has(mutation))
}

/** Whether what is not as asked for says so in a sentence: as JSON, or where everybody reads pages, as a page. */
const saysWhy = (path: string, text: string): boolean =>
  path.startsWith('/p/') ? /<h1>[^<]+<\/h1>\s*<p>[^<]+<\/p>/.test(text) : /^\{"error":"[a-z-]+","message":".+"/.test(text)

const note = (result: Fuzzed, request: FuzzRequest, asker: string, status: number, text: string): void => {
  const { route, path, markers } = request
  const name = `${route.method} ${route.path}`
  const line = `${name} by ${asker} answered ${status}`
  result.statuses[status] = (result.statuses[status] ?? 0) + 1
  const ofRoute = (result.routes[name] ??= {})
  ofRoute[status] = (ofRoute[status] ?? 0) + 1
  if (!documented.has(status) && !also[route.path]?.includes(status))
    result.faults.push(
      `${line}, which is not documented: ${path.slice(0, 200)} ${String(request.body).slice(0, 300)} → ${text.slice(0, 200)}`,
    )
  const refused = refusedTexts(request, status, text)
  result.refused.push(...refused)
  const echoed = (status >= 400 ? markers : refused).find((marker) => text.includes(marker.text))
  if (echoed) result.faults.push(`${line} and repeats what was sent: ${text.slice(0, 300)}`)
  if (status >= 400 && !saysWhy(route.path, text) && status !== 426) result.faults.push(`${line} without a sentence: ${text.slice(0, 200)}`)
}

/** Sends requests that come again with the same seed, and looks at each answer. */
export const fuzz = async ({ world, seed, count, ask, askers, lanes = 1 }: Plan): Promise<Fuzzed> => {
  const random = new Random(seed)
  const result: Fuzzed = { statuses: {}, routes: {}, faults: [], refused: [] }
  const requests = Array.from({ length: count }, () => ({ request: anyRequest(random, world), asker: random.pick(askers) }))
  const lane = async (): Promise<void> => {
    for (let next = requests.pop(); next; next = requests.pop()) {
      const { request, asker } = next
      try {
        const answer = await ask(request, asker)
        note(result, request, asker, answer.status, await answer.text())
      } catch (error) {
        result.faults.push(`${request.route.method} ${request.route.path} by ${asker} was not answered: ${String(error)}`)
      }
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return result
}
