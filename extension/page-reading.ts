import * as v from 'valibot'
import { type Citation, citationSchema } from '../shared/citation.ts'
import { type KindSuggestion, suggestKind } from '../shared/suggest-kind.ts'
import { standingSaid } from '../shared/standing.ts'
import { address, limits } from '../shared/fields.ts'
import { canonicalAddress } from './canonical-address.ts'
import { blockedReasons, whyBlocked } from './why-blocked.ts'

const text = (most: number) => v.pipe(v.string(), v.maxLength(most))

/** One entry of a listing: enough to show it and to open the page that can be clipped. */
const canonical = v.pipe(address, v.transform(canonicalAddress))

const entrySchema = v.object({ title: text(500), address: canonical, DOI: v.optional(text(200)), PMID: v.optional(text(12)) })

const quoteSchema = v.object({
  exact: v.pipe(text(limits.quote), v.minLength(1)),
  prefix: text(limits.context),
  suffix: text(limits.context),
})

const signsSchema = v.object({
  titles: v.pipe(v.array(v.object({ seen: v.picklist(['heading', 'window', 'metadata']), text: text(500) })), v.maxLength(20)),
  types: v.pipe(v.array(text(200)), v.maxLength(30)),
  subjects: v.pipe(v.array(text(200)), v.maxLength(80)),
  sections: v.pipe(v.array(text(200)), v.maxLength(20)),
  abstract: text(4000),
  banners: v.pipe(v.array(text(300)), v.maxLength(30)),
})

const rawReadingSchema = v.object({
  kind: v.picklist(['citation', 'page', 'listing', 'pdf', 'blocked']),
  citation: v.nullable(citationSchema),
  /** Article and publication types as the page prints them. */
  publicationTypes: v.pipe(v.array(text(200)), v.maxLength(20)),
  quote: v.nullable(quoteSchema),
  /** A text-fragment link that opens the page at the quote; empty until one is made (`quote-link.ts`) or where none would be sure. */
  link: v.optional(address, ''),
  entries: v.pipe(v.array(entrySchema), v.maxLength(50)),
  /** All that a page shows where that is little and its metadata says nothing, to tell gates and errors from short pages. */
  little: v.nullable(text(1500)),
  reason: v.nullable(v.picklist(blockedReasons)),
  /** What else the page says of its item (`page-signs.ts`); nothing where that could not be read. */
  signs: v.optional(v.fallback(v.nullable(signsSchema), null), null),
})
/** What the injected reader answers, before anybody believes it. */
export type RawReading = v.InferInput<typeof rawReadingSchema>

type Parsed = v.InferOutput<typeof rawReadingSchema>

/** A reading as it is believed. */
export type PageReading = Omit<Parsed, 'little' | 'signs'> & { evidence: KindSuggestion | null }

const suggestion = ({ kind, citation, publicationTypes, signs }: Omit<Parsed, 'little'>): KindSuggestion | null =>
  (kind === 'citation' && suggestKind({ title: citation?.title, publicationTypes: [...publicationTypes, ...(signs?.types ?? [])] })) || null

/** The citation with its clean address and, of something published, the page's word of how it stands. */
const believedCitation = ({ kind, citation, publicationTypes, signs }: Omit<Parsed, 'little'>): Citation | null => {
  if (!citation) return null
  const { titles = [], types = [], banners = [] } = signs ?? {}
  const stand =
    kind === 'citation' || kind === 'pdf'
      ? standingSaid(citation.title ?? '', { publicationTypes: [...publicationTypes, ...types], titles, banners })
      : undefined
  return {
    ...citation,
    ...(citation.URL ? { URL: canonicalAddress(citation.URL) } : {}),
    ...(stand ? { standing: stand.standing, standingSeen: stand.seen } : {}),
  }
}

/**
 * What is read from a page.
 * - `citation`: a paper, guideline or record; `page`: any other page, its `citation` is a web page (title, author, issued, publisher = site);
 * - `listing`: search results or a table of contents, `entries` (at most 50) can be picked, `citation` is the page itself;
 * - `pdf`: a PDF in the browser's viewer, the citation has what the address tells;
 * - `blocked`: there is nothing to clip, `citation` is null, and `reason` says why.
 *
 * `evidence` is the kind of item that the page's words suggest, with those words. It, the reason and clean addresses are
 * worked out here because what is injected into pages is kept small.
 */
export const pageReadingSchema = v.pipe(
  rawReadingSchema,
  v.transform(({ little, ...parsed }): PageReading => {
    const { signs: _, ...raw } = parsed
    const reason = raw.reason ?? (little === null ? null : whyBlocked(little))
    if (reason) return { ...raw, kind: 'blocked', citation: null, quote: null, link: '', evidence: null, reason }
    return { ...raw, citation: believedCitation(parsed), evidence: suggestion(parsed), reason }
  }),
)
