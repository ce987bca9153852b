/** What is counted and measured, in the terms of Prometheus. Labels take few values only, and none says who, where or what: route patterns, outcomes, services. */
interface Metric {
  type: 'counter' | 'gauge' | 'histogram'
  help: string
  labels: readonly string[]
}

export const metrics = {
  gleaner_requests_total: {
    type: 'counter',
    help: 'Requests by route pattern, method and class of status.',
    labels: ['route', 'method', 'status'],
  },
  gleaner_request_duration_seconds: { type: 'histogram', help: 'Seconds from a request to the head of its answer.', labels: ['route'] },
  gleaner_mutations_total: { type: 'counter', help: 'Mutations by outcome: done, again (known already), refused.', labels: ['outcome'] },
  gleaner_faults_total: { type: 'counter', help: 'Failures of the server’s own code, by the kind of error.', labels: ['kind'] },
  gleaner_mails_total: { type: 'counter', help: 'Mails by outcome: sent, failed.', labels: ['outcome'] },
  gleaner_lookups_total: { type: 'counter', help: 'Requests to look-up services by service and outcome.', labels: ['service', 'outcome'] },
  gleaner_webhook_deliveries_total: { type: 'counter', help: 'Attempts to deliver to a webhook, by outcome.', labels: ['outcome'] },
  gleaner_job_failures_total: { type: 'counter', help: 'Runs of a job that failed.', labels: ['job'] },
  gleaner_open_sockets: { type: 'gauge', help: 'Live pages that are connected.', labels: [] },
  gleaner_harmed_banks: { type: 'gauge', help: 'Banks that are harmed, as far as the directory knows.', labels: [] },
  gleaner_job_age_seconds: { type: 'gauge', help: 'Seconds since a job last ended well.', labels: ['job'] },
  gleaner_ready: { type: 'gauge', help: '1 if GET /ready answers 200, else 0.', labels: [] },
  gleaner_storage_version: { type: 'gauge', help: 'The version of a bank’s tables that this build writes.', labels: [] },
} as const satisfies Record<string, Metric>

export type Metrics = typeof metrics
export type MetricName = keyof Metrics
export type Labels<N extends MetricName> = Readonly<Record<Metrics[N]['labels'][number], string>>
type OfType<T extends Metric['type']> = { [N in MetricName]: Metrics[N]['type'] extends T ? N : never }[MetricName]
export type Counter = OfType<'counter'>
export type Histogram = OfType<'histogram'>
export type Gauge = OfType<'gauge'>

/** Upper bounds of a histogram’s buckets, in seconds: from a page’s quick read to a device’s timeout. */
export const buckets = [0.01, 0.03, 0.1, 0.3, 1, 3, 10] as const
