import { type Answer, answer } from './network-answer.ts'

/**
 * Admission control (load shedding) in front of a network's object, which does one thing at a time, and of the directory: a request that would wait
 * long is told at once when to come again, instead of waiting until its device gives up and sends it anew.
 */

/** Requests that wait for one object, in this isolate; with some 20 ms each the last of them waits less than a second. */
const mostWaiting = 40
/** Of one device: two contexts of a browser, and what they ask ahead. */
const mostOfDevice = 4
/** A request that reached its object so late is not begun: whoever sent it may have given up. Milliseconds. */
const tooLate = 5000
/** Nobody is sent away for longer. */
const longestWait = 60_000
/** What a request takes, in milliseconds, until it was measured; and the least that is believed. */
const [usualPace, leastPace] = [20, 2]

/** Where those who were sent away stand: each gets a moment of its own, one behind the other, as fast as the object works. */
export class Admission {
  readonly #devices = new Map<string, number>()
  #waiting = 0
  /** When the next who is sent away may come; milliseconds since 1970. */
  #nextTurn = 0
  #pace = usualPace
  #lastDone = 0

  get idle(): boolean {
    return this.#waiting === 0
  }

  /** Milliseconds after which to come again; 0 for whoever is let in, who then says `leave`. */
  enter(device: string, now: number): number {
    const own = this.#devices.get(device) ?? 0
    if (own >= mostOfDevice) return 1000
    if (this.#waiting >= mostWaiting) return this.#turn(now)
    if (this.#waiting === 0) this.#lastDone = now
    this.#waiting += 1
    this.#devices.set(device, own + 1)
    return 0
  }

  #turn(now: number): number {
    this.#nextTurn = Math.max(this.#nextTurn, now + this.#waiting * this.#pace) + this.#pace
    const wait = this.#nextTurn - now
    // More than can come within the longest wait: they share its second half, and some will be sent away once more.
    if (wait > longestWait) this.#nextTurn = now + longestWait / 2
    return Math.min(wait, longestWait)
  }

  leave(device: string, now: number): void {
    const own = this.#devices.get(device) ?? 0
    if (own > 1) this.#devices.set(device, own - 1)
    else this.#devices.delete(device)
    this.#waiting -= 1
    // One after the other, so the time between two that are done is what one takes.
    this.#pace += (Math.min(1000, Math.max(leastPace, now - this.#lastDone)) - this.#pace) / 16
    this.#lastDone = now
  }
}

/** Whether a request that its Worker received then comes too late to be begun. */
export const comesTooLate = (receivedAt: number, now: number): boolean => now - receivedAt > tooLate

/** Anywhere between the two: an object that many Workers ask at once knows nothing of their turns. */
const anyTime = (): number => tooLate + Math.random() * 3 * tooLate

/** What whoever is sent away is told: 503 with `Retry-After`, the milliseconds rounded up to seconds. */
export const busy = (wait = anyTime()): Answer => ({
  ...answer(503, { error: 'busy', message: 'The server is busy. What you sent is kept and tried again.' }),
  retryAfter: Math.ceil(wait / 1000),
})

/** By object, in this isolate: nothing is kept of a network that nobody asks. */
const admissions = new Map<string, Admission>()
const mostKept = 1000

const admissionOf = (object: string): Admission => {
  const admission = admissions.get(object) ?? new Admission()
  admissions.set(object, admission)
  if (admissions.size > mostKept) for (const [name, { idle }] of admissions) if (idle && name !== object) admissions.delete(name)
  return admission
}

/** Asks an object (by its id) or the directory, or answers in its place that it is busy. `device` tells those apart who ask. */
export const admitted = async <Result>(
  object: string,
  device: string,
  ask: (receivedAt: number) => Promise<Result>,
): Promise<Result | Answer> => {
  const admission = admissionOf(object)
  const wait = admission.enter(device, Date.now())
  if (wait > 0) return busy(wait)
  try {
    return await ask(Date.now())
  } finally {
    admission.leave(device, Date.now())
  }
}
