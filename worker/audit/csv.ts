import { csvHead, csvRecord, csvTime } from '../../shared/exports/csv.ts'
import { type AuditQuery, linesOf } from './queries.ts'

/** What a spreadsheet takes; older lines by a narrower filter. */
const mostInFile = 20_000
const csvLength = 1000

const columns = ['at', 'person', 'name', 'action', 'subject', 'subjectName', 'detail', 'source'] as const

/** The lines as CSV (`shared/exports/csv.ts`), the newest first, page by page; `at` in UTC. */
export async function* auditCsv(db: D1Database, network: string, query: AuditQuery): AsyncGenerator<string> {
  yield csvHead(columns)
  let { before } = query
  for (let left = mostInFile; left > 0; left -= csvLength) {
    const lines = await linesOf(db, network, { ...query, before }, Math.min(left, csvLength))
    const cells = lines.map((line) => columns.map((name) => (name === 'at' ? csvTime(new Date(line.at).toISOString()) : line[name])))
    yield cells.map(csvRecord).join('')
    if (lines.length < csvLength) return
    before = lines.at(-1)?.number ?? 0
  }
}
