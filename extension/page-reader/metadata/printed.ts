import { normaliseDoi } from '../../../shared/citations/identifiers.ts'
import type { Finding } from './finding.ts'
import { attribute, isNamed, isNotText, type Page, walk } from '../page/page.ts'

/** Parts of a page that speak of other papers. */
const isElsewhere = isNamed('nav aside footer form dialog')
const elsewhereClass =
  /\brefs?\b|references?|bibliograph|related|recommend|recent|similar|citedby|cited-by|sidebar|comments?\b|metrics|altmetric/i
const endOfArticle = /^\s*(?:references|bibliography|literature cited|works cited|références|referencias|參考文獻)\s*$/i

const headPart = 12_000
/** Texts of the page up to its references, in order, at most so many letters; each with what encloses it. */
const texts = (page: Page): string[] => {
  const found: string[] = []
  let [length, ended] = [0, false]
  walk(
    page.document.body,
    (text) => {
      if (ended || (endOfArticle.test(text) && length > 3000)) return false
      if (text.trim()) {
        found.push(text.replace(/\s+/g, ' '))
        length += text.length
      }
      return length < headPart * 4
    },
    (element) => {
      ended ||= /^h[2-4]$/i.test(element.nodeName) && endOfArticle.test(element.textContent?.slice(0, 40) ?? '')
      return (
        !isElsewhere(element) && !isNotText(element) && !elsewhereClass.test(`${attribute(element, 'class')} ${attribute(element, 'id')}`)
      )
    },
  )
  return found
}

/** An identifier alone on its line or behind its label, not one in the middle of a sentence. */
const doiLine = /(?:^|\bdoi:?\s*|doi\.org\/|^\s*)(10\.\d{4,9}\/\S+)/i
const alone = /^\W*(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:?\s*)?10\.\d{4,9}\/\S+\W*$/i
const labelled = /(?:\bdoi:?\s*(?:https?:\/\/(?:dx\.)?doi\.org\/)?|doi\.org\/)10\.\d{4,9}\//i
const citesItself =
  /(?:suggested citation|citation:|cite (?:this|as)|how to cite|to cite this|citación sugerida|citation suggérée|cómo citar)/i

export interface Printed extends Finding {
  /** The DOI stands in the line that tells how to cite the page. */
  inOwnCitation: boolean
}

/** "Journal / Volume 34, Issue 4, October 1999, Pages 1348–1359": what stands before the volume names the journal. */
const issueLine = (found: readonly string[]): Finding => {
  const at = found.findIndex((text) => /\bVol(?:ume|\.)\s?\d{1,4}\b/i.test(text))
  if (at < 0) return {}
  const text = found
    .slice(at, at + 5)
    .join(' ')
    .slice(0, 200)
  const [, volume, tail = ''] = /\bVol(?:ume|\.)\s?(\d{1,4})(?!\d)(.{0,110})/i.exec(text) ?? []
  const before = (found[at - 1] ?? '').trim()
  const [, from, to] = /\bp(?:ages?|p)\.?\s?((?=\w*\d|[ivxlc]+\b)\w{1,8})(?:\s?[-–]\s?(\w{1,8}))?/i.exec(tail) ?? []
  return {
    journal: /^[A-ZÀ-Þ][^\d!-%*+./;-@]{3,110}$/.test(before) ? before : undefined,
    volume,
    issue: /\b(?:issue|no\.?|number)\s?(\w{1,6})/i.exec(tail)?.[1],
    firstPage: from,
    lastPage: to,
    date: /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(tail)?.[0] ?? /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(text)?.[0],
  }
}

const published =
  /(?:published(?: online)?|available online|publication date|posted(?: online)?)\s*:?\s*((?:\d{1,2} )?[a-z]{3,9}\.? (?:\d{1,2},? )?(?:19|20)\d{2}|(?:19|20)\d{2}(?:-\d\d){0,2})/i
const copyright = /(?:©|copyright)[^©]{0,70}?(?<!\d)((?:19|20)\d{2})(?!\d)/i

const line = (found: readonly string[], index: number): string => `${found[index - 1]?.slice(-60) ?? ''} ${found[index] ?? ''}`

/** Identifiers that the head of the page prints as its own. One that stands beside another of its kind is not believed. */
export const printed = (page: Page): Printed => {
  const found = texts(page)
  const own = found.findIndex((text) => citesItself.test(text))
  const citation =
    own < 0
      ? ''
      : found
          .slice(own, own + 14)
          .join(' ')
          .slice(0, 1500)
  const cited = /10\.\d{4,9}\//.test(citation) ? normaliseDoi(citation) : undefined
  const dois = new Set<string>()
  let length = 0
  for (const [index, text] of found.entries()) {
    length += text.length
    if (length > headPart) break
    if (/10\.\d{4,9}\//.test(text) && (alone.test(text) || labelled.test(line(found, index)))) {
      const doi = normaliseDoi(doiLine.exec(text)?.[1] ?? text)
      if (doi) dois.add(doi.toLowerCase() === cited?.toLowerCase() ? cited : doi)
    }
  }
  const joined = found.join(' ').slice(0, headPart * 2)
  const only = (pattern: RegExp): string | undefined => {
    const values = new Set([...joined.matchAll(pattern)].slice(0, 50).map((match) => match[1]))
    return values.size === 1 ? [...values][0] : undefined
  }
  const issue = issueLine(found)
  const [, year, volume, number, start] =
    (citation && /(?:^|[\s.(])((?:19|20)\d{2})(?:\s*;\s*(\d+)(?:\((\w+)\))?(?:\s*:\s*(\w+))?|(?=[,)\s]))/.exec(citation)) || []
  const volumeOf = volume ? { volume, issue: number, firstPage: start } : issue
  return {
    DOI: cited ?? (dois.size === 1 ? [...dois][0] : undefined),
    PMID: only(/\bPMID:?\s*(\d{5,8})\b/g),
    PMCID: only(/\bPMCID:?\s*(PMC\d{4,8})\b/g),
    journal: issue.journal,
    volume: volumeOf.volume,
    issue: volumeOf.issue,
    firstPage: volumeOf.firstPage,
    lastPage: volume ? undefined : issue.lastPage,
    date: year ?? issue.date ?? published.exec(joined)?.[1] ?? copyright.exec(joined)?.[1],
    inOwnCitation: cited !== undefined,
  }
}
