import { fold } from '../page/clean.ts'
import { type Issue, readIssue } from './issue.ts'
import type { Line } from './lines.ts'

const citesItself =
  /(?:suggested citation|\bcitation (?:sugg|recomm)|\bcitation\s?:|forma de citar|sugestão de citação|cite (?:this|as)|how to cite|to cite this|^\W*cit(?:e|er|ar|ation)\W*$|copy citation|cómo citar|citar (?:como|este)|citación|como citar|comment citer|pour citer|citer (?:cet|comme)|zitier(?:weise|en|hinweis)|published in final edited form as|reference this)/i

/** Lines that cite the item itself: behind such words, or with its own title in them. */
export const citingLines = (lines: readonly Line[], title: string): number[] => {
  const own = fold(title).slice(0, 45)
  const found = new Set<number>()
  for (const [at, { text, isBeside, level }] of lines.entries()) {
    const holdsTitle =
      own.length > 20 &&
      level === 0 &&
      text.length > title.length + 20 &&
      text.length < 1500 &&
      fold(text).includes(own) &&
      /(?:19|20)\d{2}|10\.\d{4}/.test(text)
    if (holdsTitle && !isBeside) found.add(at)
    if (citesItself.test(text) && text.length < 1500)
      for (const behind of [at, at + 1, at + 2])
        if (lines[behind] && /(?:19|20)\d{2}/.test(lines[behind].text)) {
          found.add(behind)
          break
        }
  }
  return [...found].slice(0, 6)
}

const behindTitle =
  /^[\s.,;:"”»“’*)\]]*(?:\[[^\]]{0,80}\][\s.,]*)?(?:(?:in|en|em|dans):?\s)?(?<name>[A-ZÀ-Þ][^\d]{3,110}?)[,.]?\s+(?:vol(?:ume)?\.?\s*)?(?!(?:19|20)\d{2}[,;:])(?<volume>\d{1,4})?\s*(?:\(\s?(?<issue>[\w–-]{1,9})\s?\))?\s*[,:.]\s*(?:pp?\.?\s*|pages?\s|article\s|art\.\s|S\.\s|págs?\.\s)?(?<from>[A-Za-z]?\d\w{0,9})(?:\s?[-–]\s?(?<to>\w{1,9}))?/i

/** The issue as a line that cites the item gives it behind the title: "Title. Journal, 24, Article 311", "Title. Journal, 48 (2). S. 101-109". */
export const citedIssue = (text: string, title: string): Issue | undefined => {
  const tail = title.slice(-20).toLowerCase()
  const at = text.toLowerCase().indexOf(tail)
  const found = at < 0 ? undefined : behindTitle.exec(text.slice(at + tail.length))?.groups
  if (!found || !(found['volume'] ?? found['issue']) || /\bdoi\b|https?:|available|retrieved/i.test(found['name'] ?? ''))
    return readIssue(text)
  const { name = '', volume, issue, from, to } = found
  return {
    before: name,
    volume,
    issue,
    firstPage: from,
    lastPage: to,
    year: /\(?(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(text.slice(0, at))?.[1] ?? readIssue(text)?.year,
  }
}
