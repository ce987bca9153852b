import { type Hint, protocol } from '../../shared/sync/protocol.ts'
import { socketsAt } from '../telemetry/counts.ts'

/** The WebSocket close code for a page whose session or membership has ended. */
export const signedOutCloseCode = 4403
/** Pages that one session has open and live; a person has no more, a program that opens them without end does. */
const mostOfSession = 20
/** A page sends "ping" (heartbeat) every 40 s: one that has not for so long (milliseconds) is gone, though no network has said so yet. */
const silent = 3 * 60 * 1000

/** The most ideas that a change hint names; with more, all may have changed. */
const mostNamed = 100

/** Kept with a socket while the object sleeps; milliseconds since 1970. */
interface Watcher {
  since: number
  until: number
}

const watcherOf = (socket: WebSocket): Watcher => socket.deserializeAttachment() as Watcher

/** Pages that watch one network, each over a socket that survives the object's sleep. */
export class LiveSockets {
  readonly #state: DurableObjectState

  constructor(state: DurableObjectState) {
    this.#state = state
    state.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'))
  }

  /** Takes a socket in: 101, or 429 where its session has as many as it may. */
  accept({ headers }: Request, now: number): Response {
    const session = `session:${headers.get('x-session') ?? ''}`
    if (this.#live(session, now) >= mostOfSession) return new Response(null, { status: 429 })
    const pair = new WebSocketPair()
    pair[1].serializeAttachment({ since: now, until: Number(headers.get('x-until')) } satisfies Watcher)
    this.#state.acceptWebSocket(pair[1], [`person:${headers.get('x-person') ?? ''}`, session])
    this.#count(this.#state.getWebSockets())
    return new Response(null, { status: 101, webSocket: pair[0] })
  }

  /** How many of these are there, after those are let go that say nothing any more. */
  #live(tag: string, now: number): number {
    const sockets = this.#state.getWebSockets(tag)
    const gone = sockets.filter((socket) => {
      const heard = this.#state.getWebSocketAutoResponseTimestamp(socket)?.getTime() ?? watcherOf(socket).since
      return now - heard > silent
    })
    for (const socket of gone) socket.close(1001, 'Silent')
    return sockets.length - gone.length
  }

  /** Tells all that something is new, and how many they are, so that they do not all come back at once. */
  tell(head: number, ideas: Iterable<string>, now: number): void {
    const sockets = this.#state.getWebSockets()
    const text = JSON.stringify({ p: protocol, head, ideas: [...ideas].slice(0, mostNamed), watching: sockets.length } satisfies Hint)
    for (const socket of sockets) {
      // A session that nobody ended ends by itself, while its page may still be open.
      if (watcherOf(socket).until > now) socket.send(text)
      else socket.close(signedOutCloseCode, 'Signed out')
    }
  }

  /** A page has gone. */
  left(socket: WebSocket): void {
    socket.close()
    this.#count(this.#state.getWebSockets().filter((other) => other !== socket))
  }

  #count(open: readonly WebSocket[]): void {
    socketsAt(this.#state.id.toString(), open.length)
  }

  /** Ends the sockets with this tag, `person:` or `session:`, of somebody who was cut off. */
  close(tag: string): void {
    for (const socket of this.#state.getWebSockets(tag)) socket.close(signedOutCloseCode, 'Signed out')
  }
}
