import { cleanText } from '../page/clean.ts'
import { all, attribute, first, inside, type Page, textOf } from '../page/page.ts'

const marked =
  '[class~="JournalTitle" i],[class*="journal-title" i],[class*="journal-name" i],[class*="publication-title" i],[property="isPartOf"] [property="name"],[itemprop="isPartOf"] [itemprop="name"],[class~="journalTitle"] img'
const others = '[class*="reference" i],[id*="reference" i],[class*="citation_source" i],nav,footer,aside'

/** The journal's name in the head of the page, where an element is marked as it or is its picture. */
export const printedJournal = (page: Page): string | undefined => {
  const names = all(page.scope, marked, 8)
    .filter((element) => !inside(element, others))
    .map((element) => cleanText(attribute(element, 'alt') || textOf(element, 200), 200))
  const feed = cleanText(
    attribute(first(page.scope, 'link[type="application/rss+xml"][title*=" for "]'), 'title').replace(/^.*\bfor\b/, ''),
    200,
  )
  return names.find((name) => name.length > 2 && name.length < 120) ?? (feed || undefined)
}
