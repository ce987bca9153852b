import { identifiersInAddress } from '../../citations/address-identifiers.ts'
import type { SaidCitation } from '../../citations/citation.ts'
import { normaliseArxiv, normaliseDoi, normalisePmcid, normaliseRegistry } from '../../citations/identifiers.ts'
import type { Entry, Reading, ReferenceProblem } from './reference-file.ts'

const number = String.raw`0*[1-9]\d{0,8}(?!\d|[.-]\d)`
/** What may name an item in a line, in the order in which they are tried at a place. */
const mention = new RegExp(
  [
    String.raw`(?<address>https?:\/\/[^\s<>"“”]+)`,
    String.raw`(?<doi>(?:info:doi\/|doi:?\s{0,2})?(?<![\d.])10\.\d{4,9}(?:\.\d+)*(?:\/|%2f)[^\s"“”<>]+)`,
    String.raw`(?<pmids>(?:\bPMIDs?|\bPubMed(?:[ -]?ID)?)\s{0,2}[:#=]?\s{0,2}${number}(?:\s{0,2}(?:[,;&]|and\b|y\b)\s{0,2}(?:PMID:?\s?)?${number})*)`,
    String.raw`(?<pmcid>\bPMC(?:ID:?\s{0,2}(?:PMC)?)?\s?\d{4,9}\b)`,
    String.raw`(?<arxiv>\barXiv[:./\s]{1,2}[\w.-]+(?:\/\d{7})?)`,
    String.raw`(?<registry>\b(?:NCT|ISRCTN|ACTRN|ChiCTR|DRKS|jRCT|UMIN|CTRI\/|IRCT|KCT|PACTR|RBR-|TCTR|CRD)[\w/ -]{4,25}|\b\d{4}-[05]\d{5}-\d{2}\b)`,
  ].join('|'),
  'giu',
)

const saidOf = (found: Readonly<Record<string, string | undefined>>): SaidCitation[] => {
  const { address = '', doi = '', pmids = '', pmcid = '', arxiv = '', registry = '' } = found
  if (address) {
    const { DOI, PMID, PMCID, number } = identifiersInAddress(address.replace(/[.,;:)\]}>]+$/, ''))
    if (DOI) return [{ DOI: normaliseDoi(DOI) }]
    return PMID ? [{ PMID }] : PMCID ? [{ PMCID }] : number ? [{ number }] : []
  }
  if (doi) {
    const DOI = normaliseDoi(doi)
    return DOI ? [{ DOI }] : []
  }
  if (pmids) return (pmids.match(/\d+/g) ?? []).map((one) => ({ PMID: one.replace(/^0+/, '') }))
  if (pmcid) return [{ PMCID: normalisePmcid(pmcid.replace(/^PMCID:?\s*(?:PMC)?/i, 'PMC')) }]
  const eprint = arxiv && normaliseArxiv(arxiv)
  if (eprint) return [{ number: `arXiv:${eprint}` }]
  const registered = registry ? normaliseRegistry(registry) : undefined
  return registered ? [{ number: registered.number }] : []
}

/** Two DOIs without a space between them are two. */
const apart = (line: string): string => line.replaceAll(/[,;|](?=(?:doi:\s*|https?:\/\/\S{0,30}?)?10\.\d{4,9}\/|https?:\/\/)/gi, ' ')

const bullet = /^[\s"'•*·–—-]*(?:\(?\d{1,3}[.)]\s+)?|[\s"',;.]+$/g

const longestPiece = 4000

/** A long line is read in pieces, cut where something is parted, so that what it costs is no more than its length. */
const piecesOf = (text: string): string[] => {
  const pieces: string[] = []
  for (let at = 0; at < text.length;) {
    const piece = text.slice(at, at + longestPiece)
    const cut = at + piece.length < text.length ? piece.search(/[\s,;|][^\s,;|]*$/) : -1
    pieces.push(cut < 0 ? piece : piece.slice(0, cut + 1))
    at += cut < 0 ? piece.length : cut + 1
  }
  return pieces
}

interface LineRead {
  said: SaidCitation[]
  /** How many letters stand beside what was found. */
  rest: number
}

const lineRead = (line: string, small: boolean): LineRead => {
  const bare = line.replaceAll(bullet, '')
  if (small ? /^0*[1-9]\d{0,7}$/.test(bare) : /^[1-9]\d{5,7}$/.test(bare)) return { said: [{ PMID: bare.replace(/^0+/, '') }], rest: 0 }
  const text = apart(line)
  const said = piecesOf(text).flatMap((piece) => [...piece.matchAll(mention)].flatMap(({ groups = {} }) => saidOf(groups)))
  return { said, rest: (text.replaceAll(mention, '').match(/\p{L}/gu) ?? []).length }
}

/** A line with more letters than that beside its identifiers is a reference, whose DOI, PMID and PMCID are of one item. */
const mostOfMention = 25
const ofReference = (said: readonly SaidCitation[]): SaidCitation[] => {
  const kinds = said.flatMap((one) => Object.keys(one))
  return kinds.length > 0 && new Set(kinds).size === kinds.length ? [Object.assign({}, ...said) as SaidCitation] : [...said]
}

/** Of the lines that say anything, so many must name an item, or there is no list. */
const leastShare = 0.3
const mostLetters = 150

/** Items of a list of identifiers as people paste it, in the order of the lines; `undefined` where the text is none. */
export const readIdentifiers = (text: string): Reading | undefined => {
  const lines = text.split('\n')
  const small = /^\W*pmids?\W*$/i.test(lines.find((line) => line.trim() !== '') ?? '')
  const [entries, problems]: [Entry[], ReferenceProblem[]] = [[], []]
  let [filled, named, brief] = [0, 0, 0]
  for (const [at, line] of lines.entries()) {
    if (!/[\p{L}\p{N}]/u.test(line)) continue
    filled += 1
    const { said, rest } = lineRead(line, small)
    if (said.length > 0) named += 1
    if (said.length > 0 && rest <= mostLetters) brief += 1
    for (const one of rest > mostOfMention ? ofReference(said) : said)
      entries.push({ said: { type: 'article-journal', ...one }, line: at + 1 })
    const long = /^\W*(\d{9,})\W*$/.exec(line)?.[1]
    if (long && said.length === 0) problems.push({ line: at + 1, code: 'not-an-identifier', params: { text: long.slice(0, 40) } })
  }
  const isList = named > 0 && (brief / filled >= leastShare || (named / filled >= 0.6 && filled < 500))
  return isList ? { entries, problems } : undefined
}
