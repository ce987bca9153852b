import type { Citation } from '../../citations/citation.ts'
import { sameItem, twoTitles } from '../../citations/same-item.ts'
import { saidText } from '../../citations/said-text.ts'
import { tidyCitation } from '../../citations/tidy-citation.ts'
import { decodeText } from '../../values/decode-text.ts'
import { readBibtex } from './bibtex.ts'
import { readCslJson } from './csl-json.ts'
import { readEndnoteXml } from './endnote-xml.ts'
import { readIdentifiers } from './identifier-list.ts'
import { itemKey, keyOfTwo } from './item-key.ts'
import { readMedline } from './medline.ts'
import { readPubmedXml } from './pubmed-xml.ts'
import type { Entry, Reading, ReferenceFile, ReferenceFormat, ReferenceItem, ReferenceProblem } from './reference-file.ts'
import { readReferenceTable } from './reference-table.ts'
import { readRis } from './ris.ts'

/** The most that is read of one file. */
export const mostBytes = 16 * 1024 * 1024

/** Bytes of a program's own kind: an archive (XLSX, DOCX), a PDF, an old office file, a picture. */
const isBinary = ([one, two, three, four]: Uint8Array): boolean =>
  (one === 0x50 && two === 0x4b) ||
  (one === 0x25 && two === 0x50 && three === 0x44) ||
  (one === 0xd0 && two === 0xcf) ||
  (one === 0x89 && two === 0x50 && four === 0x47)

/** One kind of line end, accents composed, and no signs that only old systems put into files. */
const withLines = (text: string): string =>
  text
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\v', ' ')
    // oxlint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u0008\u000e-\u001f\ufeff]/g, '')
    // Programs that read TeX make a dotless i with an accent of an i with one.
    .replaceAll(/\u0131(?=[\u0300-\u030c])/g, 'i')
    .normalize('NFC')

const readers: readonly (readonly [
  ReferenceFormat,
  (text: string, name: string) => boolean,
  (text: string, name: string) => (Reading & { biblatex?: boolean }) | undefined,
])[] = [
  [
    'pubmed-xml',
    (text) => /^\s*</.test(text) && /<(?:[\w.-]+:)?(?:PubmedArticle|PubmedBookArticle|MedlineCitation)[\s>]/.test(text),
    readPubmedXml,
  ],
  [
    'endnote-xml',
    (text) => /^\s*</.test(text) && /<(?:record|records)[\s>]/.test(text) && /<(?:ref-type|titles)[\s>]/.test(text),
    readEndnoteXml,
  ],
  [
    'csl-json',
    (text) => /^\s*[[{]\s*["{\]}]/.test(text) && /"(?:DOI|PMID|title|type|author|issued|container-title|id|URL)"\s*:/.test(text),
    readCslJson,
  ],
  ['ris', (text) => /^[ \t]*TY(?: {0,2}|\t)[-–][ \t]*[A-Z]{2,}/im.test(text), readRis],
  ['nbib', (text) => /^PMID ?- ?\d/m.test(text), readMedline],
  ['bibtex', (text) => /^[ \t]*@[ \t]*[a-z]{3,30}\s*[{(][^{}()]{0,300}?[,=]/im.test(text), readBibtex],
  ['csv-references', (text) => !/^\s*</.test(text), readReferenceTable],
  ['identifiers', (text) => !/^\s*</.test(text), readIdentifiers],
]

/** Whether anything tells the item: a title, an identifier, or an address. */
const tells = ({ title, DOI, PMID, PMCID, number, URL }: Citation): boolean => Boolean(title ?? DOI ?? PMID ?? PMCID ?? number ?? URL)

/** Both say it, and not the same. */
const differ = (one: string | undefined, other: string | undefined): boolean => Boolean(one && other && one !== other)
const firstPage = ({ page = '' }: Citation): string => /\w+/.exec(page)?.[0] ?? ''

/** Whether two of one key are two works: abstracts of a supplement with one DOI, two editorials of one year without an author. */
const areTwo = (one: Citation, other: Citation): boolean => {
  if (twoTitles(one, other)) return true
  if (itemKey(one).startsWith('text:')) return differ(one.volume, other.volume) || differ(firstPage(one), firstPage(other))
  return !sameItem(one, other)
}

/** Items of what was read: tidied, each with its key; one that is there already is named, and kept once. */
const itemsOf = (entries: readonly Entry[]): { items: ReferenceItem[]; problems: ReferenceProblem[] } => {
  const [items, problems]: [ReferenceItem[], ReferenceProblem[]] = [[], []]
  const byKey = new Map<string, ReferenceItem>()
  for (const { said, line, name = '', index, types = [] } of entries) {
    const citation = tidyCitation({ ...said, DOI: typeof said.DOI === 'string' ? saidText(said.DOI) : said.DOI })
    if (!tells(citation)) {
      problems.push({ line, code: 'nothing-in-entry', params: { name, ...(index !== undefined && { index }) } })
      continue
    }
    const first = byKey.get(itemKey(citation))
    const key = first && areTwo(first.citation, citation) ? keyOfTwo(citation) : itemKey(citation)
    const other = byKey.get(key)
    if (other) problems.push({ line, code: 'repeated', params: { of: other.line } })
    else {
      const item = { citation, line, key, ...(types.length > 0 && { types }) }
      byKey.set(key, item)
      items.push(item)
    }
  }
  return { items, problems }
}

/**
 * A file of references: RIS, PubMed's NBIB and XML, EndNote's XML, BibTeX, biblatex, CSL-JSON, a table of references (CSV), or a list of
 * identifiers, in whatever dialect and encoding; its content says which, not its name. Items in the file's order. Never throws.
 * `'empty'`: nothing is in it. `'too big'`: more than `mostBytes`. `'not references'`: something else.
 * @param name Of the file, as the person sees it.
 */
export const readReferences = (bytes: Uint8Array, name: string): ReferenceFile | 'not references' | 'empty' | 'too big' => {
  if (bytes.length > mostBytes) return 'too big'
  if (isBinary(bytes)) return 'not references'
  const text = withLines(decodeText(bytes))
  if (text.trim() === '') return 'empty'
  for (const [format, fits, read] of readers) {
    const reading = fits(text, name) ? read(text, name) : undefined
    if (!reading || (reading.entries.length === 0 && reading.problems.length === 0)) continue
    const { items, problems } = itemsOf(reading.entries)
    return {
      format: reading.biblatex ? 'biblatex' : format,
      items,
      problems: [...reading.problems, ...problems].toSorted((one, other) => one.line - other.line),
    }
  }
  return 'not references'
}
