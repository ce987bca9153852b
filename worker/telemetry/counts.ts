import { own } from '../../shared/values/own.ts'
import { buckets, type Counter, type Histogram, type Labels, type MetricName, metrics } from './metrics.ts'

/** How often, and for a histogram also the sum in seconds and how many were at most each bound. */
export interface Series {
  values: readonly string[]
  count: number
  sum: number
  within: number[]
}

/** Since this isolate began. One’s own server is one isolate; at Cloudflare there are many, and `sendTo` brings them together. */
const counted = new Map<MetricName, Map<string, Series>>()

/** A route that is wrongly no pattern would make series without end; what is beyond goes into one. */
const mostSeries = 2000
const beyond = 'other'

let dataset: AnalyticsEngineDataset | undefined

/** From now on what is counted also goes there (Workers Analytics Engine), where it is bound. */
export const sendTo = (bound: AnalyticsEngineDataset | undefined): void => {
  dataset = bound
}

const seriesOf = (name: MetricName, said: readonly string[]): Series => {
  let known = counted.get(name)
  if (!known) counted.set(name, (known = new Map()))
  const values = known.size < mostSeries || known.has(said.join('\n')) ? said : said.map(() => beyond)
  const key = values.join('\n')
  let series = known.get(key)
  if (!series) known.set(key, (series = { values, count: 0, sum: 0, within: buckets.map(() => 0) }))
  return series
}

const valuesOf = (name: MetricName, labels: Readonly<Record<string, string>>): string[] =>
  metrics[name].labels.map((label) => own(labels, label) ?? '')

/** Data points have the name as index and first blob, then the labels’ values in their order; `double1` is how many. */
export const count = <N extends Counter>(name: N, labels: Labels<N>, times = 1): void => {
  if (times === 0) return
  const values = valuesOf(name, labels)
  seriesOf(name, values).count += times
  dataset?.writeDataPoint({ indexes: [name], blobs: [name, ...values], doubles: [times] })
}

/** `double1` of its data point is 1, `double2` the seconds. */
export const observe = <N extends Histogram>(name: N, labels: Labels<N>, seconds: number): void => {
  const [values, took] = [valuesOf(name, labels), Math.max(0, seconds)]
  const series = seriesOf(name, values)
  series.count += 1
  series.sum += took
  for (const [index, bound] of buckets.entries()) if (took <= bound) series.within[index] = (series.within[index] ?? 0) + 1
  dataset?.writeDataPoint({ indexes: [name], blobs: [name, ...values], doubles: [1, took] })
}

/** What was counted so far, for the text of Prometheus. */
export const countsOf = (name: MetricName): readonly Series[] => [...(counted.get(name)?.values() ?? [])]

const sockets = new Map<string, number>()

/** How many live pages an object has now. The object’s id stays here. */
export const socketsAt = (object: string, open: number): void => {
  if (open > 0) sockets.set(object, open)
  else sockets.delete(object)
}

export const openSockets = (): number => [...sockets.values()].reduce((sum, open) => sum + open, 0)
