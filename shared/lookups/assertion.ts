/** Services that can be asked about an item, and who else says something of it: an uploaded list of Retraction Watch, the page that was clipped, a person. */
export const services = [
  'crossref',
  'pubmed',
  'europepmc',
  'openalex',
  'datacite',
  'unpaywall',
  'clinicaltrials',
  'biorxiv',
  'retraction-watch',
  'page',
  'person',
] as const
export type Service = (typeof services)[number]

/** The proper names of services, in every language the same. */
export const serviceNames: Readonly<Partial<Record<Service, string>>> = {
  crossref: 'Crossref',
  pubmed: 'PubMed',
  europepmc: 'Europe PMC',
  openalex: 'OpenAlex',
  datacite: 'DataCite',
  biorxiv: 'bioRxiv',
  'retraction-watch': 'Retraction Watch',
}

/** Those that a network may ask, in the order in which they are asked: one names what another is asked by. */
export const askedServices = ['crossref', 'europepmc', 'pubmed', 'openalex', 'datacite', 'unpaywall', 'clinicaltrials'] as const
export type AskedService = (typeof askedServices)[number]

/**
 * What is said of an item, from what warns most to nothing. `notice`: it is itself the notice of a retraction, concern or
 * correction. `checked`: a person looked and found that it stands. `none`: who was asked knows the item and of nothing.
 */
export const assertionKinds = [
  'notice',
  'retracted',
  'partly',
  'doubted',
  'corrected',
  'superseded',
  'reinstated',
  'checked',
  'none',
] as const
export type AssertionKind = (typeof assertionKinds)[number]

/** An item by its identifiers: a DOI in small letters, a PMID without zeros before it. */
export interface ItemIds {
  doi?: string | undefined
  pmid?: string | undefined
  pmcid?: string | undefined
}

/** Who says what about one item: kept as it was said, whatever others say. */
export interface Assertion {
  service: Service
  kind: AssertionKind
  /** Who told the service: "publisher" or "retraction-watch" at Crossref, a person's id. */
  source?: string | undefined
  /** What announced it; where it is itself a notice, the item that it is about. */
  notice?: ItemIds | undefined
  /** Of the notice, as far as it is said: "2010-02-06", "2010". */
  date?: string | undefined
  /** The number of its entry at Retraction Watch. */
  record?: string | undefined
  /** It only looks like it (a mark in the title, OpenAlex's sign): a reason to ask others, never a verdict. */
  hint?: boolean | undefined
  /** When it was asked: milliseconds since 1970. */
  asked: number
}

/** What one answer says; when it was asked is added by who asked. */
export type Said = Omit<Assertion, 'asked'>
