import { type NewTokenReply, type TokenScope, tokenScopes } from '../shared/api/tokens.ts'
import { roles } from '../shared/domain/entities.ts'
import { openApiDocument } from '../worker/open-api/document.ts'
import { callDevelopment, type LocalWorker } from '../worker/local/local-worker.ts'
import type { World } from './fuzz/requests.ts'
import type { Fuzzed } from './fuzz/run.ts'
import { fuzzOpen, type OpenAsker } from './fuzz/open/run.ts'
import type { Described } from './fuzz/open/schema.ts'

interface Programs {
  world: World
  network: string
  otherNetwork: string
  seed: number
  count: number
}

interface Program extends OpenAsker {
  secret: string
}

const rights: readonly (readonly TokenScope[])[] = [tokenScopes, ['read'], ['propose', 'read'], ['decide'], ['export', 'admin']]

/** A token of somebody new of that role: those of before may have been removed by a request. */
const tokenOf = async (worker: LocalWorker, network: string, role: string, scopes: readonly TokenScope[], id: string): Promise<string> => {
  const site = role === 'contributor' || role === 'site-lead' ? 'north' : ''
  await callDevelopment(worker, '/networks', {
    slug: network,
    name: network,
    people: [{ id, name: 'A person with a program', role, site }],
  })
  const { secrets } = await callDevelopment<{ secrets: string[] }>(worker, '/sessions', { kind: 'web', people: [id], network })
  const answer = await fetch(`${worker.url}/v1/networks/${network}/tokens`, {
    method: 'POST',
    headers: { cookie: `gleaner=${secrets[0]}`, 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ label: 'Fuzz', scopes, days: 1 }),
  })
  if (!answer.ok) throw new Error(`No token of ${id}: ${answer.status} ${await answer.text()}`)
  return ((await answer.json()) as NewTokenReply).secret
}

const proposed = async (worker: LocalWorker, secret: string, body: object): Promise<string> => {
  const answer = await fetch(`${worker.url}/api/v1/ideas`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`Not proposed: ${answer.status} ${await answer.text()}`)
  return ((await answer.json()) as { id: string }).id
}

/** Requests to /api/v1 of a real Worker by programs of every role and right, beside one of another network and one whose ideas go without a name. */
export const fuzzPrograms = async (worker: LocalWorker, { world, network, otherNetwork, seed, count }: Programs): Promise<Fuzzed> => {
  const programs: Program[] = [{ name: 'nobody', seesNames: false, scopes: [], secret: 'glnr_pat_0' }]
  for (const role of roles)
    for (const [index, scopes] of rights.entries()) {
      const secret = await tokenOf(worker, network, role, scopes, `${network}-program-${role}-${index}`)
      programs.push({ name: `${role} for ${scopes.join(' ')}`, seesNames: role === 'coordinator' || role === 'admin', scopes, secret })
    }
  const hidden = `${network}-program-hidden`
  const nameless = await tokenOf(worker, network, 'site-lead', ['propose'], hidden)
  for (let left = 3; left > 0; left -= 1) await proposed(worker, nameless, { change: 'Nobody says whose it is.', nameHidden: true })
  const foreigner = await tokenOf(worker, otherNetwork, 'contributor', ['propose'], `${otherNetwork}-program`)
  const foreign = await proposed(worker, foreigner, { change: 'Zqforeign words.' })
  return fuzzOpen({
    document: openApiDocument(worker.url) as unknown as Described,
    things: world,
    seed,
    count,
    askers: programs,
    foreign: [foreign, 'Zqforeign', otherNetwork],
    hidden,
    lanes: 2,
    ask: async ({ method, path, headers, body }, asker) => {
      const { secret } = programs.find((one) => one === asker) ?? { secret: '' }
      const send = (): Promise<Response> =>
        fetch(`${worker.url}/api/v1${path}`, {
          method,
          headers: { authorization: `Bearer ${secret}`, ...headers },
          ...(body === undefined ? {} : { body }),
        })
      // A connection that was kept open may be closed at the moment when it is used again.
      return send().catch(send)
    },
  })
}
