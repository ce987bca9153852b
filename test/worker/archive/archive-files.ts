import { env } from 'cloudflare:workers'
import { strFromU8, strToU8, zipSync } from 'fflate'
import { expect } from 'vitest'
import { addMembers, addNetwork, makeCode, networkObject, redeemCode } from '../../../worker/auth/one-time-codes.ts'
import demo from '../../../worker/local/demo-network.json'
import { demoNetwork, demoStory } from '../../../worker/local/demo-story.ts'
import { asBrowser, type TestMember } from '../network.ts'

export type Files = Record<string, Uint8Array>

const asAdmin = async (slug: string, person: string): Promise<TestMember> => {
  const code = (await makeCode(env.DIRECTORY, 'web', person, slug, Date.now() + 60_000)) ?? ''
  const made = await redeemCode(env.DIRECTORY, code, 'web', 'test', Date.now())
  return { person, slug, token: '', cookie: `gleaner=${made?.secret}` }
}

/** The demonstration network, by its own story. */
export const makeDemo = async (slug: string): Promise<TestMember> => {
  const network = demoNetwork(demo)
  await addNetwork(env.DIRECTORY, slug, network.name, Date.UTC(2026, 0, 5))
  await addMembers(env.DIRECTORY, slug, network.people, Date.UTC(2026, 0, 5))
  const roles = new Map(network.people.map((person) => [person.id, person]))
  const steps = demoStory(network, Date.now()).flatMap(({ person, at, name, args, id }) => {
    const { role, site } = roles.get(person) ?? {}
    return role && site !== undefined ? [{ asked: { id, cseq: 0, at, name, args }, context: { person, role, site, at } }] : []
  })
  const object = (await networkObject(env.DIRECTORY, slug)) ?? ''
  await env.NETWORKS.get(env.NETWORKS.idFromName(object)).replay(steps, network.people)
  return asAdmin(slug, network.people.find(({ role }) => role === 'admin')?.id ?? '')
}

/** The same directory without that network, and it again with its admin alone: what a fresh deployment looks like. */
export const emptied = async ({ slug, person }: TestMember): Promise<TestMember> => {
  const [{ results: people }, network] = await Promise.all([
    env.DIRECTORY.prepare('SELECT person FROM membership WHERE network = ?').bind(slug).all<{ person: string }>(),
    env.DIRECTORY.prepare('SELECT name, created_at AS at FROM network WHERE slug = ?').bind(slug).first<{ name: string; at: number }>(),
  ])
  const admin = await env.DIRECTORY.prepare(
    'SELECT p.name, m.created_at AS at FROM person p JOIN membership m ON m.person = p.id WHERE p.id = ? AND m.network = ?',
  )
    .bind(person, slug)
    .first<{ name: string; at: number }>()
  for (const table of ['session', 'code', 'membership'])
    await env.DIRECTORY.prepare(`DELETE FROM ${table} WHERE network = ?`).bind(slug).run()
  for (const one of people) await env.DIRECTORY.prepare('DELETE FROM person WHERE id = ?').bind(one.person).run()
  await env.DIRECTORY.prepare('DELETE FROM network WHERE slug = ?').bind(slug).run()
  await addNetwork(env.DIRECTORY, slug, network?.name ?? '', network?.at ?? 0)
  await addMembers(env.DIRECTORY, slug, [{ id: person, name: admin?.name ?? '', role: 'admin', site: '' }], admin?.at ?? 0)
  return asAdmin(slug, person)
}

export const take = async (member: TestMember): Promise<Uint8Array<ArrayBuffer>> => {
  const answer = await asBrowser(member, `/v1/networks/${member.slug}/archive`)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip'])
  return new Uint8Array(await answer.arrayBuffer())
}
export const give = (member: TestMember, bytes: Uint8Array<ArrayBuffer>) =>
  asBrowser(member, `/v1/networks/${member.slug}/archive`, { method: 'POST', body: bytes })
export const error = async (answer: Promise<Response>): Promise<[number, string]> => {
  const [status, text] = [(await answer).status, await (await answer).text()]
  return [status, (JSON.parse(text) as { reason?: { code: string } }).reason?.code ?? text]
}

export const hex = async (bytes: Uint8Array): Promise<string> => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex()
/** The files as a zip with check sums of its own: what somebody could make who means harm. */
export const sealed = async (files: Files): Promise<Uint8Array<ArrayBuffer>> => {
  const lines = await Promise.all(
    Object.entries(files)
      .filter(([name]) => name !== 'manifest-sha256.txt')
      .map(async ([name, bytes]) => `${await hex(bytes)}  ${name}\n`),
  )
  return zipSync({ ...files, 'manifest-sha256.txt': strToU8(lines.join('')) })
}
const madeAt = (files: Files): number => (JSON.parse(strFromU8(files['archive.json'] ?? new Uint8Array())) as { madeAt: number }).madeAt
/** Every file as text, its own time and what follows from it left out. */
export const timeless = (files: Files): Record<string, string> => {
  const at = madeAt(files)
  return Object.fromEntries(
    Object.entries(files)
      .filter(([name]) => name !== 'manifest-sha256.txt')
      .map(([name, bytes]) => [
        name,
        strFromU8(bytes).replaceAll(String(at), 'its time').replaceAll(new Date(at).toISOString(), 'its time'),
      ]),
  )
}
