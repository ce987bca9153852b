import { beforeAll, expect, test } from 'vitest'
import type { Role } from '../../shared/network.ts'
import { caps, type PageReply } from '../../shared/protocol.ts'
import { fillBank } from './large-bank.ts'
import { asDevice, makeNetwork, requestOf, type TestMember } from './network.ts'

/** Together some 40 MB of clips: more than may travel between an object and its Worker at once. */
const copies = 400

let members: Record<Role, TestMember>
let filled: { idea: string; replica: string }
beforeAll(async () => {
  members = await makeNetwork('large')
  filled = await fillBank(members.contributor, copies)
})

/** Every page from the beginning, as a new device reads them. */
const readAll = async (member: TestMember, replica: string): Promise<{ bytes: number[]; rows: string[]; acks: string[] }> => {
  const seen = { bytes: [] as number[], rows: [] as string[], acks: [] as string[] }
  let [cursor, more]: [string | null, boolean] = [null, true]
  while (more) {
    const body = JSON.stringify(requestOf(replica, [], cursor))
    const answer = await asDevice(member, `/v1/networks/${member.slug}/sync`, { method: 'POST', body })
    expect(answer.status).toBe(200)
    const text = await answer.text()
    const reply = JSON.parse(text) as PageReply
    seen.bytes.push(new TextEncoder().encode(text).length)
    seen.rows.push(...reply.rows.map(({ kind, id }) => `${kind} ${id}`))
    seen.acks.push(...reply.acks.map(({ id }) => id))
    ;[cursor, more] = [reply.cursor, reply.more]
  }
  return seen
}

test('[S30] a new device reads a bank of the largest rows in pages of about 1 MB, each row and each acknowledgement once', async () => {
  const { bytes, rows, acks } = await readAll(members.coordinator, filled.replica)
  expect(Math.max(...bytes)).toBeLessThan(caps.pageBytes * 1.3)
  expect(rows).toHaveLength(new Set(rows).size)
  for (const kind of ['idea', 'evidence', 'comment']) expect(rows.filter((row) => row.startsWith(`${kind} `))).toHaveLength(copies + 1)
  expect(acks).toHaveLength(new Set(acks).size)
  expect(acks).toHaveLength(copies * 3 + 4)
})
