import { identifiersInAddress } from '../../citations/address-identifiers.ts'
import { normaliseDoi, normalisePmcid } from '../../citations/identifiers.ts'
import { pageRange } from '../../citations/pages.ts'

const plainPage = (text: string): string =>
  text
    .replace(/[\u2010-\u2015\u2212]|-{2,3}/g, '-')
    .replace(/^\s*(?:pp?|pages?|págs?|s)\.?\s+(?=\d)/i, '')
    .replace(/^p(?=\d+$)/, '')
    .trim()

/** First and last page as one text; what says that there is none is none. */
export const joinedPages = (first: string, last = ''): string => {
  const [from, to] = [plainPage(first), plainPage(last)]
  if (/^(?:no pagination.*|n\.? ?pag\.?|n\/a(?:-n\/a)?|no-no|null|-*|\?+)$/i.test(from)) return ''
  const open = from.replace(/[-+]+$/, '').replace(/^(\w+)-\1$/, '$1')
  if (!to || to === open || open.includes(',') || pageRange(open)[1] !== '' || /^(?:n\/a|no|null)$/i.test(to)) return open
  return `${open}-${to}`
}

/** ISSNs of a text ("9999-0040 (Print)", "99990040"); an ISBN or a report's number is none. */
export const issnsOf = (texts: readonly string[]): string[] => [
  ...new Set(
    texts
      .filter((text) => !/isbn/i.test(text))
      .flatMap((text) => text.split(/[\s,;|/]+|\\r/))
      .flatMap((word) => {
        const [, one, other] = /^\(?(?:issn:?)?(\d{4})[-\u2010-\u2015]?(\d{3}[\dX])\)?$/i.exec(word) ?? []
        return one && other ? [`${one}-${other.toUpperCase()}`] : []
      }),
  ),
]

/** An address that leads to the item for everybody: not a file of a disk, nor through a library's sign-in, nor only to the DOI. */
export const publicAddress = (said: string): string | undefined => {
  const [first = ''] = said.trim().split(/\s+/)
  const address = first.startsWith('//') ? `https:${first}` : /^www\./i.test(first) ? `http://${first}` : first
  if (!/^https?:\/\/[^/]+\.[^/]+/i.test(address)) return undefined
  const toDoi = /^https?:\/\/(?:www\.|dx\.)?doi\.org\//i.test(address)
  const proxied = /^https?:\/\/[^/?#]*(?:proxy|ezp\b|libproxy|login\.\w+\.(?:edu|idm))|[?&](?:q?url)=https?:/i.test(address)
  return toDoi || proxied ? undefined : address
}

/** The first of these addresses that can be kept. */
export const firstAddress = (texts: readonly string[]): string | undefined => texts.map(publicAddress).find(Boolean)

/** What the addresses of an item say of it: they are its own. */
export const inAddresses = (texts: readonly string[], name: 'DOI' | 'PMID' | 'PMCID' | 'number'): string | undefined =>
  texts
    .flatMap((text) => text.split(/\s+/))
    .map((text) => identifiersInAddress(text)[name])
    .find(Boolean)

/** Notes tell of other papers as well: of their corrections, comments, retractions. */
const ofOthers =
  /\b(?:errat|corrigend|corrected|correction|comment|retract|republish|updat|cites?\b|cited|summary for|see also|reply|original)/i
const ownLines = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => text.split(/\n|\s*[;|]\s+/)).filter((line) => !ofOthers.test(line))

/** The DOI of a note that says "doi" before it. */
export const labelledDoi = (texts: readonly string[]): string | undefined =>
  ownLines(texts)
    .map((line) => normaliseDoi(/(?:^|[\s(])(?:doi\b[\s:=/-]*(?:org\/)?)(10\.\d{4,9}\/\S+)/i.exec(line)?.[1] ?? ''))
    .find(Boolean)

export const labelledPmid = (texts: readonly string[]): string | undefined =>
  ownLines(texts)
    .map(
      (line) =>
        /\b(?:pmid|pubmed(?:[ _-]?id)?|medline)(?: pmid)?\s*[:=#-]?\s*0*([1-9]\d{0,7})(?!\d)/i.exec(line)?.[1] ??
        /^0*([1-9]\d{0,7})\s*\[(?:pmid|pubmed)\]/i.exec(line)?.[1],
    )
    .find(Boolean)

export const labelledPmcid = (texts: readonly string[]): string | undefined =>
  ownLines(texts)
    .map((line) => /\bPMC\s?\d{3,10}(?!\d)/i.exec(line)?.[0])
    .map((found) => found && normalisePmcid(found))
    .find(Boolean)

/** A number by itself that has the length of today's PMIDs and is no day ("20210315"). */
export const barePmid = (text: string): string | undefined =>
  /^[1-9]\d{6,7}$/.test(text.trim()) && !/^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(text.trim())
    ? text.trim()
    : undefined
