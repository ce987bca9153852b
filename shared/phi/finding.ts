import type { PlainCode } from '../i18n/message.ts'

/** Why something may identify a patient: the code of a message. */
export type PhiReason = Extract<PlainCode, `phi-${string}`>

/** Where a text came from; it decides how much is let through, see `keepForField`. */
export type Field = 'note' | 'quote' | 'citation' | 'title' | 'url'

/** The kinds of identifier, with the item of 45 CFR 164.514(b)(2)(i) that each belongs to. */
export type PatientInfoType =
  | 'NAME' // (A)
  | 'LOCATION' // (B)
  | 'FACILITY' // (B), and the employer or school of the person
  | 'DATE' // (C)
  | 'AGE90' // (C)
  | 'PHONE' // (D)
  | 'FAX' // (E)
  | 'EMAIL' // (F)
  | 'SSN' // (G)
  | 'MRN' // (H)
  | 'HEALTH_PLAN' // (I)
  | 'ACCOUNT' // (J)
  | 'LICENSE' // (K)
  | 'VEHICLE' // (L)
  | 'DEVICE' // (M)
  | 'URL' // (N)
  | 'IP' // (O)
  | 'ID' // (R)

export type Certainty = 'high' | 'low'

/** One stretch of a text that may identify a patient; offsets are UTF-16, `end` is exclusive. */
export type PhiFinding = {
  start: number
  end: number
  type: PatientInfoType
  certainty: Certainty
  /** The reason, as a message that can be shown; never holds anything of the text. */
  why: PhiReason
}

/**
 * How a rule knows. `known`: the page's banner showed it; `stated`: the text itself says what it is ("MRN 1234");
 * `shaped`: the form leaves no doubt; `suggested`: only the surroundings speak for it.
 */
export type CertaintySource = 'known' | 'stated' | 'shaped' | 'suggested'

/** A finding before the field's leniency and the joining of overlaps. */
export type Candidate = { start: number; end: number; type: PatientInfoType; evidence: CertaintySource; why: PhiReason }

/** One identifier that the page's patient banner showed. */
export type KnownIdentifier = { type: PatientInfoType; value: string }

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

const rank: Record<CertaintySource, number> = { known: 3, stated: 2, shaped: 1, suggested: 0 }

/** Candidates as findings in order: overlapping ones become one, which keeps the reason of the best known. */
export function joinOverlaps(candidates: readonly Candidate[]): PhiFinding[] {
  const sorted = candidates.filter((candidate) => candidate.end > candidate.start).toSorted((a, b) => a.start - b.start || b.end - a.end)
  const joined: Candidate[] = []
  for (const candidate of sorted) {
    const last = joined.at(-1)
    if (last && candidate.start < last.end) {
      const better = rank[candidate.evidence] > rank[last.evidence] ? candidate : last
      joined[joined.length - 1] = { ...better, start: last.start, end: Math.max(last.end, candidate.end) }
    } else joined.push(candidate)
  }
  return joined.map(({ start, end, type, evidence, why }) => ({
    start,
    end,
    type,
    certainty: evidence === 'suggested' ? 'low' : 'high',
    why,
  }))
}
