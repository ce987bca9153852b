import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { publish, type PublishedPaper, searchedEuropePmc, searchedPubmed, summaryOf } from './searched-papers.ts'

/**
 * Look-up services on this machine. They answer as the real ones were recorded to, where the recordings lie beside the project
 * (`../shared/lookups`), and about made-up items (10.5555/…) of whom the DOI says what became; an answer about `10.5555/poison.…` is always cut off. An address that begins with
 * `/mode/<mode>` is answered in one of the ways in which services fail. `/asked/<text>` lists what was asked with that text in it, `/publish/<word>`
 * adds papers (searched-papers.ts).
 */
const recordings = join(import.meta.dirname, '../../../../shared/lookups/')
const json = (file: string): unknown => JSON.parse(readFileSync(join(recordings, file), 'utf8'))

const recordedWorks = new Map<string, object>()
if (existsSync(recordings))
  for (const name of readdirSync(join(recordings, 'crossref'))) {
    const { message } = json(`crossref/${name}`) as { message?: { DOI?: string } }
    if (message?.DOI) recordedWorks.set(message.DOI.toLowerCase(), message)
  }

const update = (doi: string, type: string, source: string): object => ({
  DOI: doi,
  type,
  source,
  updated: { 'date-parts': [[2026, 5, 4]] },
  ...(source === 'retraction-watch' && { 'record-id': '990001' }),
})

/** A made-up work: its DOI says what it is ("10.5555/retracted.1"). */
const madeUpWork = (doi: string): object | undefined => {
  const [, kind = ''] = /^10\.5555\/([a-z-]+)/.exec(doi) ?? []
  if (kind === '' || kind === 'unknown') return undefined
  const notice = `${doi}.notice`
  return {
    DOI: doi,
    type: 'journal-article',
    title: [`On ${doi}`],
    'container-title': ['Annals of Made Up Wards'],
    volume: '7',
    page: '1-9',
    issued: { 'date-parts': [[2021, 3]] },
    author: [{ given: 'Ana', family: 'Brindle' }],
    ...(kind === 'retracted' && {
      'updated-by': [update(notice, 'retraction', 'publisher'), update(notice, 'retraction', 'retraction-watch')],
    }),
    ...(kind === 'doubted' && { 'updated-by': [update(notice, 'expression_of_concern', 'publisher')] }),
    ...(kind === 'notice' && { 'update-to': [update('10.5555/retracted.1', 'retraction', 'publisher')] }),
  }
}
const workOf = (doi: string): object | undefined => recordedWorks.get(doi.toLowerCase()) ?? madeUpWork(doi.toLowerCase())

const pmidOf = (doi: string): string =>
  `3${Array.from(doi, (sign) => sign.charCodeAt(0)).reduce((sum, code) => (sum * 31 + code) % 10_000_000, 7)}`
const known = new Map<string, string>()

const medlineTypes = (doi: string): string[] =>
  doi.includes('/retracted') ? ['Journal Article', 'Retracted Publication'] : ['Journal Article', 'Randomized Controlled Trial']

const europePmcResult = (doi: string): object | undefined => {
  if (!madeUpWork(doi)) return undefined
  known.set(pmidOf(doi), doi)
  return {
    id: pmidOf(doi),
    source: 'MED',
    pmid: pmidOf(doi),
    doi,
    title: `On ${doi}.`,
    pubTypeList: { pubType: medlineTypes(doi) },
    fullTextUrlList: { fullTextUrl: [{ availabilityCode: 'OA', url: `https://open.example/${pmidOf(doi)}` }] },
  }
}

/** PubMed's search for a DOI. */
const found = (doi: string): object => {
  if (!madeUpWork(doi)) return { count: '0', idlist: [] }
  known.set(pmidOf(doi), doi)
  return { count: '1', idlist: [pmidOf(doi)] }
}

const summaries = (ids: readonly string[]): object => ({
  result: {
    uids: ids,
    ...Object.fromEntries(
      ids.map((uid) => {
        const [doi, published] = [known.get(uid), summaryOf(uid)]
        if (published) return [uid, published]
        if (uid === '9500320' && existsSync(recordings))
          return [uid, (json('pubmed/esummary-retracted.json') as { result: Record<string, object> }).result[uid]]
        return [
          uid,
          doi
            ? {
                uid,
                title: `On ${doi}.`,
                pubtype: medlineTypes(doi),
                articleids: [{ idtype: 'doi', value: doi }],
                fulljournalname: 'Annals of Made Up Wards',
              }
            : { uid, error: 'cannot get document summary' },
        ]
      }),
    ),
  },
})

type Reply = { status: number; body: unknown }
const notFound: Reply = { status: 404, body: 'Resource not found.' }

