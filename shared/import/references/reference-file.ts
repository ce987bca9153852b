import type { Citation, SaidCitation } from '../../citations/citation.ts'

export type ReferenceFormat =
  | 'ris'
  | 'nbib'
  | 'bibtex'
  | 'biblatex'
  | 'csl-json'
  | 'endnote-xml'
  | 'pubmed-xml'
  | 'csv-references'
  | 'identifiers'

/**
 * What is told of a file, with the line (from 1) that it begins in:
 * `broken-entry` {name}: an entry that could not be read, left out; the others are kept.
 * `nothing-in-entry` {name, index}: an entry that nothing can be told by (no title, no identifier), left out.
 * `not-an-identifier` {text}: a number in a list that can be none.
 * `repeated` {of}: the same item as in that line, which is kept once.
 * `broken-file`: the file itself is damaged or cut off; what could be read of it is there.
 */
export type ProblemCode = 'broken-entry' | 'nothing-in-entry' | 'not-an-identifier' | 'repeated' | 'broken-file'

export interface ReferenceProblem {
  line: number
  code: ProblemCode
  params: Readonly<Record<string, string | number>>
}

export interface ReferenceItem {
  /** As it can be kept (`tidyCitation`): never an abstract, a note, a keyword, or a file of somebody's disk. */
  citation: Citation
  /** Where it begins in the file, from 1. */
  line: number
  /**
   * The same for the same item in every file: `doi:10.…` in lower case, else `pmid:`, `pmcid:PMC…`, `arxiv:`, the number of a
   * registry, or `text:` with a hash of title, year and first author.
   */
  key: string
  /** Publication types as the file says them, where it does: they suggest a kind. */
  types?: readonly string[]
}

export interface ReferenceFile {
  format: ReferenceFormat
  items: readonly ReferenceItem[]
  problems: readonly ReferenceProblem[]
}

/** What a reader of one format makes of a text, before it is tidied. */
export interface Entry {
  said: SaidCitation
  line: number
  /** What the file calls it. */
  name?: string
  index?: number
  types?: readonly string[]
}
export interface Reading {
  entries: readonly Entry[]
  problems: readonly ReferenceProblem[]
}

/** A function from the place in a text to its line, from 1, for places that come in rising order. */
export const lineCounter = (text: string): ((at: number) => number) => {
  const nextEnd = (from: number): number => {
    const end = text.indexOf('\n', from)
    return end < 0 ? text.length : end
  }
  let [line, end] = [1, nextEnd(0)]
  return (at) => {
    while (end < at && end < text.length) {
      line += 1
      end = nextEnd(end + 1)
    }
    return line
  }
}
