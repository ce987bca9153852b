import { signal } from '@preact/signals'
import type { Hint } from '../../../shared/sync/protocol.ts'
import { addressOf } from './endpoint-address.ts'
import { sessionEnded } from './session.ts'
import { checkSession } from './session-calls.ts'

/** The network as it changes: a hint says that something is new, and whatever is on the screen is asked for again. */
export const connected = signal(true)

/** `watching`: how many pages were told the same; one where only this one has a reason. */
type Listener = (hint: Hint | undefined, watching: number) => void
const listeners = new Set<Listener>()

/** Called with the hint, or with `undefined` when anything may have changed (back from sleep, reconnected). */
export const onNews = (listener: Listener): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const tell = (hint: Hint | undefined, watching: number): void => {
  for (const listener of listeners) listener(hint, watching)
}

/** How many pages there were at the last hint: so many come back when the server does. */
let last = 1

const firstWait = 1000
const longestWait = 30_000
const cutOff = 4403
const heartbeat = 40_000

let wait = firstWait
let broken = false

const isHint = (value: unknown): value is Hint => typeof value === 'object' && value !== null && 'head' in value && 'ideas' in value

const hear = (text: unknown): void => {
  if (typeof text !== 'string' || text === 'pong') return
  const value: unknown = JSON.parse(text)
  if (!isHint(value)) return
  last = value.watching ?? 1
  tell(value, last)
  // What names no idea speaks of settings or members: it may be this person's own role that changed.
  if (value.ideas.length === 0) void checkSession()
}

const open = (): void => {
  const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}${addressOf('GET /v1/networks/:network/watch', {})}`)
  let heard = Date.now()
  // Proxies drop a silent socket without a word; a question every while finds that out.
  const beat = setInterval(() => {
    if (Date.now() - heard > heartbeat * 2) socket.close()
    else if (socket.readyState === WebSocket.OPEN) socket.send('ping')
  }, heartbeat)
  socket.addEventListener('open', () => {
    connected.value = true
    wait = firstWait
    if (broken) tell(undefined, last)
    broken = false
  })
  socket.addEventListener('message', (event) => {
    heard = Date.now()
    hear(event.data)
  })
  socket.addEventListener('close', ({ code }) => {
    clearInterval(beat)
    broken = true
    // The server's word that this session, or the membership, is over; asked again to be told what is so now.
    if (code === cutOff) {
      sessionEnded.value = true
      void checkSession()
    }
    connected.value = code === cutOff
    // Jitter, so that a hundred dashboards do not come back in the same moment.
    setTimeout(open, wait * (0.5 + Math.random() / 2))
    wait = Math.min(wait * 2, longestWait)
  })
}

let watching = false
/** Begins to watch, once; also asks again when the person comes back to the window. */
export const watchNetwork = (): void => {
  if (watching) return
  watching = true
  open()
  addEventListener('focus', () => {
    void checkSession()
    tell(undefined, 1)
  })
  addEventListener('online', () => tell(undefined, 1))
}
