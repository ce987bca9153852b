/**
 * What a run chart says, by rules of probability that people who improve care use (Perla, Provost, Murray, BMJ Qual Saf
 * 2011;20:46, doi:10.1136/bmjqs.2009.037895). A value on the median is of no use: it neither counts nor ends a run.
 */
export const shiftLength = 6
export const trendLength = 5
/** Fewer useful values than this, or than half of all, tell nothing: a chart of mostly noughts would "shift" at each of them. */
export const leastUseful = 10

/** First and last value of it, as positions, and how many of the values in between count. */
interface Stretch {
  from: number
  to: number
  points: number
}
export interface Shift extends Stretch {
  side: 'above' | 'below'
}
export interface Trend extends Stretch {
  direction: 'up' | 'down'
}

/** How often the values cross the median and begin a run anew, and between which counts chance would have it. */
export interface Runs {
  count: number
  fewest: number
  most: number
}

export interface RunChart {
  median: number
  /** How many values are not on the median. */
  useful: number
  /** Nothing is judged then: there are no shifts, trends and runs to tell. */
  tooFew: boolean
  shifts: Shift[]
  trends: Trend[]
  runs: Runs | undefined
  /** The position of one value that lies so far from all others that people should look at it; whether it is astronomical they judge. */
  astronomical: number | undefined
}

export const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

/** Runs of values on one side of the median. */
const runsIn = (values: readonly number[], median: number): Shift[] => {
  const runs: Shift[] = []
  for (const [at, value] of values.entries()) {
    if (value === median) continue
    const side = value > median ? 'above' : 'below'
    const last = runs.at(-1)
    if (last?.side === side) Object.assign(last, { to: at, points: last.points + 1 })
    else runs.push({ from: at, to: at, side, points: 1 })
  }
  return runs
}

/** Values that all go up or all go down; one that repeats the value before it counts as that one. */
const trendsIn = (values: readonly number[]): Trend[] => {
  const trends: Trend[] = []
  /** The last value that differs from what came after it, and the first. */
  let before = 0
  for (const [at, value] of values.entries()) {
    const previous = values[at - 1]
    if (previous === undefined || value === previous) continue
    const direction = value > previous ? 'up' : 'down'
    const last = trends.at(-1)
    if (last?.direction === direction && last.to === before) Object.assign(last, { to: at, points: last.points + 1 })
    else trends.push({ from: before, to: at, direction, points: 2 })
    before = at
  }
  return trends.filter(({ points }) => points >= trendLength)
}

/** The least number of heads in so many throws of a coin that is not rarer than `share`. */
const headsAt = (throws: number, share: number): number => {
  let [chance, sum] = [0.5 ** throws, 0]
  for (let heads = 0; heads <= throws; heads += 1) {
    sum += chance
    if (sum >= share) return heads
    chance *= (throws - heads) / (heads + 1)
  }
  return throws
}

/**
 * Each value lies on either side by chance, so crossings of the median are throws of a coin: fewer or more than in 5 % of
 * charts are not chance (Anhøj, Olesen, PLoS ONE 2014;9:e113825, doi:10.1371/journal.pone.0113825). A chart has one run more.
 */
const expectedRuns = (useful: number): Pick<Runs, 'fewest' | 'most'> => ({
  fewest: headsAt(useful - 1, 0.05) + 1,
  most: headsAt(useful - 1, 0.95) + 1,
})

/** How far from the median a value must be, in median distances of all (5 are about 3.4 standard deviations), and how much further than the next. */
const farAway = { distances: 5, further: 1.5 }

/** The one value that lies far from the median and from all others, if there is one. */
const astronomicalIn = (values: readonly number[], median: number): number | undefined => {
  const distances = values.map((value) => Math.abs(value - median))
  const [furthest = 0, next = 0] = distances.toSorted((one, other) => other - one)
  const usual = medianOf(distances)
  return usual > 0 && furthest > farAway.distances * usual && furthest >= farAway.further * next ? distances.indexOf(furthest) : undefined
}

/**
 * @param values In order of time.
 * @param baseline How many of the first values make the median; all of them by default.
 * @returns `undefined` where there is nothing to draw a median from.
 */
export const runChart = (values: readonly number[], baseline = values.length): RunChart | undefined => {
  if (values.length === 0 || baseline < 1) return undefined
  const median = medianOf(values.slice(0, baseline))
  const runs = runsIn(values, median)
  const useful = runs.reduce((sum, { points }) => sum + points, 0)
  const tooFew = useful < leastUseful || useful * 2 < values.length
  if (tooFew) return { median, useful, tooFew, shifts: [], trends: [], runs: undefined, astronomical: undefined }
  const shifts = runs.filter(({ points }) => points >= shiftLength)
  return {
    median,
    useful,
    tooFew,
    shifts,
    trends: trendsIn(values),
    runs: { count: runs.length, ...expectedRuns(useful) },
    astronomical: astronomicalIn(values, median),
  }
}
