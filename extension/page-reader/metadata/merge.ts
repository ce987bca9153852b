import type { Citation, Name } from '../../../shared/citations/citation.ts'
import { normaliseDoi, normalisePmcid, normalisePmid } from '../../../shared/citations/identifiers.ts'
import { cleanText, cleanTitle } from '../page/clean.ts'
import { readDate } from './dates.ts'
import type { Metadata } from './finding.ts'
import { readNames, shared } from './names.ts'
import { wordSet } from '../page/word-set.ts'

type TextField = 'title' | 'journal' | 'volume' | 'issue' | 'firstPage' | 'lastPage' | 'number' | 'publisher' | 'language' | 'ISSN'

const placeholders = wordSet('n/a na null undefined none unknown notitle noauthor 00000000 0000-0000 - -- ---')
const isPlaceholder = (text: string): boolean => placeholders.has(text.replace(' ', '')) || text.startsWith('error!')

/** The first source's value that is one; sources stand in order of trust. */
export const pick = (findings: readonly Metadata[], field: TextField, most: number): string | undefined => {
  for (const finding of findings) {
    const value = (field === 'title' ? cleanTitle : cleanText)(finding[field] ?? '')
      .slice(0, most)
      .trim()
    if (value && !isPlaceholder(value.toLowerCase())) return value
  }
  return undefined
}

const identifier = (
  findings: readonly Metadata[],
  field: 'DOI' | 'PMID' | 'PMCID',
  read: (text: string) => string | undefined,
): string | undefined => {
  for (const { [field]: said } of findings) {
    const found = said && read(cleanText(said, 300))
    if (found) return found
  }
  return undefined
}

/** "Chem. Commun." and "J Bacteriol" are short forms; a source that spells the name out is preferred. */
const abbreviated = (journal: string): boolean =>
  journal.includes('.') && /[^\s!-@]\.(?:\s|$)/.test(journal) && !/^[^\s.]+\.\s+\S+ and/.test(journal)

const wordsOf = (name: string): string[] => name.toLowerCase().split(/[\s!-@‐-—]+/)

const journalOf = (findings: readonly Metadata[]): string | undefined => {
  const best = pick(findings, 'journal', 300)
  if (!best || !abbreviated(best)) return best
  const initials = wordsOf(best).filter(Boolean)
  const spellsOut = (name: string): boolean => {
    const words = wordsOf(name).filter((word) => !/^(?:of|the|and|in|for|de|et)$/.test(word))
    return words.length === initials.length && words.every((word, index) => word.startsWith(initials[index] ?? '\0'))
  }
  return findings.map((finding) => cleanText(finding.journal ?? '', 300)).find((name) => name && name !== best && spellsOut(name)) ?? best
}

/** The best source's list; one that names a single person of another's longer list is incomplete. */
const authorsOf = (findings: readonly Metadata[]): Name[] => {
  let best: Name[] = []
  for (const { authors } of findings) {
    if (best.length > 1) break
    const names = authors?.length ? readNames(authors) : []
    if (names.length > best.length && shared(best, names) === best.length) best = names
  }
  return best
}

const pageOf = (findings: readonly Metadata[]): string | undefined => {
  const from = pick(findings, 'firstPage', 20)
  const to = pick(findings, 'lastPage', 20)
  if (!from) return undefined
  return to && to !== from && !from.includes('-') ? `${from}-${to}` : from.replace(/[–—]/g, '-')
}

const dateOf = (findings: readonly Metadata[]): number[] | undefined =>
  findings.map((finding) => finding.date && readDate(finding.date)).find((date) => date !== undefined && date !== '') || undefined

/** Without what is not known. */
export const without = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')) as T

/** One citation from what several sources say, the more trustworthy first; each field from the best source that has it. */
export const merge = (findings: readonly Metadata[]): Citation => {
  const author = authorsOf(findings)
  const date = dateOf(findings)
  return without({
    type: findings.map((finding) => finding.type).find(Boolean) ?? 'article-journal',
    title: pick(findings, 'title', 500),
    author: author.length > 0 ? author : undefined,
    'container-title': journalOf(findings),
    volume: pick(findings, 'volume', 40),
    issue: pick(findings, 'issue', 40),
    page: pageOf(findings),
    number: pick(findings, 'number', 60),
    publisher: pick(findings, 'publisher', 300),
    issued: date && { 'date-parts': [date] },
    DOI: identifier(findings, 'DOI', normaliseDoi),
    PMID: identifier(findings, 'PMID', normalisePmid),
    PMCID: identifier(findings, 'PMCID', normalisePmcid),
    ISSN: pick(findings, 'ISSN', 60),
    language: pick(findings, 'language', 40),
  })
}
