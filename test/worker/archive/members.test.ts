import { env } from 'cloudflare:workers'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import type { ArchiveReply } from '../../../shared/api/archive.ts'
import type { IdeasReply } from '../../../shared/api/bank.ts'
import { networkObject } from '../../../worker/auth/one-time-codes.ts'
import { takeArchive } from '../../../worker/archive/take-archive.ts'
import { bankAt } from '../../../worker/bank/bank-stub.ts'
import { asBrowser, makeNetwork } from '../network.ts'
import { error, type Files, give, makeDemo, sealed, take } from './archive-files.ts'

/** The same archive of people whom this deployment does not know. */
let strangers: Files
beforeAll(async () => {
  const files = unzipSync(await take(await makeDemo('members-from')))
  strangers = Object.fromEntries(
    Object.entries(files).map(([name, content]) => [name, strToU8(strFromU8(content).replaceAll('"demo-', '"stranger-'))]),
  )
})

const textOf = (name: string): string => strFromU8(strangers[name] ?? new Uint8Array())
const membersIn = (): { person: string; role: string; status: string }[] =>
  textOf('data/members.jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { person: string; role: string; status: string })
const directory = async (): Promise<unknown[]> => {
  const [people, members] = await env.DIRECTORY.batch([
    env.DIRECTORY.prepare('SELECT id, name FROM person ORDER BY id'),
    env.DIRECTORY.prepare('SELECT person, network, role, status FROM membership ORDER BY person, network'),
  ])
  return [...(people?.results ?? []), ...(members?.results ?? [])]
}

test('[O91] nobody becomes a person or member by an archive that is refused, whatever is wrong with it and wherever', async () => {
  expect(membersIn().length).toBeGreaterThan(5)
  const { admin } = await makeNetwork('members-refused')
  const changed = (name: string, by: (content: string) => string): Files => ({ ...strangers, [name]: strToU8(by(textOf(name))) })
  const given: [string, Files, string][] = [
    [
      'a log that names one number twice',
      changed('data/log/0001.jsonl', (text) => text.replace(/"seq":\d+/, '"seq":2')),
      'archive-incomplete',
    ],
    [
      'a row that nothing wrote',
      changed('data/idea/0001.jsonl', (text) => text.replace(/"seq":\d+/, '"seq":999999')),
      'archive-incomplete',
    ],
    ['a member without a role', changed('data/members.jsonl', (text) => text.replace(/"role":"[^"]+"/, '"role":"king"')), 'archive-line'],
    ['a member who is missing', changed('data/members.jsonl', (text) => text.slice(text.indexOf('\n') + 1)), 'archive-incomplete'],
  ]
  const before = await directory()
  for (const [what, files, code] of given) {
    expect([what, ...(await error(give(admin, await sealed(files))))]).toEqual([what, 400, code])
    expect([what, await directory()]).toEqual([what, before])
  }
  const ideas = await (await asBrowser(admin, '/v1/networks/members-refused/ideas')).json<IdeasReply>()
  expect(ideas.rows).toEqual([])
})

test('[O91] members who are new to this deployment come as they were, and whoever is known stays what they are', async () => {
  const { admin, contributor } = await makeNetwork('members-taken')
  const [{ person: known } = { person: '' }] = membersIn()
  // An archive that says of somebody here that they are its admin.
  const files = Object.fromEntries(
    Object.entries(strangers).map(([name, content]) => [
      name,
      strToU8(strFromU8(content).replaceAll(`"${known}"`, `"${contributor.person}"`)),
    ]),
  )
  const taken = await give(admin, await sealed(files))
  expect(taken.status).toBe(200)
  expect(await taken.json<ArchiveReply>()).toMatchObject({ known: 1, members: membersIn().length - 1 })
  const { results } = await env.DIRECTORY.prepare("SELECT person, role, status FROM membership WHERE network = 'members-taken'").all<{
    person: string
    role: string
    status: string
  }>()
  for (const { person, role, status } of membersIn().filter((one) => one.person !== known))
    expect(results).toContainEqual({ person, role, status })
  expect(results.filter(({ person }) => person === contributor.person)).toEqual([
    { person: contributor.person, role: 'contributor', status: 'active' },
  ])
  const name = await env.DIRECTORY.prepare('SELECT name FROM person WHERE id = ?').bind(contributor.person).first('name')
  expect(name).toBe('The contributor of members-taken')
})

test.each(['ready', 'settle'] as const)(
  '[O91] whoever reads an archive in is told what came between, before %s: somebody wrote, or began to read one too',
  async (step) => {
    const { admin, contributor } = await makeNetwork(`members-${step}`)
    const object = (await networkObject(env.DIRECTORY, admin.slug)) ?? ''
    using desk = await bankAt(env, object).archive()
    /** The same bank, where something happens just before that step. */
    const where = (happens: () => Promise<unknown>): Env => {
      const before = {
        begin: () => desk.begin(),
        add: (...[run, lines]: Parameters<typeof desk.add>) => desk.add(run, lines),
        drop: (run: number) => desk.drop(run),
        ready: async (run: number, entries: number) => (step === 'ready' && (await happens()), desk.ready(run, entries)),
        settle: async (run: number, entries: number) => (step === 'settle' && (await happens()), desk.settle(run, entries)),
        [Symbol.dispose]: () => {},
      }
      const stub = { archive: () => Promise.resolve(before) }
      return { ...env, NETWORKS: { idFromName: String, get: () => stub } as unknown as Env['NETWORKS'] }
    }
    const [bytes, people] = [await sealed(strangers), await directory()]
    const refusal = (happens: () => Promise<unknown>): Promise<unknown> =>
      takeArchive(where(happens), { slug: admin.slug, object }, bytes, Date.now()).catch((problem: unknown) => problem)
    expect(await refusal(() => desk.begin())).toMatchObject({ reason: { code: 'archive-overtaken' } })
    const args = { idea: crypto.randomUUID(), change: 'Weigh infants at noon.' }
    const body = JSON.stringify({ mutations: [{ id: crypto.randomUUID(), name: 'proposeIdea', args }] })
    const writes = () => asBrowser(contributor, `/v1/networks/${admin.slug}/mutations`, { method: 'POST', body })
    expect(await refusal(writes)).toMatchObject({ reason: { code: 'archive-not-empty' } })
    expect(await directory()).toEqual(people)
    const { rows } = await (await asBrowser(admin, `/v1/networks/${admin.slug}/ideas`)).json<IdeasReply>()
    expect(rows.map(({ id }) => id)).toEqual([args.idea])
  },
)
