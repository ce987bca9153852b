/** Stands between packed texts. */
export const end = '\0'

/** A number below this is one unit of a packed text; a larger one is two, the first of them from here on. */
const half = 0x8000

/** Longer parts of a text would be kept by V8 as views of the whole text. */
const longestCopied = 12

/**
 * Words by numbers, each kept once however many texts have it, so that a text is a short string of numbers. Numbers begin at 1:
 * 0 is `end`. Words that come first get the smallest.
 */
export class WordTable {
  #numbers = new Map<string, number>()
  /** By number. */
  readonly words: string[] = ['']

  #numberOf(word: string): number {
    const present = this.#numbers.get(word)
    if (present !== undefined) return present
    const own = word.length > longestCopied ? word.split('').join('') : word
    this.#numbers.set(own, this.words.length)
    return this.words.push(own) - 1
  }

  pack(words: readonly string[]): string {
    const units = words.flatMap((word) => {
      const number = this.#numberOf(word)
      return number < half ? number : [half + Math.floor(number / half), number % half]
    })
    // As many as a function takes at once.
    return Array.from({ length: Math.ceil(units.length / 5000) }, (_, part) =>
      String.fromCharCode(...units.slice(part * 5000, (part + 1) * 5000)),
    ).join('')
  }

  /** The words of each of the packed texts. */
  unpack(packed: string): string[][] {
    const texts: string[][] = [[]]
    eachNumber(packed, (number) => {
      if (number === 0) texts.push([])
      else texts.at(-1)?.push(this.words[number] ?? '')
    })
    return texts
  }

  /** Marks, by number, of the words that fit. */
  marks(fits: (word: string) => boolean): Uint8Array {
    return Uint8Array.from(this.words, (word, number) => (number > 0 && fits(word) ? 1 : 0))
  }
}

/** The numbers of a packed text, in order. */
export const eachNumber = (packed: string, look: (number: number) => void): void => {
  for (let at = 0; at < packed.length; at += 1) {
    const unit = packed.charCodeAt(at)
    if (unit < half) look(unit)
    else look((unit - half) * half + packed.charCodeAt((at += 1)))
  }
}

/** Whether a packed text has one of the marked words. */
export const hasMarked = (packed: string, marks: Uint8Array): boolean => {
  for (let at = 0; at < packed.length; at += 1) {
    const unit = packed.charCodeAt(at)
    const number = unit < half ? unit : (unit - half) * half + packed.charCodeAt((at += 1))
    if (marks[number] === 1) return true
  }
  return false
}
