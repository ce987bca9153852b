import { standingOfTypes } from '../citations/standing.ts'
import type { Said, Service } from './assertion.ts'
import { dayParts, doiOfReference, isoOf, itemIds } from './item-ids.ts'
import { kindOfLink } from './kind-names.ts'

/** One link of a record to another, as NLM and Europe PMC give it: type, the other's PMID if it has one, its reference as printed. */
export interface RecordLink {
  type: string
  pmid: string
  reference: string
}

/** The last year before the volume, since a journal may have one in its name: "Lancet. 2010 Feb 6;375(9713):445." */
const dateOfReference = (reference: string): string | undefined =>
  isoOf(dayParts(/.*(?<!\d)((?:1[89]|20)\d\d(?!\d).*)$/.exec(reference.split(';')[0] ?? '')?.[1] ?? ''))

const isPreprint = (reference: string): boolean =>
  /\b(?:res sq|(?:med|bio|chem|ar|psy)rxiv|preprints?|ssrn|research square)\b/i.test(reference)

/**
 * What PubMed's publication types and links say of an item. A record with a link "… of" or "… for", or with the type of a notice,
 * is a notice: what became of the notice itself is no standing of a paper. A concern leaves no type on the paper, a partial
 * retraction is an erratum (NLM, since October 2016), and an update of a preprint warns of nothing.
 */
export const pubmedStanding = (service: Service, types: readonly string[], links: readonly RecordLink[]): Said[] => {
  const known = links
    .map((link) => ({ ...link, kind: kindOfLink(link.type) }))
    .filter(({ kind, reference }) => kind !== undefined && !(kind === 'superseded' && isPreprint(reference)))
  const said = known.map(({ kind, pmid, reference }): Said => {
    const notice = itemIds({ pmid, doi: doiOfReference(reference) })
    // A notice's reference is of the paper that it is about, and so is its day.
    const date = kind === 'notice' ? undefined : dateOfReference(reference)
    return { service, kind: kind ?? 'none', ...((notice.doi ?? notice.pmid) && { notice }), ...(date && { date }) }
  })
  const typed = standingOfTypes(types)
  const notices = said.filter(({ kind }) => kind === 'notice')
  if (notices.length > 0 || typed === 'notice' || typed === 'doubted' || typed === 'corrected')
    return notices.length > 0 ? notices : [{ service, kind: 'notice' }]
  if (typed === 'retracted' && !said.some(({ kind }) => kind === 'retracted')) return [...said, { service, kind: 'retracted' }]
  return said
}
