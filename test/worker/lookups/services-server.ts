import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { recordedItems, recordedRows } from './recorded-services.ts'
import { publish, type PublishedPaper } from './searched-papers.ts'
import { aboutAnother, answerOf } from './service-answers.ts'
import type { Fault } from './faults.ts'
import { faults, send } from './service-faults.ts'

/**
 * Look-up services on this machine. They answer as the real ones were recorded to, where the recordings lie beside the project
 * (`../shared/lookups`), and about made-up items (10.5555/…) of whom the DOI says what became; an answer about
 * `10.5555/poison.…` is always cut off. An address that begins with `/mode/<fault>` is answered in one of the ways in which
 * services fail (service-faults.ts), and so is what has a text in it of which `/fail/<fault>/<text>` was said, until `/heal/<text>`.
 * `/asked/<text>` lists what was asked with that text in it, `/recorded` what was recorded, `/rows` of Retraction Watch's list, `/publish/<word>` adds papers
 * (searched-papers.ts).
 */
export interface AskedRequest {
  host: string
  address: string
  userAgent: string
}

const asked: AskedRequest[] = []
/** Texts of addresses that are answered in one of these ways. */
const failing = new Map<string, Fault>()

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString()
}

/** What the tests ask of this server itself; `undefined`: nothing. */
const orders: Readonly<Record<string, (rest: string, request: IncomingMessage) => unknown>> = {
  asked: (text) => asked.filter(({ address }) => decodeURIComponent(address).includes(text)),
  recorded: () => recordedItems,
  rows: () => recordedRows,
  fail: (rest) => {
    const [fault = '', ...text] = rest.split('/')
    failing.set(text.join('/'), fault as Fault)
    return {}
  },
  heal: (text) => failing.delete(text),
  publish: async (word, request) => {
    publish(word, JSON.parse(await bodyOf(request)) as PublishedPaper[])
    return {}
  },
}

const faultOf = (address: string): Fault | undefined => {
  const read = decodeURIComponent(address).toLowerCase()
  if (read.includes('/poison.')) return 'cut'
  return [...failing].find(([text]) => read.includes(text))?.[1]
}

const answer =
  (elsewhere: string): RequestListener =>
  async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://here')
    const [, name = '', rest = ''] = /^\/([a-z]+)(?:\/(.*))?$/.exec(decodeURIComponent(url.pathname)) ?? []
    const order = orders[name]
    if (order) return response.end(JSON.stringify(await order(rest, request)))
    const [, mode, plain = ''] = /^\/mode\/([a-z-]+)(\/.*)$/.exec(url.pathname) ?? [undefined, undefined, url.pathname]
    const [, host = '', path = ''] = /^\/([^/]+)(\/.*)?$/.exec(plain) ?? []
    asked.push({ host, address: request.url ?? '', userAgent: request.headers['user-agent'] ?? '' })
    const reply = answerOf(host, path, url.searchParams)
    const fault = (mode as Fault | undefined) ?? faultOf(request.url ?? '')
    if (!fault) return send(response, reply)
    return faults[fault](response, { host, body: reply.body, other: aboutAnother(host, path, url.searchParams), elsewhere })
  }

const listen = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener)
  server.unref()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Starts them; they end with the tests. */
export const startServices = async (): Promise<string> => {
  // Whoever follows where a service points comes here.
  const elsewhere = await listen((request, response) => {
    asked.push({ host: 'elsewhere', address: `/elsewhere${request.url ?? ''}`, userAgent: '' })
    response.end('{}')
  })
  return listen(answer(`${elsewhere}/stolen`))
}
