import { cleanText, fold } from '../page/clean.ts'
import { first, metaValues, type Page, textOf } from '../page/page.ts'

/** Pieces of a window's title that name a platform or a part of an article, never a journal. */
const platform =
  /full.?text|abstract|^(?:article|pdf|pmc|\d+)$|press\b|publish|journals$|online|library|springer(link)?$|sciencedirect|pubmed|ncbi|wiley|sage|taylor|oxford academic|cambridge core|europe pmc|home|hal$|archive ouverte|cdc|\.com|\.org/i

/** What a window's title says besides the item's own title: "PLOS ONE: …", "… - Nature Methods", "… | Trials | Full Text". */
export const windowTitle = (page: Page): string => cleanText(textOf(first(page.scope, 'head title'), 800), 600)

/** The journal as the window's title names it, for pages that name it nowhere else in their metadata. */
export const journalInTitle = (page: Page, title: string): string | undefined => {
  const pieces = windowTitle(page).split(/\s*(?:\||\s[-–—]{1,2}\s|:\s|;\s)\s*/)
  const own = fold(title)
  const others = pieces
    .map((piece) => piece.replace(/\s*\([^()]*\)\s*$/, '').trim())
    .filter((piece) => {
      const folded = fold(piece)
      return (
        folded.length > 2 &&
        piece.length < 90 &&
        !own.includes(folded) &&
        !folded.includes(own.slice(0, 25) || '\0') &&
        !platform.test(piece)
      )
    })
  const named = others.find((piece) =>
    /\b(?:journals?|annals|archives|review|reports?|letters|bulletin|proceedings|communications|medicine)\b/i.test(piece),
  )
  return (
    named ??
    others[0] ??
    metaValues(page, ['og:site_name'])
      .map((name) => cleanText(name, 300))
      .find((name) => !platform.test(name))
  )
}
