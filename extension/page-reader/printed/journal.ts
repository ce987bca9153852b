import { fold } from '../page/clean.ts'
import { all, attribute, inside, type Page, textOf } from '../page/page.ts'
import { windowTitle } from '../metadata/page-title.ts'
import { isAcronym, isJournalName, isShortFor, saysJournal, tidy } from './journal-name.ts'
import type { Line } from './lines.ts'
import { pictureNames } from './lines.ts'

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

/** The name that stands before the ISSN, on its line or on the line before. */
const besideIssn = (lines: readonly Line[], title: number): Said[] => {
  const at = lines.findIndex(({ text, isOther }) => !isOther && text.length < 120 && /\bISSN\b/i.test(text))
  const onIt = /^(?!print|online|electronic|versi|edici)(.{4,90}?)[\s,;(|]+(?:print |online |electronic |[ep]-?)?ISSN/i.exec(
    lines[at]?.text ?? '',
  )?.[1]
  const isOfPublisher = /^(?:publisher|editor|éditeur|verlag|herausgeber)/i.test(lines[at - 2]?.text ?? '')
  const name = tidy((onIt ?? lines[at - 1]?.text ?? '').replace(/^\p{L}{4,20}:\s*|\s*[;(].*$/gu, ''))
  return !isOfPublisher && isJournalName(name) ? [{ name, weight: at < title + 6 ? 1.8 : 1.2 }] : []
}

/** What the page calls journals besides: its window, headings, pictures, links to a journal's home, feeds. */
const besides = (page: Page, lines: readonly Line[], title: number, isNamed: boolean): Said[] => {
  const own = fold(lines[title]?.text ?? '').slice(0, 40)
  const isOther = (name: string): boolean => !own || !fold(name).includes(own.slice(0, 25))
  const window = windowTitle(page)
    .split(/\s*(?:\||\s[-–—]{1,2}\s|:\s|;\s|\[|\])\s*/)
    .filter(isOther)
  const headings = lines.slice(0, title).filter(({ level, text }) => level > 0 && level < 4 && text.length < 90)
  const links = all(
    page.scope,
    'a[href*="journal" i],a[href*="/loi/"],a[href*="/toc/"],a[href*="revista" i],a[href*="revue" i],a[href="/"],a[rel="home"]',
    80,
  )
    .filter((link) => !inside(link, '[class*="reference" i]'))
    .map((link) => textOf(link, 120) || attribute(link, 'title'))
  const feeds = all(page.scope, 'link[type*="rss"],link[type*="atom"]', 6).map((link) =>
    attribute(link, 'title').replace(/^.*\bfor\b|\s(?:-|:).*$|\b(?:current issue|latest|rss|feed|articles|toc)\b/gi, ''),
  )
  const each = (names: readonly string[], weight: number): Said[] =>
    [...new Set(names.map((name) => tidy(name)))].filter((name) => isJournalName(name) && isOther(name)).map((name) => ({ name, weight }))
  return [
    ...window.flatMap((piece) => each([piece.replace(/\s*\([^()]*\)\s*$/, '')], isNamed && saysJournal.test(piece) ? 1.9 : 1)),
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

/**
 * The journal that the page's own lines name, where another of its parts calls it so too or a line cites the paper; of a page
 * that names people behind its title (`isNamed`), the window alone where it says "Journal".
 */
export const agreedJournal = (
  page: Page,
  lines: readonly Line[],
  title: number,
  said: readonly Said[],
  isNamed: boolean,
): string | undefined => {
  const votes = new Map<string, { name: string; weight: number; kinds: number }>()
  for (const { name, weight } of [...said, ...besideIssn(lines, title), ...besides(page, lines, title, isNamed)]) {
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
