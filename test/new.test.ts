import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { make } from './new/make.ts'
import { recipes } from './new/recipes.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const left = new Set(['.git', '.output', '.wrangler', '.wxt', 'compiled', 'dist', 'node_modules'])

let copy: string

/** The project's sources, with its libraries and what is known of its types. */
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'gleaner-new-'))
  cpSync(root, copy, { recursive: true, filter: (path) => !left.has(basename(path)) })
  mkdirSync(join(copy, 'node_modules/.cache'), { recursive: true })
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '.cache') symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name))
  const types = 'node_modules/.cache/types'
  if (existsSync(join(root, types))) cpSync(join(root, types), join(copy, types), { recursive: true })
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

const run = (...args: string[]): { status: number | null; said: string } => {
  const { VITEST: _, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, env: { ...env, NO_COLOR: '1' }, encoding: 'utf8' })
  return { status, said: stdout + stderr }
}

/** What a tool says where it finds something; nothing where all is well. */
const faults = (tool: string, ...args: string[]): string => {
  const { status, said } = run(`node_modules/${tool}`, ...args)
  return status === 0 ? '' : said
}

const sources = (): string[] => readdirSync(copy, { recursive: true, encoding: 'utf8' }).filter((path) => !path.startsWith('node_modules'))

test('an existing name, an unknown kind or an invalid name makes nothing', () => {
  const before = sources()
  expect(() => make(copy, 'mutation', 'watch-idea')).toThrow('shared/mutations/watch-idea.ts is there already')
  expect(() => make(copy, 'mutation', '../x')).toThrow('is no name for a mutation')
  expect(() => make(copy, 'constructor', 'x')).toThrow('npm run new mutation')
  expect(() => make(copy, 'language', 'es')).toThrow('shared/i18n/es.json is there already')
  expect(sources()).toEqual(before)
})

test(
  '[H1] one of each kind, made from templates, has no fault of type, style or convention, and its tests pass',
  { timeout: 1_800_000 },
  () => {
    const before = new Set(sources())
    for (const [kind, { example }] of Object.entries(recipes))
      expect(run('test/new/new.ts', kind, example)).toEqual({ status: 0, said: expect.stringContaining('Left to do:') })

    expect(faults('typescript/bin/tsc', '-b')).toBe('')

    expect(faults('oxlint/bin/oxlint', '--deny-warnings')).toBe('')
    expect(faults('oxfmt/bin/oxfmt', '--check')).toBe('')
    // The test of a screen needs all that is built, and is only compiled here.

    const made = sources().filter((path) => /^test\/(?!e2e\/).*\.test\.ts$/.test(path) && !before.has(path))
    expect(made).toHaveLength(3)
    expect(
      faults('vitest/vitest.mjs', 'run', '--project=shared', '--project=node', '--project=worker', ...made, 'test/floors.test.ts'),
    ).toBe('')
  },
)
