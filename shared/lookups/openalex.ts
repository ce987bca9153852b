import { saidText } from '../citations/said-text.ts'
import { standingOfTitle } from '../citations/standing.ts'
import { type Answer, jsonOf, type LookupRecord, type Reply } from './answer.ts'
import { bareTitle } from './bare-title.ts'
import { dayParts, itemIds } from './item-ids.ts'
import { at, listOf, textOf } from './unknown-json.ts'

/** Dates are filled up: the first of January is most often a year alone. */
const issuedOf = (date: string, year: string): number[] => {
  const parts = dayParts(date)
  return parts[1] === 1 && parts[2] === 1 ? [parts[0] ?? 0] : parts.length > 0 ? parts : dayParts(year)
}

/**
 * The answer to `GET /works/doi:…`. Its sign of a retraction also stands at notices, and is missing at withdrawals and
 * removals, so it is a reason to ask the others, never a verdict; that there is none clears nothing.
 */
export const readOpenAlex = (reply: Reply): Answer<LookupRecord> => {
  const answer = jsonOf(reply)
  if ('failed' in answer) return answer
  const work = answer.found
  if (!textOf(at(work, 'id'))) return { failed: 'unreadable' }
  const [doi, pmid, pmcid] = ['doi', 'pmid', 'pmcid'].map((name) => textOf(at(work, 'ids', name))) as [string, string, string]
  const title = saidText(textOf(at(work, 'title')) || textOf(at(work, 'display_name')))
  const bare = bareTitle(title)
  const issued = issuedOf(textOf(at(work, 'publication_date')), textOf(at(work, 'publication_year')))
  const [first, last] = [textOf(at(work, 'biblio', 'first_page')), textOf(at(work, 'biblio', 'last_page'))]
  const openLink = textOf(at(work, 'open_access', 'oa_url'))
  const isRetracted = at(work, 'is_retracted') === true
  return {
    found: {
      service: 'openalex',
      ids: itemIds({ doi, pmid, pmcid: /(\d+)\/?$/.exec(pmcid)?.[1] ?? '' }),
      citation: {
        type: textOf(at(work, 'type')),
        title: bare,
        author: listOf(at(work, 'authorships'))
          .map((one) => textOf(at(one, 'author', 'display_name')))
          .filter(Boolean)
          .map((literal) => ({ literal })),
        ...(issued.length > 0 && { issued: { 'date-parts': [issued] } }),
        'container-title': textOf(at(work, 'primary_location', 'source', 'display_name')),
        volume: textOf(at(work, 'biblio', 'volume')),
        issue: textOf(at(work, 'biblio', 'issue')),
        // The last page repeats the first where there is an article's number.
        page: last && last !== first ? `${first}-${last}` : first,
        DOI: doi,
        language: textOf(at(work, 'language')) || undefined,
      },
      publicationTypes: [],
      said: isRetracted ? [{ service: 'openalex', kind: standingOfTitle(title) === 'notice' ? 'notice' : 'retracted', hint: true }] : [],
      ...(openLink.startsWith('https://') && { openLink }),
    },
  }
}
