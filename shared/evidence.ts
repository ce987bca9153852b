import * as v from 'valibot'

/** What kind of item a clip is of. The level follows from the kind by design; it is not an appraisal. */
export const evidenceKinds = [
  { key: 'guideline', label: 'Guideline', level: undefined },
  { key: 'systematic-review', label: 'Systematic review of trials', level: 1 },
  { key: 'randomised-trial', label: 'Randomised trial', level: 2 },
  { key: 'compared-groups', label: 'Compared groups without randomising', level: 3 },
  { key: 'before-after', label: 'Before and after, improvement report, case series', level: 4 },
  { key: 'opinion', label: 'Opinion, mechanism, experience', level: 5 },
  { key: 'local-data', label: 'Registry or local data', level: undefined },
  { key: 'family-experience', label: 'Family or patient experience', level: undefined },
] as const

export type EvidenceKind = (typeof evidenceKinds)[number]['key']

export const evidenceKindSchema = v.picklist(evidenceKinds.map((kind) => kind.key))

/** The OCEBM 2011 level of the design, 1 (best) to 5; `undefined` for kinds that have none. */
export const levelByDesign = (kind: EvidenceKind): number | undefined => evidenceKinds.find((entry) => entry.key === kind)?.level

export const evidenceKindLabel = (kind: EvidenceKind): string => evidenceKinds.find((entry) => entry.key === kind)?.label ?? kind
