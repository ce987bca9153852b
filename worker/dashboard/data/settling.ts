/** Milliseconds in which many hints in a row are one reason to ask again. */
const settle = 150
/** So much longer for each page that watches: with 200 of them they ask within 5 s of a hint, 40 a second. */
const eachWatcher = 25
const longestSpread = 30_000

/** How long to wait after a hint that so many pages heard, in milliseconds; `dice` in [0, 1). */
export const waitAfterHint = (watching: number, dice: number): number =>
  settle + dice * Math.min(longestSpread, eachWatcher * Math.max(0, watching - 1))

/**
 * One reading for many hints: the first one sets the time, and those that come before it add nothing, so that a page of a busy
 * network neither asks at each change nor waits for ever.
 */
export class Settling {
  readonly #act: () => void
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(act: () => void) {
    this.#act = act
  }

  soon(wait: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.#act()
    }, wait)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }
}
