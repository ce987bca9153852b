import { randomBytes, createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import type { ArchiveReply } from '../../shared/api/archive.ts'
import { type ArchivedMember, type ArchiveHead, headName, membersName } from '../../shared/archive/archive-format.ts'

/** Runs statements on the directory in one go, and quotes a text for them. */
export interface Directory {
  execute: (statements: string[]) => Promise<void>
  text: (value: string) => string
}

const minute = 60 * 1000

/** A session of an admin of that network, made by a code that only the directory's owner can put there. */
const asAdmin = async ({ execute, text }: Directory, url: string, slug: string, person?: string): Promise<string> => {
  const code = randomBytes(10).toString('hex').toUpperCase()
  const hash = createHash('sha256').update(code).digest('hex')
  const admin = `(SELECT person FROM membership WHERE network = ${text(slug)} AND role = 'admin' AND status = 'active' AND service = 0${person ? ` AND person = ${text(person)}` : ''} ORDER BY created_at, person LIMIT 1)`
  await execute([
    `INSERT INTO code (hash, kind, person, network, expires_at) VALUES (${text(hash)}, 'web', ${admin}, ${text(slug)}, ${Date.now() + 10 * minute})`,
  ])
  const answer = await fetch(`${url}/v1/session`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  })
  if (!answer.ok)
    throw new Error(`${url} did not sign the admin in (${answer.status}). Is this the address of the Worker whose directory this is?`)
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

const calling = async <Result>(
  url: string,
  cookie: string,
  path: string,
  init: RequestInit,
  read: (answer: Response) => Promise<Result>,
): Promise<Result> => {
  const headers = { cookie, 'sec-fetch-site': 'same-origin' }
  try {
    const answer = await fetch(`${url}${path}`, { ...init, headers })
    if (!answer.ok)
      throw new Error(((await answer.json().catch(() => ({}))) as { message?: string }).message ?? `${url} answered ${answer.status}.`)
    return await read(answer)
  } finally {
    await fetch(`${url}/v1/session`, { method: 'DELETE', headers }).catch(() => undefined)
  }
}

/** Writes a network's archive (docs/archive.md) to a file; answers its size in bytes. */
export const exportNetwork = async (directory: Directory, url: string, slug: string, file: string): Promise<number> => {
  const cookie = await asAdmin(directory, url, slug)
  const bytes = await calling(url, cookie, `/v1/networks/${slug}/archive`, {}, async (answer) => new Uint8Array(await answer.arrayBuffer()))
  writeFileSync(file, bytes, { mode: 0o600 })
  return bytes.length
}

const readFrom = (bytes: Uint8Array): { head: ArchiveHead; members: ArchivedMember[] } => {
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => (name === headName || name === membersName) && originalSize < 2 ** 24,
    })
    const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array())
    const members = text(membersName).split('\n').filter(Boolean)
    return { head: JSON.parse(text(headName)) as ArchiveHead, members: members.map((line) => JSON.parse(line) as ArchivedMember) }
  } catch {
    throw new Error('This file is no whole archive of a network. Nothing was changed.')
  }
}

/** A time of the file as a whole number, whatever the file says. */
const time = (value: unknown): number => Math.trunc(Number(value)) || 0

/**
 * Why the directory took nothing, in words. The archive's admin has to be new here: its reader is signed in as them, and an archive may say
 * anything of somebody who is a person of another network.
 */
const taken = (error: Error, slug: string, admin: string): Error => {
  if (/\bnetwork\.slug\b/.test(error.message))
    return new Error(`There is a network “${slug}” here already. Say another short name behind the file. Nothing was changed.`, {
      cause: error,
    })
  if (!/\bperson\.id\b/.test(error.message)) return error
  return new Error(
    `The admin of this archive (${admin}) is a person of this deployment already, and an archive may not speak for them. Read it into a deployment that does not know them. Nothing was changed.`,
    { cause: error },
  )
}

/** What takes a network away that was just made, with its people: whoever is a member of it alone came with it, for nobody else could have joined. */
const takenAway = (slug: string): string[] => [
  `CREATE TABLE come_along AS SELECT m.person FROM membership m WHERE m.network = ${slug}
     AND NOT EXISTS (SELECT 1 FROM membership o WHERE o.person = m.person AND o.network <> m.network)`,
  ...['session', 'code', 'membership'].map((table) => `DELETE FROM ${table} WHERE network = ${slug}`),
  `DELETE FROM network WHERE slug = ${slug}`,
  // Their admin was signed in.
  'DELETE FROM known_browser WHERE person IN (SELECT person FROM come_along)',
  'DELETE FROM person WHERE id IN (SELECT person FROM come_along)',
  'DROP TABLE come_along',
]

/** Makes the network of an archive here, with its members, ids, history and times; all or nothing. `slug`: another one than the archive's. */
export const importNetwork = async (
  directory: Directory,
  url: string,
  file: string,
  slug: string | undefined,
): Promise<ArchiveReply & { slug: string; admin: string }> => {
  const { execute, text } = directory
  const bytes = readFileSync(file)
  const { head, members } = readFrom(bytes)
  const own = slug ?? head.network.slug
  const make = (statements: string[]): Promise<void> =>
    execute(statements).catch((error: Error) => {
      throw taken(error, own, admin?.person ?? '')
    })
  const admin = members.find(({ role, status, service }) => role === 'admin' && status === 'active' && !service)
  if (!/^[a-z0-9][a-z0-9-]{1,39}$/.test(own)) throw new Error('A slug has 2 to 40 small letters, digits and dashes.')
  if (!admin) throw new Error('The archive names no active admin, so nobody could go on with its network. Nothing was changed.')
  await make([
    `INSERT INTO network (slug, name, object, created_at) VALUES (${text(own)}, ${text(head.network.name)}, ${text(`net:${crypto.randomUUID()}`)}, ${time(head.network.createdAt)})`,
    `INSERT INTO person (id, name, created_at) VALUES (${text(admin.person)}, ${text(admin.name)}, ${time(admin.since)})`,
    `INSERT INTO membership (person, network, role, site, label, created_at) VALUES (${text(admin.person)}, ${text(own)}, 'admin', ${text(admin.site)}, ${text(admin.label)}, ${time(admin.since)})`,
  ])
  try {
    const cookie = await asAdmin(directory, url, own, admin.person)
    const reply = await calling(
      url,
      cookie,
      `/v1/networks/${own}/archive`,
      { method: 'POST', body: bytes },
      (answer) => answer.json() as Promise<ArchiveReply>,
    )
    return { ...reply, slug: own, admin: admin.person }
  } catch (error) {
    await execute(takenAway(text(own))).catch((failed: Error) => {
      throw new Error(`${(error as Error).message} What was made until then could not be taken away: ${failed.message}`, { cause: error })
    })
    throw error
  }
}
