import type { Things } from '../mutations.ts'
import { Random } from '../random.ts'
import type { Fuzzed } from '../run.ts'
import { anyOpenRequest, type OpenRequest } from './requests.ts'
import { type Described, notAs } from './schema.ts'

/** Somebody with a token: who they are to this network, and what the token is for. */
export interface OpenAsker {
  name: string
  /** May see names that are hidden from peers. */
  seesNames: boolean
  scopes: readonly string[]
}

interface Plan {
  document: Described
  things: Things
  seed: number
  count: number
  askers: readonly OpenAsker[]
  ask: (request: OpenRequest, asker: OpenAsker) => Promise<Response>
  /** What may be in no answer: ids and texts of another network. */
  foreign: readonly string[]
  /** A member all of whose ideas go without a name. */
  hidden: string
  lanes?: number
}

const mayNameMembers = new Set(['/members', '/audit', '/network'])

const refusedIn = (text: string): Set<string> => {
  const { results = [] } = JSON.parse(text) as { results?: { id: string; status: string }[] }
  return new Set(results.flatMap(({ id, status }) => (status === 'refused' ? [id] : [])))
}

/** What is wrong with an answer, in words. */
const faultsOf = (plan: Plan, request: OpenRequest, asker: OpenAsker, answer: Response, text: string): string[] => {
  const { document, foreign, hidden } = plan
  const { pattern, operation, markers } = request
  const response = operation.responses[answer.status]
  if (!response) return ['which is not documented']
  const problem = response.$ref ? document.components.responses[response.$ref.split('/').at(-1) ?? '']?.content : response.content
  const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? ''
  const schema = problem?.[type]?.schema
  const isFile = operation.operationId.startsWith('export') || operation.security.length === 0
  return [
    ...(answer.status !== 304 && !schema ? [`with the undocumented type ${type}`] : []),
    ...(schema && type.endsWith('json') && !(isFile && answer.ok) ? notAs(document, schema, JSON.parse(text)).slice(0, 3) : []),
    ...(answer.status >= 400 && markers.some((marker) => text.includes(marker.text)) ? ['and repeats what was sent'] : []),
    ...(/"code":"(?:fault|internal)"/.test(text) ? ['because our own code failed'] : []),
    ...(foreign.some((one) => text.includes(one)) ? ['and tells of another network'] : []),
    ...(!asker.seesNames && !mayNameMembers.has(pattern) && text.includes(hidden) ? ['and tells a hidden name'] : []),
    ...(asker.scopes.length === 0 && answer.ok && operation.security.length > 0 ? ['to a token without that right'] : []),
  ]
}

const note = (plan: Plan, result: Fuzzed, request: OpenRequest, asker: OpenAsker, answer: Response, text: string): void => {
  const name = `${request.method} ${request.pattern}`
  result.statuses[answer.status] = (result.statuses[answer.status] ?? 0) + 1
  const ofRoute = (result.routes[name] ??= {})
  ofRoute[answer.status] = (ofRoute[answer.status] ?? 0) + 1
  for (const fault of faultsOf(plan, request, asker, answer, text))
    result.faults.push(
      `${name} by ${asker.name} answered ${answer.status} ${fault}: ${request.path.slice(0, 200)} ${request.body?.slice(0, 300)} → ${text.slice(0, 200)}`,
    )
  if (answer.status >= 400) result.refused.push(...request.markers)
  else if (request.pattern === '/mutations' && answer.ok) {
    const refused = refusedIn(text)
    result.refused.push(...request.markers.filter(({ mutation }) => refused.has(mutation)))
  }
}

/** Asks what the document describes, as it says and not, and looks at each answer: documented, of its schema, without a leak. */
export const fuzzOpen = async (plan: Plan): Promise<Fuzzed> => {
  const random = new Random(plan.seed)
  const result: Fuzzed = { statuses: {}, routes: {}, faults: [], refused: [] }
  const cursors: string[] = []
  let left = plan.count
  const lane = async (): Promise<void> => {
    while (left > 0) {
      left -= 1
      const request = anyOpenRequest(random, plan.document, plan.things, cursors)
      const asker = random.pick(plan.askers)
      try {
        const answer = await plan.ask(request, asker)
        const text = await answer.text()
        note(plan, result, request, asker, answer, text)
        const next = /"next":"([\w-]+)"/.exec(text)?.[1]
        if (next) cursors[random.below(20)] = next
      } catch (error) {
        result.faults.push(`${request.method} ${request.pattern} by ${asker.name} was not answered: ${String(error)}`)
      }
    }
  }
  await Promise.all(Array.from({ length: plan.lanes ?? 1 }, lane))
  return result
}
