import { env } from 'cloudflare:workers'
import { runInDurableObject } from 'cloudflare:test'
import type { Comment, Evidence, Idea } from '../../shared/network.ts'
import type { Asked, PageReply } from '../../shared/protocol.ts'
import { networkObject } from '../../worker/directory.ts'
import { proposal, requestOf, sync, type TestMember } from './network.ts'

/** A bank of the largest rows that the schemas let through, three bytes a character. */

export const stubOf = async (slug: string) => env.NETWORKS.get(env.NETWORKS.idFromName((await networkObject(env.DIRECTORY, slug)) ?? ''))

const long = (characters: number): string => '护理改进'.repeat(Math.ceil(characters / 4)).slice(0, characters)

/** Some 115 KB: a hundred authors, their names as long as names may be. */
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

const asked = (cseq: number, name: string, args: unknown): Asked => ({ id: crypto.randomUUID(), cseq, name, at: 0, args })

/** One idea, one clip and one comment, each as large as can be, by way of the API; then as many copies of each as asked for, in SQLite itself. */
export const fillBank = async (member: TestMember, copies: number): Promise<{ idea: string; replica: string }> => {
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
    copy(sql, 'idea', id satisfies Idea['id'], copies)
    copy(sql, 'evidence', clip.evidence satisfies Evidence['id'], copies)
    copy(sql, 'comment', comment.comment satisfies Comment['id'], copies)
  })
  return { idea: id, replica }
}

/** Each copy is a row of its own with a number and a line of the log of its own, as if it had been sent by itself. */
const copy = (sql: SqlStorage, kind: string, id: string, copies: number): void => {
  const head = Number(sql.exec('SELECT max(seq) AS head FROM log').one()['head'])
  const each = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${copies})`
  const newId = "printf('00000000-0000-4000-8000-%s%08d', substr(hex(?1), 1, 4), i)"
  sql.exec(
    `${each} INSERT INTO log SELECT ?2 + i, ${newId}, hex(randomblob(8)), replica, 0, person, role, site, at, name, args, status, code, message, overwrote
     FROM n, (SELECT l.* FROM log l JOIN entity e ON e.seq = l.seq WHERE e.kind = ?1 AND e.id = ?3)`,
    kind,
    head,
    id,
  )
  sql.exec(
    `${each} INSERT INTO entity SELECT ?1, ${newId}, ?2 + i, json_set(body, '$.id', ${newId}) FROM n, entity WHERE kind = ?1 AND id = ?3`,
    kind,
    head,
    id,
  )
  sql.exec(`${each} INSERT INTO part SELECT idea, kind, ${newId} FROM n, part WHERE kind = ?1 AND id = ?2`, kind, id)
  sql.exec(
    `INSERT OR IGNORE INTO subject SELECT idea, seq FROM part p JOIN entity e ON e.kind = p.kind AND e.id = p.id WHERE p.kind = ?`,
    kind,
  )
  if (kind === 'idea')
    sql.exec(
      `${each} INSERT INTO idea_row SELECT number + i, ${newId}, pathway, phase, disposition, topic, site, level, proposed_at, due, moved_at,
         json_set(body, '$.id', ${newId}), asked, look_again, short, reason, tested, improved, leads FROM n, idea_row WHERE id = ?2`,
      kind,
      id,
    )
}
