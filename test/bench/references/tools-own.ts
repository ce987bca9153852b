import type { CitationFormatKey } from '../../../shared/citations/citation-formats.ts'
import type { Field } from './kept-item.ts'
import type { Tool } from './tool.ts'

interface Difference {
  tool: string
  format: CitationFormatKey
  fields: readonly Field[]
  /** Of these items; of all where there are none. */
  items?: readonly string[]
  why: string
}

/** What a tool makes of a file that says it as its format has it: seen with citation-js 0.7.22, pandoc 2.17.1.1, bibutils 7.2, biber 2.18, pybtex 0.24.0. */
const differences: readonly Difference[] = [
  { tool: 'citation-js', format: 'ris', fields: ['PMID', 'number'], why: 'reads no AN, and of M2 a page' },
  { tool: 'citation-js', format: 'ris', fields: ['publisher'], items: ['full'], why: 'drops the publisher of a journal' },
  { tool: 'citation-js', format: 'bibtex', fields: ['number'], items: ['arXiv'], why: 'drops eprint' },
  { tool: 'bibutils', format: 'ris', fields: ['author'], items: ['third of the name'], why: 'knows no 3rd' },
  {
    tool: 'bibutils',
    format: 'ris',
    fields: ['author'],
    items: ['group with and', 'group with commas', 'group among people', 'family name with and', 'page'],
    why: 'makes people of a group’s words, and two of "and", whatever stands around it (its -c takes a list of groups)',
  },
  { tool: 'bibutils', format: 'ris', fields: ['ISSN'], items: ['two ISSN'], why: 'takes one ISSN only' },
  { tool: 'bibutils', format: 'bibtex', fields: ['PMID', 'PMCID', 'number'], items: ['full', 'arXiv'], why: 'drops pmid, pmcid, eprint' },
  { tool: 'bibutils', format: 'bibtex', fields: ['author'], items: ['third of the name'], why: 'knows no 3rd' },
  { tool: 'bibutils', format: 'bibtex', fields: ['page'], items: ['pages cut short'], why: 'completes the last page' },
  {
    tool: 'bibutils',
    format: 'bibtex',
    fields: ['title'],
    items: ['strokes', 'stroke back'],
    why: 'reads \\textasciicircum as another sign, \\textbackslash not at all',
  },
  ...(['ris', 'bibtex'] as const).map((format): Difference => ({
    tool: 'bibutils',
    format,
    fields: ['title'],
    items: ['Spanish'],
    why: 'takes what follows "?" for a subtitle',
  })),
  { tool: 'biber', format: 'bibtex', fields: ['PMID', 'PMCID'], why: 'keeps only fields of its data model, which has neither' },
  { tool: 'pybtex', format: 'bibtex', fields: ['title'], items: ['signs', 'strokes'], why: 'reads no \\{, \\$ and \\textasciicircum' },
]

/** Why the tool itself keeps this field otherwise; empty where it does not. */
export const ownDifference = ({ name }: Tool, format: CitationFormatKey, field: Field, item: string): string =>
  differences.find(
    (one) => one.tool === name && one.format === format && one.fields.includes(field) && (!one.items || one.items.includes(item)),
  )?.why ?? ''
