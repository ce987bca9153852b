import { cleanTitle, fold } from '../page/clean.ts'
import { all, attribute, inside, isBreak, isUnseen, type Page, textOf, walk } from '../page/page.ts'
import { windowTitle } from './page-title.ts'

/** Words on a heading that name a page's part or the site's doors, not an item. */
const notTitles =
  /^(?:menu|search|log ?in( using)?|navigation|contents?|abstract|sign in|cookies?|you can login.*|main navigation|share|pubmed|resources?|.{0,2})$/i

const outside = 'nav,footer,aside,dialog,[role="dialog"],[aria-hidden="true"]'

const headings = (page: Page): Element[] => {
  const inTitle = fold(windowTitle(page))
  const candidates = all(page.scope, 'h1', 12).filter((heading) => !inside(heading, outside) && !notTitles.test(textOf(heading, 300)))
  // A site's name and an article can both be a first-level heading; the title of the window starts with or holds the article's.
  const length = (heading: Element): number => {
    const text = fold(textOf(heading, 500))
    return text && (inTitle.includes(text.slice(0, 30)) || text.startsWith(inTitle.slice(0, 30) || '\0')) ? text.length : 0
  }
  return candidates.sort((a, b) => length(b) - length(a))
}

/** Old pages set titles as lower headings: then the title of the window tells which. */
const titled = (page: Page): Element | undefined => {
  const inTitle = fold(windowTitle(page))
  return all(page.scope, 'h2,h3', 40).find((heading) => {
    const text = fold(textOf(heading, 600))
    return text.length > 19 && inTitle.includes(text.slice(0, 60)) && !inside(heading, outside)
  })
}

/** The heading of a known title, else the likeliest one. */
export const findHeading = (page: Page, title: string): Element | undefined => {
  const wanted = fold(title).slice(0, 40)
  if (!wanted) return headings(page)[0] ?? titled(page)
  const shows = (heading: Element): boolean => fold(textOf(heading, 800)).includes(wanted) && !inside(heading, outside)
  return all(page.scope, 'h1', 12).find(shows) ?? all(page.scope, 'h2,h3,.title,.article-title', 60).find(shows)
}

const badge = /badge|label|icon|foot-?note|dochead|access|tooltip|sr-only|visually-hidden|annotation|article-type/i

/** A part of a heading that is not of the title: a badge, the section's label, or a link to a foot-note. */
const isExtra = (part: Element): boolean => {
  const words = part.textContent?.trim() ?? ''
  return (badge.test(attribute(part, 'class')) && words.length < 40) || (part.nodeName === 'A' && /^[\d*†‡§¶☆#,]{0,3}$/u.test(words))
}

/** A heading's own words: without badges ("Open Access"), labels of the section and signs of foot-notes. */
export const headingText = (heading: Element | undefined): string => {
  let text = ''
  if (!heading) return text
  walk(
    heading,
    (piece) => {
      text += piece
      return text.length < 1000
    },
    (part) => {
      if (isBreak(part)) text += ' '
      return !isUnseen(part) && !isExtra(part)
    },
  )
  return cleanTitle(text.trim().replace(/\s(?:free|open access|free access|full access|purchased)\s*$/i, ''))
}
