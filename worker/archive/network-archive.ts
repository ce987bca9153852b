import {
  type ArchivedMember,
  archivedKinds,
  archiveFormat,
  type ArchiveHead,
  headName,
  membersName,
  partName,
  readmeName,
  schemaVersion,
} from '../../shared/archive/archive-format.ts'
import { networkReadme } from '../../shared/archive/readme.ts'
import { networkCrate } from '../../shared/archive/ro-crate.ts'
import { citationFile, citationFormats } from '../../shared/citations/citation-formats.ts'
import { onceEach } from '../../shared/citations/same-item.ts'
import { handedOn } from '../../shared/rules/evidence-standing.ts'
import type { Evidence } from '../../shared/domain/entities.ts'
import { csvHead, csvRecord, csvTime } from '../../shared/exports/csv.ts'
import { type ExportedIdea, ideaFile } from '../../shared/exports/idea-export.ts'
import { bankAt } from '../bank/bank-stub.ts'
import { namesIn } from '../bank/people.ts'
import { eachPage } from '../bank/rows/read-page.ts'
import { streamed } from '../http/streamed.ts'
import { parts } from './parts.ts'
import { type ArchiveFile, once, zipped } from './write-zip.ts'

const membersOf = async (db: D1Database, slug: string): Promise<ArchivedMember[]> => {
  const { results } = await db
    .prepare(
      `SELECT m.person, p.name, m.role, m.site, m.label, m.status, m.created_at AS since, m.service FROM membership m JOIN person p ON p.id = m.person
       WHERE m.network = ? ORDER BY m.person`,
    )
    .bind(slug)
    .all<Omit<ArchivedMember, 'service'> & { service: number }>()
  return results.map((row) => ({ ...row, service: row.service === 1 }))
}

const dateOf = (at: number): string => new Date(at).toISOString()

const membersTable = (members: readonly ArchivedMember[]): string =>
  csvHead(['person', 'name', 'role', 'site', 'label', 'status', 'since']) +
  members
    .map(({ person, name, role, site, label, status, since }) =>
      csvRecord([person, name, role, site, label, status, csvTime(dateOf(since))]),
    )
    .join('')

export interface ArchivedNetwork {
  slug: string
  name: string
  object: string
  createdAt: number
}

async function* files(env: Env, network: ArchivedNetwork, now: number): AsyncGenerator<ArchiveFile> {
  const bank = bankAt(env, network.object)
  using desk = await bank.archive()
  yield { name: readmeName, pieces: once(networkReadme) }
  const counts = { rows: 0, log: 0, members: 0 }
  const row = (lines: number): void => void (counts.rows += lines)
  let seen = await desk.head()
  for (const kind of archivedKinds)
    yield* parts(
      (number) => partName(kind, number),
      eachPage((after) => desk.rows(kind, after)),
      row,
    )
  // What was written meanwhile comes behind, until nothing is: then rows and log are of one moment.
  async function* later(): AsyncGenerator<string[]> {
    for (;;) {
      const { rows, upTo, more } = await desk.rowsSince(seen)
      yield rows
      seen = upTo
      if (!more) return
    }
  }
  yield* parts((number) => partName('later', number), later(), row)
  yield* parts(
    (number) => partName('log', number),
    eachPage((after) => desk.log(seen, after)),
    (lines) => void (counts.log += lines),
  )
  const members = await membersOf(env.DIRECTORY, network.slug)
  counts.members = members.length
  yield { name: membersName, pieces: once(members.map((member) => `${JSON.stringify(member)}\n`).join('')) }
  yield { name: 'tables/members.csv', pieces: once(membersTable(members)) }
  const [framework, names] = await Promise.all([bank.framework(), namesIn(bank)])
  yield {
    name: 'tables/ideas.csv',
    pieces: (async function* () {
      const { begin, add, end } = ideaFile('csv', { framework, names, origin: '', dateOf })
      yield begin
      for await (const rows of eachPage((after) => desk.ideaLines(after))) yield add(rows.map((text) => JSON.parse(text) as ExportedIdea))
      yield end
    })(),
  }
  for (const format of citationFormats) {
    yield {
      name: `references/references.${format.extension}`,
      pieces: (async function* () {
        const [file, first] = [citationFile(format), onceEach()]
        for await (const rows of eachPage((after) => desk.rows('evidence', after)))
          yield file.add(
            rows.flatMap((text) => {
              const { value } = JSON.parse(text) as { value: Evidence | null }
              return value && first(value.citation) ? [handedOn(value)] : []
            }),
          )
        yield file.end()
      })(),
    }
  }
  const head: ArchiveHead = {
    format: archiveFormat,
    schemaVersion,
    madeAt: now,
    network: { slug: network.slug, name: network.name, createdAt: network.createdAt },
    counts,
  }
  yield { name: headName, pieces: once(`${JSON.stringify(head, null, 1)}\n`) }
}

/** A network as one zip (docs/archive.md), made while it is read. Two of one state are equal but for `now`. */
export const networkArchive = (env: Env, network: ArchivedNetwork, now: number): ReadableStream<Uint8Array> =>
  streamed(zipped(files(env, network, now), () => networkCrate({ name: network.name, made: dateOf(now) })))
