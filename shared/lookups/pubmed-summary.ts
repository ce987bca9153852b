import type { SaidCitation, Name } from '../citations/citation.ts'
import { type Answer, jsonOf, type LookupRecord, type Reply } from './answer.ts'
import { dayParts, itemIds } from './item-ids.ts'
import { pubmedPages, pubmedTitle } from './pubmed-texts.ts'
import { pubmedStanding } from './pubmed-standing.ts'
import { at, listOf, type Part, partOf, textOf } from './unknown-json.ts'

const idOf = (summary: Part, type: string): string =>
  listOf(summary['articleids'])
    .filter((id) => textOf(at(id, 'idtype')) === type)
    .map((id) => textOf(at(id, 'value')))[0] ?? ''

const authorsOf = (summary: Part): SaidCitation['author'] =>
  listOf(summary['authors']).flatMap((author): Name[] => {
    const name = textOf(at(author, 'name'))
    if (textOf(at(author, 'authtype')) === 'CollectiveName') return name ? [{ literal: name }] : []
    // "Wright TC Jr": a suffix goes with the family name, as tidyCitation has it.
    const [, family = '', given = '', suffix = ''] = /^(.+?) (\p{Lu}{1,4})(?: (Jr|Sr|2nd|3rd|[IV]+))?$/u.exec(name) ?? []
    return family ? [{ family: suffix ? `${family} ${suffix}` : family, given }] : name ? [{ literal: name }] : []
  })

const summaryOf = (summary: Part): LookupRecord => {
  const types = listOf(summary['pubtype']).map(textOf).filter(Boolean)
  const links = listOf(summary['references']).map((link) => ({
    type: textOf(at(link, 'reftype')),
    pmid: textOf(at(link, 'pmid')),
    reference: textOf(at(link, 'refsource')),
  }))
  const issued = dayParts(textOf(summary['pubdate']) || textOf(summary['epubdate']))
  return {
    service: 'pubmed',
    ids: itemIds({ doi: idOf(summary, 'doi'), pmid: textOf(summary['uid']), pmcid: idOf(summary, 'pmc') }),
    citation: {
      type: 'article-journal',
      title: pubmedTitle(textOf(summary['title'])),
      author: authorsOf(summary),
      ...(issued.length > 0 && { issued: { 'date-parts': [issued] } }),
      'container-title': textOf(summary['fulljournalname']) || textOf(summary['source']),
      volume: summary['volume'],
      issue: summary['issue'],
      page: pubmedPages(textOf(summary['pages'])),
      ISSN: [textOf(summary['issn']), textOf(summary['essn'])].filter(Boolean),
      DOI: idOf(summary, 'doi'),
      PMID: textOf(summary['uid']),
      PMCID: idOf(summary, 'pmc'),
    },
    publicationTypes: types,
    said: pubmedStanding('pubmed', types, links),
  }
}

/**
 * The answer to `esummary.fcgi?db=pubmed&retmode=json`: each item that is known, by the order of `uids` (JavaScript would list
 * the object's numbers by size). Errors come inside 200: an unknown PMID is missing from the list, a wrong list of numbers is
 * `unreadable`, and so is one that names a number and has nothing of it.
 */
export const readSummaries = (reply: Reply): Answer<LookupRecord[]> => {
  const answer = jsonOf(reply)
  if ('failed' in answer) return answer
  const result = at(answer.found, 'result')
  const uids = at(result, 'uids')
  if (/rate limit/i.test(textOf(at(answer.found, 'error')))) return { failed: 'busy' }
  if (!Array.isArray(uids) || textOf(at(answer.found, 'error'))) return { failed: 'unreadable' }
  const summaries = uids.map((uid) => partOf(at(result, textOf(uid))))
  if (summaries.some(({ uid }) => !textOf(uid))) return { failed: 'unreadable' }
  return {
    found: summaries.filter((summary) => !textOf(summary['error'])).map(summaryOf),
  }
}

/** The answer to `esearch.fcgi?retmode=json`: PMIDs, and how many there are in all. */
export const readSearch = (reply: Reply): Answer<{ pmids: string[]; count: number }> => {
  const answer = jsonOf(reply)
  if ('failed' in answer) return answer
  const result = at(answer.found, 'esearchresult')
  const list = at(result, 'idlist')
  if (/rate limit/i.test(textOf(at(answer.found, 'error')))) return { failed: 'busy' }
  if (!Array.isArray(list) || textOf(at(result, 'ERROR'))) return { failed: 'unreadable' }
  return { found: { pmids: list.map(textOf).filter((id) => /^\d{1,9}$/.test(id)), count: Number(textOf(at(result, 'count'))) || 0 } }
}
