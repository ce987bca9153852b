import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../../worker/local/ports.ts'
import { type Directory, exportNetwork, importNetwork } from '../../worker/local/move-network.ts'
import { buildServer } from '../../worker/operate/build-server.ts'
import { operate, type OwnServer, ownServer } from './own-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'gleaner-move-'))
const [archive, other] = [join(folder, 'north.zip'), join(folder, 'other.zip')]
const [ada, ben, stranger] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
let server: OwnServer
const directory: Directory = {
  execute: async (statements) => void (await operate(server.socket, statements)),
  text: (value) => `'${value.replaceAll("'", "''")}'`,
}

beforeAll(async () => {
  const pages = join(folder, 'pages')
  mkdirSync(pages)
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>Pages</title>')
  writeFileSync(join(pages, '_headers'), '')
  const built = join(folder, 'server')
  await buildServer(built, pages)
  server = ownServer(built, join(folder, 'data'), await freePort())
  await server.start()
  const member = (person: string, network: string, role: string): string =>
    `INSERT INTO membership (person, network, role, created_at) VALUES ('${person}', '${network}', '${role}', 1)`
  await directory.execute([
    ...['north', 'south'].map(
      (slug) => `INSERT INTO network (slug, name, object, created_at) VALUES ('${slug}', 'The ${slug}', 'net:${crypto.randomUUID()}', 1)`,
    ),
    `INSERT INTO person (id, name, created_at) VALUES ('${ada}', 'Ada Admin', 1), ('${ben}', 'Ben', 1)`,
    member(ada, 'north', 'admin'),
    member(ben, 'north', 'contributor'),
    member(ada, 'south', 'admin'),
  ])
  await exportNetwork(directory, server.url, 'north', archive)
}, 300_000)
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Everything that the directory says of people and networks. */
const said = async (): Promise<unknown> =>
  operate(server.socket, [
    'SELECT slug, name FROM network ORDER BY slug',
    'SELECT id, name FROM person ORDER BY id',
    'SELECT person, network, role, status FROM membership ORDER BY person, network',
    'SELECT person, network FROM session ORDER BY person, network',
    'SELECT person, network FROM code ORDER BY person, network',
    "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
  ])

/** The archive with other words in its files, and check sums that are right: what somebody could make who means harm. */
const changed = (words: readonly (readonly [string, string])[]): string => {
  const files = Object.fromEntries(
    Object.entries(unzipSync(readFileSync(archive)))
      .filter(([name]) => name !== 'manifest-sha256.txt')
      .map(([name, content]) => [name, strToU8(words.reduce((text, [from, to]) => text.replaceAll(from, to), strFromU8(content)))]),
  )
  const sums = Object.entries(files).map(([name, content]) => `${createHash('sha256').update(content).digest('hex')}  ${name}\n`)
  writeFileSync(other, zipSync({ ...files, 'manifest-sha256.txt': strToU8(sums.join('')) }))
  return other
}

test('[O91] an archive whose admin is a person of another network here is refused in words, and signs nobody in as them', async () => {
  const before = await said()
  const forged = changed([['Ada Admin', 'Somebody Else']])
  for (const [file, slug] of [
    [archive, 'west'],
    [forged, 'west'],
  ] as const)
    await expect(importNetwork(directory, server.url, file, slug)).rejects.toThrow(
      /^The admin of this archive \([\da-f-]+\) is a person of this deployment already/,
    )
  await expect(importNetwork(directory, server.url, changed([[ada, stranger]]), 'south')).rejects.toThrow(
    /^There is a network “south” here already/,
  )
  expect(await said()).toEqual(before)
})

test('[O91] an archive that is refused behind that leaves no network, member, session or person', async () => {
  const before = await said()
  const own = [
    [ada, crypto.randomUUID()],
    [ben, crypto.randomUUID()],
  ] as const
  for (const words of [
    [['"minor"', '"minor_"']],
    [
      ['"counts":{', '"counts":{"log_":1,'],
      ['"schemaVersion"', '"schemaVersion_"'],
    ],
  ] as [string, string][][])
    await expect(importNetwork(directory, server.url, changed([...own, ...words]), 'west')).rejects.toThrow()
  expect(await said()).toEqual(before)
})

test('[O91] an archive of people who are new here becomes a network with its members', async () => {
  const file = changed([
    [ada, stranger],
    [ben, crypto.randomUUID()],
  ])
  expect(await importNetwork(directory, server.url, file, 'west')).toMatchObject({ slug: 'west', admin: stranger, members: 1, known: 1 })
  const [members] = await operate(server.socket, ["SELECT role, status FROM membership WHERE network = 'west' ORDER BY role"])
  expect(members).toEqual([
    { role: 'admin', status: 'active' },
    { role: 'contributor', status: 'active' },
  ])
})
