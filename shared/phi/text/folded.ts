import { plain } from './plain-word.ts'

/** A text as its bare letters and digits, without accents or capitals, and where each of them stood. */
export type Folded = { letters: string; starts: number[]; ends: number[] }

const sign = /[\p{L}\p{N}]\p{M}{0,8}/u
const isPlain = (code: number) => (code > 47 && code < 58) || (code > 96 && code < 123)

/** Folds a text, so that "Gómez, J." and "gomezj" read the same. Linear in its length. */
export function fold(text: string): Folded {
  let letters = ''
  const starts: number[] = []
  const ends: number[] = []
  const add = (folded: string, start: number, end: number) => {
    for (let step = 0; step < folded.length; step += 1) {
      starts.push(start)
      ends.push(end)
    }
    letters += folded
  }
  const lower = text.toLowerCase()
  // Some letters change their length in small letters; then the offsets of `lower` would be wrong.
  const same = lower.length === text.length
  for (let at = 0; at < text.length; at += 1) {
    const code = (same ? lower : text).charCodeAt(at)
    if (isPlain(code)) add(String.fromCharCode(code), at, at + 1)
    else if (code > 127 || !same) {
      const found = sign.exec(text.slice(at, at + 12))
      if (found?.index !== 0) continue
      add(plain(found[0]), at, at + found[0].length)
      at += found[0].length - 1
    }
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
