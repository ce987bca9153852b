import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { roles } from '../shared/domain/entities.ts'
import { api } from '../worker/api.ts'
import { callDevelopment, type LocalWorker, startWorker } from '../worker/local/local-worker.ts'
import { Random } from './fuzz/random.ts'
import type { FuzzRequest, World } from './fuzz/requests.ts'
import { fuzzPrograms } from './fuzz-programs.ts'
import { fuzz, type Fuzzed } from './fuzz/run.ts'

/**
 * `npm run fuzz -- --count 10000 --seed 17`: the real Worker on this machine, each of its routes, asked by everybody, with what is right and
 * with what is not; then as many requests to /api/v1, made of its document. Ends with what was answered, and with 1 if an answer was none of those that are documented, repeated what was sent,
 * or if of anything that was refused a word is in a file of the Worker.
 */
const { values } = parseArgs({ options: { count: { type: 'string', default: '10000' }, seed: { type: 'string', default: '17' } } })
const [count, seed] = [Number(values.count), Number(values.seed)]
const [network, otherNetwork] = ['fuzz', 'fuzz-other']
const each = 4

const peopleOf = (slug: string) =>
  roles.flatMap((role) =>
    Array.from({ length: each }, (_, number) => ({
      id: `${slug}-${role}-${number}`,
      name: `The ${role} ${'ABCD'[number]}`,
      role,
      site: role === 'contributor' || role === 'site-lead' ? 'north' : '',
    })),
  )

const random = new Random(seed)
const people = peopleOf(network)
const world: World = {
  network,
  otherNetwork,
  routes: [
    ...new Map(
      api.routes
        .filter(({ method, path }) => method !== 'ALL' && !path.startsWith('/api/'))
        .map(({ method, path }) => [`${method} ${path}`, { method, path }]),
    ).values(),
  ],
  ideas: Array.from({ length: 40 }, () => random.uuid()),
  clips: Array.from({ length: 30 }, () => random.uuid()),
  people: people.map(({ id }) => id),
  sites: ['north', 'south'],
}

let joined = 0
/** The session of each asker, made when it is needed, and again when it was ended by a request. */
const sessions = new Map<string, Record<string, string>>()

const enter = async (worker: LocalWorker, asker: string): Promise<Record<string, string>> => {
  const [kind, slug, role = ''] = asker.split(' ')
  if (kind === 'nobody') return {}
  const person = `${slug}-${role}-${random.below(each)}`
  const codeFor = (who: string): Promise<{ code: string | null }> => callDevelopment(worker, '/codes', { kind, person: who, network: slug })
  let { code } = await codeFor(person)
  if (!code) {
    // Suspended or erased by a request before: somebody new of that role.
    const id = `${person}-${(joined += 1)}`
    await callDevelopment(worker, '/networks', { slug, name: slug, people: [{ id, name: 'Somebody new', role, site: '' }] })
    ;({ code } = await codeFor(id))
  }
  if (kind === 'device') {
    const answer = await fetch(`${worker.url}/v1/devices`, { method: 'POST', body: JSON.stringify({ code, name: 'fuzz' }) })
    return answer.ok ? { authorization: `Bearer ${((await answer.json()) as { token: string }).token}` } : {}
  }
  const answer = await fetch(`${worker.url}/v1/session`, { method: 'POST', body: JSON.stringify({ code }) })
  return answer.ok ? { cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '', 'sec-fetch-site': 'same-origin' } : {}
}

const ask =
  (worker: LocalWorker) =>
  async ({ route, path, headers, body }: FuzzRequest, asker: string): Promise<Response> => {
    const known = sessions.get(asker) ?? (await enter(worker, asker))
    sessions.set(asker, known)
    const send = (): Promise<Response> =>
      fetch(`${worker.url}${path}`, { method: route.method, redirect: 'manual', headers: { ...known, ...headers }, body: body ?? null })
    // A connection that was kept open may be closed at the moment when it is used again.
    const answer = await send().catch(send)
    if (answer.status === 401 || /DELETE|session/.test(`${route.method} ${route.path}`)) sessions.delete(asker)
    return answer
  }

/** Files of the folder in which one of these texts stands. What was asked for stands in the local server's own log of addresses. */
const keptIn = (folder: string, refused: Fuzzed['refused']): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const content = readFileSync(join(entry.parentPath, entry.name), 'latin1')
      const sought = entry.name === 'worker.log' ? refused.filter((marker) => marker.in !== 'address') : refused
      return sought
        .filter(({ text }) => content.includes(text))
        .map(({ text, in: where }) => `${entry.name}: ${text}, refused in the ${where}`)
    })

const folder = mkdtempSync(join(tmpdir(), 'gleaner-fuzz-'))
const state = join(folder, 'state')
// Many requests of few people: their limits have tests of their own.
const worker = await startWorker({ state, secrets: { MEMBER_LIMITS: '1000' } })
for (const slug of [network, otherNetwork])
  await callDevelopment(worker, '/networks', { slug, name: `Network ${slug}`, people: peopleOf(slug) })
const setting = {
  id: random.uuid(),
  cseq: 0,
  at: 0,
  name: 'configureFramework',
  args: { set: { sites: world.sites.map((key) => ({ key, label: key })), topics: [{ key: 'feeding', label: 'Feeding' }] } },
}
const context = { person: `${network}-admin-0`, role: 'admin', site: '', at: Date.now() }
await callDevelopment(worker, `/networks/${network}/story`, { steps: [{ asked: setting, context }], people })

const askers = [
  'nobody',
  ...roles.flatMap((role) => [`web ${network} ${role}`, `device ${network} ${role}`]),
  `web ${otherNetwork} admin`,
  `device ${otherNetwork} contributor`,
]
const began = performance.now()
const result = await fuzz({ world, seed, count, ask: ask(worker), askers, lanes: 4 })
const open = await fuzzPrograms(worker, { world, seed, count, network, otherNetwork })
await worker.stop()
const kept = keptIn(state, [...result.refused, ...open.refused])
const untouched = world.routes.map(({ method, path }) => `${method} ${path}`).filter((name) => !result.routes[name])
for (const [name, statuses] of Object.entries(result.routes).toSorted(([one], [other]) => one.localeCompare(other)))
  console.log(name.padEnd(64), JSON.stringify(statuses))
for (const [name, statuses] of Object.entries(open.routes).toSorted(([one], [other]) => one.localeCompare(other)))
  console.log(`/api/v1 ${name}`.padEnd(64), JSON.stringify(statuses))
console.log(
  `${count} requests to the ${Object.keys(open.routes).length} operations of /api/v1: ${JSON.stringify(open.statuses)}; ${open.faults.length} faults`,
)
console.log(`${count} requests of seed ${seed} to ${world.routes.length} routes in ${Math.round((performance.now() - began) / 1000)} s`)
console.log(
  `answers ${JSON.stringify(result.statuses)}; ${result.refused.length + open.refused.length} texts refused, ${kept.length} found in the Worker’s files; ${result.faults.length} faults`,
)
for (const line of [
  ...result.faults.slice(0, 20),
  ...open.faults.slice(0, 20),
  ...kept.slice(0, 20),
  ...untouched.map((name) => `${name} was not asked`),
])
  console.log(line)
const failed = result.faults.length + open.faults.length + kept.length + untouched.length > 0
if (failed) console.log(`The Worker’s files are in ${folder}`)
else rmSync(folder, { recursive: true })
process.exit(failed ? 1 : 0)