const hosts: Record<string, (path: string, query: URLSearchParams) => Reply> = {
  'api.crossref.org': (path, query) => {
    const filter = query.get('filter')
    if (filter !== null) {
      const items = filter.split(',').flatMap((one) => workOf(one.replace(/^doi:/, '')) ?? [])
      return { status: 200, body: { status: 'ok', message: { items } } }
    }
    const work = workOf(decodeURIComponent(path.replace('/works/', '')))
    return work ? { status: 200, body: { status: 'ok', message: work } } : notFound
  },
  'www.ebi.ac.uk': (_, query) => {
    const text = query.get('query') ?? ''
    const searched = searchedEuropePmc(query)
    if (searched) return { status: 200, body: searched }
    const dois = [
      ...[...text.matchAll(/DOI:"([^"]+)"/g)].map(([, doi = '']) => doi),
      ...[...text.matchAll(/EXT_ID:(\d+)/g)].map(([, pmid = '']) => known.get(pmid) ?? ''),
    ]
    const result = dois.flatMap((doi) => europePmcResult(doi) ?? [])
    if (dois.includes('10.1016/s0140-6736(97)11096-0') && existsSync(recordings))
      return { status: 200, body: json('europepmc/retracted-core.json') }
    return { status: 200, body: { hitCount: result.length, request: { cursorMark: '*' }, resultList: { result } } }
  },
  'eutils.ncbi.nlm.nih.gov': (path, query) =>
    path.endsWith('esummary.fcgi')
      ? { status: 200, body: summaries((query.get('id') ?? '').split(',').filter(Boolean)) }
      : {
          status: 200,
          body: searchedPubmed(query) ?? { esearchresult: found(/^"([^"]+)"\[doi\]$/.exec(query.get('term') ?? '')?.[1] ?? '') },
        },
  'api.openalex.org': (path) => {
    const doi = decodeURIComponent(path.replace('/works/doi:', ''))
    return {
      status: 200,
      body: { id: 'https://openalex.org/W1', ids: { doi: `https://doi.org/${doi}` }, is_retracted: doi.includes('retracted') },
    }
  },
  'api.datacite.org': () => notFound,
  'api.unpaywall.org': () => notFound,
  'clinicaltrials.gov': (path) => ({
    status: 200,
    body: {
      protocolSection: {
        identificationModule: { nctId: path.split('/').at(-1), briefTitle: 'A made up trial' },
        contactsLocationsModule: { centralContacts: [{ name: 'Somebody Real', phone: '0151 496 0000' }] },
      },
      hasResults: true,
    },
  }),
}

const send = (response: ServerResponse, { status, body }: Reply): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(typeof body === 'string' ? body : JSON.stringify(body))
}

/** The ways in which services fail. */
const modes: Record<string, (response: ServerResponse, reply: Reply) => void> = {
  slow: () => {},
  cut: (response, { body }) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body).slice(0, -20))
  },
  broken: (response) => response.destroy(),
  malformed: (response) => send(response, { status: 200, body: '{"status":"ok","message":{{' }),
  page: (response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('<!doctype html><title>Maintenance</title>')
  },
  limited: (response) => {
    response
      .writeHead(429, { 'content-type': 'application/json', 'retry-after': '120' })
      .end('{"error":"API rate limit exceeded","api-key":"203.0.113.7"}')
  },
  inside: (response) => send(response, { status: 200, body: { error: 'API rate limit exceeded' } }),
  down: (response) => send(response, { status: 503, body: '' }),
  refused: (response) => send(response, { status: 400, body: { status: 'failed' } }),
  gone: (response) => send(response, { status: 410, body: '' }),
  redirect: (response) => response.writeHead(302, { location: '/elsewhere.example/works/stolen' }).end(),
  endless: (response) => {
    response.writeHead(200)
    const timer = setInterval(() => response.write('x'.repeat(65_536)), 1)
    response.on('close', () => clearInterval(timer))
  },
}

export interface AskedRequest {
  host: string
  address: string
  userAgent: string
}

const asked: AskedRequest[] = []

/** Starts them; they end with the tests. */
export const startServices = async (): Promise<string> => {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://here')
    if (url.pathname.startsWith('/asked/')) {
      const text = decodeURIComponent(url.pathname.slice('/asked/'.length))
      return response.end(JSON.stringify(asked.filter(({ address }) => decodeURIComponent(address).includes(text))))
    }
    if (url.pathname.startsWith('/publish/')) {
      const pieces: Buffer[] = []
      request.on('data', (piece: Buffer) => pieces.push(piece))
      request.on('end', () => {
        publish(url.pathname.slice('/publish/'.length), JSON.parse(Buffer.concat(pieces).toString()) as PublishedPaper[])
        response.end('{}')
      })
      return undefined
    }
    if (url.pathname === '/have/recordings') return response.writeHead(recordedWorks.size > 0 ? 200 : 404).end('{}')
    const [, mode, rest = ''] = /^\/mode\/([a-z]+)(\/.*)$/.exec(url.pathname) ?? [undefined, undefined, url.pathname]
    const [, host = '', path = ''] = /^\/([^/]+)(\/.*)?$/.exec(rest) ?? []
    asked.push({ host, address: request.url ?? '', userAgent: request.headers['user-agent'] ?? '' })
    const reply = hosts[host]?.(path, url.searchParams) ?? { status: 404, body: 'no such host' }
    const isPoisoned = decodeURIComponent(request.url ?? '').includes('/poison.')
    return mode ? modes[mode]?.(response, reply) : isPoisoned ? modes['cut']?.(response, reply) : send(response, reply)
  })
  server.unref()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
