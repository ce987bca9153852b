import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { tidyCitation } from '../../../shared/citations/tidy-citation.ts'
import type { Answer, LookupRecord } from '../../../shared/lookups/answer.ts'
import type { Assertion } from '../../../shared/lookups/assertion.ts'
import { readCrossref } from '../../../shared/lookups/crossref.ts'
import { readEuropePmc } from '../../../shared/lookups/europepmc.ts'
import { readOpenAlex } from '../../../shared/lookups/openalex.ts'
import { readAgency, readBiorxiv, readDataCite, readTrials, readUnpaywall } from '../../../shared/lookups/other-services.ts'
import { paperStanding, type PaperStanding } from '../../../shared/lookups/paper-standing.ts'
import { readSearch, readSummaries } from '../../../shared/lookups/pubmed-summary.ts'
import { pubmedStanding, type RecordLink } from '../../../shared/lookups/pubmed-standing.ts'
import { watchedRow } from '../../../shared/lookups/retraction-watch.ts'
import { haveRecordings, recorded, recordedCases, recordedText, replyOf } from './recordings.ts'

const now = Date.UTC(2026, 10, 30)

const found = <Found>(answer: Answer<Found>): Found => {
  if ('failed' in answer) throw new Error(answer.failed)
  return answer.found
}

/** What the services' records say together; who knows the item and says nothing of it knows of nothing. */
const standing = (...records: LookupRecord[]): PaperStanding =>
  paperStanding(
    records.flatMap(({ service, said }): Assertion[] =>
      (said.length > 0 ? said : [{ service, kind: 'none' as const }]).map((one) => ({ ...one, asked: now })),
    ),
  )

const crossref = (name: string): LookupRecord => found(readCrossref(recorded(`crossref/${name}.json`)))
const europepmc = (name: string): LookupRecord => {
  const [item] = found(readEuropePmc(recorded(`europepmc/${name}.json`))).items
  if (!item) throw new Error('no item')
  return item
}
const summary = (name: string): LookupRecord => {
  const [item] = found(readSummaries(recorded(`pubmed/${name}.json`)))
  if (!item) throw new Error('no item')
  return item
}

