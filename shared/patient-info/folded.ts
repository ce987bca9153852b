import { plain } from './name-words.ts'

/** A text as its bare letters and digits, without accents or capitals, and where each of them stood. */
export type Folded = { letters: string; starts: number[]; ends: number[] }

const sign = /[\p{L}\p{N}]\p{M}*/gu

/** Folds a text, so that "Gómez, J." and "gomezj" read the same. Linear in its length. */
export function fold(text: string): Folded {
  let letters = ''
  const starts: number[] = []
  const ends: number[] = []
  for (const match of text.matchAll(sign)) {
    const folded = plain(match[0])
    for (let step = 0; step < folded.length; step += 1) {
      starts.push(match.index)
      ends.push(match.index + match[0].length)
    }
    letters += folded
  }
  return { letters, starts, ends }
}

export const foldWord = (word: string): string => fold(word).letters

/** Every stretch of the text that reads as `wanted`, whatever separates its letters. */
export function stretchesOf(wanted: string, { letters, starts, ends }: Folded): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  if (wanted.length === 0) return found
  for (let at = letters.indexOf(wanted); at >= 0; at = letters.indexOf(wanted, at + 1)) {
    found.push({ start: starts[at] ?? 0, end: ends[at + wanted.length - 1] ?? 0 })
  }
  return found
}
