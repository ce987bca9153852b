import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { StateInUse, takeState } from '../worker/local/state-lock.ts'

const folder = mkdtempSync(join(tmpdir(), 'gleaner-lock-'))
let state = ''
let made = 0
beforeEach(() => {
  state = join(folder, `state ${(made += 1)}`)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A process in a group of its own, as the Worker is one. */
const aProcess = (code = 'setInterval(() => {}, 1000)'): ChildProcess =>
  spawn(process.execPath, ['-e', code], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] })
const ended = (child: ChildProcess): Promise<unknown> => new Promise((resolve) => child.once('exit', resolve))

test('[D40] a second Worker on data in use is refused with the name of the process that has them; they are free when it ends', async () => {
  const worker = aProcess()
  const held = await takeState(state)
  held.belongsTo(worker.pid ?? 0)
  const refused = await takeState(state).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(StateInUse)
  expect(String(refused)).toContain(`process ${worker.pid}`)
  expect(String(refused)).toContain(state)
  worker.kill('SIGKILL')
  await ended(worker)
  // Nothing was released: it was killed.
  const next = await takeState(state)
  next.release()
  expect(readdirSync(state)).toEqual([])
})

test('[D40] the lock of a killed start is taken over; not if its Worker still runs', async () => {
  const starter = aProcess()
  const script = `
    const { spawn } = require('node:child_process')
    console.log(spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { stdio: 'ignore' }).pid)
    setInterval(() => {}, 1000)`
  const worker = aProcess(script)
  const inner = Number(await new Promise((resolve) => worker.stdout?.once('data', (chunk: Buffer) => resolve(String(chunk)))))
  const held = await takeState(state)
  held.belongsTo(worker.pid ?? 0)
  // The first of its group is gone; another still has the files open.
  worker.kill('SIGKILL')
  await ended(worker)
  await expect(takeState(state)).rejects.toThrow(StateInUse)
  process.kill(inner, 'SIGKILL')
  const file = join(state, 'in-use.json')
  const { starter: mine } = JSON.parse(readFileSync(file, 'utf8')) as { starter: object }
  writeFileSync(file, JSON.stringify({ starter: { ...mine, pid: starter.pid, began: '' }, worker: null }))
  await expect(takeState(state)).rejects.toThrow(StateInUse)
  starter.kill('SIGKILL')
  await ended(starter)
  ;(await takeState(state)).release()
})

test('[D40] a process id that another process has now, and a truncated lock file, lock nothing', async () => {
  const other = aProcess()
  const held = await takeState(state)
  const file = join(state, 'in-use.json')
  for (const left of [
    JSON.stringify({ starter: { pid: 1, began: 'x' }, worker: { pid: other.pid, began: 'Thu Jan  1 00:00:00 1970' } }),
    '{"star',
    '',
  ]) {
    writeFileSync(file, left)
    ;(await takeState(state)).release()
  }
  held.release()
  expect(existsSync(file)).toBe(false)
  other.kill('SIGKILL')
})

test('[D40] of many Workers that start at once, one gets the data', async () => {
  const worker = aProcess()
  const ends = await Promise.allSettled(
    Array.from({ length: 8 }, async () => {
      const held = await takeState(state)
      held.belongsTo(worker.pid ?? 0)
    }),
  )
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  worker.kill('SIGKILL')
})
