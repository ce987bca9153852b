import { normaliseDoi } from '../../../shared/citations/identifiers.ts'
import { all, attribute, inside, type Page } from '../page/page.ts'
import { type Line, lineOf } from './lines.ts'

const aDoi = /10\.\d{4,9}(?:%2f|\/)/i

/** What platforms put behind a DOI in their links, and what runs on behind one in print. */
const withoutTail = (doi: string): string =>
  doi
    .replace(/(?:Get rights|Crossref|PubMed|Google|IF:|Cite|Copy|\s).*$/, '')
    .replace(
      /(?:\/(?:full|abstract|abs|pdf|epdf|html|meta|fulltext|summary|references|citations?|tables|figures|pdfdirect|epub|full-text|related-content|information|suppl_file))+(?:[./].*)?$|(?:\.full(?:\.pdf)?|\.pdf|\.xml|\.abstract|\.short)$/i,
      '',
    )
    .replace(/(?:[/.](?:fig-?|table-?|supp-?|suppl-?|s|g|t|sm)\d{1,3}|\.\d{3})$/i, (part) => (/^\.\d{3}$/.test(part) ? part : ''))

export const doiIn = (text: string): string | undefined => {
  if (!aDoi.test(text)) return undefined
  const found = normaliseDoi(
    /10\.\d{4,9}(?:%2f|\/).*/i
      .exec(text)?.[0]
      .replace(/%2f/gi, '/')
      .replace(/%28/g, '(')
      .replace(/%29/g, ')')
      .replace(/[?&#⟩›»].*$/, '') ?? '',
  )
  return found && withoutTail(found)
}

/** Identifiers with how much speaks for each. */
export class Votes {
  private readonly counts = new Map<string, { value: string; weight: number }>()

  add(value: string | undefined, weight: number): void {
    if (!value) return
    const key = value.toLowerCase()
    const entry = this.counts.get(key) ?? { value, weight: 0 }
    entry.weight += weight
    this.counts.set(key, entry)
  }

  /** The one that most speaks for, if that is enough and no other comes near. */
  winner(least: number, lead: number): string | undefined {
    const [best, second] = [...this.counts.values()].toSorted((one, other) => other.weight - one.weight)
    return best && best.weight >= least && best.weight >= (second?.weight ?? 0) * lead ? best.value : undefined
  }
}

const labelled = /(?:\bdoi\b\s?:?\s*|doi\.org\/|\(doi:)/i
const isOnlyDoi = /^\W*(?:https?:\/\/\S*?\/)?(?:doi:?\s*)?10\.\d{4,9}\/\S+\W*$/i

const others =
  'nav,footer,aside,[class*="reference" i],[id*="reference" i],[class*="biblio" i],[class*="related" i],[class*="recommend" i],[class*="similar" i],[class*="cited" i]'

/** DOIs in the page's own links: to its PDF, to what exports or shares it. A paper's own is in many of them. */
const linkedDois = (page: Page, lines: readonly Line[], end: Element | undefined): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const link of all(page.scope, 'a[href*="10."]', 400)) {
    if (end && (end.compareDocumentPosition(link) & 4) !== 0) break
    if (inside(link, others) || lineOf(lines, link)?.isOther) continue
    const doi = doiIn(attribute(link, 'href'))
    if (doi) counts.set(doi, (counts.get(doi) ?? 0) + 1)
  }
  return counts
}

/** The DOI that the page prints and links as its own; none where two are as likely. */
export const readDoi = (
  page: Page,
  lines: readonly Line[],
  title: number,
  cited: readonly string[],
  end: Element | undefined,
): string | undefined => {
  const votes = new Votes()
  const linked = linkedDois(page, lines, end)
  /** A printed one that a link gives without what runs on behind it. */
  const whole = (doi: string): string =>
    [...linked.keys()].find((link) => doi.toLowerCase().startsWith(link.toLowerCase()) && /^(?:[A-Z(]|$)/.test(doi.slice(link.length))) ??
    doi
  for (const text of cited) votes.add(doiIn(text) && whole(doiIn(text) ?? ''), 6)
  const isTitleBeside = lines[title]?.isBeside ?? false
  for (const [at, { text, isBeside }] of lines.entries()) {
    if (!aDoi.test(text) || text.length > 700 || (isBeside && !isTitleBeside)) continue
    const doi = doiIn(text)
    if (!doi) continue
    const isNear = at > title - 15 && at < title + 80
    const isOwn = isOnlyDoi.test(text) || labelled.test(`${(lines[at - 1]?.text ?? '').slice(-30)} ${text}`)
    if (isOwn) votes.add(whole(doi), isNear ? 4 : 1)
  }
  const after = new Set(lines.flatMap(({ text, isAfter }) => (isAfter && text.length < 200 && labelled.test(text) && doiIn(text)) || []))
  for (const doi of after) votes.add(doi, after.size === 1 ? 2.4 : 0)
  for (const [doi, count] of linked) votes.add(doi, Math.min(count, 5) * 0.8)
  return votes.winner(2.4, 1.5)
}

/** An identifier of PubMed or its archive, labelled on its line or on the line before. */
const labelledIn = (lines: readonly Line[], title: number, label: RegExp, value: RegExp): string | undefined => {
  const votes = new Votes()
  for (let at = Math.max(0, title - 30); at < Math.min(lines.length, title + 120); at += 1) {
    const { text, isBeside } = lines[at] as Line
    if (text.length > 400 || (isBeside && !lines[title]?.isBeside)) continue
    const found =
      label.exec(text) ??
      (label.test(`${text} 1234567`) || /^PMC?(?:ID)?:?$/i.test(text) ? label.exec(`${text} ${lines[at + 1]?.text ?? ''}`) : null)
    if (found?.[1] && value.test(found[1])) votes.add(found[1], 1)
  }
  return votes.winner(1, 1.5)
}

const pubMedLinks = ['pubmed', 'pmid', 'uid=', 'access_num', 'entrez'].map((part) => `a[href*="${part}" i]`).join(',')
/** Links to similar papers begin with the page's own, wherever they stand. */
const toSimilar = /(?:from_uid=|entrez-links\/|access_num=(?=\d+&link_type=MED_NBRS))(\d{5,8})\b/i
const toRecord = /(?:cauthor_uid=|[?&]pmid=|TermToSearch=|list_uids=|pubmed\.ncbi\.nlm\.nih\.gov\/|\/pubmed\/)(\d{5,8})\b/i

/** A number of PubMed that links of the page's own carry: to the record, to similar papers. */
const linkedPmid = (page: Page, lines: readonly Line[], end: Element | undefined): string | undefined => {
  const votes = new Votes()
  for (const link of all(page.scope, `${pubMedLinks},option[value*="pubmed" i]`, 500)) {
    const address = attribute(link, 'href') || attribute(link, 'value')
    votes.add(toSimilar.exec(address)?.[1], 3)
    const isOwn = !inside(link, others) && !(end && (end.compareDocumentPosition(link) & 4) !== 0) && !lineOf(lines, link)?.isOther
    if (isOwn) votes.add(toRecord.exec(address)?.[1], 1)
  }
  return votes.winner(1, 2.5)
}

export const readPubMed = (
  page: Page,
  lines: readonly Line[],
  title: number,
  end: Element | undefined,
): { PMID?: string | undefined; PMCID?: string | undefined } => ({
  PMID: labelledIn(lines, title, /\b(?:PMID|PubMed ID)\b:?\s*(\d{4,8})\b/i, /^[1-9]/) ?? linkedPmid(page, lines, end),
  PMCID: labelledIn(lines, title, /\bPMC(?:ID)?\b:?\s*(PMC\d{4,8})\b/i, /./),
})
