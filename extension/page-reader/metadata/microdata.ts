import { firstDoi } from '../../../shared/citations/identifiers.ts'
import type { Metadata } from './finding.ts'
import { all, attribute, type Page, textOf } from '../page/page.ts'

const scope = '[itemscope],[typeof]'

const valueOf = (element: Element | undefined): string | undefined => {
  if (!element) return undefined
  return attribute(element, 'content') || attribute(element, 'datetime') || textOf(element, 500) || undefined
}

/** Microdata or RDFa of the one article that a page is about; where several are marked, most are references or offers. */
export const microdata = (page: Page): Metadata => {
  const [item, second] = all(page.scope, '[itemtype$="ScholarlyArticle"]:not([itemprop]),[typeof~="ScholarlyArticle"]:not([property])', 2)
  if (!item || second) return {}
  // A property belongs to the nearest item around it.
  const own = (name: string): Element[] =>
    all(item, `[itemprop~="${name}"],[property~="${name}"]`, 150).filter((element) => element.parentElement?.closest(scope) === item)
  const one = (name: string): string | undefined => valueOf(own(name)[0])
  const nested = (name: string, part: string): string | undefined => {
    const parent = own(name)[0]
    return parent && valueOf(all(parent, `[itemprop~="${part}"],[property~="${part}"]`, 1)[0])
  }
  return {
    type: 'article-journal',
    title: one('headline') ?? one('name'),
    journal: nested('isPartOf', 'name'),
    date: one('datePublished'),
    DOI: firstDoi([one('doi'), ...own('sameAs').map((element) => attribute(element, 'href') || textOf(element, 300)), one('identifier')]),
    volume: one('volumeNumber'),
    firstPage: one('pageStart'),
    lastPage: one('pageEnd'),
  }
}
