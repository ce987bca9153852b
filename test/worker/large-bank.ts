import { env } from 'cloudflare:workers'
import { runInDurableObject } from 'cloudflare:test'
import type { QueuedMutation, PageReply } from '../../shared/sync/protocol.ts'
import { networkObject } from '../../worker/auth/one-time-codes.ts'
import { proposal, requestOf, sync, type TestMember } from './network.ts'

/** A bank of the largest rows that the schemas let through, three bytes a character. */

export const stubOf = async (slug: string) => env.NETWORKS.get(env.NETWORKS.idFromName((await networkObject(env.DIRECTORY, slug)) ?? ''))

const long = (characters: number): string => '护理改进'.repeat(Math.ceil(characters / 4)).slice(0, characters)

/** Some 40 KB: more authors than are kept (20 of the longest names), three bytes a character. */
export const longestClip = (idea: string) => ({
  evidence: crypto.randomUUID(),
  citation: {
    type: 'article-journal',
    title: long(500),
    author: Array.from({ length: 100 }, () => ({ family: long(200), given: long(170) })),
    'container-title': long(300),
    publisher: long(300),
  },
  kind: 'opinion' as const,
  note: long(4000),
  ideas: [idea],
})

const asked = (cseq: number, name: string, args: unknown): QueuedMutation => ({ id: crypto.randomUUID(), cseq, name, at: 0, args })

export interface Copies {
  idea: number
  evidence: number
  comment: number
}

/** One idea, one clip and one comment, each as large as can be, by way of the API; then as many copies of each as asked for, in SQLite itself. */
export const fillBank = async (member: TestMember, copies: Copies): Promise<{ idea: string; replica: string }> => {
  const replica = crypto.randomUUID()
  const idea = proposal(1, long(500))
  const { idea: id } = idea.args as { idea: string }
  const text = { problem: long(500), details: long(4000), theory: long(4000), aim: long(500) }
  const clip = longestClip(id)
  const comment = { comment: crypto.randomUUID(), idea: id, text: long(4000) }
  const reply = (await sync(
    member,
    requestOf(replica, [
      idea,
      asked(2, 'editIdea', { idea: id, set: text }),
      asked(3, 'clipEvidence', clip),
      asked(4, 'commentIdea', comment),
    ]),
  )) as PageReply
  const refused = reply.acks.filter(({ status }) => status !== 'ok')
  if (refused.length > 0) throw new Error(`The largest rows were refused: ${JSON.stringify(refused).slice(0, 500)}`)
  await runInDurableObject(await stubOf(member.slug), (_, { storage: { sql } }) => {
    copy(sql, 'idea', id, copies.idea)
    copy(sql, 'evidence', clip.evidence, copies.evidence)
    copy(sql, 'comment', comment.comment, copies.comment)
  })
  return { idea: id, replica }
}

/** Each copy is a row of its own with a number and a line of the log of its own, as if it had been sent by itself. */
const copy = (sql: SqlStorage, kind: string, id: string, copies: number): void => {
  const head = Number(sql.exec('SELECT max(seq) AS head FROM log').one()['head'])
  const newId = `printf('00000000-0000-4000-8000-%s%08d', substr(hex('${kind}'), 1, 4), i)`
  /** Rows of a table over again, with other values in some of its columns. */
  const again = (table: string, where: string, others: Record<string, string>): void => {
    const columns = sql.exec(`SELECT * FROM ${table} LIMIT 1`).columnNames
    sql.exec(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${copies})
       INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columns.map((name) => others[name] ?? name).join(', ')} FROM n, ${table} WHERE ${where}`,
    )
  }
  const body = `json_set(body, '$.id', ${newId})`
  again('log', `seq = (SELECT seq FROM entity WHERE kind = '${kind}' AND id = '${id}')`, {
    seq: `${head} + i`,
    mutation: newId,
    witness: 'hex(randomblob(8))',
  })
  again('entity', `kind = '${kind}' AND id = '${id}'`, { id: newId, seq: `${head} + i`, body })
  if (kind === 'idea') again('idea_row', `id = '${id}'`, { number: 'number + i', id: newId, body })
  else again('part', `kind = '${kind}' AND id = '${id}'`, { id: newId })
  sql.exec(
    `INSERT OR IGNORE INTO subject SELECT idea, seq FROM part p JOIN entity e ON e.kind = p.kind AND e.id = p.id WHERE p.kind = ?`,
    kind,
  )
}
