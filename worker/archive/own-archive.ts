import { headName, readmeName } from '../../shared/archive/archive-format.ts'
import {
  type AccountKind,
  type AccountLines,
  accountName,
  auditName,
  ownFormat,
  type OwnHead,
  ownKinds,
  ownName,
  ownReadmeSpanishName,
  ownReferencesName,
  ownSchemaVersion,
  ownTableName,
} from '../../shared/archive/own-archive.ts'
import { ownCrate } from '../../shared/archive/own-crate.ts'
import { ownReadme, ownReadmeSpanish } from '../../shared/archive/own-readme.ts'
import { citationFile, citationFormats } from '../../shared/citations/citation-formats.ts'
import { onceEach } from '../../shared/citations/same-item.ts'
import type { Evidence, Idea } from '../../shared/domain/entities.ts'
import { evidenceHead, evidenceRecord } from '../../shared/exports/evidence-export.ts'
import { type NamedLists, ownIdeaRecord, ownIdeasHead } from '../../shared/exports/idea-export.ts'
import { handedOn } from '../../shared/rules/evidence-standing.ts'
import { own } from '../../shared/values/own.ts'
import { bankAt } from '../bank/bank-stub.ts'
import { eachPage } from '../bank/rows/read-page.ts'
import { streamed } from '../http/streamed.ts'
import { auditPageOf, membershipsOf, ownAccount, type OwnMembership } from './own-account.ts'
import { parts } from './parts.ts'
import { type ArchiveFile, once, zipped } from './write-zip.ts'

/** Keys stand for themselves where the network's words are not for whoever asks. */
const unnamed: NamedLists = { topics: [], sites: [], pathways: [], phases: [], endings: [] }

const dateOf = (at: number): string => new Date(at).toISOString()

/** A kind without a line has no file. */
function* accountFiles(account: { [K in AccountKind]: AccountLines[K][] }, counts: Record<string, number>): Generator<ArchiveFile> {
  for (const [kind, lines] of Object.entries(account) as [AccountKind, object[]][]) {
    counts[kind] = lines.length
    if (lines.length > 0) yield { name: accountName(kind), pieces: once(lines.map((line) => `${JSON.stringify(line)}\n`).join('')) }
  }
}

/** What one bank holds of that person, and the same for other programs: tables without what others said, and references. */
async function* bankFiles(
  env: Env,
  { slug, object, status }: OwnMembership,
  { id, name }: { id: string; name: string },
  counts: Record<string, number>,
): AsyncGenerator<ArchiveFile> {
  const bank = bankAt(env, object)
  for (const kind of ownKinds) {
    counts[kind] = 0
    yield* parts(
      (number) => ownName(slug, kind, number),
      eachPage((after) => bank.ownRows(id, kind, after)),
      (lines) => (counts[kind] = (own(counts, kind) ?? 0) + lines),
    )
  }
  async function* each<T>(kind: 'ideas' | 'evidence'): AsyncGenerator<T[]> {
    for await (const rows of eachPage((after) => bank.ownRows(id, kind, after))) yield rows.map((text) => JSON.parse(text) as T)
  }
  if (counts['ideas']) {
    // Whoever is no member any more gets what they sent, not the words of the network's settings.
    const framework = status === 'active' ? await bank.framework() : unnamed
    const context = { framework, names: new Map([[id, name]]), dateOf }
    yield {
      name: ownTableName(slug, 'ideas'),
      pieces: (async function* () {
        yield ownIdeasHead
        for await (const ideas of each<Idea>('ideas')) yield ideas.map((idea) => ownIdeaRecord(idea, context)).join('')
      })(),
    }
  }
  if (!counts['evidence']) return
  yield {
    name: ownTableName(slug, 'evidence'),
    pieces: (async function* () {
      yield evidenceHead
      for await (const clips of each<Evidence>('evidence')) yield clips.map((clip) => evidenceRecord(clip, dateOf)).join('')
    })(),
  }
  for (const format of citationFormats)
    yield {
      name: ownReferencesName(slug, format.extension),
      pieces: (async function* () {
        const [file, first] = [citationFile(format), onceEach()]
        for await (const clips of each<Evidence>('evidence')) yield file.add(clips.filter(({ citation }) => first(citation)).map(handedOn))
        yield file.end()
      })(),
    }
}

async function* files(
  env: Env,
  asks: { person: string; session: string },
  now: number,
  named: (name: string) => void,
): AsyncGenerator<ArchiveFile> {
  const db = env.DIRECTORY
  const head: OwnHead['counts'] = { account: {}, networks: {} }
  const banks = await membershipsOf(db, asks.person)
  const account = await ownAccount(db, asks.person, asks.session, now)
  const { name = '' } = account.person[0] ?? {}
  named(name)
  yield { name: readmeName, pieces: once(ownReadme) }
  yield { name: ownReadmeSpanishName, pieces: once(ownReadmeSpanish) }
  yield* accountFiles({ ...account, memberships: banks.map(({ object: _, ...line }) => line) }, head.account)
  let audit = 0
  yield* parts(
    auditName,
    eachPage((after) => auditPageOf(db, asks.person, after)),
    (lines) => (audit += lines),
  )
  head.account['audit'] = audit
  for (const bank of banks) yield* bankFiles(env, bank, { id: asks.person, name }, (head.networks[bank.slug] = {}))
  const told: OwnHead = { format: ownFormat, schemaVersion: ownSchemaVersion, madeAt: now, person: { id: asks.person, name }, counts: head }
  yield { name: headName, pieces: once(`${JSON.stringify(told, null, 1)}\n`) }
}

/**
 * Everything that is kept about a person, in the directory and in the banks of their networks, those they left included, as one zip
 * (docs/archive.md), made while it is read, so that it may be of any size.
 */
export const ownArchive = (env: Env, asks: { person: string; session: string }, now: number): ReadableStream<Uint8Array> => {
  let name = ''
  return streamed(
    zipped(
      files(env, asks, now, (said) => (name = said)),
      () => ownCrate({ name, made: dateOf(now) }),
    ),
  )
}
