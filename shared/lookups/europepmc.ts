import type { SaidCitation, Name } from '../citations/citation.ts'
import { type Answer, jsonOf, type LookupRecord, type Reply } from './answer.ts'
import { dayParts, itemIds } from './item-ids.ts'
import { pubmedStanding } from './pubmed-standing.ts'
import { pubmedPages, pubmedTitle } from './pubmed-texts.ts'
import { at, listOf, type Part, partOf, textOf } from './unknown-json.ts'

const authorsOf = (result: Part): SaidCitation['author'] => {
  const listed = listOf(at(result, 'authorList', 'author')).flatMap((author): Name[] => {
    const group = textOf(at(author, 'collectiveName'))
    const [family, given] = [textOf(at(author, 'lastName')), textOf(at(author, 'firstName')) || textOf(at(author, 'initials'))]
    return group ? [{ literal: group }] : family ? [{ family, ...(given && { given }) }] : []
  })
  return listed.length > 0
    ? listed
    : textOf(result['authorString']).replace(/\.$/, '').split(/,\s*/).filter(Boolean).join('; ') || undefined
}

/** Core answers have a list of types, lite ones a text in small letters with a semicolon; both may mix MEDLINE's and JATS' names. */
const typesOf = (result: Part): string[] => {
  const list = listOf(at(result, 'pubTypeList', 'pubType')).map(textOf)
  return (list.length > 0 ? list : textOf(result['pubType']).split(/\s*;\s*/)).filter(Boolean)
}

/** Dates are filled up to a first of the month: how the journal prints the issue's date says how much of it is known. */
const issuedOf = (result: Part): number[] => {
  const printed = dayParts(textOf(at(result, 'journalInfo', 'dateOfPublication')))
  return printed.length > 0 ? printed : dayParts(textOf(result['pubYear']) || textOf(result['firstPublicationDate']))
}

const resultOf = (value: unknown): LookupRecord | undefined => {
  const result = partOf(value)
  const ids = itemIds({ doi: textOf(result['doi']), pmid: textOf(result['pmid']), pmcid: textOf(result['pmcid']) })
  if (!textOf(result['id'])) return undefined
  const types = typesOf(result)
  const links = listOf(at(result, 'commentCorrectionList', 'commentCorrection')).map((link) => ({
    type: textOf(at(link, 'type')),
    pmid: textOf(at(link, 'source')) === 'MED' ? textOf(at(link, 'id')) : '',
    reference: textOf(at(link, 'reference')),
  }))
  const published = links.find(({ type }) => /^preprint of$/i.test(type))
  const preprints = links.filter(({ type }) => /^preprint in$/i.test(type)).map(({ pmid, reference }) => itemIds({ pmid, doi: reference }))
  const issued = issuedOf(result)
  const openLink = listOf(at(result, 'fullTextUrlList', 'fullTextUrl'))
    .filter((link) => ['OA', 'F'].includes(textOf(at(link, 'availabilityCode'))))
    .map((link) => textOf(at(link, 'url')))
    .find((url) => url.startsWith('https://'))
  const journal = at(result, 'journalInfo', 'journal')
  return {
    service: 'europepmc',
    ids,
    citation: {
      type: textOf(result['source']) === 'PPR' ? 'article' : 'article-journal',
      title: pubmedTitle(textOf(result['title'])),
      author: authorsOf(result),
      ...(issued.length > 0 && { issued: { 'date-parts': [issued] } }),
      'container-title': textOf(at(journal, 'title')) || textOf(result['journalTitle']),
      volume: textOf(at(result, 'journalInfo', 'volume')) || textOf(result['journalVolume']),
      issue: textOf(at(result, 'journalInfo', 'issue')) || textOf(result['issue']),
      page: pubmedPages(textOf(result['pageInfo'])),
      publisher: textOf(at(result, 'bookOrReportDetails', 'publisher')),
      ISSN: [textOf(at(journal, 'issn')), textOf(at(journal, 'essn'))].filter(Boolean),
      DOI: textOf(result['doi']),
      PMID: ids.pmid,
      PMCID: ids.pmcid,
    },
    publicationTypes: types,
    said: pubmedStanding('europepmc', types, links),
    ...(published && { publishedAs: itemIds({ pmid: published.pmid }) }),
    ...(preprints.length > 0 && { preprints }),
    ...(openLink && { openLink }),
  }
}

/** The answer to `search?format=json&resultType=core`: nothing known is 200 with a count of 0. */
export const readEuropePmc = (reply: Reply): Answer<{ items: LookupRecord[]; count: number; next?: string }> => {
  const answer = jsonOf(reply)
  if ('failed' in answer) return answer
  const count = at(answer.found, 'hitCount')
  const results = at(answer.found, 'resultList', 'result')
  if (typeof count !== 'number' || !Array.isArray(results) || at(answer.found, 'errCode') !== undefined) return { failed: 'unreadable' }
  const [asked, next] = [textOf(at(answer.found, 'request', 'cursorMark')), textOf(at(answer.found, 'nextCursorMark'))]
  return {
    found: {
      items: results.flatMap((result) => resultOf(result) ?? []),
      count,
      // A cursor that comes back as it was sent is the end.
      ...(next && next !== asked && { next }),
    },
  }
}
