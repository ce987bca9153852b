/** In milliseconds; `soon` is the pause between two parts of background work, so that requests come in between. */
export const day = 24 * 60 * 60 * 1000
export const soon = 200

/**
 * The object's one alarm, for everybody who has something to do later: it rings at the earliest time that was asked for. What it is set to is kept
 * by the platform and remembered here, so that asking again for the same or a later time costs nothing.
 */
export class AlarmClock {
  readonly #storage: DurableObjectStorage
  #at: number | null = null

  /**
   * @param first By when it rings in any case, in milliseconds since 1970; set again in case it was lost.
   * @param now What has stood in the past for a minute and did not ring never will: the bank was put back from a copy without what rings.
   */
  constructor(state: DurableObjectState, first: number, now: number) {
    this.#storage = state.storage
    void state.blockConcurrencyWhile(async () => {
      const set = await state.storage.getAlarm()
      const isLost = set !== null && set < now - 60_000
      this.#at = isLost ? null : set
      this.by(isLost ? now + soon : first)
    })
  }

  /** Rings at that time or before, in milliseconds since 1970; `null` asks for nothing. */
  by(at: number | null): void {
    if (at === null || (this.#at !== null && this.#at <= at)) return
    this.#at = at
    void this.#storage.setAlarm(at)
  }

  /** It has rung: whatever is left to do has to be asked for again. */
  rang(): void {
    this.#at = null
  }
}
