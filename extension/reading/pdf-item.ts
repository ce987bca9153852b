import { identifiersInAddress } from '../../shared/citations/address-identifiers.ts'
import type { Citation } from '../../shared/citations/citation.ts'
import { canonicalAddress } from '../page-reader/page/canonical-address.ts'
import { readableAddress } from './readable-address.ts'

/** Names that files have whatever is in them. */
const anyName =
  /^(?:(?:main|full(?:text)?|article|paper|download|document|file|pdf|view|viewer|print|attachment|content|default|index|untitled|microsoft word|sin titulo|documento?|get(?:pdf|file)?|show ?pdf|open|doc|final|copy|\d+)[\s_-]*)+$/i

/** "Bed_alarms-and%20falls (1).pdf" → "Bed alarms and falls"; '' where no word of it is one. */
const readableFile = (name: string): string => {
  const plain = readableAddress(name)
    .replace(/\.(?:pdf|docx?|epub|ashx|aspx|php)$/gi, '')
    .replace(/\s*\(\d+\)$/, '')
    .replace(/^microsoft word\s*-\s*/i, '')
  const spaced = (/\s/.test(plain) ? plain : plain.replace(/[_+]+|(?<=\p{L})-(?=\p{L})/gu, ' ').replace(/[_-]+/g, ' ')).replaceAll('_', ' ')
  const words = spaced.replace(/\s+/g, ' ').trim()
  const isWordy = (words.match(/\p{L}{3,}/gu)?.length ?? 0) > 1 && !/\b10\.\d{4,9}\b/.test(words)
  return isWordy && !anyName.test(words) ? words.slice(0, 300) : ''
}

const filesOf = (address: string): string[] => {
  const url = URL.parse(address)
  const inQuery = [...(url?.searchParams.values() ?? [])].filter((value) => /\.pdf$/i.test(value))
  return [...inQuery, url?.pathname ?? ''].map((path) => path.replace(/\/+$/, '').replace(/^.*\//s, ''))
}

/**
 * What a PDF is called, where a viewer shows nothing of its own data: the first of these titles that is words, else the name of
 * its file made readable, else its identifier; '' where not even that is known.
 */
const titleOf = (address: string, titles: readonly string[]): string => {
  const file = [...titles, ...filesOf(address)].map(readableFile).find(Boolean)
  const { DOI, PMID, PMCID, number } = identifiersInAddress(address)
  const known = DOI ?? number ?? PMCID ?? (PMID && `PMID ${PMID}`)
  return file ?? (known ? `${known} (PDF)` : '')
}

/** A PDF by its address and what window or tab are called alone. A look-up may fill in the rest: the type says that nothing was read. */
export const pdfItem = (address: string, titles: readonly string[]): Citation => {
  const { DOI, PMID, PMCID, number } = identifiersInAddress(address)
  const url = URL.parse(address)
  const title =
    titleOf(address, titles) ||
    [filesOf(address)[0] && readableAddress(filesOf(address)[0] ?? ''), url?.hostname].filter(Boolean).join(', ')
  return {
    type: DOI || PMID || PMCID ? 'article-journal' : 'document',
    ...(address ? { URL: canonicalAddress(address) } : {}),
    ...(title ? { title } : {}),
    ...(DOI ? { DOI } : {}),
    ...(PMID ? { PMID } : {}),
    ...(PMCID ? { PMCID } : {}),
    ...(number ? { number } : {}),
  }
}