describe.skipIf(!haveRecordings)('recorded answers say what is to be read from each', () => {
  test.each([
    ['retracted-two-notices', 'retracted', '2010-02-06', { doi: '10.1016/s0140-6736(10)60175-4' }],
    ['retracted-and-also-updating', 'retracted', '2020-06-05', { doi: '10.1016/s0140-6736(20)31324-6' }],
    ['retraction-notice', 'notice', '2010-02-06', { doi: '10.1016/s0140-6736(97)11096-0' }],
    ['notice-also-updated-by-the-paper', 'notice', '2020-06-05', { doi: '10.1016/s0140-6736(20)31180-6' }],
    ['partial-retraction-of-itself', 'partly', '2022-12-01', undefined],
    ['concern-listed-twice', 'doubted', '2021-10-28', { doi: '10.1371/journal.pone.0256488' }],
    ['corrected-by-publisher', 'corrected', '2012-05-08', { doi: '10.1371/annotation/c76da2c1-ccb8-4797-94c1-359d3ceceeda' }],
    ['relation-named-correction', 'corrected', '2008-11-25', { doi: '10.1371/journal.pbio.0060304' }],
    ['correction-notice-group-author', 'notice', '2018-08-23', { doi: '10.1371/journal.pone.0200549' }],
    ['addendum-and-relations', 'none', undefined, undefined],
    ['updates-itself-new-version', 'none', undefined, undefined],
    ['notice-titled-retracted-no-link', 'none', undefined, undefined],
  ])('Crossref: %s is %s', (name, is, date, notice) => {
    const stand = standing(crossref(name))
    expect(stand).toMatchObject({ is, ...(date && { date }) })
    if (notice) expect(stand.events.filter(({ kind }) => kind === is).map((event) => event.notice)).toContainEqual(notice)
  })

  test('one concern that publisher and Retraction Watch both tell of is one event, confirmed by both', () => {
    const stand = standing(crossref('concern-listed-twice'))
    expect(stand.events).toHaveLength(1)
    expect(stand).toMatchObject({ confirmed: true, disagree: false })
  })

  test('the retracted paper of the pair also tells of its concern', () => {
    const stand = standing(crossref('retracted-and-also-updating'))
    expect(stand.events.find(({ kind }) => kind === 'doubted')).toMatchObject({ date: '2020-06-03' })
    expect(stand.confirmed).toBe(true)
  })

  test('a paper that PubMed and Crossref call by two names is retracted, of one standing', () => {
    const stand = standing(crossref('retracted-two-notices'), summary('esummary-retracted'), europepmc('retracted-core'))
    expect(stand).toMatchObject({ is: 'retracted', confirmed: true, disagree: false, date: '2010-02-06' })
    const kinds = stand.events.map(({ kind, notice }) => [kind, notice?.doi])
    expect(kinds).toContainEqual(['corrected', '10.1016/s0140-6736(04)15715-2'])
    expect(kinds).toContainEqual(['retracted', '10.1016/s0140-6736(04)15715-2'])
    expect(kinds).toContainEqual(['doubted', '10.1097/meg.0b013e328349d184'])
    expect(kinds.filter(([kind, doi]) => kind === 'retracted' && doi === '10.1016/s0140-6736(10)60175-4')).toHaveLength(1)
  })

  test.each([
    ['retracted-two-notices', { title: /^Ileal/, page: '637-641', issued: { 'date-parts': [[1998, 2]] } }],
    ['retraction-notice', { author: [{ literal: 'The Editors of The Lancet' }] }],
    ['corrected-by-publisher', { page: 'e33693' }],
    ['correction-notice-group-author', { author: [{ literal: 'The PLOS ONE Staff' }] }],
    ['author-suffix', { issued: { 'date-parts': [[1997, 7]] } }],
    ['two-titles', { issued: { 'date-parts': [[2007, 7]] } }],
    ['print-year-after-online-year', { issued: { 'date-parts': [[2021, 1]] } }],
    ['title-escaped-ampersand', { title: /^[^&;]* & [^;]*$/ }],
  ] as const)('Crossref: the citation of %s', (name, wanted) => {
    const citation = tidyCitation(crossref(name).citation)
    for (const [field, value] of Object.entries(wanted)) {
      if (value instanceof RegExp) expect(citation.title).toMatch(value)
      else expect(citation[field as 'page']).toEqual(value)
    }
  })

  test.each(['title-mathml', 'title-markup-with-line-ends', 'title-escaped-markup-review', 'group-author-with-for'])(
    'Crossref: the title of %s is plain text',
    (name) => {
      const { title = '' } = tidyCitation(crossref(name).citation)
      expect(title).not.toMatch(/<\/?[a-z]|&[a-z]+;|\s\s|\n/)
      expect(title.length).toBeGreaterThan(10)
    },
  )

  test('Crossref: no date is none, a DOI with signs is whole', () => {
    expect(tidyCitation(crossref('issued-null').citation).issued).toBeUndefined()
    expect(tidyCitation(crossref('doi-sici').citation).DOI).toMatch(/[<(].*[;:]/)
  })

  test('Crossref: a paper knows its preprint', () => {
    expect(crossref('addendum-and-relations').preprints).toEqual([{ doi: '10.1101/2020.01.22.914952' }])
  })

  test('Europe PMC', () => {
    expect(standing(europepmc('retracted-core'))).toMatchObject({ is: 'retracted', confirmed: false })
    expect(tidyCitation(europepmc('retracted-core').citation)).toMatchObject({
      page: '637-641',
      issued: { 'date-parts': [[1998, 2]] },
      author: [{ family: 'Wakefield', given: 'A J' }, { family: 'Murch' }],
    })
    expect(standing(europepmc('retraction-notice-lite')).is).toBe('notice')
    for (const item of found(readEuropePmc(recorded('europepmc/erratum-notices-core.json'))).items) expect(standing(item).is).toBe('notice')
    const preprint = europepmc('preprint-of-core')
    expect(preprint.publishedAs).toEqual({ pmid: '32678530' })
    expect(standing(preprint).is).toBe('none')
    expect(tidyCitation(preprint.citation).author?.at(-1)).toEqual({ literal: 'RECOVERY Collaborative Group' })
    expect(found(readEuropePmc(recorded('europepmc/none.json')))).toEqual({ items: [], count: 0 })
    const titles = found(readEuropePmc(recorded('europepmc/titles-escaped-lite.json'))).items.map(
      ({ citation }) => tidyCitation(citation).title ?? '',
    )
    expect(titles.join('\n')).toMatch(/m6A/)
    expect(titles.join('\n')).toMatch(/< ?40/)
    expect(titles.join('\n')).not.toMatch(/&|<\/?(?:sup|sub|i)>/)
  })

  test('PubMed: summaries and searches', () => {
    const item = summary('esummary-retracted')
    expect(item.ids).toEqual({ doi: '10.1016/s0140-6736(97)11096-0', pmid: '9500320' })
    expect(tidyCitation(item.citation)).toMatchObject({ page: '637-641', title: expect.stringMatching(/children$/) })
    expect(found(readSearch(recorded('pubmed/esearch-by-doi.json')))).toEqual({ pmids: ['9500320'], count: 1 })
  })

  test('OpenAlex is a hint only', () => {
    const item = found(readOpenAlex(recorded('openalex/retracted.json')))
    expect(item.ids).toEqual({ doi: '10.1016/s0140-6736(97)11096-0', pmid: '9500320' })
    expect(standing(item)).toMatchObject({ is: 'unknown', hint: true })
    expect(tidyCitation(item.citation).title).toMatch(/^Ileal/)
    const untitled = found(readOpenAlex(recorded('openalex/title-empty.json')))
    expect(tidyCitation(untitled.citation)).toMatchObject({ issued: { 'date-parts': [[2007]] } })
    expect(tidyCitation(untitled.citation).title).toBeUndefined()
    expect(found(readOpenAlex(recorded('openalex/article-with-pmid.json'))).ids.pmid).toMatch(/^\d+$/)
  })

  test('DataCite, Unpaywall, ClinicalTrials.gov, bioRxiv, registration agencies', () => {
    expect(tidyCitation(found(readDataCite(recorded('datacite/arxiv.json'))).citation)).toMatchObject({
      author: [{ family: 'Yin', given: 'Hui' }, { family: 'Aryani' }, { family: 'Lambert' }],
      issued: { 'date-parts': [[2023, 11, 9]] },
    })
    expect(found(readUnpaywall(recorded('unpaywall/gold-2026.json'))).openLink).toBe('https://doi.org/10.3390/s26185823')
    expect(found(readUnpaywall(recorded('unpaywall/closed-2026.json'))).openLink).toBeUndefined()
    const [trial] = found(readTrials(recorded('clinicaltrials/studies.json')))
    expect(trial).toMatchObject({ citation: { number: 'NCT07854847' }, hasResults: false, publicationTypes: ['NOT_YET_RECRUITING'] })
    expect(JSON.stringify(trial)).not.toMatch(/phone|email|contact/i)
    expect(tidyCitation(trial?.citation ?? {})).toMatchObject({ issued: { 'date-parts': [[2026, 10, 2]] } })
    const preprint = found(readBiorxiv(recorded('biorxiv/withdrawn-preprint.json')))
    expect(standing(preprint)).toMatchObject({ is: 'retracted', confirmed: false, date: '2020-02-02' })
    const agencies = recordedCases('doi-ra/agencies.json').map((one) => readAgency(replyOf(one)))
    expect(agencies.flatMap((one) => ('found' in one ? [one.found] : []))).toEqual(['Crossref', 'OP', 'KISTI', 'JaLC', 'DataCite', 'mEDRA'])
  })

  test('no error of a service is read as “nothing known”', () => {
    for (const one of recordedCases('crossref/errors.json')) {
      const answer = readCrossref(replyOf(one))
      expect(answer, one.case).toHaveProperty('failed')
    }
    const failed = (name: string): unknown => {
      const one = recordedCases('pubmed/errors.json').find((each) => each.case.includes(name))
      return one && readSummaries(replyOf(one))
    }
    expect(failed('unknown PMID')).toEqual({ found: [] })
    expect(failed('invalid uid')).toEqual({ failed: 'unreadable' })
    expect(failed('empty id list')).toEqual({ failed: 'unreadable' })
    expect(failed('rate limit')).toEqual({ failed: 'busy', waitSeconds: 2 })
    const [unknown] = recordedCases('datacite/errors.json')
    expect(unknown && readDataCite(replyOf(unknown))).toEqual({ failed: 'missing' })
  })

  /** Types and links of each record of PubMed's XML, as esummary gives them for the same items. */
  const records = (name: string): { types: string[]; links: RecordLink[] }[] =>
    recordedText(`pubmed/${name}.xml`)
      .split(/<PubmedArticle\b/)
      .slice(1)
      .map((record) => ({
        types: [...record.matchAll(/<PublicationType[^>]*>([^<]*)</g)].map(([, type = '']) => type),
        links: [...record.matchAll(/<CommentsCorrections RefType="(\w+)">(.*?)<\/CommentsCorrections>/gs)].map(
          ([, type = '', inner = '']) => ({
            type,
            pmid: /<PMID[^>]*>(\d+)/.exec(inner)?.[1] ?? '',
            reference: /<RefSource>([^<]*)/.exec(inner)?.[1] ?? '',
          }),
        ),
      }))
  const standings = (name: string): string[] =>
    records(name).map(({ types, links }) => {
      const said = pubmedStanding('pubmed', types, links)
      return paperStanding(
        said.length > 0 ? said.map((one) => ({ ...one, asked: now })) : [{ service: 'pubmed', kind: 'none', asked: now }],
      ).is
    })

  test.each([
    ['retracted-with-concern', ['retracted']],
    ['retracted-and-erratum', ['retracted']],
    ['retracted-title-translated', ['retracted']],
    ['retraction-notice-itself-corrected', ['notice']],
    ['retraction-notice-2001', ['notice']],
    ['corrected-and-republished', ['none', 'corrected']],
    ['erratum-notice-2024', ['notice']],
    ['guideline-updated-both-ways', ['superseded']],
    ['update-of-preprint', ['none']],
  ])('PubMed: %s is %j', (name, wanted) => expect(standings(name)).toEqual(wanted))

  test.each([
    ['medline-concern', 'doubted', { ECI: 'Expression of concern in' }],
    ['medline-concern-notice', 'notice', { ECF: 'Expression of concern for' }],
    ['medline-retraction-notice', 'notice', { ROF: 'Retraction of' }],
  ])('MEDLINE: %s is %s', (name, wanted, tags) => {
    const text = recordedText(`pubmed/${name}.txt`).replace(/\n {6}/g, ' ')
    const types = [...text.matchAll(/^PT {2}- (.*)$/gm)].map(([, type = '']) => type.trim())
    const links = Object.entries(tags).flatMap(([tag, type]) =>
      [...text.matchAll(new RegExp(`^${tag} ?- (.*)$`, 'gm'))].map(([, reference = '']) => ({
        type,
        pmid: /PMID: (\d+)/.exec(reference)?.[1] ?? '',
        reference,
      })),
    )
    const said = pubmedStanding('pubmed', types, links)
    expect(paperStanding(said.map((one) => ({ ...one, asked: now }))).is).toBe(wanted)
  })

  test('rows of Retraction Watch: two notices of one paper, a concern, a reinstatement', () => {
    const rows: string[][] = parse(recordedText('retraction-watch/rows.csv'), { relax_column_count: true })
    const [head = [], ...body] = rows
    const read = body.flatMap((row) => watchedRow(Object.fromEntries(head.map((name, index) => [name, row[index]]))) ?? [])
    const of = (doi: string): string =>
      paperStanding(read.filter(({ item }) => item.doi === doi).map(({ said }) => ({ ...said, asked: now }))).is
    expect(of('10.1016/s0140-6736(97)11096-0')).toBe('retracted')
    expect(of('10.1371/journal.pone.0064723')).toBe('doubted')
    expect(of('10.1016/j.heliyon.2023.e18637')).toBe('reinstated')
  })
})
