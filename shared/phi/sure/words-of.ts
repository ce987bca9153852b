import { type Token, isLetter, tokenAt, wordEnd } from '../text/tokens.ts'

/** The words of a Latin text, each of them taken apart only when it is asked for: few are. */
export class Words {
  readonly text: string
  readonly #starts: number[] = []
  readonly #ends: number[] = []
  readonly #tokens: (Token | undefined)[] = []

  constructor(text: string) {
    this.text = text
    for (let at = 0; at < text.length; at += 1) {
      if (!isLetter(text.charCodeAt(at))) continue
      this.#starts.push(at)
      at = wordEnd(text, at)
      this.#ends.push(at)
      // What ends a word is no letter but may be one after 61 of them.
      at -= 1
    }
  }

  get count(): number {
    return this.#starts.length
  }

  startOf(index: number): number {
    return this.#starts[index] ?? this.text.length
  }

  /** The same as `tokensOf(text)[index]`. */
  at(index: number): Token | undefined {
    const [start, end] = [this.#starts[index], this.#ends[index]]
    if (start === undefined || end === undefined) return undefined
    return (this.#tokens[index] ??= tokenAt(this.text, start, end, this.#ends[index - 1] ?? 0))
  }
}
