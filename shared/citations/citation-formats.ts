import { bibtexEntry } from './bibtex.ts'
import type { Citation } from './citation.ts'
import { cslItem } from './csl-item.ts'
import { newKeys } from './entry-keys.ts'
import { risEntry } from './ris.ts'

export const citationFormatKeys = ['ris', 'bibtex', 'csl-json'] as const
export type CitationFormatKey = (typeof citationFormatKeys)[number]

/** A file that reference managers read. `type` is its media type, `extension` without a point. */
export interface CitationFormat {
  key: CitationFormatKey
  label: string
  extension: string
  type: string
  begin: string
  between: string
  end: string
  entry: (citation: Citation, key: string) => string
}

export const citationFormats: readonly CitationFormat[] = [
  {
    key: 'ris',
    label: 'RIS',
    extension: 'ris',
    type: 'application/x-research-info-systems',
    begin: '',
    between: '\r\n',
    end: '',
    entry: (citation) => `${risEntry(citation)}\r\n`,
  },
  {
    key: 'bibtex',
    label: 'BibTeX',
    extension: 'bib',
    type: 'application/x-bibtex',
    begin: '',
    between: '\n',
    end: '',
    entry: (citation, key) => `${bibtexEntry(citation, key)}\n`,
  },
  {
    key: 'csl-json',
    label: 'CSL-JSON',
    extension: 'json',
    type: 'application/vnd.citationstyles.csl+json',
    begin: '[\n',
    between: ',\n',
    end: '\n]\n',
    entry: (citation, key) => JSON.stringify(cslItem(citation, key)),
  },
]

/** A file that is written bit by bit: `add` answers the text of some more citations, `end` what closes the file. */
export interface CitationFile {
  add: (citations: readonly Citation[]) => string
  end: () => string
}

/** Keys (author, year and first long word of the title) differ over the whole file; an empty file is a file as well. */
export const citationFile = ({ begin, between, end, entry }: CitationFormat): CitationFile => {
  const keyOf = newKeys()
  let before = begin
  return {
    add: (citations) =>
      citations
        .map((citation) => {
          const text = before + entry(citation, keyOf(citation))
          before = between
          return text
        })
        .join(''),
    end: () => (before === between ? end : begin + end),
  }
}

/** The whole file of these citations. */
export const writeCitations = (format: CitationFormat, citations: readonly Citation[]): string => {
  const file = citationFile(format)
  return file.add(citations) + file.end()
}

export const citationFormatOf = (key: CitationFormatKey): CitationFormat =>
  citationFormats.find((format) => format.key === key) ?? (citationFormats[0] as CitationFormat)

/** A file's name that every system takes: letters and digits of the first words, at most 60; "references" where there are none. */
export const fileNameOf = (title: string, extension: string): string => {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  return `${words || 'references'}.${extension}`
}
