/** What waits for its turn. */
interface Waiting {
  weight: number
  run: () => void
}

/** So much is done in one go; what is behind it waits for the next one, so that those who were first are not kept for long. */
const mostWeight = 100

/**
 * Does what several requests ask for at the same time in one go, each in a transaction of its own: SQLite then writes all of it to disk at once (group
 * commit), where one after the other each would wait for the disk. The platform holds every answer back until its writes are there.
 */
export class CommitGroup {
  #waiting: Waiting[] = []
  readonly #later: (run: () => void) => void

  /** @param later runs it behind what has come in already. */
  constructor(later: (run: () => void) => void = (run) => void setTimeout(run, 0)) {
    this.#later = later
  }

  /** Runs the work, synchronous and in the order in which it was asked for; what it throws is its own. `weight`: how much it is, 100 being enough for one go. */
  run<Result>(weight: number, work: () => Result): Promise<Result> {
    return new Promise((resolve, reject) => {
      const run = (): void => {
        try {
          resolve(work())
        } catch (error) {
          reject(error)
        }
      }
      this.#waiting.push({ weight, run })
      if (this.#waiting.length === 1) this.#later(() => this.#go())
    })
  }

  #go(): void {
    let weight = 0
    while (weight < mostWeight) {
      const next = this.#waiting[0]
      if (!next) return
      weight += next.weight
      next.run()
      this.#waiting.shift()
    }
    if (this.#waiting.length > 0) this.#later(() => this.#go())
  }
}
