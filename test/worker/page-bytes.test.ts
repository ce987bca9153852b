import { env } from 'cloudflare:workers'
import { runInDurableObject } from 'cloudflare:test'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { DigestReply } from '../../shared/api/answers.ts'
import type { DeadLettersReply, FrameworkReply, FurtherParts, IdeaPage, IdeasReply, SettingsHistoryReply } from '../../shared/api/bank.ts'
import type { Comment, Evidence, Role } from '../../shared/domain/entities.ts'
import type { MutateReply, PageReply } from '../../shared/sync/protocol.ts'
import { takeOwn } from './archive/own-files.ts'
import { fillBank, stubOf } from './large-bank.ts'
import { asBrowser, asDevice, makeNetwork, requestOf, type TestMember } from './network.ts'

/** A page of 500 of these clips is more than may travel between an object and its Worker at once (32 MiB). */
const copies = { idea: 220, evidence: 520, comment: 60 }
const MB = 1024 * 1024
// Tens of megabytes are read several times; a busy machine takes minutes for that.
vi.setConfig({ testTimeout: 240_000 })
const most = 1.4 * MB

let members: Record<Role, TestMember>
let filled: { idea: string; replica: string }
beforeAll(async () => {
  members = await makeNetwork('large')
  filled = await fillBank(members.contributor, copies)
})

const bytesIn = (text: string): number => new TextEncoder().encode(text).length
const at = (path: string): string => `/v1/networks/large/${path}`
interface Got<Reply> {
  reply: Reply
  bytes: number
}
const get = async <Reply>(member: TestMember, path: string): Promise<Got<Reply>> => {
  const answer = await asBrowser(member, path)
  const text = await answer.text()
  expect([path, answer.status, text.slice(0, answer.ok ? 0 : 200)]).toEqual([path, 200, ''])
  return { reply: JSON.parse(text) as Reply, bytes: bytesIn(text) }
}
const inBank = async (work: (sql: SqlStorage) => void): Promise<void> => {
  await runInDurableObject(await stubOf('large'), (_, { storage }) => work(storage.sql))
}

/** Every page from the beginning, as a new device reads them. */
const readAll = async (member: TestMember, replica: string): Promise<{ bytes: number[]; rows: string[]; acks: string[] }> => {
  const seen = { bytes: [] as number[], rows: [] as string[], acks: [] as string[] }
  let [cursor, more]: [string | null, boolean] = [null, true]
  while (more) {
    const body = JSON.stringify(requestOf(replica, [], cursor))
    const answer = await asDevice(member, at('sync'), { method: 'POST', body })
    expect(answer.status).toBe(200)
    const text = await answer.text()
    const reply = JSON.parse(text) as PageReply
    seen.bytes.push(bytesIn(text))
    seen.rows.push(...reply.rows.map(({ kind, id }) => `${kind} ${id}`))
    seen.acks.push(...reply.acks.map(({ id }) => id))
    ;[cursor, more] = [reply.cursor, reply.more]
  }
  return seen
}

test('[S30] a new device reads a bank of the largest rows in pages of about 1 MB, each row and each acknowledgement once', async () => {
  const { bytes, rows, acks } = await readAll(members.contributor, filled.replica)
  expect(Math.max(...bytes)).toBeLessThan(most)
  expect(rows).toHaveLength(new Set(rows).size)
  for (const [kind, count] of Object.entries(copies)) expect(rows.filter((row) => row.startsWith(`${kind} `))).toHaveLength(count + 1)
  expect(acks).toHaveLength(new Set(acks).size)
  expect(acks).toHaveLength(copies.idea + copies.evidence + copies.comment + 4)
})

