import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { socketName } from '../local/own-workerd.ts'
import { readDeployment, writeWranglerConfig } from './deployment.ts'
import { readProduct } from './product.ts'
import { askWrangler, runWrangler } from './run-wrangler.ts'

/** Whose directory is written to: this machine's, the deployed one, or that behind the operator's socket of a server of one's own. */
export interface Target {
  state: string
  remote: boolean
  /** The operator's file of the deployment (`npm run deploy`). */
  settings: string
  socket?: string | undefined
}

/** Through the running server: nobody else may write its files. */
const byOperator = (socketPath: string, sql: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const asked = request({ socketPath, method: 'POST', path: '/' }, (answer) => {
      let said = ''
      answer.on('data', (chunk: Buffer) => (said += chunk.toString()))
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve(said) : reject(new Error(`Nothing was changed. The server said: ${said}`)),
      )
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

/** The socket of the server that has this directory in use, if there is one. */
const operatorOf = async ({ state, remote, socket }: Target): Promise<string | undefined> => {
  if (socket) return socket
  const own = join(state, socketName)
  return !remote && (await answersAt(own)) ? own : undefined
}

const where = ({ state, remote, settings }: Target): string[] =>
  remote ? ['--remote', '--config', writeWranglerConfig(readProduct(), readDeployment(settings))] : ['--local', '--persist-to', state]

/** The rows of one query. It stands in an argument, which everybody on the machine can see. */
export const readDirectory = async <Row>(target: Target, query: string): Promise<Row[]> => {
  const operator = await operatorOf(target)
  if (operator) return (JSON.parse(await byOperator(operator, [query])) as Row[][])[0] ?? []
  const said = await askWrangler(['d1', 'execute', 'DIRECTORY', ...where(target), '--yes', '--json', '--command', query])
  return (JSON.parse(said.slice(said.indexOf('['), said.lastIndexOf(']') + 1)) as { results: Row[] }[])[0]?.results ?? []
}

/** Runs the statements in one go, all or none; throws with what was said if it fails. */
export const writeDirectory = async (target: Target, sql: readonly string[]): Promise<void> => {
  const operator = await operatorOf(target)
  if (operator) {
    await byOperator(operator, sql)
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'gleaner-admin-'))
  const file = join(folder, 'statements.sql')
  // A file, not an argument: arguments are seen by everybody on the machine.
  writeFileSync(file, `${sql.join(';\n')};\n`, { mode: 0o600 })
  try {
    await runWrangler(['d1', 'execute', 'DIRECTORY', ...where(target), '--yes', '--file', file])
  } catch (error) {
    throw new Error(`Nothing was changed. ${(error as Error).message}`, { cause: error })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
