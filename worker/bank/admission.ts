import { type ObjectReply, refusal } from './answers.ts'
import { message } from '../../shared/i18n/message.ts'
import { errorReply } from '../http/problem.ts'

/**
 * Admission control (load shedding) in front of a network's object, which does one thing at a time, and of the directory: a request that would wait
 * long is told at once when to retry, instead of waiting until its device times out and sends it again.
 */

/** Requests that wait for one object, in this isolate; with some 20 ms each the last of them waits less than a second. */
const mostWaiting = 40
/** Where one takes longer, as many as are answered within so many milliseconds: a fourth of what a device waits (extension/connection/transport.ts); but some. */
const [longestQueue, leastWaiting] = [5000, 4]
/** Milliseconds for which whoever has come may be expected to have sent the rest of the request. */
const stillReading = 2000
/** Of one device: two contexts of a browser, and what they ask ahead. */
const mostOfDevice = 4
/** A request that reached its object so late is not begun: whoever sent it may have given up. Milliseconds. */
const tooLate = 5000
/** The longest `Retry-After`, in milliseconds. */
const longestWait = 60_000
/** What a request takes, in milliseconds, until it was measured; and the least that is believed. */
const [usualPace, leastPace] = [20, 2]

/**
 * After so long nobody waits any more, in milliseconds. Of a request whose sender hung up the runtime may end the handler without
 * a word, so that it never leaves; its place is given to others.
 */
const goneAfter = 30_000

/** Who was let in, and when. */
interface Place {
  device: string
  since: number
}

/** Where those who were sent away stand: each gets a moment of its own, one behind the other, as fast as the object works. */
export class Admission {
  readonly #places = new Set<Place>()
  /** Of those who have come and whose requests are still being read: when they came. In that order. */
  readonly #coming = new Set<{ since: number }>()
  /** When the next who is sent away may come; milliseconds since 1970. */
  #nextTurn = 0
  #pace = usualPace
  #lastDone = 0

  get idle(): boolean {
    return this.#places.size === 0 && this.#coming.size === 0
  }

  get #most(): number {
    return Math.min(mostWaiting, Math.max(leastWaiting, Math.floor(longestQueue / this.#pace)))
  }

  /** Before a request is read: what `isRead` takes, or milliseconds after which to come again. So a refusal costs as little as it can. */
  come(now: number): { since: number } | number {
    for (const one of this.#coming) {
      if (now - one.since <= stillReading) break
      this.#coming.delete(one)
    }
    this.#forgetGone(now)
    if (this.#places.size + this.#coming.size >= this.#most) return this.#turn(now)
    const one = { since: now }
    this.#coming.add(one)
    return one
  }

  /** A place for whoever is let in, who then gives it back with `leave`; else milliseconds after which to come again. */
  enter(device: string, now: number): Place | number {
    this.#forgetGone(now)
    if (this.#places.size >= this.#most) return this.#turn(now)
    if ([...this.#places].filter((place) => place.device === device).length >= mostOfDevice) return 1000
    if (this.#places.size === 0) this.#lastDone = now
    const place = { device, since: now }
    this.#places.add(place)
    return place
  }

  /** The request is there, or will not be. */
  isRead(come: { since: number }): void {
    this.#coming.delete(come)
  }

  /** In the order in which they came. */
  #forgetGone(now: number): void {
    for (const place of this.#places) {
      if (now - place.since <= goneAfter) break
      this.#places.delete(place)
    }
  }

  #turn(now: number): number {
    this.#nextTurn = Math.max(this.#nextTurn, now + this.#places.size * this.#pace) + this.#pace
    const wait = this.#nextTurn - now
    // More than can come within the longest wait: they share its second half, and some will be sent away once more.
    if (wait > longestWait) this.#nextTurn = now + longestWait / 2
    return Math.min(wait, longestWait)
  }

  leave(place: Place, now: number): void {
    if (!this.#places.delete(place)) return
    // One after the other, so the time between two that are done is what one takes; some are done together (commit-group.ts), others alone.
    this.#pace = Math.max(leastPace, this.#pace + (Math.min(1000, now - this.#lastDone) - this.#pace) / 16)
    this.#lastDone = now
  }
}

/** Whether a request that its Worker received then comes too late to be begun. */
export const comesTooLate = (receivedAt: number, now: number): boolean => now - receivedAt > tooLate

/** Anywhere between the two: an object that many Workers ask at once knows nothing of their turns. */
const anyTime = (): number => tooLate + Math.random() * 3 * tooLate

/** The answer to a request that was not admitted: 503 with `Retry-After`, the milliseconds rounded up to seconds. */
export const busy = (wait = anyTime()): ObjectReply<never> => ({
  ...refusal(503, errorReply('busy', message('problem-busy'))),
  retryAfter: Math.ceil(wait / 1000),
})

/** What is answered where an idea is no longer as it was read. */
export const changedSince = (): ObjectReply<never> => refusal(412, errorReply('changed', message('problem-api-changed')))

/** By object, in this isolate: nothing is kept of a network that nobody asks. */
const admissions = new Map<string, Admission>()
/** Objects whose queues one isolate keeps. */
const mostKept = 1000

const admissionOf = (object: string): Admission => {
  const admission = admissions.get(object) ?? new Admission()
  admissions.set(object, admission)
  if (admissions.size > mostKept) for (const [name, { idle }] of admissions) if (idle && name !== object) admissions.delete(name)
  return admission
}

/** A place that was given, and when its request came; `leave` gives it back, once. */
export interface Held {
  at: number
  leave: () => void
}

/** Before its body is read: the answer that a request to that object has to come again; else what is to be called once it is read. */
export const comeTo = (object: string): (() => void) | ObjectReply<never> => {
  const admission = admissionOf(object)
  const come = admission.come(Date.now())
  return typeof come === 'number' ? busy(come) : () => admission.isRead(come)
}

/** A place at an object (by its id) or the directory, or the answer that it is busy. `device` tells those apart who ask. */
export const placeAt = (object: string, device: string): Held | ObjectReply<never> => {
  const [admission, at] = [admissionOf(object), Date.now()]
  const place = admission.enter(device, at)
  return typeof place === 'number' ? busy(place) : { at, leave: () => admission.leave(place, Date.now()) }
}

/** Asks an object or the directory, or answers in its place that it is busy. */
export const admitted = async <Result>(
  object: string,
  device: string,
  ask: (receivedAt: number) => Promise<Result>,
): Promise<Result | ObjectReply<never>> => {
  const held = placeAt(object, device)
  if ('status' in held) return held
  try {
    return await ask(held.at)
  } finally {
    held.leave()
  }
}
