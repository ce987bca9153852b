import * as v from 'valibot'
import { identifiersInAddress } from '../../shared/citations/address-identifiers.ts'
import type { Citation } from '../../shared/citations/citation.ts'
import { citationSchema } from '../../shared/citations/citation-schema.ts'
import { type KindSuggestion, suggestKind } from '../../shared/rules/suggest-kind.ts'
import { isPreprint } from '../../shared/citations/preprint.ts'
import { standingSaid } from '../../shared/citations/standing.ts'
import { address } from '../../shared/domain/field-schemas.ts'
import { canonicalAddress, pageAddress } from '../page-reader/page/canonical-address.ts'
import type { FieldDoubts } from '../../shared/citations/field-doubts.ts'
import { isDoubtful } from './doubt.ts'
import { fieldDoubts } from './field-doubts.ts'
import { unreadItem, whatStandsInPlace } from './blocked-page.ts'
import { pdfItem } from './pdf-item.ts'
import { fallsShort, printedHeadSchema, withPrinted } from './printed-head.ts'
import { quoteSchema } from './quote-schema.ts'
import { blockedReasons } from './why-blocked.ts'

const text = (most: number) => v.pipe(v.string(), v.maxLength(most))

/** One entry of a listing: enough to show it and to open the page that can be clipped. */
const canonical = v.pipe(address, v.transform(canonicalAddress))

const entrySchema = v.object({ title: text(500), address: canonical, DOI: v.optional(text(200)), PMID: v.optional(text(12)) })

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
  /** `location.href`, and what the page's canonical link says. */
  address: v.optional(text(4000), ''),
  canonical: v.optional(text(4000), ''),
  /** The window's title, the page's first headings. */
  window: v.optional(text(600), ''),
  headings: v.optional(v.pipe(v.array(text(300)), v.maxLength(5)), []),
  /** The largest heading on the screen, where that was asked for; with what else `read-screen.ts` tells. */
  mainHeading: v.optional(text(300), ''),
  /** Whether metadata describe an item, whether several of them name different ones, whether a password is asked for. */
  described: v.optional(v.boolean(), false),
  mixed: v.optional(v.boolean(), false),
  /** Whether nothing that the page prints could add to what is said. */
  complete: v.optional(v.boolean(), false),
  /** What the page prints, where that was asked for. */
  printed: v.optional(v.fallback(v.nullable(printedHeadSchema), null), null),
  password: v.optional(v.boolean(), false),
  /** Read by what is on the screen (`read-screen.ts`): what the metadata say of another item is left out. */
  fromScreen: v.optional(v.boolean(), false),
})
/** What the injected reader answers, before anybody believes it. */
export type RawReading = v.InferInput<typeof rawReadingSchema>

type Parsed = v.InferOutput<typeof rawReadingSchema>

/**
 * A reading as it is believed. `doubtful`: metadata and screen may be of two items, so that the screen has to be asked;
 * `short`: metadata fall short, so that what is printed has to be; `sure`: they describe the item and nothing doubts it, so that
 * print can only complete what they say.
 */
export type PageReading = Pick<
  Parsed,
  'kind' | 'citation' | 'publicationTypes' | 'quote' | 'link' | 'entries' | 'reason' | 'address' | 'fromScreen'
> & {
  evidence: KindSuggestion | null
  doubtful: boolean
  short: boolean
  sure: boolean
  /** What a person should look at. */
  doubts: FieldDoubts
  /** Something may be selected in a frame of another site, which nobody can read. */
  unreadSelection?: boolean
}

const suggestion = (parsed: Parsed): KindSuggestion | null => {
  const { kind, citation, publicationTypes } = parsed
  if (kind !== 'citation') return null
  const { types = [], subjects, sections, abstract } = ownSigns(parsed) ?? {}
  return suggestKind({ title: citation?.title, publicationTypes: [...publicationTypes, ...types], subjects, sections, abstract }) ?? null
}

/** Without metadata the DOI may be the address's with a platform's tail, whose list outside the page is the longer one. */
const withoutTail = (citation: Citation, { address, described }: Parsed): Citation => {
  const { DOI } = described ? {} : identifiersInAddress(address)
  return DOI && citation.DOI?.toLowerCase().startsWith(`${DOI.toLowerCase()}/`) ? { ...citation, DOI } : citation
}

const withAddress = (citation: Citation, parsed: Parsed): Citation => {
  const { address, canonical } = parsed
  const URL = address ? pageAddress(address, canonical) : citation.URL && canonicalAddress(citation.URL)
  return { ...withoutTail(citation, parsed), ...(URL ? { URL } : {}) }
}

/** Signs of the item on the screen: where metadata are of another one, only what the page shows. */
const ownSigns = ({ signs, fromScreen }: Parsed): Parsed['signs'] =>
  signs && fromScreen ? { ...signs, types: [], subjects: [], titles: signs.titles.filter(({ seen }) => seen === 'heading') } : signs

/** A preprint is no article of a journal; its server's number for it is no page. */
const asPreprint = (citation: Citation): Citation => {
  if (citation.type !== 'article-journal' || !isPreprint(citation)) return citation
  const { page, ...rest } = citation
  return { ...rest, ...(page && !citation.DOI?.includes(page) ? { page } : {}), type: 'article' }
}

/** The citation with its clean address and, of something published, the page's word of how it stands. */
const believedCitation = (parsed: Parsed): Citation | null => {
  const { kind, publicationTypes, address, window } = parsed
  const citation = kind === 'pdf' && address ? pdfItem(address, [window]) : parsed.citation && withAddress(parsed.citation, parsed)
  if (!citation) return null
  const { titles = [], types = [], banners = [] } = ownSigns(parsed) ?? {}
  const stand =
    kind === 'citation' || kind === 'pdf'
      ? standingSaid(citation.title ?? '', { publicationTypes: [...publicationTypes, ...types], titles, banners })
      : undefined
  return { ...asPreprint(citation), ...(stand ? { standing: stand.standing, standingSeen: stand.seen } : {}) }
}

/**
 * What is read from a page.
 * - `citation`: a paper, guideline or record; `page`: any other page, its `citation` is a web page (title, author, issued, publisher = site);
 * - `listing`: search results or a table of contents, `entries` (at most 50) can be picked, `citation` is the page itself;
 * - `pdf`: a PDF in the browser's viewer, the citation has what the address tells;
 * - `blocked`: there is nothing to clip, `reason` says why, and `citation` has nothing but the identifiers in the address.
 *
 * `evidence` is the kind of item that the page's words suggest, with those words. It, the reason, the address and whatever
 * else can be decided outside the page are worked out here because what is injected into pages is kept small.
 */
export const pageReadingSchema = v.pipe(
  rawReadingSchema,
  v.transform((raw): PageReading => {
    const parsed = withPrinted(raw)
    const reason = parsed.reason ?? whatStandsInPlace(parsed)
    const { publicationTypes, quote, link, entries, address, fromScreen } = parsed
    const doubtful = isDoubtful(parsed)
    const common = {
      publicationTypes,
      quote,
      link,
      entries,
      address,
      fromScreen,
      reason,
      doubtful,
      short: fallsShort(parsed, reason),
      sure: !reason && parsed.kind === 'citation' && parsed.described && !doubtful,
      doubts: reason ? {} : fieldDoubts(raw, parsed.citation),
    }
    if (reason) return { ...common, kind: 'blocked', citation: unreadItem(parsed.address), quote: null, link: '', evidence: null }
    return { ...common, kind: parsed.kind, citation: believedCitation(parsed), evidence: suggestion(parsed) }
  }),
)
