import { own } from '../values/own.ts'

/** The types of an item in CSL 1.0.2 (citation-style-language schema, csl-data.json). */
export const cslTypes: ReadonlySet<string> = new Set(
  (
    'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document entry ' +
    'entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript map motion_picture ' +
    'musical_score pamphlet paper-conference patent performance periodical personal_communication post post-weblog regulation report ' +
    'review review-book software song speech standard thesis treaty webpage'
  ).split(' '),
)

/** What Crossref and DataCite call types that CSL calls otherwise. */
const others: Readonly<Record<string, string>> = {
  'journal-article': 'article-journal',
  journalarticle: 'article-journal',
  'book-chapter': 'chapter',
  'book-section': 'chapter',
  'proceedings-article': 'paper-conference',
  'conference-paper': 'paper-conference',
  'posted-content': 'article',
  preprint: 'article',
  dissertation: 'thesis',
  monograph: 'book',
  'edited-book': 'book',
  'reference-book': 'book',
  'reference-entry': 'entry',
  'report-component': 'report',
}

/** The type of an item as CSL knows it; `document` for whatever is none. */
export const cslType = (type: unknown): string => {
  const name = typeof type === 'string' ? type.trim().toLowerCase() : ''
  return own(others, name) ?? (cslTypes.has(name) ? name : 'document')
}
