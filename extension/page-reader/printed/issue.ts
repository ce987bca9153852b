import type { Metadata } from '../metadata/finding.ts'

/** Where a paper appeared, as one line says it. `before`: what stands before the year or volume, where the journal is named. */
export interface Issue extends Pick<Metadata, 'volume' | 'issue' | 'firstPage' | 'lastPage'> {
  year?: string | undefined
  before: string
}

const year = '(?:19|20)\\d{2}'
const month = '[\\s/-]{0,2}[A-Z][a-zé]{2,8}\\.?(?:[-–/][A-Z][a-z]{2,8})?(?:\\s\\d{1,2})?'
const pages =
  '(?:(?:pp?\\.?|pages|págs?\\.?|S\\.)\\s?)?(?<from>[A-Za-z]{0,4}\\d[\\w.]{0,12}?)(?:\\s?[-–‑]\\s?(?<to>[A-Za-z]{0,3}\\d\\w{0,8}))?(?![\\w-])'
const number = '\\(\\s?(?<issue>[\\w.–-]{1,8}(?:\\s\\w{1,6}){0,2})\\s?\\)'

/** "2005 Aug;7(4):637-645", "2014, 4(4), 932-945", "2012; 345", "(2012) 40 (21): 10832-10850", "5, 293-295 (2008)", "(2009) … 4(7): e6256". */
const forms: readonly RegExp[] = [
  `\\(?(?<![\\d/])(?<year>${year})\\)?(?:${month})?\\s?[;,]\\s?(?<volume>\\d{1,4})\\s?;?\\s?(?:${number})?\\s?[:,]\\s?${pages}`,
  `(?<![\\d/])(?<year>${year})(?:${month})?\\s?;\\s?(?<volume>\\d{1,4})(?!\\d)(?:\\s?${number})?`,
  `\\((?<year>${year})\\)\\s?(?<volume>\\d{1,4})\\s?(?:${number})?\\s?:\\s?${pages}`,
  `(?<volume>\\b\\d{1,4})\\s?(?:${number})?\\s?[:,]\\s?${pages}\\s?\\((?<year>${year})\\)`,
  `(?<volume>\\b\\d{1,4})\\s?${number}\\s?[:;,]\\s?${pages}`,
  `(?<volume>\\b\\d{1,4}):(?<from>e\\d{2,})`,
  `(?<=^[A-Z][^\\d:;]{2,60},?)\\s(?:\\d{1,2}\\s)?[A-Z][a-z]{2,8}\\s(?<year>${year})\\s?(?:\\||$)`,
  `(?<![\\d/])(?<year>${year})(?<volume>\\d{1,3}):(?<from>\\d{1,5})$`,
].map((form) => new RegExp(form))

const volumeWord = /\b(?:vol(?:ume|úmen|umen)?\b\.?|v\.|Band|Bd\.|Jahrgang|tome|tomo)\s?:?\s?(\d{1,4})(?!\d)/i
const issueWord =
  /\b(?:issues?|iss\.|no\.?|num(?:ber|éro|ero|\.)|núm(?:ero|\.)|n[.º°]+|nº|heft|fascículo|fasc\.)\s?:?\s?(\d{1,4}(?:[–-]\d{1,3})?)\b/i
const pageWord = /\b(?:pages?|pp?\.|páginas?|págs?\.|seiten?|article(?: number:?| id)?)\s?((?=\w*\d)\w{1,9})(?:\s?[-–‑]\s?(\w{1,9}))?/i
const anyYear = new RegExp(`(?<![\\d/-])(${year})(?![\\d-])`)
/** "Letters, 2020, vol. 9", "Letters (2020) vol. 9": behind no more than a journal's name. */
const yearBefore = new RegExp(`[\\s(](${year})\\)?[\\s,;.]*$`)

const inWords = (text: string): Issue | undefined => {
  const found = volumeWord.exec(text)
  if (!found) return undefined
  const tail = text.slice(found.index, found.index + 160)
  const [, from, to] = pageWord.exec(tail) ?? []
  const dated = /^\W*((?:[A-Za-zé]{3,10}\s)?(?:19|20)\d{2})\W*$/.exec(text.slice(0, found.index))
  const behind = tail.slice(found[0].length)
  return {
    before: dated ? '' : text.slice(0, found.index),
    volume: found[1],
    issue: issueWord.exec(behind)?.[1],
    firstPage: from,
    lastPage: to,
    year:
      anyYear.exec(behind)?.[1] ??
      anyYear.exec(dated?.[0] ?? '')?.[1] ??
      (found.index < 60 ? yearBefore.exec(text.slice(0, found.index))?.[1] : undefined),
  }
}

/** Volume, issue, pages and year as a line gives them; nothing of a line that has no volume. */
export const readIssue = (text: string): Issue | undefined => {
  const worded = inWords(text)
  if (worded) return worded
  for (const form of forms) {
    const found = form.exec(text)
    if (!found?.groups) continue
    const { volume, issue, from, to } = found.groups
    return {
      before: text.slice(0, found.index),
      volume,
      issue,
      firstPage: from,
      lastPage: to,
      year:
        found.groups['year'] ??
        anyYear.exec(text.slice(0, found.index))?.[1] ??
        /^[\s,;.]*(?:[A-Za-zé]{3,9}\.?[\s–/-]*){0,3}((?:19|20)\d{2})(?!\d)/.exec(text.slice(found.index + found[0].length))?.[1],
    }
  }
  return undefined
}
