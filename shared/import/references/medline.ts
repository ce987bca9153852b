import { plainTitle } from '../../citations/titles.ts'
import type { Name, SaidCitation } from '../../citations/citation.ts'
import { normaliseDoi } from '../../citations/identifiers.ts'
import { standingOfTypes } from '../../citations/standing.ts'
import { issnsOf, joinedPages, labelledDoi } from './item-fields.ts'
import { languageCode } from './languages.ts'
import type { Reading } from './reference-file.ts'
import { firstText, type TaggedRecord, textsOf } from './tagged-lines.ts'
import { writtenDates } from './written-dates.ts'
import { indexedName, writtenName } from './written-names.ts'

/** A tag and its spaces take four places; some programs write one more, or no space behind. */
const line = /^(?=.{4,5}-)([A-Z][A-Z\d]{1,3}) {0,3}-[ \t]?(.*)$/

/** Records of PubMed's format: each begins with its number at the beginning of a line; what is indented goes on. */
const records = (text: string): TaggedRecord[] => {
  const all: TaggedRecord[] = []
  for (const [at, said] of text.split('\n').entries()) {
    const [whole, tag = '', value = ''] = line.exec(said) ?? []
    if (tag === 'PMID' && /^\d/.test(value)) all.push({ line: at + 1, fields: [] })
    const record = all.at(-1)
    if (whole === undefined) {
      if (said.trim() && !/^<\/?pre>$/i.test(said.trim())) record?.fields.at(-1)?.lines.push(said)
    } else record?.fields.push({ tag, lines: [value] })
  }
  return all
}

const ofIndex = (text: string): Name => indexedName(text) ?? { literal: text }

/** Full names (FAU) where they are, else those of the index (AU); groups (CN) in their place. */
const authorsOf = ({ fields }: TaggedRecord): Name[] => {
  const names: Name[] = []
  let named = false
  for (const { tag, lines } of fields) {
    const text = lines.join(' ').replace(/\s+/g, ' ').trim()
    if (text && tag === 'FAU') names.push(...[writtenName(text, true) ?? []].flat())
    if (text && tag === 'AU' && !named) names.push(ofIndex(text))
    if (text && tag === 'CN') names.push({ literal: text })
    named = tag === 'FAU'
  }
  return names
}

const saidOf = (record: TaggedRecord): SaidCitation => {
  const [title, book] = [firstText(record, 'TI'), firstText(record, 'BTI')]
  const kinds = textsOf(record, 'PT')
  const standing = standingOfTypes(kinds)
  const dois = textsOf(record, 'LID', 'AID').flatMap((text) => /(\S+)\s*\[doi\]/i.exec(text)?.[1] ?? [])
  return {
    type: book ? (title ? 'chapter' : 'book') : kinds.includes('Preprint') ? 'article' : 'article-journal',
    title: plainTitle(title) || plainTitle(firstText(record, 'TT')) || plainTitle(book),
    author: authorsOf(record),
    'container-title': book && title ? plainTitle(book) : firstText(record, 'JT', 'TA'),
    volume: firstText(record, 'VI'),
    issue: firstText(record, 'IP'),
    page: joinedPages(firstText(record, 'PG')),
    publisher: book ? firstText(record, 'PB') : '',
    DOI: dois.map(normaliseDoi).find(Boolean) ?? labelledDoi(textsOf(record, 'SO')),
    PMID: firstText(record, 'PMID'),
    PMCID: firstText(record, 'PMC'),
    ISSN: issnsOf(textsOf(record, 'IS').map((text) => text.replace(/\s*\(.*$/, ''))),
    language: languageCode(firstText(record, 'LA')),
    issued: { 'date-parts': writtenDates(firstText(record, 'DP', 'DEP')) },
    ...(standing && { standing, standingSeen: 'type' }),
  }
}

export const readMedline = (text: string): Reading => ({
  entries: records(text).map((record) => ({
    said: saidOf(record),
    line: record.line,
    name: firstText(record, 'PMID'),
    types: textsOf(record, 'PT'),
  })),
  problems: [],
})
