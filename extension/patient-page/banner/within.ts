import { keyOfWords, plainText, undotted } from './label-key.ts'
import { kindOfKey, opensLabel } from './labels/label-index.ts'
import type { LabelKind } from './labels/label-kinds.ts'
import { type Field, valueOfKind } from './values.ts'

const wordsIn = /[^\s:=,;|·•()[\]/]+/g

interface Word {
  start: number
  end: number
  plain: string
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(wordsIn)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    plain: undotted(plainText(word)).replace(/^[^a-z\d#*]+|[^a-z\d#*]+$/g, ''),
  }))

interface Label {
  kind: LabelKind
  start: number
  end: number
}

/** The longest label that begins with a word. */
const labelFrom = (text: string, words: readonly Word[], at: number): (Label & { words: number }) | undefined => {
  const [first] = words.slice(at, at + 1)
  if (!first || !/^[a-z#]/.test(first.plain) || !opensLabel(first.plain.split(/[^a-z\d]/, 1)[0] ?? '')) return undefined
  for (let length = Math.min(4, words.length - at); length > 0; length -= 1) {
    const run = words.slice(at, at + length)
    const { start, end } = { start: first.start, end: run.at(-1)?.end ?? 0 }
    if (length > 1 && /[:=,;|·•]/.test(text.slice(start, end))) continue
    const kind = kindOfKey(keyOfWords(run.flatMap(({ plain }) => plain.split(/[^a-z\d#]+/))))
    if (kind) return { kind, start, end, words: length }
  }
  return undefined
}

const labelsWithin = (text: string): Label[] => {
  const words = wordsOf(text)
  const labels: Label[] = []
  for (let at = 0; at < words.length; at += 1) {
    const label = labelFrom(text, words, at)
    if (!label) continue
    labels.push(label)
    at += label.words - 1
  }
  return labels
}

/** The labels within a text, "Doe, Jane DOB: 01/02/1990 MRN 123", each with what follows it up to the next. */
export const fieldsWithin = (text: string, at: number): Field[] => {
  if (text.length > 220) return []
  const labels = labelsWithin(text)
  return labels.flatMap(({ kind, start, end }, index): Field[] => {
    const rest = text.slice(end, labels[index + 1]?.start)
    const isStated = /^\W{0,3}[:=#]/.test(rest)
    const opens = start === 0 || /[,;|·•(/[-] ?$|[.\d)] $/.test(text.slice(0, start))
    // A word in a sentence is no label; a value of its own form behind it says that it is.
    if (!isStated && !(opens && /^(?:birth|born|record|national|insurance|sex|account)$/.test(kind)) && !/^(?:birth|record)$/.test(kind))
      return []
    if (kind === 'other' || kind === 'clinical' || kind === 'staff' || kind === 'bed' || kind === 'against')
      return isStated ? [{ kind, value: '', at }] : []
    const value = valueOfKind(kind, rest.replace(/^\)?[.:=# )]*/, '').replace(/[ ,;|·•([-]+$/, ''))
    return value === undefined ? [] : [{ kind, value, at }]
  })
}
