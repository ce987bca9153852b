import { spawnSync } from 'node:child_process'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A process, told from a later one that got its number by when it began. */
interface Named {
  pid: number
  began: string
}

interface Held {
  /** Whoever starts the Worker, until it runs. */
  starter: Named
  /** The Worker’s own group of processes: it may outlive its starter. */
  worker: Named | null
}

/** The data are in use by another Worker. Its message is for the person who starts one. */
export class StateInUse extends Error {}

/** As `ps` says it; empty where there is no such process, or no `ps` (Windows). */
const beganOf = (pid: number): string =>
  spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } }).stdout?.trim() ?? ''

const named = (pid: number): Named => ({ pid, began: beganOf(pid) })

const answersTo = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // There is one, and it is somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** `group`: also where only others of its group are left. */
const isAlive = ({ pid, began }: Named, group: boolean): boolean => {
  const now = answersTo(pid) ? beganOf(pid) : undefined
  if (now !== undefined) return now === began || now === '' || began === ''
  return group && process.platform !== 'win32' && answersTo(-pid)
}

const fileOf = (state: string): string => join(state, 'in-use.json')

/** What is held there, and whether by something that still runs: a lock is left behind by whatever is killed. */
const readHeld = (state: string): { text: string; held: Held | undefined } => {
  let text = ''
  try {
    text = readFileSync(fileOf(state), 'utf8')
    return { text, held: JSON.parse(text) as Held }
  } catch {
    return { text, held: undefined }
  }
}

/** What this process itself is about to start. */
const starting = new Set<string>()

const holderOf = (state: string, held: Held | undefined): number | undefined => {
  if (held?.worker) return isAlive(held.worker, true) ? held.worker.pid : undefined
  const starter = held?.starter
  if (!starter) return undefined
  return (starter.pid === process.pid ? starting.has(state) : isAlive(starter, false)) ? starter.pid : undefined
}

/** Takes away what nothing holds any more, unless somebody has taken the data since it was read. */
const clear = (state: string, stale: string): void => {
  const aside = `${fileOf(state)}.${process.pid}`
  try {
    renameSync(fileOf(state), aside)
    if (readFileSync(aside, 'utf8') !== stale) linkSync(aside, fileOf(state))
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

const write = (state: string, held: Held): string => {
  const own = `${fileOf(state)}.${process.pid}`
  writeFileSync(own, JSON.stringify(held))
  return own
}

const patience = 10
const inWords = (state: string, holder: number | undefined): string => {
  const [process, kill] = holder === undefined ? ['', ''] : [` (process ${holder})`, ` or with: kill ${holder}`]
  return `The data in ${state} are in use by a Gleaner that runs already${process}. Two at once would harm them: stop the other one first, with Ctrl+C where it runs${kill}.`
}

/** The data of one Worker’s own, until it ends. */
export interface HeldState {
  belongsTo: (worker: number) => void
  release: () => void
}

/**
 * Takes the data of that folder for one Worker; two at once would write into the same files. What a killed one left behind is taken
 * over. One that is about to end is waited for. Throws `StateInUse`.
 */
export const takeState = async (state: string): Promise<HeldState> => {
  mkdirSync(state, { recursive: true })
  const mine: Held = { starter: named(process.pid), worker: null }
  const take = (): boolean => {
    const own = write(state, mine)
    try {
      // Whole or not at all, and by one alone.
      linkSync(own, fileOf(state))
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      return false
    } finally {
      rmSync(own, { force: true })
    }
  }
  for (let tries = 0; !take(); tries += 1) {
    const { text, held } = readHeld(state)
    const holder = holderOf(state, held)
    if (tries > patience) throw new StateInUse(inWords(state, holder))
    if (holder === undefined) clear(state, text)
    else await new Promise((resolve) => setTimeout(resolve, 100))
  }
  starting.add(state)
  return {
    belongsTo: (worker) => {
      writeFileSync(fileOf(state), JSON.stringify({ ...mine, worker: named(worker) }))
      starting.delete(state)
    },
    release: () => {
      rmSync(fileOf(state), { force: true })
      starting.delete(state)
    },
  }
}
