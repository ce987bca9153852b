import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { type NewTokenReply, tokenScopes } from '../../shared/api/tokens.ts'
import type { Person } from '../../shared/domain/entities.ts'
import { demoNetwork, demoStory } from './demo-story.ts'
import { callDevelopment, type LocalWorker } from './local-worker.ts'

export const demoSlug = 'demo'
const stepsAtOnce = 200

/** Fills the demonstration network on the first run; answers whether it did. Interrupted, it goes on where it was: `done` says that it came to its end. */
export const seedDemo = async (worker: LocalWorker, done: string): Promise<boolean> => {
  if (existsSync(done)) return false
  const network = demoNetwork(JSON.parse(readFileSync(new URL('demo-network.json', import.meta.url), 'utf8')))
  await callDevelopment(worker, '/networks', { slug: demoSlug, name: network.name, people: network.people })
  const roles = new Map<string, Person>(network.people.map((person) => [person.id, person]))
  const steps = demoStory(network, Date.now()).map(({ person, at, name, args, id }) => ({
    asked: { id, cseq: 0, at, name, args },
    context: { person, role: roles.get(person)?.role, site: roles.get(person)?.site, at },
  }))
  for (let from = 0; from < steps.length; from += stepsAtOnce) {
    await callDevelopment(worker, `/networks/${demoSlug}/story`, { steps: steps.slice(from, from + stepsAtOnce), people: network.people })
  }
  writeFileSync(done, '')
  return true
}

/** A one-time code for one of the demonstration's people. */
export const demoCode = async (worker: LocalWorker, kind: 'web' | 'device', person: string): Promise<string> =>
  (await callDevelopment<{ code: string }>(worker, '/codes', { kind, person, network: demoSlug })).code

/** An access token of one of the demonstration's people, for everything; kept in that file, so that each start has the same. */
export const demoToken = async (worker: LocalWorker, person: string, file: string): Promise<string> => {
  const known = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  const valid = known && (await fetch(`${worker.url}/api/v1/network`, { headers: { authorization: `Bearer ${known}` } })).ok
  if (valid) return known
  const asked = { kind: 'web', people: [person], network: demoSlug }
  const { secrets } = await callDevelopment<{ secrets: string[] }>(worker, '/sessions', asked)
  const answer = await fetch(`${worker.url}/v1/networks/${demoSlug}/tokens`, {
    method: 'POST',
    headers: { cookie: `gleaner=${secrets[0]}`, 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ label: 'First steps', scopes: tokenScopes, days: 365 }),
  })
  if (!answer.ok) throw new Error(`No access token: ${answer.status}`)
  const { secret } = (await answer.json()) as NewTokenReply
  writeFileSync(file, `${secret}\n`, { mode: 0o600 })
  return secret
}
