import { env } from 'cloudflare:workers'
import { runInDurableObject } from 'cloudflare:test'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../shared/domain/entities.ts'
import { makeCode, networkObject } from '../../worker/auth/one-time-codes.ts'
import { makeInvitation } from '../../worker/people/invitations.ts'
import { shownName } from '../../worker/http/typed-text.ts'
import { asBrowser, call, makeNetwork, type TestMember } from './network.ts'

const slug = 'kept-texts'
let members: Record<Role, TestMember>
beforeAll(async () => {
  members = await makeNetwork(slug)
})

const later = () => Date.now() + 60_000
const post = (path: string, body: object, member: TestMember | undefined = members.admin): Promise<Response> =>
  member
    ? asBrowser(member, path, { method: 'POST', body: JSON.stringify(body) })
    : call(path, { method: 'POST', body: JSON.stringify(body) })
const network = (path: string): string => `/v1/networks/${slug}/${path}`
const challenge = 'c'.repeat(43)

/** Every way to leave a short text at the server, and the status of one that is taken. `test/kept-texts.test.ts` holds that none is missing. */
const ways: Record<string, [taken: number, leave: (text: string) => Promise<Response>]> = {
  'label of a member': [200, (label) => post(network(`members/${members.contributor.person}`), { label })],
  'label of an invitation': [200, (label) => post(network('invitations'), { role: 'contributor', label })],
  'name of who joins': [
    200,
    async (name) => {
      const offer = { network: slug, role: 'contributor', site: '', label: '', uses: 1, expiresAt: later() } as const
      const { code } = await makeInvitation(env.DIRECTORY, offer, members.admin.person, '', Date.now())
      return call('/v1/join', { method: 'POST', body: JSON.stringify({ code, name }), headers: { 'sec-fetch-site': 'same-origin' } })
    },
  ],
  'name of a device by code': [
    200,
    async (name) => {
      const code = await makeCode(env.DIRECTORY, 'device', members.contributor.person, slug, later())
      return call('/v1/devices', { method: 'POST', body: JSON.stringify({ code, name }) })
    },
  ],
  'name of a browser by link': [
    200,
    async (name) => {
      const code = await makeCode(env.DIRECTORY, 'web', members.contributor.person, slug, later())
      return call('/v1/session', { method: 'POST', body: JSON.stringify({ code, name }), headers: { 'sec-fetch-site': 'same-origin' } })
    },
  ],
  'label of a device that shows a code': [200, (label) => post('/v1/device-codes', { label }, undefined)],
  'label of a device by tab': [200, (label) => post(network('connections'), { challenge, state: 'x', label })],
  'a saved view': [200, (name) => post(network('personal'), { name: 'view:1', value: JSON.stringify({ name, query: 'q=x' }) })],
  'a setting that is no JSON': [200, (value) => post(network('personal'), { name: 'mail', value: value || 'x' })],
}

const everythingKept = async (): Promise<string> => {
  const tables = (list: { name: string }[]): string[] =>
    list.map(({ name }) => name).filter((name) => !/^(?:idea_words|_cf|d1_|sqlite)/.test(name))
  const named = "SELECT name FROM sqlite_master WHERE type = 'table'"
  const { results } = await env.DIRECTORY.prepare(named).all<{ name: string }>()
  const directory = await Promise.all(tables(results).map((name) => env.DIRECTORY.prepare(`SELECT * FROM "${name}"`).all()))
  const stub = env.NETWORKS.get(env.NETWORKS.idFromName((await networkObject(env.DIRECTORY, slug)) ?? ''))
  const bank = await runInDurableObject(stub, (_, { storage: { sql } }) =>
    tables(sql.exec<{ name: string }>(named).toArray()).map((name) => sql.exec(`SELECT * FROM "${name}"`).toArray()),
  )
  return JSON.stringify([directory.map((found) => found.results), bank])
}

