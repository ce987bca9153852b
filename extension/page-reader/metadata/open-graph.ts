import { cleanText } from '../page/clean.ts'
import type { Metadata } from './finding.ts'
import { metaValues, type Page } from '../page/page.ts'

/** Titles for sharing end in the name of the site. */
const withoutSite = (title: string, site: string): string => {
  const cut = title.replace(/\s*(?:\||[-–—:])\s*[^|–—]{2,60}$/u, '')
  const tail = title.slice(cut.length)
  return site && cut && tail.toLowerCase().includes(site.toLowerCase()) ? cut : title
}

/** What a page says of itself to social networks; enough for a plain page, never for a citation. */
export const openGraph = (page: Page): Metadata => {
  const site = cleanText(metaValues(page, ['og:site_name', 'application-name'])[0] ?? '', 300)
  const title = metaValues(page, ['og:title', 'twitter:title', 'parsely-title'])[0]
  return {
    title: title && withoutSite(cleanText(title, 500), site),
    authors: metaValues(page, ['article:author', 'parsely-author', 'sailthru.author', 'author', 'byl']).filter(
      (name) => !/^https?:|^\d+$/.test(name),
    ),
    date: metaValues(page, ['article:published_time', 'parsely-pub-date', 'sailthru.date', 'date', 'pubdate', 'publish-date'])[0],
    publisher: site || undefined,
  }
}
