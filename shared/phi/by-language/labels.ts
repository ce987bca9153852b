import { indexOfLabels, type LabelHit, labelsIn } from '../labels.ts'
import { once } from '../lexicons/word-set.ts'
import type { Reading } from '../reading.ts'
import { languages } from './words/all.ts'

/** What a label says of the words behind it. */
export type WordLabel = 'PERSON' | 'BIRTH' | 'ADDRESS' | 'TOWN' | 'HOME'

const wordLabels = once(() =>
  indexOfLabels<WordLabel>(
    languages.flatMap(({ names, births, addresses, towns, homes }) => [
      ['PERSON', names],
      ['BIRTH', births],
      ['ADDRESS', addresses],
      ['TOWN', towns],
      ['HOME', homes],
    ]),
  ),
)

/** A text with its labels of words too. */
export interface LabelledReading extends Reading {
  words: readonly LabelHit<WordLabel>[]
}

export const withLabels = (reading: Reading): LabelledReading => {
  const words = labelsIn(reading.text, reading.tokens, wordLabels())
  // What the reading works out when it is asked stays so.
  return Object.create(reading, { words: { value: words } }) as LabelledReading
}
