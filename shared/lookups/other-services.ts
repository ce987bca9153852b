import type { Name } from '../citations/citation.ts'
import { saidText } from '../citations/said-text.ts'
import { type Answer, jsonOf, type LookupRecord, type Reply } from './answer.ts'
import { dayParts, itemIds } from './item-ids.ts'
import { at, listOf, partOf, textOf } from './unknown-json.ts'

const issued = (text: string): object => {
  const parts = dayParts(text)
  return parts.length > 0 ? { issued: { 'date-parts': [parts] } } : {}
}

/** The answer to DataCite's `GET /dois/{doi}`. */
export const readDataCite = (reply: Reply): Answer<LookupRecord> => {
  const answer = jsonOf(reply)
  if ('failed' in answer) return answer
  const item = partOf(at(answer.found, 'data', 'attributes'))
  const ids = itemIds({ doi: textOf(item['doi']) })
  if (!ids.doi) return { failed: 'unreadable' }
  const dated = (type: string): string =>
    textOf(
      at(
        listOf(item['dates']).find((date) => textOf(at(date, 'dateType')) === type),
        'date',
      ),
    )
  const published = listOf(item['relatedIdentifiers'])
    .filter((one) => textOf(at(one, 'relationType')) === 'IsPreprintOf' || textOf(at(one, 'relationType')) === 'IsVersionOf')
    .map((one) => itemIds({ doi: textOf(at(one, 'relatedIdentifier')) }))
    .find(({ doi }) => doi && doi !== ids.doi)
  return {
    found: {
      service: 'datacite',
      ids,
      citation: {
        type: textOf(at(item, 'types', 'citeproc')),
        title: saidText(textOf(at(listOf(item['titles'])[0], 'title'))),
        author: listOf(item['creators']).flatMap((one): Name[] => {
          const [family, given, name] = ['familyName', 'givenName', 'name'].map((part) => textOf(at(one, part)))
          return family && given ? [{ family, given }] : name ? [{ literal: name }] : []
        }),
        ...issued(dated('Submitted') || dated('Issued') || textOf(item['publicationYear'])),
        publisher: textOf(item['publisher']) || textOf(at(item, 'publisher', 'name')),
        DOI: textOf(item['doi']),
        language: textOf(item['language']) || undefined,
      },
      publicationTypes: [textOf(at(item, 'types', 'resourceTypeGeneral'))].filter(Boolean),
      said: [],
      ...(published && { publishedAs: published }),
    },
  }
}

/** The answer to Unpaywall's `GET /v2/{doi}`: where the item is open to everybody; nothing else of it is taken. */
export const readUnpaywall = (reply: Reply): Answer<LookupRecord> => {
  const answer = jsonOf(reply)
  if ('failed' in answer) return answer
  const ids = itemIds({ doi: textOf(at(answer.found, 'doi')) })
  if (!ids.doi) return { failed: 'unreadable' }
  const openLink = textOf(at(answer.found, 'best_oa_location', 'url'))
  return {
    found: {
      service: 'unpaywall',
      ids,
      citation: {},
      publicationTypes: [],
      said: [],
      ...(openLink.startsWith('https://') && { openLink }),
    },
  }
}

/** Markdown's escapes in texts of the registry: "\>" is ">". */
const unescaped = (text: string): string => text.replace(/\\([<>_*~[\]()#+.!|-])/g, '$1')

const study = (value: unknown): LookupRecord | undefined => {
  const protocol = at(value, 'protocolSection')
  const number = textOf(at(protocol, 'identificationModule', 'nctId'))
  if (!/^NCT\d{8}$/.test(number)) return undefined
  return {
    service: 'clinicaltrials',
    ids: {},
    citation: {
      type: 'entry',
      title: unescaped(
        textOf(at(protocol, 'identificationModule', 'officialTitle')) || textOf(at(protocol, 'identificationModule', 'briefTitle')),
      ),
      ...issued(textOf(at(protocol, 'statusModule', 'studyFirstPostDateStruct', 'date'))),
      number,
      publisher: 'ClinicalTrials.gov',
      URL: `https://clinicaltrials.gov/study/${number}`,
    },
    publicationTypes: [textOf(at(protocol, 'statusModule', 'overallStatus'))].filter(Boolean),
    said: [],
    hasResults: at(value, 'hasResults') === true,
  }
}

/**
 * The answer to ClinicalTrials.gov's `GET /api/v2/studies/{number}`, or a page of `/studies`. The module of contacts, with names,
 * telephones and addresses, is not looked at. "WITHDRAWN" is a study that never began: no word on any paper.
 */
export const readTrials = (reply: Reply): Answer<LookupRecord[]> => {
  const answer = jsonOf(reply)
  if ('failed' in answer) return answer
  const list = at(answer.found, 'studies')
  const found = (Array.isArray(list) ? list : [answer.found]).flatMap((one) => study(one) ?? [])
  return found.length > 0 || Array.isArray(list) ? { found } : { failed: 'unreadable' }
}

/** The answer to bioRxiv's and medRxiv's `GET /details/{server}/{doi}`: a withdrawn preprint is one whose last version says so; its title does not. */
export const readBiorxiv = (reply: Reply): Answer<LookupRecord> => {
  const answer = jsonOf(reply)
  if ('failed' in answer) return answer
  const versions = at(answer.found, 'collection')
  if (!Array.isArray(versions)) return { failed: 'unreadable' }
  const last = versions.toSorted((one, other) => Number(textOf(at(one, 'version'))) - Number(textOf(at(other, 'version')))).at(-1)
  const ids = itemIds({ doi: textOf(at(last, 'doi')) })
  if (!ids.doi) return { failed: 'missing' }
  const published = itemIds({ doi: textOf(at(last, 'published')) })
  const withdrawn = /^withdrawn?|^withdrawal/i.test(textOf(at(last, 'type')))
  const date = textOf(at(last, 'date'))
  return {
    found: {
      service: 'biorxiv',
      ids,
      citation: {
        type: 'article',
        title: saidText(textOf(at(last, 'title'))),
        author: textOf(at(last, 'authors')),
        ...issued(textOf(at(versions[0], 'date'))),
        publisher: textOf(at(last, 'server')),
        DOI: textOf(at(last, 'doi')),
      },
      publicationTypes: ['Preprint'],
      said: withdrawn ? [{ service: 'biorxiv', kind: 'retracted', source: 'publisher', ...(date && { date }) }] : [],
      ...(published.doi && { publishedAs: published }),
    },
  }
}

/** Which registration agency has a DOI ("Crossref", "DataCite"), by `https://doi.org/ra/{prefix}`; what is no DOI is answered in HTML. */
export const readAgency = (reply: Reply): Answer<string> => {
  const answer = jsonOf(reply)
  if ('failed' in answer) return answer
  const agency = textOf(at(listOf(answer.found)[0], 'RA'))
  return agency ? { found: agency } : { failed: 'missing' }
}
