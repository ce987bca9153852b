import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { Fault } from './faults.ts'

export interface Reply {
  status: number
  body: string
}

/** What an answer that goes wrong is made of. */
interface Wrong {
  host: string
  /** The answer as it would have been. */
  body: string
  /** What the same service answers about another item. */
  other: string
  /** Another host, that is never to be asked. */
  elsewhere: string
}

const json = { 'content-type': 'application/json' }

export const send = (response: ServerResponse, { status, body }: Reply, headers: Record<string, string> = {}): void => {
  response.writeHead(status, { ...json, ...headers }).end(body)
}

const html = '<!doctype html><html><head><title>Maintenance</title></head><body>Back soon.</body></html>'
const caller = '203.0.113.7'

/** How each service tells of an error of its own, as it does with status 200. */
const ownErrors: Readonly<Record<string, { wrong: object; exception: object; limit: object }>> = {
  'api.crossref.org': {
    wrong: { status: 'failed', 'message-type': 'validation-failure', message: [{ type: 'parameter-not-allowed', value: 'query.*' }] },
    exception: { status: 'error', 'message-type': 'exception', message: { name: 'class clojure.lang.ExceptionInfo', items: [] } },
    limit: { status: 'failed', 'message-type': 'rate-limit', message: { items: [], caller } },
  },
  'eutils.ncbi.nlm.nih.gov': {
    wrong: {
      header: { type: 'esummary' },
      error: 'Invalid uid NC_9 at position= 0',
      result: { uids: [] },
      esearchresult: { ERROR: 'Invalid db name' },
    },
    exception: { esummaryresult: ['Empty id list - nothing todo'] },
    limit: { error: 'API rate limit exceeded', 'api-key': caller, count: '4', limit: '3' },
  },
  'www.ebi.ac.uk': {
    wrong: { version: '6.9', errCode: 404, errMsg: 'No handler found' },
    exception: { version: '6.9', hitCount: 0, errCode: 500, errMsg: 'Search backend is not there', resultList: { result: [] } },
    limit: { errCode: 429, errMsg: `Too many requests from ${caller}` },
  },
  'api.openalex.org': {
    wrong: { error: 'Invalid query parameters error.', message: 'no such field' },
    exception: { error: 'Internal error' },
    limit: { error: 'Rate limit exceeded', message: caller },
  },
  'api.datacite.org': {
    wrong: { errors: [{ status: '400', title: 'Bad request' }] },
    exception: { errors: [{ status: '500', title: 'Something went wrong' }], data: null },
    limit: { errors: [{ status: '429', title: caller }] },
  },
  'api.unpaywall.org': {
    wrong: { HTTP_status_code: 422, error: true, message: 'Please use your own email address' },
    exception: { HTTP_status_code: 500, error: true, message: 'Internal error' },
    limit: { HTTP_status_code: 429, error: true, message: caller },
  },
  'clinicaltrials.gov': {
    wrong: { error: 'unknown field' },
    exception: { timestamp: '2026-12-01', status: 500, error: 'Internal Server Error' },
    limit: { error: caller },
  },
}

const inside =
  (which: 'wrong' | 'exception' | 'limit') =>
  (response: ServerResponse, { host }: Wrong): void =>
    send(response, { status: 200, body: JSON.stringify(ownErrors[host]?.[which] ?? { error: 'API rate limit exceeded' }) })

const text =
  (made: (body: string) => string, status = 200) =>
  (response: ServerResponse, { body }: Wrong): void =>
    send(response, { status, body: made(body) })

const bytes =
  (made: (body: Buffer) => Buffer, headers: Record<string, string> = {}) =>
  (response: ServerResponse, { body }: Wrong): void => {
    response.writeHead(200, { ...json, ...headers }).end(made(Buffer.from(body)))
  }

/** Within a letter of several bytes, where there is one. */
const inLetter = (body: Buffer): number => {
  const first = body.findIndex((byte) => byte >= 0xc2)
  return first < 0 ? Math.floor(body.length / 3) : first + 1
}

/** A list that says how much there is, and has none of it. */
const emptied = (body: string): string => {
  if (!body.startsWith('{')) return '{"status":"ok"}'
  const value = JSON.parse(body) as Record<string, unknown> & { message?: { items?: unknown[] } }
  if ('resultList' in value) return JSON.stringify({ ...value, hitCount: 3, resultList: { result: [] } })
  if ('result' in value) return JSON.stringify({ ...value, result: {} })
  if (value.message?.items) return JSON.stringify({ ...value, message: { 'total-results': 3, items: [] } })
  return JSON.stringify({ status: 'ok' })
}

/** Answers to one address in each of the ways in which services fail. */
export const faults: Readonly<Record<Fault, (response: ServerResponse, wrong: Wrong) => void>> = {
  slow: () => {},
  stalled: (response, { body }) => {
    response.writeHead(200, json).write(body.slice(0, body.length / 2))
  },
  broken: (response) => response.destroy(),
  torn: (response, { body }) => {
    response.writeHead(200, { ...json, 'content-length': String(Buffer.byteLength(body)) })
    response.write(body.slice(0, body.length / 2), () => response.destroy())
  },
  endless: (response) => {
    response.writeHead(200)
    const timer = setInterval(() => response.write('x'.repeat(65_536)), 1)
    response.on('close', () => clearInterval(timer))
  },
  empty: text(() => ''),
  malformed: text(() => '{"status":"ok","message":{{'),
  followed: text((body) => `${body}\n<!-- cached -->`),
  twice: text((body) => body + body),
  quoted: text((body) => JSON.stringify(body)),
  listed: text((body) => `[${body}]`),
  null: text(() => 'null'),
  bare: text(() => '{}'),
  emptied: text(emptied),
  page: text(() => html),
  entities: text((body) => body.replace(/"/g, '&quot;')),
  limited: (response) =>
    send(
      response,
      { status: 429, body: JSON.stringify({ error: 'API rate limit exceeded', 'api-key': caller }) },
      { 'retry-after': '120' },
    ),
  inside: inside('wrong'),
  'inside-exception': inside('exception'),
  'inside-limit': inside('limit'),
  down: text(() => '', 503),
  gateway: (response) => void response.writeHead(504, { 'content-type': 'text/html' }).end(html),
  exception: text((body) => body, 500),
  'gzip-plain': bytes((body) => body, { 'content-encoding': 'gzip' }),
  'gzip-cut': bytes((body) => gzipSync(body).subarray(0, -12), { 'content-encoding': 'gzip' }),
  sixteen: bytes((body) => Buffer.from(body.toString(), 'utf16le')),
  redirect: (response, { elsewhere }) => void response.writeHead(302, { location: elsewhere }).end(),
  moved: (response, { elsewhere, body }) => void response.writeHead(308, { ...json, location: elsewhere }).end(body),
  'cut-first': bytes((body) => body.subarray(0, 1)),
  'cut-quarter': bytes((body) => body.subarray(0, body.length / 4)),
  'cut-half': bytes((body) => body.subarray(0, body.length / 2)),
  'cut-letter': bytes((body) => body.subarray(0, inLetter(body))),
  cut: bytes((body) => body.subarray(0, -20)),
  'cut-last': bytes((body) => body.subarray(0, -1)),
  refused: text(() => '{"status":"failed"}', 400),
  gone: text(() => '', 410),
  swapped: (response, { other }) => send(response, { status: 200, body: other }),
}
