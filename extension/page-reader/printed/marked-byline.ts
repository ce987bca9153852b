import type { Name } from '../../../shared/citations/citation.ts'
import { cleanText } from '../page/clean.ts'
import { hasLetter, isDegree } from '../metadata/names.ts'
import { isPerson } from './people.ts'
import { all, attribute, first, inside, isBreak, isNotText, type Page, textOf, walk } from '../page/page.ts'

const marked =
  '[class*="author" i],[class*="contrib" i],[class*="byline" i],[class~="auths"],[id*="author" i],[class*="creator" i],[property~="author"],[itemprop~="author"],[rel~="author"]'
/** Where names are of other people: those who are cited, commented, edited, or recommended. */
const others =
  'nav,footer,aside,dialog,figure,form,[class*="reference" i],[id*="reference" i],[class*="biblio" i],[class*="related" i],[class*="comment" i],[class*="recommend" i],[class*="query" i],[class*="search" i],[class*="editor" i],[class*="metrics" i],[class*="citedby" i],[id*="ref-" i]'
const notName =
  /affil|degree|orcid|email|icon|sr-only|visually-?hidden|note|tooltip|bio|count|heading|label|contact|suffix|\brole\b|badge|popup|dropdown|info-|-info|link-box|profile/i
const oneName = /author|creator|contrib|personname|name/i
const partName = /given|first|forename|family|sur-?name|last/i

/** The text of a byline with a line end wherever the page's structure parts two people, without notes, degrees and addresses. */
const bylineText = (container: Element): string => {
  let text = ''
  walk(
    container,
    (piece) => {
      text += piece.replace(/\s+/g, ' ')
      return text.length < 8000
    },
    (element, leaving) => {
      const mark = `${attribute(element, 'class')} ${attribute(element, 'property')} ${attribute(element, 'itemprop')}`
      const apart = isBreak(element) || (oneName.test(mark) && !partName.test(mark))
      if (apart) text += '\n'
      if (leaving) return true
      const hidden =
        element.nodeName === 'SUP' ||
        isNotText(element) ||
        (notName.test(mark) && !partName.test(mark)) ||
        element.hasAttribute('hidden') ||
        /^mailto:/i.test(attribute(element, 'href'))
      if (hidden) text += ' '
      return !hidden
    },
  )
  return text
}

const pieces = (text: string): string[] => {
  const separators = /[;；]\s*\S/.test(text) ? /[\n;；]/ : /[\n,，、]|\s(?:and|&|et|und|y)\s/u
  return text
    .split(separators)
    .map((piece) =>
      cleanText(piece, 200)
        .replace(/(?<=[A-Za-z\u00c0-\u024f.])\s*[\u3400-\u9fff].*$/, '')
        .replace(/^(?:by|and|&|authors?:?|，|,)\s+/i, ''),
    )
    .map((piece) =>
      piece.replace(/(?:\s*,\s*[^,]*)+$/u, (rest) => (rest.split(',').every((part) => !part.trim() || isDegree(part)) ? '' : rest)),
    )
    .map((piece) =>
      piece.replace(/[\s\d,*†‡§¶#().:[\]]+$/u, (rest) => (rest.startsWith('.') && !/\d/.test(rest) ? rest.trimEnd() : '')).trim(),
    )
    .filter((piece) => hasLetter(piece) && !isDegree(piece))
}

/** Names of a byline's text: none unless nearly all of it is names. */
export const namesIn = (text: string): string[] => {
  const parts = pieces(text)
  const names = parts.filter((piece) => isPerson(piece.replace(/,?\s+(?:[JS]r|I{2,3})\.?$/, '')))
  return names.length > 0 && names.length >= parts.length * 0.75 ? [...new Set(names)] : []
}

const structured = (container: Element): Name[] =>
  all(
    container,
    '[class~="surname"],[class*="family-name" i],[property~="familyName"],[itemprop~="familyName"],[class~="last-name"]',
    120,
  ).flatMap((family) => {
    const parent = family.parentElement
    const given = parent
      ? first(parent, '[class*="given-name" i],[property~="givenName"],[itemprop~="givenName"],[class~="first-name"]')
      : undefined
    return given ? [{ family: textOf(family, 200), given: textOf(given, 200) }] : []
  })

const peopleIn = (container: Element): readonly (string | Name)[] => {
  const people = structured(container)
  return people.length > 0 ? people : namesIn(bylineText(container))
}

const longer = (a: readonly (string | Name)[], b: readonly (string | Name)[]): readonly (string | Name)[] => (b.length > a.length ? b : a)

/** A mark on every person and none around them: then the nearest element that holds them all is the byline. */
const widened = (candidate: Element, names: readonly (string | Name)[]): readonly (string | Name)[] => {
  let [best, around] = [names, candidate.parentElement]
  for (
    let step = 0;
    names.length === 1 && step < 2 && around && !/^(?:body|main|article|section|html)$/i.test(around.nodeName);
    step += 1
  ) {
    best = longer(best, peopleIn(around))
    around = around.parentElement
  }
  return best
}

/** Names in elements that are marked as authors, in the page's own head part. */
export const markedByline = (page: Page): readonly (string | Name)[] => {
  for (const candidate of all(page.scope, marked, 60)) {
    if (inside(candidate, others)) continue
    const names = peopleIn(candidate)
    if (names.length > 0) return widened(candidate, names)
  }
  return []
}
