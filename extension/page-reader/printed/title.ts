import { fold } from '../page/clean.ts'
import { headingText } from '../metadata/heading.ts'
import { inside } from '../page/page.ts'
import { readIssue } from './issue.ts'
import { saysJournal } from './journal-name.ts'
import type { Line } from './lines.ts'
import { readPeople } from './people.ts'

/** Words on a heading that name a part of a page or the site's doors, in five languages. */
const notTitles =
  /^(?:main )?(?:vol(?:ume)?\.?\s?\d.{0,40}|men[uú]|(?:table of )?contents?|abstract|summary|(?:search|log ?in|sign in|cookie|share|download|welcome|your privacy|we value).{0,30}|pubmed|resources?|(?:background|introduction|methods?|results?|conclusions?|discussion|objectives?|highlights|keywords|key points|figures?.{0,20}|tables?.{0,20}|article information|author information|references|resumen|resumo|résumé|zusammenfassung|introducción|introdução|einleitung|métodos|méthodes|resultados|résultats|ergebnisse|índice|inhalt|sommaire|buscar|recherche|suche|pesquisar?))$/i

/** What a window's title says, parted from the names of journal and site; the whole first. */
const windowPieces = (window: string): string[] => [fold(window), ...window.split(/\s*(?:\||\s[-–—]{1,2}\s|:\s|;\s|»|·|\[)\s*/).map(fold)]

/** Whether a line is what the window is called, or begins so where the window's title is cut off. */
const isInWindow = (text: string, window: string, pieces: readonly string[]): boolean => {
  const folded = fold(text)
  if (folded.length < 12) return pieces.slice(1).includes(folded)
  const cut = /^(.{20,}?)(?:…|\.{3})/.exec(window)?.[1]
  return (
    (pieces[0] ?? '').includes(folded.slice(0, 120)) ||
    (cut !== undefined && folded.startsWith(fold(cut).slice(0, 60))) ||
    pieces.some((piece) => piece.length > 24 && folded.startsWith(piece))
  )
}

/** Whether people are named behind a line. */
const isNear = (lines: readonly Line[], at: number): boolean => {
  const behind = lines.slice(at + 1, at + 60).filter((line) => !line.isBeside)
  const own = behind.slice(0, 15).map(({ plain, level }) => (level === 0 || level > 2 ? readPeople(plain).length : 0))
  return (
    own.slice(0, lines[at]?.level === 1 ? 15 : 7).some((many) => many > 1) ||
    own.slice(0, 3).some((many) => many > 0) ||
    own.filter((many) => many > 0).length > 1
  )
}

/** Whether the fields of a record stand behind a line: "Date:", "Author:". */
const isRecord = (lines: readonly Line[], at: number): boolean =>
  lines.slice(at + 1, at + 17).filter(({ text, isBeside }) => !isBeside && /^[\p{L}][\p{L}\s.-]{2,40}:$/u.test(text)).length > 2

/** By how far a heading's level speaks for a title; 0 is none. */
const ofLevel = [12, 50, 25, 12, 5, 2, 2]

/** Whether a line is a later part of the window's title, and not its longest: the name of the journal or site. */
const isSite = (text: string, window: string): boolean => {
  const pieces = window.split(/\s*(?:\||\s[-–—]{1,2}\s|»|·)\s*/)
  return pieces.indexOf(text) > 0 && pieces.some((piece) => piece.length > text.length * 1.3)
}

/** Whether a heading is the journal's, as the window says, and the item's own heading with its names is a lower one behind it. */
const isMasthead = (lines: readonly Line[], at: number, pieces: readonly string[]): boolean => {
  const { text, level } = lines[at] as Line
  const isLower = (line: Line, after: number): boolean => line.level > level && line.text.length > 24 && isNear(lines, at + 1 + after)
  return saysJournal.test(text) && pieces.includes(fold(text)) && lines.slice(at + 1, at + 16).some(isLower)
}

/** Whether a line says where a paper appeared or by which number it is known. */
const isOfPaper = ({ text, isBeside }: Line): boolean => {
  if (isBeside || text.length > 260) return false
  const { volume, year } = readIssue(text) ?? {}
  return Boolean(volume && year) || /\bdoi(?:\s?:|\.org)|\bPMC?ID:/i.test(text)
}

/** Whether a line near a heading is one that only papers have. */
const isAmongSigns = (lines: readonly Line[], at: number): boolean =>
  !isOfPaper(lines[at] as Line) && lines.slice(Math.max(0, at - 6), at + 7).some(isOfPaper)

/** How sure it is that a line is the title of the item that the page shows; 0 where it cannot be. */
const scoreOf = (lines: readonly Line[], at: number, window: string, pieces: readonly string[]): number => {
  const { text, level, element } = lines[at] as Line
  if (text.length < (level === 0 ? 25 : 8) || text.length > 400 || notTitles.test(text)) return 0
  const inWindow =
    isInWindow(text, window, pieces) ||
    // A window can have the beginning of the title alone.
    (level > 0 && pieces.slice(0, 2).some((piece) => piece.length > 11 && fold(text).startsWith(piece)))
  if (level === 0 && !inWindow) return 0
  // A line of names, of an issue or of a form is no title.
  if (level === 0 && (inside(element, 'a,li,option') || readPeople(text).length > 1)) return 0
  // Chinese, Japanese and Korean put no spaces between words.
  const words = /[\u3040-\u9fff\uac00-\ud7af]/.test(text) ? text.length / 2 : text.split(' ').length
  return (
    (inWindow ? 40 + 40 * Math.min(1, fold(text).length / (pieces[0]?.length || 1)) : 0) +
    (ofLevel[level] ?? 0) +
    (isNear(lines, at) ? 35 : level > 0 && isRecord(lines, at) ? 20 : 0) +
    (level > 0 && words > 2 && isAmongSigns(lines, at) ? 25 : 0) +
    (words > 3 ? 20 : words < 3 ? -20 : 0) -
    (isSite(text, window) ? 60 : 0) -
    (isMasthead(lines, at, pieces) ? 120 : 0) -
    (lines[at]?.isBeside ? 45 : 0) +
    (inside(element, 'main,article,[role="main"]') ? 5 : 0)
  )
}

/** What the window is called without the names of journal and site, and the line that holds it among other words. */
const inWindow = (lines: readonly Line[], window: string): Title | undefined => {
  const text = window.split(/\s*(?:\||\s[-–—]{1,2}\s|»|·)\s*/).toSorted((one, other) => other.length - one.length)[0] ?? ''
  if (text.length < 30 || text.split(' ').length < 5 || text.endsWith('…') || text.endsWith('...')) return undefined
  const holding = lines.flatMap(({ text: line, isBeside }, at) =>
    !isBeside && line.length < 600 && fold(line).includes(fold(text)) ? [at] : [],
  )
  const near = holding.find((at) => isNear(lines, at))
  const cited = holding.find((at) => /(?:19|20)\d{2}|10\.\d{4}/.test(lines[at]?.text ?? ''))
  const at = near ?? cited ?? holding[0]
  return at === undefined ? undefined : { at, text, isSure: (near ?? cited) !== undefined }
}

const sizeOf = ({ element }: Line): number => Number.parseFloat(getComputedStyle(element).fontSize) || 0

/** The line in the largest type of the page's first part, where it is no heading and names follow. */
const inLargeType = (lines: readonly Line[]): number | undefined => {
  const shown = lines.slice(0, 80).flatMap((line, at) => (line.isBeside || line.text.length < 20 ? [] : [{ at, line, size: sizeOf(line) }]))
  const usual = shown
    .filter(({ line }) => line.text.length > 120)
    .map(({ size }) => size)
    .toSorted((one, other) => one - other)
  const [first, second] = shown.toSorted((one, other) => other.size - one.size)
  const least = Math.max(second?.size ?? 0, (usual[usual.length >> 1] ?? 16) * 1.2)
  return first && first.size >= least && first.line.text.length < 300 && isNear(lines, first.at) ? first.at : undefined
}

/** The first line in bold type behind one that says where a paper appeared, with names right behind it or behind its translation. */
const inBold = (lines: readonly Line[]): number | undefined => {
  const at = lines.findIndex(
    (line, here) =>
      here < 40 &&
      line.text.length > 24 &&
      !isOfPaper(line) &&
      !readPeople(line.plain).length &&
      lines.slice(Math.max(0, here - 8), here).some(isOfPaper) &&
      lines.slice(here + 1, here + 4).some(({ plain }) => readPeople(plain).length > 1) &&
      Number(getComputedStyle(line.element).fontWeight) > 599,
  )
  return at < 0 ? undefined : at
}

export interface Title {
  at: number
  text: string
  isSure: boolean
}

/**
 * The line that is the item's title: a heading that the window is called by, or that names follow; else a line that holds what
 * the window is called. `undefined` where none is likely.
 */
export const findTitle = (lines: readonly Line[], window: string): Title | undefined => {
  const pieces = windowPieces(window)
  let [best, most] = [-1, 40]
  for (let at = 0; at < lines.length && at < 1200; at += 1) {
    const score = scoreOf(lines, at, window, pieces)
    if (score > most) [best, most] = [at, score]
  }
  if (most >= 90) return { at: best, text: titleOf(lines[best] as Line, pieces), isSure: true }
  const held = inWindow(lines, window)
  const large = held?.isSure ? undefined : (inLargeType(lines) ?? inBold(lines))
  if (large !== undefined) return { at: large, text: lines[large]?.text ?? '', isSure: true }
  return held?.isSure || best < 0 ? held : { at: best, text: titleOf(lines[best] as Line, pieces), isSure: false }
}

/** "Title / its translation" where the window says which of them is the title. */
const withoutTranslation = (text: string, pieces: readonly string[]): string => {
  const [own = ''] = text.split(/\s+[/=]\s+/)
  return own.length > 20 && own !== text && pieces.slice(1).includes(fold(own)) ? own : text
}

const titleOf = ({ level, element, text }: Line, pieces: readonly string[]): string => {
  const heading = level > 0 ? Element.prototype.closest.call(element, 'h1,h2,h3,h4,h5,h6') : null
  return withoutTranslation((heading && headingText(heading)) || text, pieces)
}