describe('[E3] of a bank of the largest rows', () => {
  test('a list is paged, each idea once', async () => {
    const ids: string[] = []
    for (let after: string | null = ''; after !== null;) {
      const { reply, bytes }: { reply: IdeasReply; bytes: number } = await get(
        members.coordinator,
        at(`ideas?limit=200${after && `&after=${after}`}`),
      )
      expect(bytes).toBeLessThan(most)
      ids.push(...reply.rows.map(({ id }) => id))
      after = reply.next
    }
    expect([ids.length, new Set(ids).size]).toEqual([copies.idea + 1, copies.idea + 1])
  })

  test('an idea’s page has what fits, and the remaining clips and comments follow in parts', async () => {
    const { reply, bytes } = await get<IdeaPage>(members.coordinator, at(`ideas/${filled.idea}`))
    expect(bytes).toBeLessThan(most)
    const rest = async <Of extends 'evidence' | 'comments'>(of: Of, first: FurtherParts[Of]): Promise<string[]> => {
      const found = (first as (Evidence | Comment)[]).map(({ id }) => id)
      for (let after = reply.more[of]; after !== null;) {
        const further: { reply: FurtherParts; bytes: number } = await get(
          members.coordinator,
          at(`ideas/${filled.idea}/further?of=${of}&after=${encodeURIComponent(after)}`),
        )
        expect(further.bytes).toBeLessThan(most)
        found.push(...further.reply[of].map(({ id }) => id))
        after = further.reply.next
      }
      return found
    }
    expect(new Set(await rest('evidence', reply.evidence)).size).toBe(copies.evidence + 1)
    expect(new Set(await rest('comments', reply.comments)).size).toBe(copies.comment + 1)
  })

  test.each(['framework', 'matrix', 'board?pathway=pilot', 'decisions', 'facets', 'digest', 'reports', 'lesson', 'personal'])(
    'what is told at once goes into a page: %s',
    async (path) => {
      const answer = await asBrowser(members.admin, at(path))
      expect([200, 404]).toContain(answer.status)
      expect(bytesIn(await answer.text())).toBeLessThan(most)
    },
  )

  test('notifications are as many as fit into a page, the newest first', async () => {
    const { reply, bytes } = await get<{ items: unknown[] }>(members.contributor, at('news'))
    expect(bytes).toBeLessThan(most)
    expect(reply.items.length).toBeGreaterThan(0)
  })

  test('a digest, the dead-letter list and the history of settings say that they were cut', async () => {
    await inBank((sql) => {
      const args = JSON.stringify({ text: '护'.repeat(20_000) })
      for (let number = 0; number < 600; number += 1) {
        sql.exec("INSERT INTO dead_letter VALUES (?, 'x', ?, 'editIdea', ?, 'broke')", crypto.randomUUID(), number, args)
        sql.exec(
          `INSERT INTO log (seq, mutation, witness, replica, cseq, person, role, site, at, name, args, status) SELECT max(seq) + 1, ?, 'w', '', 0, 'x', 'admin', '', max(at), 'configureFramework', ?, 'ok' FROM log`,
          crypto.randomUUID(),
          args,
        )
      }
    })
    const letters = await get<DeadLettersReply>(members.coordinator, at('dead-letters'))
    const settings = await get<SettingsHistoryReply>(members.admin, at('framework/history'))
    for (const { bytes } of [letters, settings]) expect(bytes).toBeLessThan(most)
    expect([letters.reply.cut, settings.reply.cut]).toEqual([true, true])
    expect(letters.reply.letters[0]?.at).toBe(599)
    const digest = await get<DigestReply>(members.coordinator, at('digest'))
    expect(digest.bytes).toBeLessThan(most)
  })

  test('a download of any size is streamed: one’s own data, complete', async () => {
    const { files, account, networks } = await takeOwn(members.contributor)
    const mine = networks['large']
    expect(mine?.evidence).toHaveLength(copies.evidence + 1)
    expect(mine?.ideas).toHaveLength(copies.idea + 1)
    expect(mine?.log.filter(({ name }) => name === 'clipEvidence')).toHaveLength(copies.evidence + 1)
    expect(account['memberships']).toMatchObject([{ network: 'Network large' }])
    // Data come in parts, so that whoever reads them needs no more memory for a bank of any size.
    const parts = Object.entries(files).filter(([name]) => name.includes('/data/'))
    for (const [name, { length }] of parts) expect([name, length < 5 * MB]).toEqual([name, true])
    expect(parts.filter(([name]) => name.includes('/evidence/')).length).toBeGreaterThan(1)
  })

  test.each([
    ['export/ideas/json', 'ideas', copies.idea + 1],
    ['export/references/csl-json?of=network', 'network', copies.evidence + 1],
    ['export/references/csl-json', 'list', copies.evidence + 1],
  ])('a download of any size is made while it is read: %s', async (path, _, count) => {
    const answer = await asBrowser(members.coordinator, at(path))
    const text = await answer.text()
    const whole = JSON.parse(text) as unknown[] | { ideas: unknown[] }
    expect(Array.isArray(whole) ? whole : whole.ideas).toHaveLength(count)
  })

  test('the list of people is complete, however many they are', async () => {
    const people = 5000
    await inBank((sql) => {
      const name = '李'.repeat(100)
      sql.exec(
        `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${people})
         INSERT INTO entity SELECT 'person', 'p' || i, 1, json_object('id', 'p' || i, 'name', ?, 'role', 'contributor', 'site', '') FROM n`,
        name,
      )
    })
    const { reply } = await get<FrameworkReply>(members.contributor, at('framework'))
    expect(reply.people.length).toBeGreaterThan(people)
    expect(reply.framework.phases.length).toBeGreaterThan(0)
  })

  test('many mutations at once that replaced long texts are each answered within a page', async () => {
    const ideas = Array.from({ length: 200 }, (_, index) => `00000000-0000-4000-8000-6964${String(index + 1).padStart(8, '0')}`)
    const mutations = ideas.map((idea) => ({
      id: crypto.randomUUID(),
      name: 'editIdea',
      args: { idea, set: { details: 'x', theory: 'x' }, base: { details: '', theory: '' } },
    }))
    const answer = await asBrowser(members.coordinator, at('mutations'), { method: 'POST', body: JSON.stringify({ mutations }) })
    const text = await answer.text()
    expect(bytesIn(text)).toBeLessThan(most)
    const { results } = JSON.parse(text) as MutateReply
    expect(results.map(({ status }) => status)).toEqual(ideas.map(() => 'ok'))
    expect(results[0]?.overwrote).toBeDefined()
    expect(results.at(-1)?.overwrote).toBeUndefined()
  })
})

test('[E3] the audit log as a file is complete, over all its pages', async () => {
  const lines = Array.from({ length: 2500 }, (_, index) =>
    env.DIRECTORY.prepare("INSERT INTO audit (at, network, person, action, subject) VALUES (?, 'large', '', 'export', ?)").bind(
      index,
      `line ${index}`,
    ),
  )
  await env.DIRECTORY.batch(lines)
  const text = await (await asBrowser(members.admin, at('audit.csv?action=export'))).text()
  for (const index of [0, 999, 1000, 1001, 2499]) expect(text.match(new RegExp(`\\bline ${index}\\b`, 'g'))).toHaveLength(1)
})
