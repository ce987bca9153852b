import { type Citation } from '../../../shared/citations/citation.ts'
import type { Evidence } from '../../../shared/domain/entities.ts'
import { guard } from '../../../shared/mutations/engine/phi-guard.ts'
import type { ArgsOf } from '../../../shared/mutations/index.ts'
import { type Assertion, askedServices } from '../../../shared/lookups/assertion.ts'
import { fillCitation, type FilledField } from '../../../shared/lookups/fill-citation.ts'
import type { Answers } from './lookup-items.ts'

/** Services whose silence about an item that they know says something. */
const knowing: ReadonlySet<string> = new Set(['crossref', 'pubmed', 'europepmc', 'biorxiv'])

/** What was missing is taken in this order: PubMed has its own numbers, Crossref what publishers deposit. */
const fillOrder = ['crossref', 'pubmed', 'europepmc', 'datacite', 'clinicaltrials', 'openalex', 'unpaywall'] as const

const saidOf = (answers: Answers): Assertion[] =>
  askedServices.flatMap((service): Assertion[] => {
    const answer = answers[service]
    if (!answer?.record) return []
    const { said } = answer.record
    if (said.length > 0) return said.map((one) => ({ ...one, asked: answer.at }))
    return knowing.has(service) ? [{ service, kind: 'none', asked: answer.at }] : []
  })

const field = (citation: Citation, name: FilledField): Partial<Citation> => ({ [name]: citation[name] })

/** What is recorded with a clip of an item: assertions, missing fields, differences and links. */
export const outcomeFor = ({ id, citation }: Pick<Evidence, 'id' | 'citation'>, answers: Answers): ArgsOf<'recordLookup'> => {
  const records = fillOrder.flatMap((service) => answers[service]?.record ?? [])
  const { filled, differences } = fillCitation(citation, records)
  const differs = differences.flatMap(({ field: name, offered }) =>
    offered.map(({ service, value }) => ({ field: name, service, citation: field({ type: citation.type, [name]: value }, name) })),
  )
  const types = [
    ...new Set(records.filter(({ service }) => service === 'pubmed' || service === 'europepmc').flatMap((one) => one.publicationTypes)),
  ]
  const openLink = records.map((one) => one.openLink).find(Boolean)
  const publishedAs = records.map((one) => one.publishedAs).find(Boolean)
  const preprints = records.flatMap((one) => one.preprints ?? []).slice(0, 10)
  const hasResults = records.map((one) => one.hasResults).find((one) => one !== undefined)
  return {
    evidence: id,
    said: saidOf(answers).slice(0, 40),
    citation: Object.fromEntries(filled.map(({ field: name, value }) => [name, value])),
    by: Object.fromEntries(filled.map(({ field: name, service }) => [name, service])),
    differs: differs.slice(0, 12),
    ...(types.length > 0 && { types: types.slice(0, 20) }),
    ...(openLink && { openLink }),
    ...(publishedAs && { publishedAs }),
    ...(preprints.length > 0 && { preprints }),
    ...(hasResults !== undefined && { hasResults }),
  }
}

const passes = (part: object): boolean => guard(part) === undefined

/** Without the texts that the patient guard stops (a congress's dates in a title): they are left at the service, all else is kept. */
export const guardedOutcome = (outcome: ArgsOf<'recordLookup'>): ArgsOf<'recordLookup'> => {
  if (passes(outcome)) return outcome
  const { citation, by, differs, ...bare } = outcome
  const kept = Object.entries(citation ?? {}).filter(([name, value]) => passes({ citation: { [name]: value } }))
  const names = new Set(kept.map(([name]) => name))
  const less = {
    ...bare,
    citation: Object.fromEntries(kept),
    by: Object.fromEntries(Object.entries(by ?? {}).filter(([name]) => names.has(name))),
    differs: (differs ?? []).filter((one) => passes({ differs: [one] })),
  }
  return passes(less) ? less : { evidence: bare.evidence, said: bare.said, citation: {}, by: {}, differs: [] }
}
