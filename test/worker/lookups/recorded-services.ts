import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Summary, summariesOf } from './pubmed-records.ts'

/** What real services were recorded to answer, where the recordings lie beside the project (`../shared/lookups`). */
const folder = join(import.meta.dirname, '../../../../shared/lookups')

/** An item that a recording is of, as a clip names it. */
export interface RecordedItem {
  /** "crossref/doi-sici". */
  file: string
  citation: { DOI?: string; PMID?: string; number?: string }
}

type Body = Readonly<Record<string, unknown>>

const works = new Map<string, Body>()
const results = new Map<string, Body>()
const summaries = new Map<string, Summary>()
/** Answers as they came, by host and identifier. */
const single = new Map<string, string>()
export const recordedItems: RecordedItem[] = []

const note = (file: string, citation: RecordedItem['citation']): void => void recordedItems.push({ file, citation })
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')

const readers: Readonly<Record<string, (file: string, text: string) => void>> = {
  crossref: (file, text) => {
    const { message } = JSON.parse(text) as { message?: Body }
    const doi = textIn(message?.['DOI'])
    if (!message || !doi) return
    works.set(doi.toLowerCase(), message)
    single.set(`api.crossref.org ${doi.toLowerCase()}`, text)
    note(file, { DOI: doi })
  },
  europepmc: (file, text) => {
    const { resultList } = JSON.parse(text) as { resultList?: { result: Body[] } }
    for (const result of resultList?.result ?? []) {
      const [doi, pmid] = [textIn(result['doi']).toLowerCase(), textIn(result['pmid'])]
      if (doi) results.set(doi, result)
      if (pmid) results.set(pmid, result)
      note(file, doi ? { DOI: doi } : { PMID: pmid })
    }
  },
  pubmed: (file, text) => {
    const given = file.endsWith('.json')
      ? Object.values((JSON.parse(text) as { result?: Record<string, Summary> }).result ?? {})
      : summariesOf(file, text)
    for (const summary of given) {
      // Of a paper that was recorded in two forms esummary's own is told.
      if (!summary.uid || summaries.has(summary.uid)) continue
      summaries.set(summary.uid, summary)
      note(file, { PMID: summary.uid })
    }
  },
  openalex: (file, text) => {
    const value = JSON.parse(text) as { body?: Body } & Body
    const doi = textIn((value.body ?? value)['doi'])
      .replace('https://doi.org/', '')
      .toLowerCase()
    single.set(`api.openalex.org ${doi}`, JSON.stringify(value.body ?? value))
    note(file, { DOI: doi })
  },
  unpaywall: (file, text) => {
    const doi = textIn((JSON.parse(text) as Body)['doi']).toLowerCase()
    single.set(`api.unpaywall.org ${doi}`, text)
    note(file, { DOI: doi })
  },
  datacite: (file, text) => {
    const { data } = JSON.parse(text) as { data?: { attributes?: Body } }
    const doi = textIn(data?.attributes?.['doi']).toLowerCase()
    if (!doi) return
    single.set(`api.datacite.org ${doi}`, text)
    note(file, { DOI: doi })
  },
  clinicaltrials: (file, text) => {
    const { studies } = JSON.parse(text) as { studies: { protocolSection: { identificationModule: { nctId: string } } }[] }
    for (const study of studies) {
      const number = study.protocolSection.identificationModule.nctId
      single.set(`clinicaltrials.gov ${number}`, JSON.stringify(study))
      note(file, { number })
    }
  },
}

if (existsSync(folder))
  for (const [service, read] of Object.entries(readers))
    for (const name of readdirSync(join(folder, service)).toSorted(
      (one, other) => Number(other.endsWith('.json')) - Number(one.endsWith('.json')),
    )) {
      if (name === 'errors.json' || /^(?:esearch|rate-limit)/.test(name)) continue
      read(`${service}/${name}`, readFileSync(join(folder, service, name), 'utf8').trim())
    }

/** Rows of Retraction Watch's data set. */
export const recordedRows = existsSync(folder) ? readFileSync(join(folder, 'retraction-watch/rows.csv'), 'utf8') : ''

export const recordedWork = (doi: string): Body | undefined => works.get(doi.toLowerCase())
export const recordedResult = (id: string): Body | undefined => results.get(id.toLowerCase())
export const recordedSummary = (pmid: string): Summary | undefined => summaries.get(pmid)
/** The answer of a host about one item, as it came. */
export const recordedAnswer = (host: string, id: string): string | undefined =>
  single.get(`${host} ${host === 'clinicaltrials.gov' ? id : id.toLowerCase()}`)
