import { cleanText, fold } from '../page/clean.ts'
import { all, attribute, inside, type Page, textOf } from '../page/page.ts'
import { windowTitle } from '../metadata/page-title.ts'
import type { Line } from './lines.ts'
import { pictureNames } from './lines.ts'

/** Names of platforms, publishers and parts of sites, which no journal has. */
const isPlatform =
  /full.?text|abstract|^(?:article|pdf|pmc|\d+|home|journals?|archive|current issue|issue|subscriptions?|contents?|research(?: article)?|(?:bi-?|semi-?)?(?:weekly|monthly)\W*|original (?:article|research|paper)|reviews?|editorial|letters?|news|about|browse|login|search|menu|cite|share|export|download|view|advertisement|volume.*|free|open access|en|es|pt|fr|de)$|\bpress$|publish|journals$|online$|library|springer(?:link)?$|sciencedirect|pubmed|ncbi|wiley|^sage|taylor|oxford academic|cambridge core|europe pmc|hal$|archive ouverte|^cdc$|\.com|\.org|\.net|logo|university|facebook|twitter|linkedin|iopscience|jstor|mendeley|creative commons|crossmark|orcid|altmetric|et al|^pnas.*info|elsevier|^national |society$|^https?:/i

/** What may be a journal's name: capitalised words, not of a platform. */
export const isJournalName = (name: string): boolean =>
  name.length > 1 &&
  name.length < 110 &&
  /^[A-ZÀ-Þ\d]|^[a-z][A-Z]/.test(name) &&
  !/[!;<>{}=@]|(?<![A-Za-z])\d{4}|\s\d+$/.test(name) &&
  name.split(' ').length < 14 &&
  !isPlatform.test(name)

const tidy = (text: string): string =>
  cleanText(
    text.replace(
      /^.*(?:cite (?:this )?(?:article )?as|citation|published in(?: final edited form as)?|in|source|journal|revista|revue)\s?:\s*/i,
      '',
    ),
    200,
  )
    .replace(/^[\s.,;:>|»(·–-]+|[\s,;:|(·–-]+$/g, '')
    .replace(/(?<=[a-z]{4})\.$/, '')
    .replace(/(?:EI检索|SCI).*$/, '')
    .trim()

/** The journal's name out of what stands before a year or volume: behind the paper's title where that is there too. */
export const journalBefore = (before: string, title: string): string | undefined => {
  const at = title ? before.toLowerCase().indexOf(title.slice(-20).toLowerCase()) : -1
  const behind =
    at < 0 ? before : before.slice(at + title.slice(-20).length).replace(/^[\s.,;:"”’*)\]]*(?:\[[^\]]{0,80}\])?[\s.,;:"”]*/, '')
  const name = tidy(
    behind
      .replace(/\(?(?:19|20)\d{2}\)?.*$/, '')
      .replace(/(?:,|\.)?\s*(?:\d{1,2}\s)?[A-Z][a-z]{2,8}\.?\s*\d{0,2},?\s*$/, (tail) =>
        /(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(tail) ? '' : tail,
      ),
  )
  return name && isJournalName(name) && name.length < 100 ? name : undefined
}

const initials = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[\s.,&–-]+/)
    .filter((word) => word && !/^(?:of|the|and|in|for|de|et|la|le|del|und|der|die)$/.test(word))

/** Whether a short form ("Front. Psychol.") is of that name. */
export const isShortFor = (short: string, name: string): boolean => {
  const [few, words] = [initials(short), initials(name)]
  return (
    short.length < name.length &&
    few.length === words.length &&
    few.length > 0 &&
    words.every((word, at) => word.startsWith(few[at] ?? '\0'))
  )
}

const isAcronym = (short: string, name: string): boolean =>
  short.length > 2 &&
  short === short.toUpperCase() &&
  initials(name)
    .map((word) => word.charAt(0))
    .join('') === short.toLowerCase()

export interface Said {
  name: string
  weight: number
}

const marked =
  '[class~="JournalTitle" i],[class*="journal-title" i],[class*="journal-name" i],[class*="publication-title" i],[property="isPartOf"] [property="name"],[itemprop="isPartOf"] [itemprop="name"],[class~="journalTitle"] img'
const ofOthers = '[class*="reference" i],[id*="reference" i],[class*="citation_source" i],nav,footer,aside'

/** Names in elements that are marked as the journal's, or pictures of it. */
const markedNames = (page: Page): string[] =>
  all(page.scope, marked, 8)
    .filter((element) => !inside(element, ofOthers))
    .map((element) => attribute(element, 'alt') || textOf(element, 200))

/** What the page calls journals besides: its window, headings, pictures, links to a journal's home, feeds. */
const besides = (page: Page, lines: readonly Line[], title: number): Said[] => {
  const own = fold(lines[title]?.text ?? '').slice(0, 40)
  const isOther = (name: string): boolean => !own || !fold(name).includes(own.slice(0, 25))
  const window = windowTitle(page)
    .split(/\s*(?:\||\s[-–—]{1,2}\s|:\s|;\s|\[|\])\s*/)
    .filter(isOther)
  const headings = lines.slice(0, title).filter(({ level, text }) => level > 0 && level < 4 && text.length < 90)
  const links = all(page.scope, 'a[href*="journal" i],a[href*="/loi/"],a[href*="/toc/"],a[href*="revista" i],a[href="/"],a[rel="home"]', 80)
    .filter((link) => !inside(link, '[class*="reference" i]'))
    .map((link) => textOf(link, 120) || attribute(link, 'title'))
  const feeds = all(page.scope, 'link[type*="rss"],link[type*="atom"]', 6).map((link) =>
    attribute(link, 'title').replace(/^.*\bfor\b|\s(?:-|:).*$|\b(?:current issue|latest|rss|feed|articles|toc)\b/gi, ''),
  )
  const each = (names: readonly string[], weight: number): Said[] =>
    [...new Set(names.map((name) => tidy(name)))].filter((name) => isJournalName(name) && isOther(name)).map((name) => ({ name, weight }))
  return [
    ...each(
      window.map((piece) => piece.replace(/\s*\([^()]*\)\s*$/, '')),
      1,
    ),
    ...each(
      headings.map(({ text }) => text),
      1,
    ),
    ...each(pictureNames(page), 1),
    ...each(links, 0.8),
    ...each(feeds, 1),
    ...each(markedNames(page).slice(0, 2), 2),
  ]
}

/** The journal that the page's own lines name, where another of its parts calls it so too or a line cites the paper. */
export const agreedJournal = (page: Page, lines: readonly Line[], title: number, said: readonly Said[]): string | undefined => {
  const votes = new Map<string, { name: string; weight: number; kinds: number }>()
  for (const { name, weight } of [...said, ...besides(page, lines, title)]) {
    const key = fold(name).replace(/^the(?=.{6})/, '')
    const entry = votes.get(key) ?? { name, weight: 0, kinds: 0 }
    entry.weight += weight
    entry.kinds += 1
    votes.set(key, entry)
  }
  const entries = [...votes.values()]
  for (const entry of entries) {
    const full = entries.find((other) => isShortFor(entry.name, other.name) || isAcronym(entry.name, other.name))
    if (full) full.weight += entry.weight
  }
  const [best, second] = entries.toSorted((one, other) => other.weight - one.weight || other.name.length - one.name.length)
  return best && best.weight >= 1.8 && (best.weight > (second?.weight ?? 0) || isShortFor(second?.name ?? '', best.name))
    ? best.name
    : undefined
}
