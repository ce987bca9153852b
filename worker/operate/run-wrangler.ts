import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../local/root.ts'

const wrangler = join(root, 'node_modules/wrangler/bin/wrangler.js')

const run = (args: readonly string[], shown: boolean): Promise<{ answer: string; output: string }> =>
  new Promise((resolve, reject) => {
    const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', NO_COLOR: '1', ...(shown ? {} : { CI: '1' }) }
    const child = spawn(process.execPath, [wrangler, ...args], { cwd: root, env, stdio: shown ? 'inherit' : ['ignore', 'pipe', 'pipe'] })
    let [answer, output] = ['', '']
    child.stdout?.on('data', (chunk: Buffer) => (answer += chunk.toString()))
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve({ answer, output }) : reject(new Error(`wrangler ${args[0]} failed:\n${output}`))))
  })

/** Runs wrangler and gives what it printed; throws with that if it fails. `shown`: it speaks and asks on this terminal, and nothing is given. */
export const runWrangler = async (args: readonly string[], shown = false): Promise<string> => (await run(args, shown)).output

/** The same without its warnings, which stand beside an answer in JSON. */
export const askWrangler = async (args: readonly string[]): Promise<string> => (await run(args, false)).answer
