import type { Citation } from '../../../shared/citations/citation.ts'
import type { ItemIds } from '../../../shared/lookups/assertion.ts'
import type { PaperStanding } from '../../../shared/lookups/paper-standing.ts'

/** What is to be known of a recorded item once it was looked up; nothing is known against the others. */
export interface Expected {
  is?: PaperStanding['is']
  date?: string
  notice?: ItemIds
  hint?: boolean
  title?: RegExp
  /** As far as it is known. */
  issued?: number[]
  page?: string
  /** Family names and groups. */
  authors?: RegExp
  /** Fields that no answer may fill. */
  without?: (keyof Citation)[]
}

const lancet = {
  is: 'retracted',
  date: '2010-02-06',
  notice: { doi: '10.1016/s0140-6736(10)60175-4' },
  title: /^Ileal.*children$/,
  page: '637-641',
} as const

/** By the recording's name, with the item's identifier where a recording is of several. */
export const expected: Readonly<Record<string, Expected>> = {
  'crossref/retracted-two-notices': { ...lancet, issued: [1998, 2] },
  'crossref/retraction-notice': {
    is: 'notice',
    notice: { doi: '10.1016/s0140-6736(97)11096-0' },
    authors: /^\{The Editors of The Lancet\}$/,
  },
  'crossref/retracted-and-also-updating': { is: 'retracted', date: '2020-06-05' },
  'crossref/notice-also-updated-by-the-paper': { is: 'notice', date: '2020-06-05' },
  'crossref/partial-retraction-of-itself': { is: 'partly', date: '2022-12-01' },
  'crossref/concern-listed-twice': { is: 'doubted', date: '2021-10-28', notice: { doi: '10.1371/journal.pone.0256488' } },
  'crossref/corrected-by-publisher': { is: 'corrected', date: '2012-05-08', page: 'e33693' },
  'crossref/relation-named-correction': { is: 'corrected', date: '2008-11-25' },
  'crossref/correction-notice-group-author': { is: 'notice', authors: /^\{The PLOS ONE Staff\}$/ },
  // The mark is taken off its title, and is a hint.
  'crossref/notice-titled-retracted-no-link': { hint: true, title: /^Influence/ },
  'crossref/authors-with-broken-letters': { without: ['author'] },
  'crossref/author-suffix': { issued: [1997, 7] },
  'crossref/two-titles': { issued: [2007, 7], title: /Moulinette$/ },
  'crossref/print-year-after-online-year': { issued: [2021, 1], page: '67-68' },
  'crossref/issued-null': { without: ['issued', 'author'] },
  'crossref/doi-sici': { page: '736-742' },
  'crossref/title-mathml': { title: /Order with L1 Data$/ },
  'crossref/group-author-with-for': { title: /Secretor \(FUT2\) Genotype.*\(FUT3\) Genotype$/ },
  'crossref/title-escaped-ampersand': { title: / ecology & evolution$/ },
  // Its DOI is taken for that of the paper that it reviews.
  'crossref/title-escaped-markup-review': { is: 'unknown', without: ['title'] },
  'europepmc/retracted-core': { ...lancet, issued: [1998, 2] },
  'europepmc/retraction-notice-lite': { is: 'notice' },
  'europepmc/erratum-notices-core': { is: 'notice' },
  'europepmc/preprint-of-core': { authors: /;\{RECOVERY Collaborative Group\}$/ },
  'europepmc/titles-escaped-lite 10.1016/j.ijbiomac.2025.145187': { title: / m6A-/ },
  'europepmc/titles-escaped-lite 10.1007/s10549-025-07738-y': { title: /age < 40 years/ },
  'pubmed/esummary-retracted': { ...lancet, issued: [1998, 2, 28] },
  'pubmed/retracted-and-erratum': { is: 'retracted' },
  'pubmed/retracted-title-translated': { is: 'retracted', title: /^Effect of .* adults$/ },
  'pubmed/retraction-notice-itself-corrected': { is: 'notice', notice: { pmid: '8393056' } },
  'pubmed/retraction-notice-2001': { is: 'notice', title: /^Editorial\. Anthropology/ },
  'pubmed/medline-retraction-notice': { is: 'notice', date: '2010-02-06' },
  'pubmed/medline-concern': { is: 'doubted', date: '2021-10-28' },
  'pubmed/medline-concern-notice': { is: 'notice', authors: /^\{PLOS ONE Editors\}$/ },
  'pubmed/corrected-and-republished 10168751': { is: 'corrected', date: '1997-12' },
  'pubmed/corrected-and-republished 10612833': { hint: true },
  'pubmed/erratum-notice-2024': { is: 'notice' },
  'pubmed/guideline-updated-both-ways': { is: 'superseded', notice: { pmid: '11405950' }, page: 'CD000078' },
  'pubmed/medline-dates-and-seasons 10188493': { issued: [1998, 12] },
  'pubmed/medline-dates-and-seasons 8219565': { issued: [1993, 9] },
  'pubmed/medline-dates-and-seasons 18941263': { issued: [2008] },
  'pubmed/medline-dates-and-seasons 15206831': { issued: [2003] },
  'pubmed/medline-dates-and-seasons 29635139': { issued: [2018, 5] },
  'pubmed/medline-dates-and-seasons 18122624': { issued: [1947] },
  'pubmed/titles-in-brackets 12501715': { title: /^Mechanism.*[^.\]]$/ },
  // The guard stops its title for the days in it; the rest is kept.
  'pubmed/titles-in-brackets 1669026': { without: ['title', 'author'], page: '1-191', issued: [1991] },
  'pubmed/titles-in-brackets 14177620': { page: 'SUPPL:4309-4322' },
  'pubmed/group-authors-and-suffix 11966386': { authors: /;Wright Jr;.*\{Forum Group Members\};\{Bethesda 2001 Workshop\}$/ },
  'pubmed/group-authors-and-suffix 12230355': { authors: /^\{U\.S\. Preventive Services Task Force\}$/ },
  'pubmed/group-authors-and-suffix 11441930': { authors: /;\{SBU-group\..*\}$/ },
  'pubmed/investigators-not-authors': { authors: /^Haney;Badger;Buldak;/ },
  'pubmed/article-number-pages 30386702': { page: 'e5807' },
  'pubmed/article-number-pages 34709863': { page: 'S172' },
  'openalex/retracted': { is: 'unknown', hint: true, title: /^Ileal/ },
  'openalex/article-with-pmid': { is: 'unknown', page: 'e30' },
  'openalex/title-empty': { is: 'unknown', issued: [2007], without: ['title'] },
  'datacite/arxiv': { is: 'unknown', issued: [2023, 11, 9], authors: /^Yin;/ },
  'unpaywall/gold-2026': { is: 'unknown' },
  'unpaywall/closed-2026': { is: 'unknown' },
  'clinicaltrials/studies': { is: 'unknown', issued: [2026, 10, 2] },
}
