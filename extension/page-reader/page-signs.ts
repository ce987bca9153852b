import { all, first, inside, openPage, type Page, textOf, walk } from './page/page.ts'

/**
 * What a page says of its item besides the citation, as raw texts: titles in other places, article types, subjects, headings of
 * the abstract, and notes. What they mean is decided where nothing has to be injected for it (`shared/`).
 */
export interface PageSigns {
  titles: { seen: 'heading' | 'window' | 'metadata'; text: string }[]
  types: string[]
  subjects: string[]
  sections: string[]
  abstract: string
  banners: string[]
}

const short = (texts: readonly string[], most: number, longest = 200): string[] =>
  [...new Set(texts.map((text) => text.replace(/\s+/g, ' ').trim().slice(0, longest)).filter(Boolean))].slice(0, most)

const metasLike = ({ metas }: Page, names: RegExp): string[] => [...metas].flatMap(([name, values]) => (names.test(name) ? values : []))

const textsOf = (page: Page, selector: string, most: number, longest = 200): string[] =>
  all(page.scope, selector, most).map((element) => textOf(element, longest))

const own = (page: Page, selector: string, most: number, longest: number): string[] =>
  all(page.scope, selector, most)
    .filter((element) => !inside(element, ofOthers))
    .map((element) => textOf(element, longest))

type Node = Record<string, unknown>
const nodesIn = (value: unknown, depth = 0): Node[] => {
  if (Array.isArray(value)) return value.slice(0, 50).flatMap((one) => nodesIn(one, depth))
  if (typeof value !== 'object' || value === null || depth > 3) return []
  const node = value as Node
  return [node, ...nodesIn(node['@graph'], depth + 1), ...nodesIn(node['mainEntity'], depth + 1)]
}
const textIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.slice(0, 5).flatMap(textIn)
  return typeof value === 'object' && value !== null ? [...textIn((value as Node)['text']), ...textIn((value as Node)['name'])] : []
}

const articles = (page: Page): Node[] =>
  all(page.scope, 'script[type="application/ld+json"]', 10)
    .flatMap((script) => {
      try {
        return nodesIn(JSON.parse((script.textContent ?? '').slice(0, 300_000)))
      } catch {
        // A block that is not JSON says nothing.
        return []
      }
    })
    .filter((node) => /Article|Posting|Report|WebPage/.test(String(node['@type'])))

const said = (nodes: readonly Node[], ...keys: string[]): string[] => nodes.flatMap((node) => keys.flatMap((key) => textIn(node[key])))

const telling = /retract|withdr|remov|retirad|concern|preocupaci|correct|errat|corrig/i
/** So much of what is read after the heading may still be a note on the item; what comes later is of others. */
const notesBehind = 40

/** Short texts with such words up to a little behind the first heading, in the page's order. */
const notes = (page: Page): string[] => {
  const found: string[] = []
  let left = 400
  const body = first(page.scope, 'body')
  if (!body || body.nodeName === 'HEAD') return found
  walk(
    body,
    (text) => {
      left -= text.trim() === '' ? 0 : 1
      if (text.length < 400 && telling.test(text)) found.push(text)
      return left > 0
    },
    (element) => {
      if (element.nodeName === 'H1') left = Math.min(left, notesBehind)
      return !/^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|SVG)$/i.test(element.nodeName) && !Element.prototype.matches.call(element, ofOthers)
    },
  )
  return found
}

const marked =
  '[class*="retract" i],[id*="retract" i],[class*="withdrawn" i],[class*="expression-of-concern" i],[class*="notice" i],[class*="alert" i],[class*="banner" i],[role="alert"]'
/** Where a page tells of other papers. */
const ofOthers =
  'nav,footer,aside,ol,[class*="ref-" i],[class*="reference" i],[class*="cited" i],[class*="related" i],[class*="similar" i],[class*="recommend" i]'
const abstractOf =
  'section[class*="abstract" i],div[class*="abstract" i],#abstract,section#abstracts,.hlFld-Abstract,section[data-title="Abstract"]'

const signsOf = (page: Page): PageSigns => {
  const nodes = articles(page)
  const abstract = all(page.scope, abstractOf, 4).toSorted((one, other) => textOf(other, 400).length - textOf(one, 400).length)[0]
  const headings = abstract ? all(abstract, 'h2,h3,h4,h5,strong,b,.title,.sub-title,.sectionTitle', 40).map((each) => textOf(each, 60)) : []
  const metaTitles = metasLike(page, /^(?:citation_title|dc\.title|dcterms\.title|og:title|twitter:title)$/)
  return {
    titles: [
      ...short(textsOf(page, 'h1', 3, 500), 3, 500).map((text) => ({ seen: 'heading' as const, text })),
      ...short(textsOf(page, 'head title', 1, 500), 1, 500).map((text) => ({ seen: 'window' as const, text })),
      ...short([...metaTitles, ...said(nodes, 'headline', 'name')], 8, 500).map((text) => ({ seen: 'metadata' as const, text })),
    ],
    types: short(
      [
        ...metasLike(
          page,
          /(?:article_?type|publication_?type|^dc\.type|prism\.(?:section|genre|aggregationtype)|^article:section|citation_section|wkhealth_toc_section)/,
        ),
        ...said(nodes, 'articleSection', 'genre', 'creativeWorkStatus', 'correction', 'additionalType'),
        ...textsOf(
          page,
          '.publication-types .keyword-actions-trigger, [class*="article-type" i], [class*="articletype" i], [class*="dochead" i], [class*="article-category" i], [class*="toc-section" i], .article-header__journal-section, [data-test="article-category"], .subject-heading',
          12,
        ),
      ],
      30,
    ),
    subjects: short(
      [
        ...metasLike(page, /^(?:citation_keywords?|keywords|dc\.subject|article:tag|prism\.keyword)$/).flatMap((text) =>
          text.split(/[;,]/),
        ),
        ...textsOf(page, '.mesh-terms .keyword-actions-trigger, [class*="mesh" i] a', 60),
      ],
      80,
      80,
    ),
    sections: short(headings, 20, 60),
    abstract: (abstract
      ? textOf(abstract, 4000)
      : (metasLike(page, /^(?:citation_abstract|dc\.description|description|og:description)$/)[0] ?? '')
    ).slice(0, 4000),
    banners: short(
      [
        ...said(nodes, 'creativeWorkStatus', 'correction'),
        ...own(page, marked, 40, 300),
        ...own(page, 'h2,h3,h4', 80, 60),
        ...notes(page),
      ].filter((text) => telling.test(text)),
      30,
      300,
    ),
  }
}

/** Reads them from the page alone; a page that breaks its own document says nothing more. */
export const pageSigns = (document: Document, address: string): PageSigns | null => {
  const url = URL.parse(address)
  try {
    return url && signsOf(openPage(document, url))
  } catch {
    return null
  }
}
