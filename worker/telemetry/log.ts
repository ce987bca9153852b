/** What the log may tell of, each with what to do in docs/observability.md. */
export type LogEvent =
  | 'request'
  | 'fault'
  | 'harmed-bank-asked'
  | 'newer-bank-asked'
  | 'bank-harmed'
  | 'harm-not-marked'
  | 'counted-anew'
  | 'mutation-fault'
  | 'member-not-announced'
  | 'networks-to-tell'
  | 'mails-failed'
  | 'recoveries-waiting'
  | 'job-failed'
  | 'flood'

/**
 * Codes, numbers and our own words only: no text, name, address, token or short name of a network ever, for logs go where the bank’s own rules do
 * not reach. Ids that the server or a device made at random may stand here.
 */
export type LogFields = Readonly<Record<string, string | number>>

/**
 * One line of JSON: `time` (ISO 8601), `level`, `event`, and what belongs to it. To stdout for what is as it should be, to stderr for what is not; where
 * it goes from there is docs/observability.md.
 */
export const log = (level: 'info' | 'error', event: LogEvent, fields: LogFields = {}): void => {
  const line = JSON.stringify({ time: new Date().toISOString(), level, event, ...fields })
  if (level === 'error') console.error(line)
  // oxlint-disable-next-line no-console -- the one place where a line is written that is no error
  else console.info(line)
}

const plainKinds = new Set([
  'Error',
  'TypeError',
  'RangeError',
  'SyntaxError',
  'TimeoutError',
  'AbortError',
  'MutationFault',
  'DataCloneError',
])

/** An error’s kind, of a short list. Its message may hold texts of people and is never logged. */
export const kindOf = (error: unknown): string => {
  const name = error instanceof Error ? error.name : ''
  return plainKinds.has(name) ? name : 'other'
}
