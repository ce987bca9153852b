import * as v from 'valibot'
import {
  type ArchivedEntry,
  type ArchivedMember,
  type ArchivedRow,
  archiveFormat,
  crateName,
  folderOf,
  headName,
  membersName,
  type PartFolder,
  partFolders,
  readmeName,
  schemaVersion,
} from '../../shared/archive/archive-format.ts'
import { archivedEntrySchema, archivedMemberSchema, archivedRowSchema, archiveHeadSchema } from '../../shared/archive/row-schemas.ts'
import { type Upgrade, upgradeFrom } from '../../shared/archive/upgrades.ts'
import type { ArchiveReply } from '../../shared/api/archive.ts'
import type { Framework } from '../../shared/domain/framework.ts'
import { frameworkProblem } from '../../shared/domain/framework-validate.ts'
import { message, type Message } from '../../shared/i18n/message.ts'
import { guard } from '../../shared/mutations/engine/phi-guard.ts'
import type { Arrival } from '../bank/archive/archive-desk.ts'
import { bankAt } from '../bank/bank-stub.ts'
import { ArchiveProblem, openArchive, type OpenArchive } from './read-zip.ts'

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const wrongLine = (file: string, line: number): ArchiveProblem => new ArchiveProblem(message('archive-line', { file, line }))
const aboutPatient = (file: string, line: number): ArchiveProblem => new ArchiveProblem(message('archive-patient', { file, line }))

type Head = v.InferOutput<typeof archiveHeadSchema>

const headIn = async (archive: OpenArchive): Promise<{ head: Head; upgrade: Upgrade }> => {
  const head = v.safeParse(archiveHeadSchema, parsed(await archive.text(headName)))
  if (!head.success || head.output.format !== archiveFormat) throw new ArchiveProblem(message('archive-other-format'))
  const { major, minor } = head.output.schemaVersion
  const upgrade = upgradeFrom(major)
  if (!upgrade) throw new ArchiveProblem(message('archive-other-version', { version: `${major}.${minor}`, ours: schemaVersion.major }))
  return { head: head.output, upgrade }
}

const linesOf = async (archive: OpenArchive, name: string): Promise<Record<string, unknown>[]> => {
  const texts = (await archive.text(name)).split('\n')
  if (texts.pop() !== '') throw wrongLine(name, texts.length + 1)
  return texts.map((text, index) => {
    const line = parsed(text)
    if (typeof line !== 'object' || line === null || Array.isArray(line)) throw wrongLine(name, index + 1)
    return line as Record<string, unknown>
  })
}

/** What somebody typed has to be free of patients here as well, wherever it was typed. */
const guarded = (name: string, line: number, texts: unknown): void => {
  if (guard(texts)) throw aboutPatient(name, line)
}

const rowOf = (name: string, line: number, read: Record<string, unknown>): ArchivedRow => {
  const row = v.safeParse(archivedRowSchema, read)
  if (!row.success) throw wrongLine(name, line)
  // As it was read: a schema puts what it names first, and the order of fields is kept.
  const { kind, value } = read as unknown as ArchivedRow
  if (kind === 'framework' && value && frameworkProblem(value as unknown as Framework, value as unknown as Framework))
    throw wrongLine(name, line)
  // Names of people and settings are the directory's and the admins': nobody types them about a patient.
  if (value && kind !== 'person' && kind !== 'framework') guarded(name, line, value)
  return read as unknown as ArchivedRow
}

const entryOf = (name: string, line: number, read: Record<string, unknown>): ArchivedEntry => {
  const entry = v.safeParse(archivedEntrySchema, read)
  if (!entry.success) throw wrongLine(name, line)
  guarded(name, line, entry.output.args)
  return read as unknown as ArchivedEntry
}

const membersIn = async (archive: OpenArchive, upgrade: Upgrade): Promise<ArchivedMember[]> =>
  (await linesOf(archive, membersName)).map((read, index) => {
    const member = v.safeParse(archivedMemberSchema, upgrade('members', read))
    if (!member.success) throw wrongLine(membersName, index + 1)
    return member.output
  })

/** Files that are for people and other programs; what they say stands in the data as well. */
const forReading = (name: string): boolean =>
  name === headName || name === crateName || name === readmeName || /^(?:tables|references)\//.test(name)

const field = (name: keyof ArchivedMember): string => `json_extract(m.value, '$.${name}')`

/**
 * Whom the directory does not know becomes a member as they were; answers their ids. Whoever is known there already is one person of this
 * deployment, whom only an invitation makes a member: an archive must not speak for them.
 */
