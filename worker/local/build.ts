import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildMessages } from './build-messages.ts'
import { root } from './root.ts'

/** What is built, and of which files: a build is done again only when one of them changed. */
const builds = {
  'Chrome and Edge extension': {
    script: 'build:extension',
    output: 'dist/extension/chrome-mv3/manifest.json',
    sources: ['extension/**/*', 'shared/**/*.{ts,css,json}'],
  },
  'Firefox extension': {
    script: 'build:firefox',
    output: 'dist/extension/firefox-mv3/manifest.json',
    sources: ['extension/**/*', 'shared/**/*.{ts,css,json}'],
  },
  dashboard: {
    script: 'build:dashboard',
    output: 'dist/dashboard/index.html',
    sources: ['worker/dashboard/**/*', 'shared/**/*.{ts,css,json}'],
  },
} as const

/** Of what is in those files, and of the packages. */
export const fingerprint = (sources: readonly string[]): string => {
  const hash = createHash('sha256')
  const files = globSync([...sources, 'package-lock.json'], {
    cwd: root,
    withFileTypes: true,
    exclude: ['**/.wxt/**', '**/.output/**', '**/compiled/**'],
  })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  for (const file of files.toSorted()) hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
}

const runScript = (script: string): Promise<void> =>
  new Promise((resolve, reject) => {
    // Asked by a test runner, which says "test", it is still what people install.
    const env = { ...process.env, NODE_ENV: 'production' }
    const child = spawn('npm', ['run', '--silent', script], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`npm run ${script} failed:\n${output}`))))
  })

type Name = keyof typeof builds

const buildOne = async (say: (line: string) => void, name: Name): Promise<void> => {
  const { script, output, sources } = builds[name]
  const stamp = join(root, 'dist', `${script.replace(':', '-')}.stamp`)
  const now = fingerprint(sources)
  if (existsSync(join(root, output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  say(`Building the ${name} …`)
  await runScript(script)
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stamp, now)
}

/** What is built one after the other, because it writes into one folder; the rows beside each other. */
const rows: readonly (readonly Name[])[] = [['Chrome and Edge extension', 'Firefox extension'], ['dashboard']]

/** Builds what is out of date, saying so; with nothing to do it takes a fraction of a second. */
export const buildAll = async (say: (line: string) => void, only: readonly string[] = Object.keys(builds)): Promise<void> => {
  // Each build compiles the messages; once they are right, none writes them while another one reads them.
  buildMessages(root)
  await Promise.all(
    rows.map(async (row) => {
      for (const name of row.filter((one) => only.includes(one))) await buildOne(say, name)
    }),
  )
}
