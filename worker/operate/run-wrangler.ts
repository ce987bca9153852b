import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../local/root.ts'

const wrangler = join(root, 'node_modules/wrangler/bin/wrangler.js')

/** Runs wrangler and gives what it printed; throws with that if it fails. `shown`: it speaks and asks on this terminal, and nothing is given. */
export const runWrangler = (args: readonly string[], shown = false): Promise<string> =>
  new Promise((resolve, reject) => {
    const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', NO_COLOR: '1', ...(shown ? {} : { CI: '1' }) }
    const child = spawn(process.execPath, [wrangler, ...args], { cwd: root, env, stdio: shown ? 'inherit' : ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve(output) : reject(new Error(`wrangler ${args[0]} failed:\n${output}`))))
  })
