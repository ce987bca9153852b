import { type Answer, jsonOf, type Reply } from './answer.ts'
import { readSearch } from './pubmed-summary.ts'
import { at, listOf, textOf } from './unknown-json.ts'

/** What a search finds: numbers of at most so many papers, how many there are, and how PubMed understood it. */
export interface SearchAnswer {
  pmids: string[]
  count: number
  /** The search with the headings and fields that PubMed took its words for. */
  understood: string
  /** Words, phrases and fields that it left out because it does not have them. */
  notFound: string[]
}

/** Of one search; its answer has no more unless it is none of ours. */
export const mostFound = 200

const phrases = (value: unknown): string[] => listOf(value).map(textOf).filter(Boolean)

/**
 * The answer to `esearch.fcgi?db=pubmed&retmode=json`, as `readSearch` has it, with `querytranslation`, `errorlist`
 * (`phrasesnotfound`, `fieldsnotfound`) and `warninglist` (`quotedphrasesnotfound`). `phrasesignored` holds its stop words and
 * operators, and is no warning. An error inside 200 is no answer.
 */
export const readPubmedSearch = (reply: Reply): Answer<SearchAnswer> => {
  const found = readSearch(reply)
  if ('failed' in found) return found
  const whole = jsonOf(reply)
  const result = 'found' in whole ? at(whole.found, 'esearchresult') : undefined
  const pmids = [...new Set(found.found.pmids.filter((pmid) => /^[1-9]/.test(pmid)))].slice(0, mostFound)
  const notFound = [
    ...phrases(at(result, 'errorlist', 'phrasesnotfound')),
    ...phrases(at(result, 'errorlist', 'fieldsnotfound')),
    ...phrases(at(result, 'warninglist', 'quotedphrasesnotfound')),
  ]
  return {
    found: {
      pmids,
      count: Math.max(pmids.length, Math.min(found.found.count, 1e9)),
      understood: textOf(at(result, 'querytranslation')).slice(0, 2000),
      notFound: [...new Set(notFound)].slice(0, 10).map((phrase) => phrase.slice(0, 120)),
    },
  }
}
