import type { Candidate, Evidence, Field, PatientInfoType } from './finding.ts'

const published: Record<Exclude<Field, 'note' | 'title' | 'url'>, ReadonlySet<PatientInfoType>> = {
  // An unedited selection of a paper: what says of itself that it is one person's number or birth date.
  quote: new Set<PatientInfoType>(['SSN', 'MRN', 'HEALTH_PLAN', 'DATE']),
  // Authors, years, pages and correspondence addresses are what a citation is made of.
  citation: new Set<PatientInfoType>(['SSN']),
}
const stated: ReadonlySet<Evidence> = new Set(['known', 'stated'])

/** Leniency by where a text came from, never by how it looks; what the banner showed passes everywhere. */
export function keepForField(candidates: readonly Candidate[], field: Field): Candidate[] {
  if (field === 'note' || field === 'title' || field === 'url') return [...candidates]
  return candidates.filter(({ type, evidence }) => evidence === 'known' || (stated.has(evidence) && published[field].has(type)))
}
