import { spawnSync } from 'node:child_process'
import { chownSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { root } from '../../worker/local/root.ts'

/** gleaner-admin as systemd runs it: state folders are links, there is no home, and root has been there before. */
const byNode = { GLEANER_SQLITE: join(root, 'worker/operate/sqlite-shell.ts'), NODE_NO_WARNINGS: '1' }
const hasSqlite = spawnSync('sqlite3', ['--version']).status === 0
const isRoot = process.getuid?.() === 0
let [folder, data, copies] = ['', '', '']

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'gleaner-copies-')), 'with a space')
  data = join(folder, 'data')
  mkdirSync(join(data, 'gleaner-Clock'), { recursive: true })
  const database = new DatabaseSync(join(data, 'gleaner-Clock/metadata.sqlite'))
  database.exec('CREATE TABLE _cf_ALARM (actor_id TEXT, scheduled_time INTEGER)')
  database.close()
  mkdirSync(join(folder, 'private/copies'), { recursive: true })
  copies = join(folder, 'copies')
  symlinkSync(join(folder, 'private/copies'), copies)
})

const admin = (args: string[], env: Record<string, string> = {}): { status: number | null; said: string } => {
  const path = [dirname(process.execPath), process.env['PATH']].join(delimiter)
  const done = spawnSync('sh', [join(root, 'worker/operate/files/gleaner-admin'), ...args], {
    env: { PATH: path, ...(hasSqlite ? {} : byNode), ...env },
    encoding: 'utf8',
  })
  return { status: done.status, said: done.stdout + done.stderr }
}
const finished = (): string[] => readdirSync(copies).filter((name) => existsSync(join(copies, name, 'backup.txt')))

test('[D54] without a home, into a folder that is a link: copied, tried, and only as many kept as were asked for', () => {
  for (const old of ['2026-01-01T00-00-00Z', '2026-01-02T00-00-00Z']) {
    mkdirSync(join(copies, old))
    writeFileSync(join(copies, old, 'backup.txt'), '')
  }
  const copied = admin(['backup', '--data', data, '--to', copies, '--keep', '2'])
  expect(copied).toMatchObject({ status: 0, said: expect.stringContaining('alarms: 0') as string })
  expect(copied.said).not.toMatch(/warning/)
  expect(finished()).toEqual(['2026-01-02T00-00-00Z', expect.stringMatching(/^2\d{3}-/)])
  expect(admin(['drill', '--to', copies])).toMatchObject({ status: 0, said: expect.stringContaining('can be restored: 1 files') as string })
})

test.skipIf(!isRoot || !hasSqlite)('[D54] a user whom no list names, as systemd makes one, has no home to read settings in', () => {
  const script = join(folder, 'gleaner-admin')
  copyFileSync(join(root, 'worker/operate/files/gleaner-admin'), script)
  for (const path of [
    dirname(folder),
    folder,
    join(folder, 'private/copies'),
    ...readdirSync(data, { recursive: true }).map((name) => join(data, String(name))),
    data,
  ])
    chownSync(path, 4321, 4321)
  const done = spawnSync('sh', [script, 'backup', '--data', data, '--to', copies], {
    env: { PATH: '/usr/bin:/bin' },
    uid: 4321,
    gid: 4321,
    encoding: 'utf8',
  })
  expect([done.status, done.stderr]).toEqual([0, ''])
})

test.skipIf(!isRoot)('[D54] a copy made by root belongs to whose folder it is in', () => {
  chownSync(join(folder, 'private/copies'), 4321, 4321)
  expect(admin(['backup', '--data', data, '--to', copies])).toMatchObject({ status: 0 })
  const [copy = ''] = finished()
  for (const part of ['', 'backup.txt', 'gleaner-Clock/metadata.sqlite']) expect(statSync(join(copies, copy, part)).uid).toBe(4321)
})
