import { cleanTitle } from '../page/clean.ts'
import { attribute, first, isBreak, isUnseen, walk } from '../page/page.ts'

const badge = /badge|label|icon|foot-?note|dochead|access|tooltip|sr-only|visually-hidden|annotation|article-type/i

/** Names of sections that stand in a heading before the title: "ORIGINAL RESEARCH". */
const section =
  /^(?:original|research|review|editorial|case|brief|short|letter|special|systematic|commentary|perspective|essay|technical|étude|artículo|investigación|estudio|revisión|artigo|originalarbeit|übersicht)(?:\s\S+){0,3}$/i
/** Nothing but such a name, run together with the title in a part of its own. */
const kind =
  /^(?:regular|original|research|review|short|brief|full(?:-length)?|case|editorial) (?:article|paper|report|communication|research)s?$/i
const isSection = (part: Element, words: string): boolean =>
  kind.test(words) || (section.test(words) && words.length < 40 && (words === words.toUpperCase() || first(part, 'br') !== undefined))

/** A part of a heading that is not of the title: a badge, the section's label, or a link to a foot-note. */
const isExtra = (part: Element): boolean => {
  const words = part.textContent?.trim() ?? ''
  return (
    isSection(part, words) ||
    (badge.test(attribute(part, 'class')) && words.length < 40) ||
    (part.nodeName === 'A' && /^[\d*†‡§¶☆#,]{0,3}$/u.test(words))
  )
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
