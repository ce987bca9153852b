import * as v from 'valibot'
import type { Citation } from '../citations/citation.ts'
import { tidyCitation } from '../citations/tidy-citation.ts'
import { type Assertion, assertionKinds, type ItemIds, type Service, services } from '../lookups/assertion.ts'
import { type FilledField, filledFields } from '../lookups/fill-citation.ts'
import { isOneEvent } from '../lookups/paper-standing.ts'
import * as field from './field-schemas.ts'

/** What services say of a field of a citation that is kept otherwise. */
export interface Differing {
  field: FilledField
  service: Service
  citation: Partial<Citation>
}

/** What look-up services and people said of a clip's item since it was clipped; absent until somebody was asked. */
export interface LookedUp {
  said: Assertion[]
  /** Who filled which field of the citation. */
  filled?: Partial<Record<FilledField, Service>>
  differs?: Differing[]
  /** MEDLINE's publication types. */
  types?: string[]
  /** Where everybody can read it. */
  openLink?: string
  /** Of a preprint: as what it was published. */
  publishedAs?: ItemIds
  /** Of a published item: its preprints. */
  preprints?: ItemIds[]
  /** Of an entry of a registry. */
  hasResults?: boolean
  /** The list of Retraction Watch that was uploaded last and said something new of it: by whom, when, and the day of the file, as a time that stands for it. */
  list?: { by: string; at: number; day: number }
  /** When it last changed. */
  at: number
}

/** Assertions, and differing fields, that one clip keeps; papers with more notices than this were not seen. */
const mostSaid = 40
const mostDiffering = 12

const shortText = v.pipe(v.string(), v.maxLength(300))
const day = v.pipe(v.string(), v.regex(/^\d{4}(?:-\d\d){0,2}$/))
const idsSchema = v.object({ doi: v.optional(shortText), pmid: v.optional(shortText), pmcid: v.optional(shortText) })
const partOfCitation = v.pipe(
  v.custom<object>((value) => typeof value === 'object' && value !== null && !Array.isArray(value)),
  // The type is of a whole citation only.
  v.transform((value): Partial<Citation> => {
    const { type: _, cut: __, ...said } = tidyCitation(value)
    return said
  }),
)

export const assertionSchema = v.object({
  service: v.picklist(services),
  kind: v.picklist(assertionKinds),
  source: v.optional(shortText),
  notice: v.optional(idsSchema),
  date: v.optional(day),
  record: v.optional(shortText),
  hint: v.optional(v.boolean()),
  asked: field.time,
})

/** What the network's own look-up brings; what a person keeps of it is decided by the mutation. */
export const lookupSchema = v.object({
  said: v.pipe(v.array(assertionSchema), v.maxLength(mostSaid)),
  /** Missing fields of the citation. */
  citation: v.optional(partOfCitation, {}),
  by: v.optional(v.partial(v.object(Object.fromEntries(filledFields.map((name) => [name, v.picklist(services)])))), {}),
  differs: v.optional(
    v.pipe(
      v.array(v.object({ field: v.picklist(filledFields), service: v.picklist(services), citation: partOfCitation })),
      v.maxLength(mostDiffering),
    ),
    [],
  ),
  types: v.optional(v.pipe(v.array(shortText), v.maxLength(20))),
  openLink: v.optional(field.address),
  publishedAs: v.optional(idsSchema),
  preprints: v.optional(v.pipe(v.array(idsSchema), v.maxLength(10))),
  hasResults: v.optional(v.boolean()),
})

/** The same assertion again, whenever it was asked. */
const keyOf = ({ asked: _, ...assertion }: Assertion): string =>
  JSON.stringify(Object.entries(assertion).toSorted(([one], [other]) => one.localeCompare(other)))

/** An event keeps the day on which a service first told of it, whatever it adds to it later. */
const firstHeard = (before: readonly Assertion[], one: Assertion): Assertion => {
  const earlier = before.filter((other) => other.service === one.service && other.hint === one.hint && isOneEvent(other, one))
  return { ...one, asked: Math.min(one.asked, ...earlier.map(({ asked }) => asked)) }
}

/**
 * What is kept after services were asked again: what a service says now replaces what it said before, with the day on which
 * that was first heard; who gave no answer keeps its word. People's words stay, however many others there are.
 */
export const mergedSaid = (before: readonly Assertion[], now: readonly Assertion[]): Assertion[] => {
  const asked = new Set(now.map(({ service }) => service))
  const known = new Map(before.map((one) => [keyOf(one), one]))
  const kept = before.filter(({ service }) => service === 'person' || !asked.has(service))
  const all = [...kept, ...now.map((one) => known.get(keyOf(one)) ?? firstHeard(before, one))]
  const sorted = all.toSorted((one, other) => services.indexOf(one.service) - services.indexOf(other.service))
  const people = sorted.filter(({ service }) => service === 'person')
  return [...sorted.filter(({ service }) => service !== 'person').slice(0, Math.max(0, mostSaid - people.length)), ...people]
}

/** What is kept after a list was uploaded: all that it says, in place of what a list said before. */
export const listedSaid = (before: readonly Assertion[], now: readonly Assertion[]): Assertion[] =>
  mergedSaid(now.length > 0 ? before : before.filter(({ service }) => service !== 'retraction-watch'), now)
