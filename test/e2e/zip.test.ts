import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** The zips of one run of `npm run zip`, by name, in a folder of their own. */
const zips = (): Record<string, string> => {
  const folder = mkdtempSync(join(tmpdir(), 'gleaner-zip-'))
  const run = spawnSync('npm', ['run', '--silent', 'zip'], { encoding: 'utf8', env: { ...process.env, GLEANER_OUTPUT: folder } })
  if (run.status !== 0) throw new Error(run.stdout + run.stderr)
  const found = readdirSync(folder).filter((name) => name.endsWith('.zip'))
  const hashes = found.map((name) => [
    name,
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex'),
  ])
  rmSync(folder, { recursive: true })
  return Object.fromEntries(hashes) as Record<string, string>
}

test('[I9] two builds give the same zips for the stores and of the sources, byte for byte', { timeout: 600_000 }, () => {
  const first = zips()
  expect(Object.keys(first).map((name) => name.replace(/\d+\.\d+\.\d+/, '0'))).toEqual([
    'gleaner-0-chrome.zip',
    'gleaner-0-firefox.zip',
    'gleaner-0-sources.zip',
  ])
  expect(zips()).toEqual(first)
})
