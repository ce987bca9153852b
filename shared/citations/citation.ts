import * as v from 'valibot'
import { cslType } from './csl-type.ts'

/**
 * How a published item stands: taken back (retracted, withdrawn, removed), in doubt (an expression of concern), corrected, or
 * itself the notice of a retraction or withdrawal, which is never called retracted.
 */
export const standings = ['retracted', 'doubted', 'corrected', 'notice'] as const
export type Standing = (typeof standings)[number]

/** Where it was read: in the item's title as it is cited, the page's heading, its window's title, metadata or publication types, or a note that the page shows. */
export const standingPlaces = ['title', 'heading', 'window', 'metadata', 'type', 'banner'] as const
export type StandingPlace = (typeof standingPlaces)[number]

const text = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most))

/** A person by family and given names, or whoever has only one name: a group, an agency. */
export const nameSchema = v.union([v.object({ family: text(200), given: v.optional(text(200)) }), v.object({ literal: text(300) })])
export type Name = v.InferOutput<typeof nameSchema>

const datePart = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999))

/**
 * A citation as CSL-JSON (citation-style-language schema 1.0) with PMID and PMCID; never an abstract. Unknown fields are
 * dropped, longer ones refused. `number` holds what a registry or archive calls the item ("NCT01234567", "arXiv:2101.00001").
 */
export const citationSchema = v.object({
  /** Of CSL 1.0.2; anything else is a `document`: a clip is not refused, nor an export broken, for a word. */
  type: v.pipe(v.optional(v.unknown(), 'document'), v.transform(cslType)),
  title: v.optional(text(500)),
  author: v.optional(v.pipe(v.array(nameSchema), v.maxLength(100))),
  'container-title': v.optional(text(300)),
  volume: v.optional(text(40)),
  issue: v.optional(text(40)),
  page: v.optional(text(40)),
  number: v.optional(text(60)),
  publisher: v.optional(text(300)),
  issued: v.optional(v.object({ 'date-parts': v.pipe(v.array(v.pipe(v.array(datePart), v.maxLength(3))), v.maxLength(2)) })),
  DOI: v.optional(v.pipe(text(200), v.regex(/^10\.\d{4,9}(\.\d+)*\/\S+$/))),
  PMID: v.optional(v.pipe(text(12), v.regex(/^\d+$/))),
  PMCID: v.optional(v.pipe(text(14), v.regex(/^PMC\d+$/))),
  ISSN: v.optional(text(60)),
  URL: v.optional(v.pipe(text(2000), v.regex(/^https?:\/\/\S+$/i))),
  language: v.optional(text(40)),
  /** What the page said of the item's standing, and where; no field of CSL. */
  standing: v.optional(v.picklist(standings)),
  standingSeen: v.optional(v.picklist(standingPlaces)),
})
export type Citation = v.InferOutput<typeof citationSchema>