describe('[P2] every text that the server keeps passes the PHI guard', () => {
  test.each(Object.keys(ways))('%s: PHI is refused with a reason, and kept nowhere', async (which) => {
    const [taken, leave] = ways[which] ?? [0, () => Promise.reject(new Error('no way'))]
    for (const text of ['Call Jon Testperson, MRN 48151623, DOB 01/02/2019', 'Patient Marisol Quintanilla, room 4']) {
      const answer = await leave(text)
      const said: { error: string; message: string } = await answer.json()
      expect([answer.status, said.error]).toEqual([400, 'patient-information'])
      expect(said.message).toMatch(/patient/)
      expect(said.message).not.toMatch(/Testperson|Marisol/)
    }
    for (const text of ['Family partner', 'Dr. Smith’s laptop, ward 4', 'María José Carreño'])
      expect((await leave(text)).status).toBe(taken)
    expect(await everythingKept()).not.toMatch(/Testperson|Marisol|48151623/)
  })

  test('settings: labels and descriptions', async () => {
    const args = (label: string) => ({ set: { topics: [{ key: 'feeding', label }] } })
    const ask = async (label: string): Promise<string | undefined> => {
      const body = { mutations: [{ id: crypto.randomUUID(), name: 'configureFramework', args: args(label) }] }
      const { results }: { results: { code?: string }[] } = await (await post(network('mutations'), body)).json()
      return results[0]?.code
    }
    expect(await ask('Call Jon Testperson, MRN 48151623')).toBe('patient-information')
    expect(await ask('Patient Marisol Quintanilla')).toBe('patient-information')
    for (const label of [
      'Down syndrome',
      'Ann & Robert H. Lurie Children’s Hospital of Chicago',
      'Hospital Universitario Dr. José Eleuterio González',
    ])
      expect(await ask(label)).toBeUndefined()
    expect(await everythingKept()).not.toMatch(/Testperson|Marisol/)
  })

  test('the audit log keeps only known filter names of an export, and keys that settings can have', async () => {
    const query = new URLSearchParams({
      topic: 'Jon Testperson, MRN 48151623',
      site: 'site-1',
      phase: 'marisol-48151623',
      sort: 'due',
      'Marisol Quintanilla': '1',
      after: '1.48151623',
      q: 'Testperson',
    })
    for (const what of ['export/ideas/csv', 'export/references/ris']) {
      const answer = await asBrowser(members.admin, network(`${what}?${query.toString()}`))
      expect(answer.status).toBe(200)
      await answer.text()
    }
    const kept = await everythingKept()
    expect(kept).toContain('topic=… site=site-1 phase=… sort=due q=…')
    expect(kept).not.toMatch(/Testperson|Marisol|marisol|48151623/)
  })

  test('the audit log keeps only the names of changed settings, whatever else or twice was sent', async () => {
    const id = crypto.randomUUID()
    const ask = (args: unknown): Promise<Response> => post(network('mutations'), { mutations: [{ id, name: 'configureFramework', args }] })
    const set = { decisionDays: 21, 'Jon Testperson, MRN 48151623': 1 }
    expect(await (await ask({ set })).json()).toMatchObject({ results: [{ status: 'ok' }] })
    for (const args of [null, {}, { set: null }, { set: { 'Marisol Quintanilla': 1 } }])
      expect(await (await ask(args)).json()).toMatchObject({ results: [{ id, status: 'ok' }] })
    const lines = await env.DIRECTORY.prepare("SELECT subject FROM audit WHERE network = ? AND action = 'settings-changed'")
      .bind(slug)
      .all()
    expect(lines.results.filter(({ subject }) => subject === 'decisionDays')).toHaveLength(1)
    expect(await everythingKept()).not.toMatch(/Testperson|Marisol/)
  })

  test('a saved view nested too deeply is refused', async () => {
    const value = '['.repeat(1900) + ']'.repeat(1900)
    expect((await post(network('personal'), { name: 'view:2', value })).status).toBe(400)
  })
})

describe('[W5] names and labels that can be read', () => {
  const [zwsp, rlo] = ['\u200b', '\u202e']
  test.each(Object.keys(ways).filter((which) => !/saved|setting/.test(which)))('%s', async (which) => {
    const [taken, leave] = ways[which] ?? [0, () => Promise.reject(new Error('no way'))]
    for (const text of [`7${zwsp}`, '…', '42']) {
      const answer = await leave(text)
      const said: { message: string } = await answer.json()
      expect([answer.status, said.message]).toEqual([400, expect.stringContaining('one letter')])
    }
    expect((await leave(`${rlo}Shown${zwsp} plain`)).status).toBe(taken)
    expect(await everythingKept()).not.toMatch(/[\u200b\u202e]/)
  })

  test('names from a hospital’s sign-in are shown without invisible characters, or replaced', () => {
    expect(shownName(`Ada${zwsp} ${rlo}Lovelace`, 'ada')).toBe('Ada Lovelace')
    expect(shownName(zwsp, 'ada.l')).toBe('ada.l')
    expect(shownName('Testperson, MRN: 4471920', 'ada.l')).toBe('ada.l')
    expect(shownName('', '42')).toBe('A member')
    expect(shownName('רחל לוי', 'x')).toBe('רחל לוי')
  })
})
