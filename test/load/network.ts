import type { Person } from '../../shared/domain/entities.ts'
import { callDevelopment, type LocalWorker } from '../../worker/local/local-worker.ts'

export const slug = 'load'
const atOnce = 100

const chunksOf = <One>(list: readonly One[]): One[][] =>
  Array.from({ length: Math.ceil(list.length / atOnce) }, (_, index) => list.slice(index * atOnce, (index + 1) * atOnce))

/** A network of so many contributors, and one coordinator. */
export const peopleOf = (contributors: number): Person[] => [
  { id: 'coordinator', name: 'Cora Coordinator', role: 'coordinator', site: '' },
  ...Array.from({ length: contributors }, (_, index) => ({
    id: `contributor-${index}`,
    name: `Contributor ${index}`,
    role: 'contributor' as const,
    site: '',
  })),
]

export const makeNetwork = async (worker: LocalWorker, people: readonly Person[]): Promise<void> => {
  for (const some of chunksOf(people)) await callDevelopment(worker, '/networks', { slug, name: 'Load', people: some })
}

/** A session of each of them, in their order. */
export const sessionsOf = async (worker: LocalWorker, kind: 'device' | 'web', people: readonly string[]): Promise<string[]> => {
  const secrets: string[] = []
  for (const some of chunksOf(people))
    secrets.push(...(await callDevelopment<{ secrets: string[] }>(worker, '/sessions', { kind, people: some, network: slug })).secrets)
  return secrets
}
