/** Resources that may come along with a summary: none of them is about a person. */
const impersonal: ReadonlySet<string> = new Set(['MeasureReport', 'Bundle', 'Organization', 'Location', 'Measure'])
/** Types of a person, or of a list of persons, in a reference. */
const ofPerson =
  /(?:^|\/)(?:Patient|Person|RelatedPerson|Group|Encounter|EpisodeOfCare|Observation|Condition|Procedure|List|[A-Z]\w*(?:Request|Statement|Administration|Dispense|Report|Response|Study|Record|Use))(?:\/|$)/
const named: ReadonlySet<string> = new Set(['subjectResults', 'evaluatedResource', 'individual'])
const personalTypes: ReadonlySet<unknown> = new Set(['individual', 'subject-list', 'data-collection'])

const isSummaryPath = (text: string): boolean => /(?:^|\/)MeasureReport(?:\/[^/]*)?$/.test(text) && !/Patient\//.test(text)

const inReference = (name: string, value: unknown): boolean =>
  typeof value === 'string' &&
  (name === 'reference' || name === 'type' || name === 'fullUrl') &&
  !isSummaryPath(value) &&
  ofPerson.test(value)

/**
 * Where something in a resource is about a person, or lists persons: a resource of another type (also contained), a reference to one, the lists behind
 * a number, or a report of a type that is not a summary. The first path, or `undefined`. Only names and types are looked at, and nothing is repeated.
 */
export const patientLevelIn = (resource: unknown, path = 'MeasureReport'): string | undefined => {
  if (Array.isArray(resource)) {
    for (const [index, one] of resource.entries()) {
      const found = patientLevelIn(one, `${path}[${index}]`)
      if (found) return found
    }
    return undefined
  }
  if (typeof resource !== 'object' || resource === null) return undefined
  const { resourceType, type } = resource as { resourceType?: unknown; type?: unknown }
  if (resourceType !== undefined && !(typeof resourceType === 'string' && impersonal.has(resourceType))) return path
  if (resourceType === 'MeasureReport' && personalTypes.has(type)) return `${path}.type`
  for (const [name, value] of Object.entries(resource)) {
    // A name that is sent is no part of a path that is answered unless it is one of FHIR's that is looked for here.
    if (named.has(name)) return `${path}.${name}`
    if (inReference(name, value)) return path
    const found = patientLevelIn(value, known.has(name) ? `${path}.${name}` : path)
    if (found) return found
  }
  return undefined
}

const known: ReadonlySet<string> = new Set([
  'entry',
  'resource',
  'contained',
  'subject',
  'reporter',
  'group',
  'population',
  'stratifier',
  'stratum',
  'extension',
])
