import { tidyCitation } from '../../../shared/citations/tidy-citation.ts'
import type { LookupRecord } from '../../../shared/lookups/answer.ts'
import type { FoundPaper } from '../../../shared/rules/new-evidence.ts'
import { dayLength } from '../../../shared/values/calendar-day.ts'

/** Papers that are kept of one idea, beyond those that its search could find again. */
const mostKept = 400

export interface FoundRow {
  [column: string]: SqlStorageValue
  number: number
  pmid: string | null
  doi: string | null
  seen: number
  read: number
  found_at: number
  dismissed: number
  record: string | null
}

/** What is kept of a record: what a list shows and what decides whether it is offered. */
type Kept = Pick<LookupRecord, 'service' | 'ids' | 'publicationTypes' | 'said'> & Pick<FoundPaper, 'citation'>

/** PMIDs that a search found; of those that are known only that it found them again. */
export const notePmids = (sql: SqlStorage, idea: string, pmids: readonly string[], now: number): void => {
  for (const pmid of pmids)
    sql.exec(
      `INSERT INTO found_paper (idea, pmid, seen, found_at) VALUES (?1, ?2, ?3, ?3)
       ON CONFLICT (idea, pmid) WHERE pmid IS NOT NULL DO UPDATE SET found_at = excluded.found_at`,
      idea,
      pmid,
      now,
    )
}

/**
 * Keeps a record with the paper of its PMID or DOI: found at two services it is one. PubMed's record stays, since its publication
 * types are complete; with Europe PMC's alone PubMed is still asked. Two PMIDs are two papers, even with one DOI (a paper and its
 * reprint or its erratum may share it).
 */
export const keepRecord = (sql: SqlStorage, idea: string, record: LookupRecord, now: number): void => {
  const { pmid = null, doi = null } = record.ids
  if (pmid === null && doi === null) return
  const alike = sql
    .exec<FoundRow>(
      `SELECT * FROM found_paper WHERE number IN (
         SELECT number FROM found_paper WHERE idea = ?1 AND pmid = ?2 UNION SELECT number FROM found_paper WHERE idea = ?1 AND doi = ?3
       ) ORDER BY number`,
      idea,
      pmid,
      doi,
    )
    .toArray()
  const itsPmid = pmid ?? alike.find((row) => row.pmid !== null)?.pmid ?? null
  const rows = alike.filter((row) => row.pmid === null || row.pmid === itsPmid)
  const [first, ...others] = rows
  for (const { number } of others) sql.exec('DELETE FROM found_paper WHERE number = ?', number)
  const known = rows.flatMap((row) => (row.record ? [JSON.parse(row.record) as Kept] : []))
  const kept = record.service === 'pubmed' ? undefined : known.find(({ service }) => service === 'pubmed')
  const { service, ids, publicationTypes, said } = record
  const own: Kept = kept ?? {
    service,
    ids,
    citation: tidyCitation(record.citation),
    publicationTypes: publicationTypes.slice(0, 20).map((type) => type.slice(0, 120)),
    said: said.slice(0, 20),
  }
  const read = service === 'pubmed' ? now : Math.max(0, ...rows.map((row) => row.read))
  const itsDoi = doi ?? rows.find((row) => row.doi !== null)?.doi ?? null
  // PubMed says what was found, by itself or elsewhere.
  const foundAt = service === 'pubmed' ? Math.max(0, ...rows.map((row) => row.found_at)) : now
  if (first)
    sql.exec(
      'UPDATE found_paper SET pmid = ?, doi = ?, read = ?, seen = ?, found_at = ?, dismissed = ?, record = ?, offer = NULL WHERE number = ?',
      itsPmid,
      itsDoi,
      read,
      Math.min(...rows.map(({ seen }) => seen)),
      foundAt,
      Math.max(...rows.map(({ dismissed }) => dismissed)),
      JSON.stringify(own),
      first.number,
    )
  else
    sql.exec(
      'INSERT INTO found_paper (idea, pmid, doi, seen, read, found_at, record) VALUES (?, ?, ?, ?, ?, ?, ?)',
      idea,
      itsPmid,
      itsDoi,
      now,
      read,
      foundAt,
      JSON.stringify(own),
    )
}

/** PMIDs of which PubMed was not asked this week: their publication types come days after the paper. */
export const unreadPmids = (sql: SqlStorage, idea: string, now: number, most: number): string[] =>
  sql
    .exec<{ pmid: string }>(
      'SELECT pmid FROM found_paper WHERE idea = ? AND pmid IS NOT NULL AND read < ? AND (read = 0 OR seen > ?) ORDER BY number LIMIT ?',
      idea,
      now - 6.5 * dayLength,
      now - 60 * dayLength,
      most,
    )
    .toArray()
    .map(({ pmid }) => pmid)

/** They were asked about; of some of them nothing may have come. */
export const markRead = (sql: SqlStorage, idea: string, pmids: readonly string[], now: number): void => {
  sql.exec('UPDATE found_paper SET read = ? WHERE idea = ? AND pmid IN (SELECT value FROM json_each(?))', now, idea, JSON.stringify(pmids))
}

/** Forgets the oldest beyond what is kept, unless the search could find them again. */
export const forgetOldest = (sql: SqlStorage, idea: string, before: number): void => {
  sql.exec(
    'DELETE FROM found_paper WHERE idea = ?1 AND seen < ?2 AND number NOT IN (SELECT number FROM found_paper WHERE idea = ?1 ORDER BY seen DESC LIMIT ?3)',
    idea,
    before,
    mostKept,
  )
}

/** Forgets what a search in other words did not find again from that time on, but for what was dismissed long ago. */
export const forgetUnfound = (sql: SqlStorage, idea: string, since: number): void => {
  sql.exec('DELETE FROM found_paper WHERE idea = ? AND found_at < ? AND dismissed = 0', idea, since)
}

/** The paper of a row that has a record. */
export const paperOf = ({ pmid, doi, seen, record }: FoundRow): FoundPaper => {
  const { citation, publicationTypes, said } = JSON.parse(record ?? '{}') as Kept
  return { ids: { ...(doi !== null && { doi }), ...(pmid !== null && { pmid }) }, citation, publicationTypes, said, seen }
}

/** The papers of an idea of which something is known, but for what was dismissed long ago. */
export const papersOfIdea = (sql: SqlStorage, idea: string): FoundPaper[] =>
  sql.exec<FoundRow>('SELECT * FROM found_paper WHERE idea = ? AND record IS NOT NULL AND dismissed = 0', idea).toArray().map(paperOf)