const addMembers = async (db: D1Database, slug: string, members: readonly ArchivedMember[], now: number): Promise<string[]> => {
  const { results: present } = await db
    .prepare('SELECT id FROM person WHERE id IN (SELECT value FROM json_each(?))')
    .bind(JSON.stringify(members.map(({ person }) => person)))
    .all<{ id: string }>()
  const known = new Set(present.map(({ id }) => id))
  const added = members.filter(({ person }) => !known.has(person))
  const texts = JSON.stringify(added.map((member) => ({ ...member, service: member.service ? 1 : 0 })))
  await db.batch([
    db
      .prepare(`INSERT INTO person (id, name, created_at) SELECT ${field('person')}, ${field('name')}, ?2 FROM json_each(?1) m`)
      .bind(texts, now),
    db
      .prepare(
        `INSERT INTO membership (person, network, role, site, label, status, created_at, service)
         SELECT ${field('person')}, ?2, ${(['role', 'site', 'label', 'status', 'since', 'service'] as const).map(field).join(', ')} FROM json_each(?1) m`,
      )
      .bind(texts, slug),
  ])
  return added.map(({ person }) => person)
}

const removeMembers = async (db: D1Database, slug: string, people: readonly string[]): Promise<void> => {
  const ids = JSON.stringify(people)
  await db.batch([
    db.prepare('DELETE FROM membership WHERE network = ?2 AND person IN (SELECT value FROM json_each(?1))').bind(ids, slug),
    db.prepare('DELETE FROM person WHERE id IN (SELECT value FROM json_each(?1))').bind(ids),
  ])
}

interface Target {
  slug: string
  object: string
}
const refusals: Readonly<Record<Exclude<Arrival, 'ready'>, Message>> = {
  overtaken: message('archive-overtaken'),
  taken: message('archive-not-empty'),
  incomplete: message('archive-incomplete'),
}

type Desk = Awaited<ReturnType<ReturnType<typeof bankAt>['archive']>>

/** All parts into tables of their own, each looked at first. */
const stage = async (desk: Desk, archive: OpenArchive, { head, upgrade }: Awaited<ReturnType<typeof headIn>>, run: number) => {
  const counts = { rows: 0, log: 0 }
  const found: { name: string; folder: PartFolder }[] = archive.names.flatMap((name) => {
    const folder = folderOf(name)
    return folder ? [{ name, folder }] : []
  })
  // In the order in which they are written: a row of `later` replaces the one before.
  for (const folder of partFolders) {
    for (const { name } of found.filter((one) => one.folder === folder).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const lines = (await linesOf(archive, name)).map((line) => upgrade(folder, line))
      const some =
        folder === 'log'
          ? { entries: lines.map((line, index) => entryOf(name, index + 1, line)) }
          : { rows: lines.map((line, index) => rowOf(name, index + 1, line)) }
      counts[folder === 'log' ? 'log' : 'rows'] += lines.length
      if (!(await desk.add(run, some))) throw new ArchiveProblem(message('archive-overtaken'))
    }
  }
  if (counts.rows !== head.counts.rows || counts.log !== head.counts.log) throw new ArchiveProblem(message('archive-incomplete'))
}

/**
 * Makes an archive the bank of a network that has had no idea yet, with ids, history and times; all of it or nothing. Throws an ArchiveProblem.
 * Members come who are new to this deployment, without a way to sign in.
 */
export const takeArchive = async (env: Env, target: Target, bytes: Uint8Array, now: number): Promise<ArchiveReply> => {
  const archive = await openArchive(bytes)
  const opened = await headIn(archive)
  const members = await membersIn(archive, opened.upgrade)
  if (members.length !== opened.head.counts.members) throw new ArchiveProblem(message('archive-incomplete'))
  using desk = await bankAt(env, target.object).archive()
  const run = await desk.begin()
  if (run === null) throw new ArchiveProblem(message('archive-not-empty'))
  let added: string[] = []
  try {
    await stage(desk, archive, opened, run)
    const entries = opened.head.counts.log
    const arrival = await desk.ready(run, entries)
    if (arrival !== 'ready') throw new ArchiveProblem(refusals[arrival])
    // Members first: cut off behind this, the same archive can be read in again.
    added = await addMembers(env.DIRECTORY, target.slug, members, now)
    const settled = await desk.settle(run, entries)
    if (settled !== 'ready') {
      // In this moment somebody wrote into the bank, or began another arrival.
      await removeMembers(env.DIRECTORY, target.slug, added)
      throw new ArchiveProblem(refusals[settled])
    }
  } catch (error) {
    await desk.drop(run)
    throw error
  }
  const { counts, network, madeAt } = opened.head
  return {
    from: network.slug,
    madeAt,
    rows: counts.rows,
    log: counts.log,
    members: added.length,
    known: members.length - added.length,
    unread: archive.names.filter((name) => !forReading(name) && name !== membersName && !folderOf(name)),
  }
}
