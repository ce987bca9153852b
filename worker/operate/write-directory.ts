import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { socketName } from '../local/own-workerd.ts'
import { readDeployment, writeWranglerConfig } from './deployment.ts'
import { readProduct } from './product.ts'
import { runWrangler } from './run-wrangler.ts'

/** Whose directory is written to: this machine's, the deployed one, or that behind the operator's socket of a server of one's own. */
export interface Target {
  state: string
  remote: boolean
  /** The operator's file of the deployment (`npm run deploy`). */
  settings: string
  socket?: string | undefined
}

/** Through the running server: nobody else may write its files. */
const byOperator = (socketPath: string, sql: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const asked = request({ socketPath, method: 'POST', path: '/' }, (answer) => {
      let said = ''
      answer.on('data', (chunk: Buffer) => (said += chunk.toString()))
      answer.on('end', () => (answer.statusCode === 200 ? resolve() : reject(new Error(`Nothing was changed. The server said: ${said}`))))
    })
    asked.once('error', ({ message }) => reject(new Error(`Nothing was changed. The operator’s socket does not answer: ${message}`)))
    asked.end(JSON.stringify(sql))
  })

/** Whether the server of that folder's data runs; what it left behind does not answer. */
const answersAt = (socketPath: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(socketPath, () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })

/** Runs the statements in one go, all or none; throws with what was said if it fails. */
export const writeDirectory = async ({ state, remote, settings, socket }: Target, sql: readonly string[]): Promise<void> => {
  if (socket) return byOperator(socket, sql)
  const own = join(state, socketName)
  if (!remote && (await answersAt(own))) return byOperator(own, sql)
  const folder = mkdtempSync(join(tmpdir(), 'gleaner-admin-'))
  const file = join(folder, 'statements.sql')
  // A file, not an argument: arguments are seen by everybody on the machine.
  writeFileSync(file, `${sql.join(';\n')};\n`, { mode: 0o600 })
  const where = remote
    ? ['--remote', '--config', writeWranglerConfig(readProduct(), readDeployment(settings))]
    : ['--local', '--persist-to', state]
  try {
    await runWrangler(['d1', 'execute', 'DIRECTORY', ...where, '--yes', '--file', file])
  } catch (error) {
    throw new Error(`Nothing was changed. ${(error as Error).message}`, { cause: error })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
