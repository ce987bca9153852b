import type { Candidate, PatientInfoType } from './finding.ts'

const published: Record<'quote' | 'citation', ReadonlySet<PatientInfoType>> = {
  // An unedited selection of a paper: what says of itself that it is one person's number or birth date.
  quote: new Set<PatientInfoType>(['SSN', 'MRN', 'HEALTH_PLAN', 'DATE']),
  // Authors, years, pages and correspondence addresses are what a citation is made of.
  citation: new Set<PatientInfoType>(['SSN']),
}

/** Leniency by where a text came from, never by how it looks; every other field gets all rules. */
export function keepForField(candidates: readonly Candidate[], field: 'quote' | 'citation'): Candidate[] {
  return candidates.filter(({ type, evidence }) => evidence === 'stated' && published[field].has(type))
}
