import { countsOf, type Series } from './counts.ts'
import { buckets, type Gauge, type MetricName, metrics } from './metrics.ts'

/** Its content type. */
export const prometheusType = 'text/plain; version=0.0.4; charset=utf-8'

/** What is read at the moment of asking: of each gauge its values by the values of its labels. */
export type Gauges = Readonly<Record<Gauge, readonly { values: readonly string[]; value: number }[]>>

const escaped = (value: string): string => value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')

const labelled = (names: readonly string[], values: readonly string[]): string =>
  names.length === 0 ? '' : `{${names.map((name, index) => `${name}="${escaped(values[index] ?? '')}"`).join(',')}}`

const ofHistogram = (name: string, labels: readonly string[], { values, count, sum, within }: Series): string[] => [
  ...buckets.map((bound, index) => `${name}_bucket${labelled([...labels, 'le'], [...values, String(bound)])} ${within[index]}`),
  `${name}_bucket${labelled([...labels, 'le'], [...values, '+Inf'])} ${count}`,
  `${name}_sum${labelled(labels, values)} ${sum}`,
  `${name}_count${labelled(labels, values)} ${count}`,
]

const samples = (name: MetricName, gauges: Gauges): string[] => {
  const { type, labels } = metrics[name]
  if (type === 'gauge') return gauges[name as Gauge].map(({ values, value }) => `${name}${labelled(labels, values)} ${value}`)
  if (type === 'histogram') return countsOf(name).flatMap((series) => ofHistogram(name, labels, series))
  return countsOf(name).map(({ values, count }) => `${name}${labelled(labels, values)} ${count}`)
}

/** Everything that was counted since the start, and these gauges, as Prometheus’ text format 0.0.4 (https://prometheus.io/docs/instrumenting/exposition_formats/). */
export const prometheusText = (gauges: Gauges): string =>
  (Object.keys(metrics) as MetricName[])
    .flatMap((name) => [`# HELP ${name} ${metrics[name].help}`, `# TYPE ${name} ${metrics[name].type}`, ...samples(name, gauges)])
    .map((line) => `${line}\n`)
    .join('')
