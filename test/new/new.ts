import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { make } from './make.ts'

const root = join(import.meta.dirname, '../..')

const run = (tool: string, ...args: string[]): void => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, tool), ...args], { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}

/** `npm run new mutation|report|screen|site|language NAME`: makes the files of one from templates, and prints what is left to do. */
try {
  const [kind, name] = process.argv.slice(2)
  const { paths, next } = make(root, kind, name)
  // How long a line is depends on the name.
  run('node_modules/oxfmt/bin/oxfmt', ...paths)
  // Apart from this process, which has read the list of languages as it was.
  run('worker/local/build-messages.ts')
  console.log(
    `Made or changed:\n${paths.map((path) => `  ${path}`).join('\n')}\nLeft to do:\n${next.map((line) => `  - ${line}`).join('\n')}`,
  )
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
