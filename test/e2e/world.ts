import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EvidenceReply } from '../../shared/api/evidence.ts'
import type { IdeaPage, IdeasReply, Matrix } from '../../shared/api/bank.ts'
import { defaultFramework } from '../../shared/domain/framework.ts'
import type { Person } from '../../shared/domain/entities.ts'
import { callDevelopment, type LocalWorker, type LocalWorkerOptions, type Runtime, startWorker } from '../../worker/local/local-worker.ts'
import { freePort } from '../../worker/local/ports.ts'

/** A Worker of its own with one network in it, in a folder that goes when the test is over. */
export interface TestWorld {
  worker: LocalWorker
  folder: string
  /** A path for a browser profile that is kept between starts. */
  profile: (name: string) => string
  /** A link that connects an extension as that person, once. */
  pairingLink: (person: string) => Promise<string>
  /** A link that signs a browser in as that person, once. */
  signInLink: (person: string) => Promise<string>
  /** What members do elsewhere, in that order, through the same mutations. Throws where one is refused. */
  happens: (...said: [person: string, name: string, args: object, at?: number][]) => Promise<void>
  /** Asks the Worker as the coordinator does. */
  matrix: () => Promise<Matrix>
  ideas: (query?: string) => Promise<IdeasReply>
  idea: (id: string) => Promise<IdeaPage>
  evidence: (query: string) => Promise<EvidenceReply>
  /** SIGKILL, or an orderly end; then the same Worker again on the same data and port. */
  stop: () => Promise<void>
  kill: () => Promise<void>
  restart: (runtime?: Runtime) => Promise<void>
  end: () => Promise<void>
}

export const slug = 'test'
export const people: Person[] = [
  { id: 'clinician', name: 'Clara Clinician', role: 'contributor', site: 'north' },
  { id: 'other-clinician', name: 'Omar Clinician', role: 'contributor', site: 'south' },
  { id: 'lead', name: 'Lena Lead', role: 'site-lead', site: 'north' },
  { id: 'coordinator', name: 'Cora Coordinator', role: 'coordinator', site: '' },
  { id: 'other-coordinator', name: 'Otto Coordinator', role: 'coordinator', site: '' },
  { id: 'steering', name: 'Stefan Steering', role: 'steering', site: '' },
  { id: 'other-steering', name: 'Stina Steering', role: 'steering', site: '' },
  { id: 'admin', name: 'Ada Admin', role: 'admin', site: '' },
]
const sites = ['north', 'south', 'east', 'west'].map((key) => ({ key, label: `${key[0]?.toUpperCase()}${key.slice(1)} Hospital` }))
const topics = [
  { key: 'feeding', label: 'Feeding and growth' },
  { key: 'safety', label: 'Safety' },
]

const setUp = async (worker: LocalWorker): Promise<void> => {
  await callDevelopment(worker, '/networks', { slug, name: 'Test network', people })
  const context = { person: 'admin', role: 'admin', site: '', at: Date.now() }
  const asked = {
    id: crypto.randomUUID(),
    cseq: 0,
    at: 0,
    name: 'configureFramework',
    args: { set: { ...defaultFramework, sites, topics } },
  }
  await callDevelopment(worker, `/networks/${slug}/story`, { steps: [{ asked, context }], people })
}

export const startWorld = async (options: Pick<LocalWorkerOptions, 'secrets' | 'runtime'> = {}): Promise<TestWorld> => {
  const folder = mkdtempSync(join(tmpdir(), 'gleaner-e2e-'))
  const [state, port] = [join(folder, 'state'), await freePort()]
  let worker = await startWorker({ state, port, ...options })
  await setUp(worker)
  const code = async (kind: 'web' | 'device', person: string): Promise<string> =>
    (await callDevelopment<{ code: string }>(worker, '/codes', { kind, person, network: slug })).code
  const answer = await fetch(`${worker.url}/v1/devices`, {
    method: 'POST',
    body: JSON.stringify({ code: await code('device', 'coordinator'), name: 'test' }),
  })
  const { token } = (await answer.json()) as { token: string }
  const ask = async <Reply>(path: string): Promise<Reply> => {
    const response = await fetch(`${worker.url}/v1/networks/${slug}/${path}`, { headers: { authorization: `Bearer ${token}` } })
    if (!response.ok) throw new Error(`${path} answered ${response.status}`)
    return (await response.json()) as Reply
  }
  return {
    get worker() {
      return worker
    },
    folder,
    profile: (name) => join(folder, `profile-${name}`),
    pairingLink: async (person) => `${worker.url}/connect#${await code('device', person)}`,
    signInLink: async (person) => `${worker.url}/sign-in#${await code('web', person)}`,
    happens: async (...said) => {
      const steps = said.map(([person, name, args, at = Date.now()], index) => {
        const { role = 'contributor', site = '' } = people.find(({ id }) => id === person) ?? {}
        return { asked: { id: crypto.randomUUID(), cseq: index, at: 0, name, args }, context: { person, role, site, at } }
      })
      await callDevelopment(worker, `/networks/${slug}/story`, { steps, people })
    },
    matrix: () => ask('matrix'),
    ideas: (query = '') => ask(`ideas?${query}`),
    idea: (id) => ask(`ideas/${id}`),
    evidence: (query) => ask(`evidence?${query}`),
    stop: () => worker.stop(),
    kill: () => worker.kill(),
    restart: async (runtime) => {
      worker = await startWorker({ state, port, ...options, ...(runtime ? { runtime } : {}) })
    },
    end: async () => {
      await worker.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
