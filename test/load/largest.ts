import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { caps, type PageReply, protocol } from '../../shared/sync/protocol.ts'
import { callDevelopment, type LocalWorker, startWorker } from '../../worker/local/local-worker.ts'
import { freePort } from '../../worker/local/ports.ts'
import { bankFile } from './kept.ts'
import { makeNetwork, peopleOf, sessionsOf, slug } from './network.ts'

export interface LargestResult {
  rows: number
  bytes: number
  /** Bytes of each page, unfolded. */
  pages: number[]
  /** How long each took, in milliseconds. */
  times: number[]
}

const long = (characters: number): string => '护理改进'.repeat(Math.ceil(characters / 4)).slice(0, characters)

/** A clip as large as clips may be: more authors than are kept, in Chinese, three bytes a character. */
export const largestClip = () => ({
  evidence: crypto.randomUUID(),
  citation: {
    type: 'article-journal',
    title: long(500),
    author: Array.from({ length: 100 }, () => ({ family: long(200), given: long(170) })),
  },
  kind: 'opinion',
  note: long(4000),
})

const ask = async (
  worker: LocalWorker,
  token: string,
  cursor: string | null,
  mutations: unknown[],
): Promise<{ reply: PageReply; bytes: number }> => {
  const request = { p: protocol, rid: crypto.randomUUID(), replica: crypto.randomUUID(), gen: 0, cursor, limit: caps.page, mutations }
  const answer = await fetch(`${worker.url}/v1/networks/${slug}/sync`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(request),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`A page of the largest rows was answered ${answer.status}: ${text.slice(0, 200)}`)
  return { reply: JSON.parse(text) as PageReply, bytes: Buffer.byteLength(text) }
}

/** Each with a number and a line of the log of its own, as if it had been sent by itself. */
const multiply = (file: string, clip: string, copies: number): void => {
  const database = new DatabaseSync(file)
  const again = (table: string, where: string, others: Record<string, string>): void => {
    const columns = database
      .prepare(`SELECT name FROM pragma_table_info('${table}')`)
      .all()
      .map((row) => String(row['name']))
    database.exec(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${copies})
       INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columns.map((name) => others[name] ?? name).join(', ')} FROM n, ${table} WHERE ${where}`,
    )
  }
  const { head } = database.prepare('SELECT max(seq) AS head FROM log').get() as { head: number }
  const id = "printf('00000000-0000-4000-8000-%012d', i)"
  again('log', `seq = (SELECT seq FROM entity WHERE id = '${clip}')`, { seq: `${head} + i`, mutation: id, witness: 'hex(randomblob(8))' })
  again('entity', `kind = 'evidence' AND id = '${clip}'`, { id, seq: `${head} + i`, body: `json_set(body, '$.id', ${id})` })
  database.close()
}

/** A new device reads a bank of that many of the largest clips, page by page, from the real Worker. */
export const readLargest = async (copies: number): Promise<LargestResult> => {
  const state = mkdtempSync(join(tmpdir(), 'gleaner-largest-'))
  const port = await freePort()
  let worker = await startWorker({ state, port })
  try {
    await makeNetwork(worker, peopleOf(1))
    await callDevelopment(worker, `/networks/${slug}/story`, { steps: [], people: [] })
    const [token = ''] = await sessionsOf(worker, 'device', ['contributor-0'])
    const clip = largestClip()
    const { reply } = await ask(worker, token, null, [{ id: crypto.randomUUID(), cseq: 1, name: 'clipEvidence', at: 0, args: clip }])
    if (reply.acks[0]?.status !== 'ok') throw new Error(`The largest clip was refused: ${JSON.stringify(reply.acks)}`)
    await worker.stop()
    multiply(bankFile(state), clip.evidence, copies)
    worker = await startWorker({ state, port })
    const result: LargestResult = { rows: 0, bytes: 0, pages: [], times: [] }
    for (let [cursor, more]: [string | null, boolean] = [null, true]; more;) {
      const from = performance.now()
      const page = await ask(worker, token, cursor, [])
      result.times.push(performance.now() - from)
      result.pages.push(page.bytes)
      result.bytes += page.bytes
      result.rows += page.reply.rows.filter(({ kind }) => kind === 'evidence').length
      ;[cursor, more] = [page.reply.cursor, page.reply.more]
    }
    return result
  } finally {
    await worker.stop()
    rmSync(state, { recursive: true, force: true })
  }
}
