import { attribute, inside } from '../page/page.ts'
import { groupOn } from './bodies.ts'
import type { Line } from './lines.ts'
import { readLine, readPeople } from './people.ts'

/** How an element stands in the page: its name and those around it, so that the names of one list look alike. */
export const placeOf = (element: Element): string => {
  const names: string[] = []
  for (let around: Element | null = element; around && names.length < 4; around = around.parentElement)
    names.push(`${around.nodeName} ${attribute(around, 'class')}`)
  return names.join('>')
}

const endsByline =
  /^(?:abstract|summary|introduction|background|keywords?:?.*|key words.*|highlights|resumen|resumo|résumé|zusammenfassung|introducción|introdução|einleitung|palabras clave.*|mots[- ]clés.*|references|article information|footnotes|contents|objectives?)$/i
/** What may stand on a line of its own between names. */
const isBetween = /^[\s,;.·|]*(?:and|&|…|\.{3}|et al\.?|et|y|und|e)?[\s,;.·|]*$/i
const isCutHere = /et al|…|\.{3}|^\W*\+\s?\d|^(?:all|show (?:all|more)) authors|^show (?:all|more)$/i

/** People, or several of them, as the page prints them behind its title. */
export interface Byline {
  names: string[]
  /** The page says that there are more. */
  isCut: boolean
  /** How many lines behind the title. */
  after: number
}

const affiliation =
  /universi|hospital|department|institut|faculty|school of|college|centre|center|clinic|departamento|facultad|klinik|orcid|@/i

/** A name by itself right behind the title, with the issue or DOI behind it or named again on the page. */
const isAlone = (lines: readonly Line[], title: number, after: number): boolean => {
  const name = lines[title + after]?.plain.replace(/^[\s,]+|[\s,.]+$/g, '') ?? ''
  const isIssue = lines.slice(title + after + 1, title + after + 4).some(({ text }) => /\b10\.\d{4}|\d;\s?\d|\bvol\b/i.test(text))
  return (
    after < 3 &&
    lines[title + after]?.level === 0 &&
    name.split(' ').length < 5 &&
    (isIssue || lines.slice(title + after + 1).some(({ text }) => /author|correspond|autor|auteur/i.test(text) && text.includes(name)))
  )
}

/** One name alone may be anything: it is an author's with a degree, a mark or "By", in a link, or with an affiliation behind it. */
const isAuthor = (lines: readonly Line[], title: number, after: number): boolean => {
  const line = lines[title + after]
  const next = lines.slice(title + after + 1, title + after + 4)
  return (
    line !== undefined &&
    after < 8 &&
    (/^(?:by|par|por|von)\s|,\s*(?:MD|M\.D\.|Ph\.?D|RN|MPH)\b|\d$|[*†]$/i.test(line.text) ||
      isAlone(lines, title, after) ||
      next.some(
        ({ text, plain, element }) =>
          affiliation.test(text) || element.nodeName === 'SUP' || plain === line.plain || /\b(?:auth?or|auteur|autora?)\b/i.test(text),
      ) ||
      inside(line.element, 'a[href*="author" i],a[href*="person" i],a[rel~="author"],[class*="author" i]'))
  )
}

/** Whether a name is the first of several, a line each. */
const isFirst = (lines: readonly Line[], at: number, place: string): boolean =>
  lines.slice(at + 1, at + 16).some(({ plain, element }) => placeOf(element) === place && readPeople(plain).length > 0)

/** The first list of names behind the title, whether on one line, a line each, or with affiliations between them. */
export const readByline = (lines: readonly Line[], title: number): Byline | undefined => {
  const names: string[] = []
  let [place, after, last, isCut] = ['', 0, title, false]
  for (let at = title + 1; at < Math.min(lines.length, title + 500); at += 1) {
    const line = lines[at] as Line
    if (line.text === lines[title]?.text) continue
    if (at - last > (names.length > 0 ? 30 : 60)) break
    if (endsByline.test(line.text) && line.text.length < 60 && (names.length > 0 || line.level > 0)) break
    const here = placeOf(line.element)
    const isFar = line.level > 0 && line.level < 3 && names.length > 0 && here !== place
    const people = isFar ? [] : readPeople(line.plain)
    const isMarked = line.element.nodeName === 'SUP' || /^[\d(†‡*]/.test(line.text)
    const own = isMarked || (people.length === 1 && isDated(line.text)) ? [] : people
    if (
      line.isBeside &&
      !lines[title]?.isBeside &&
      names.length === 0 &&
      (own.length < 2 || at > title + 3) &&
      !(at < title + 12 && isFirst(lines, at, here))
    )
      continue
    if (own.length === 0 && names.length > 0 && (at === last + 1 || here === place)) own.push(...groupOn(line.plain))
    if (own.length === 0) {
      if (at === last + 1 && names.length > 0) {
        isCut ||= isCutHere.test(line.plain) && line.plain.length < 20
        if (isBetween.test(line.plain)) last = at
      }
      continue
    }
    if (names.length === 0 && own.length === 1 && !isAuthor(lines, title, at - title) && !isFirst(lines, at, here)) continue
    const isNext = at === last + 1 || here === place
    if (names.length > 0 && !isNext) continue
    if (names.length === 0) [place, after] = [here, at - title]
    isCut = readLine(line.plain).isCut
    last = at
    for (const name of own) if (!names.includes(name)) names.push(name)
  }
  return names.length > 1 || (names.length === 1 && isAuthor(lines, title, after)) ? { names, isCut, after } : undefined
}

/** A line with a year, or a volume and pages, is of the issue or of a day. */
const isDated = (text: string): boolean => text.length < 200 && /(?<![\d-])(?:19|20)\d{2}(?![\d-])|\d:\s?\d/.test(text)
