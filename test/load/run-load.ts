import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startWorker } from '../../worker/local/local-worker.ts'
import { type HerdResult, mutationsOf, runHerd } from './herd.ts'
import { bankFile, filesWith, keptIn } from './kept.ts'
import { type LiveResult, runLivePages } from './live-pages.ts'
import { makeNetwork, peopleOf, sessionsOf } from './network.ts'

export interface LoadSize {
  devices: number
  sockets: number
  /** How long there is one change a second. */
  seconds: number
  /** A herd that is not done by then counts as unanswered. */
  mostSeconds: number
}

export interface LoadResult {
  herd: HerdResult
  live: LiveResult
  asked: number
  /** Acknowledged as done, but not there, or there more than once; or acknowledged and run other than once. */
  wrong: string[]
  /** Files in which a word of a refused mutation was found. */
  leaks: string[]
}

const socketsOfSession = 20
/** Letters only, so that it is found wherever it is kept, and new each time. */
const newMarker = (): string => `Qu${crypto.randomUUID().replaceAll(/[\d-]/g, '')}x`

/** The real Worker on this machine in a folder of its own; loopback only, bounded in number and time. */
export const runLoad = async (size: LoadSize, say: (line: string) => void): Promise<LoadResult> => {
  const state = mkdtempSync(join(tmpdir(), 'gleaner-load-'))
  const worker = await startWorker({ state })
  try {
    const [people, marker] = [peopleOf(size.devices), newMarker()]
    say(`A network of ${people.length} people …`)
    await makeNetwork(worker, people)
    const contributors = people.slice(1).map(({ id }) => id)
    const tokens = await sessionsOf(worker, 'device', contributors)
    const cookies = await sessionsOf(
      worker,
      'web',
      Array.from({ length: Math.ceil(size.sockets / socketsOfSession) }, () => 'coordinator'),
    )
    const devices = tokens.map((token, index) => ({ token, mutations: mutationsOf(index, marker) }))
    say(`${devices.length} devices at once …`)
    const herd = await runHerd(worker, devices, size.mostSeconds)
    say(`${size.sockets} live pages, one change a second …`)
    const live = await runLivePages(worker, { cookies, sockets: size.sockets, seconds: size.seconds })
    await worker.stop()
    const asked = devices.flatMap(({ mutations }) => mutations)
    const { runs, ideas } = keptIn(bankFile(state))
    const wrong = asked.filter(({ id, args }) => {
      const ack = herd.acks.get(id)
      const there = ideas.get((args as { idea: string }).idea) ?? 0
      if (!ack) return (runs.get(id) ?? 0) > 1
      return runs.get(id) !== 1 || there !== (ack.status === 'ok' ? 1 : 0)
    })
    return { herd, live, asked: asked.length, wrong: wrong.map(({ id }) => id), leaks: filesWith(state, marker) }
  } finally {
    await worker.stop()
    rmSync(state, { recursive: true, force: true })
  }
}
