import { findLearnedPlaces, type Thresholds, unpackWeights } from '../../shared/phi/by-language/learned.ts'
import { readingOf } from '../../shared/phi/reading.ts'
import { byteOf, isHeldOut, type Labelled, originOf, type Sample } from './labelled-texts.ts'
import { asCandidates, trainWeights } from './train-weights.ts'

/** Whether some letter or digit of an identifier is in no finding. */
const leaks = ({ text, spans }: Labelled, found: readonly { start: number; end: number }[]): boolean =>
  spans.some(({ start, end }) =>
    Array.from({ length: end - start }, (_, step) => start + step).some(
      (at) => /[\p{L}\p{N}]/u.test(text.charAt(at)) && !found.some((one) => one.start <= at && at < one.end),
    ),
  )

const steps: readonly (Thresholds | undefined)[] = [
  undefined,
  ...[0.7, 0.8, 0.9, 0.95, 0.98].map((least) => ({ least, beside: least > 0.8 ? 0.5 : 0.4 })),
]

/** For each kind of text how many are right: without a leak, or, where nothing is to be found, without an alarm. */
type Counts = Map<string, { right: number; all: number }>

function count({ row, rules }: Sample, weights: Float32Array, thresholds: Thresholds | undefined, into: Counts): void {
  const learned = thresholds ? findLearnedPlaces(readingOf(row.text), asCandidates(rules), weights, thresholds) : []
  const found = [...rules, ...learned]
  const kind = row.spans.length > 0 ? row.group : 'clean'
  const counts = into.get(kind) ?? { right: 0, all: 0 }
  counts.all += 1
  if (row.spans.length > 0 ? !leaks(row, found) : found.length === 0) counts.right += 1
  into.set(kind, counts)
}

function print(title: string, scored: readonly { sample: Sample; weights: Float32Array }[]): void {
  console.log(title)
  for (const thresholds of steps) {
    const counts: Counts = new Map()
    for (const { sample, weights } of scored) count(sample, weights, thresholds, counts)
    const name = thresholds ? `likely ${thresholds.least}, beside it ${thresholds.beside}` : 'rules alone'
    const parts = [...counts].map(([kind, { right, all }]) => `${kind} ${right}/${all} ${((100 * right) / all).toFixed(1)} %`)
    console.log(`  ${name.padEnd(26)} ${parts.join('  ')}`)
  }
}

const parts = 4
const partOf = (row: Labelled): number => byteOf(`part ${originOf(row)}`) % parts

/** Prints what weights do in texts that they were not made with: in each quarter of the looked-at by those of the other three, and in the held-out. */
export function printFigures(samples: readonly Sample[], packed: string): void {
  const seen = samples.filter(({ row }) => !isHeldOut(row))
  const crossed = Array.from({ length: parts }, (_, part) => {
    const weights = unpackWeights(trainWeights(seen.filter(({ row }) => partOf(row) !== part)))
    return seen.filter(({ row }) => partOf(row) === part).map((sample) => ({ sample, weights }))
  })
  print('looked at, by weights of the other three quarters of it', crossed.flat())
  const weights = unpackWeights(packed)
  print(
    'not looked at',
    samples.filter(({ row }) => isHeldOut(row)).map((sample) => ({ sample, weights })),
  )
}
