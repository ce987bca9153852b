import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { citationSchema } from '../../../shared/citations/citation-schema.ts'

const many = (count: number): object[] => Array.from({ length: count }, (_, at) => ({ family: `Lund${at}`, given: 'A' }))

describe('[C14] answers of services', () => {
  it.each<[string, object, object, string[]?]>([
    [
      'names as one text',
      { author: 'Smith J, Doe A' },
      {
        author: [
          { family: 'Smith', given: 'J' },
          { family: 'Doe', given: 'A' },
        ],
      },
    ],
    [
      'names with points as one text',
      { author: 'Smith, J. P., Doe, A.' },
      {
        author: [
          { family: 'Smith', given: 'J. P.' },
          { family: 'Doe', given: 'A.' },
        ],
      },
    ],
    [
      'names with semicolons',
      { author: 'Smith, John; Doe, Ann' },
      {
        author: [
          { family: 'Smith', given: 'John' },
          { family: 'Doe', given: 'Ann' },
        ],
      },
    ],
    [
      'a list of texts',
      { author: ['Smith, John', 'Doe, Ann'] },
      {
        author: [
          { family: 'Smith', given: 'John' },
          { family: 'Doe', given: 'Ann' },
        ],
      },
    ],
    [
      'a group as text',
      { author: 'Centers for Testing, Prevention and Care' },
      { author: [{ literal: 'Centers for Testing, Prevention and Care' }] },
    ],
    ['one object', { author: { family: 'Poe', given: 'Jan' } }, { author: [{ family: 'Poe', given: 'Jan' }] }],
    [
      'a group and a person',
      { author: [{ literal: 'Tea Group' }, { family: 'Poe' }] },
      { author: [{ literal: 'Tea Group' }, { family: 'Poe' }] },
    ],
    ['a name of Crossref', { author: [{ name: 'Tea Group', sequence: 'first', affiliation: [] }] }, { author: [{ literal: 'Tea Group' }] }],
    [
      'particles',
      { author: [{ family: 'Berg', given: 'Ann', 'non-dropping-particle': 'van der' }] },
      { author: [{ family: 'van der Berg', given: 'Ann' }] },
    ],
    ['nobody', { author: [null, {}, { family: '' }] }, { title: 'Tea' }, ['author']],
    ['a title in a list', { title: ['Tea', 'Té'] }, { title: 'Tea' }],
    ['no title', { title: [] }, { type: 'article-journal' }, ['title']],
    ['a title with marks', { title: 'Growth of <i>E. coli</i> in H<sub>2</sub>O' }, { title: 'Growth of E. coli in H2O' }],
    ['a title with references', { title: 'Tea &amp; water: p &lt; 0.05' }, { title: 'Tea & water: p < 0.05' }],
    ['a title on lines', { title: 'Tea\n      on   wards' }, { title: 'Tea on wards' }],
    ['a title with a sign of less', { title: 'Infants <1500 g and >32 weeks' }, { title: 'Infants <1500 g and >32 weeks' }],
    ['a journal in a list', { 'container-title': ['Invented Quality', 'Inv Qual'] }, { 'container-title': 'Invented Quality' }],
    ['numbers', { volume: 6, issue: 2, page: 12 }, { volume: '6', issue: '2', page: '12' }],
    [
      'nulls',
      { volume: null, issue: null, page: null, ISSN: null, URL: null, language: null, DOI: null },
      { title: 'Tea' },
      ['volume', 'issue', 'page', 'ISSN', 'URL', 'DOI'],
    ],
    ['days as texts', { issued: { 'date-parts': [['2021', '06', '01']] } }, { issued: { 'date-parts': [[2021, 6, 1]] } }],
    ['a raw day', { issued: { raw: '2021-06-15' } }, { issued: { 'date-parts': [[2021, 6, 15]] } }],
    ['a text for a date', { issued: '2021-06' }, { issued: { 'date-parts': [[2021, 6]] } }],
    ['a season', { issued: { 'date-parts': [[2021]], season: 2 } }, { issued: { 'date-parts': [[2021]] } }],
    ['a season in words', { issued: { literal: 'Spring 2021' } }, { issued: { 'date-parts': [[2021]] } }],
    ['no month', { issued: { 'date-parts': [[2021, null]] } }, { issued: { 'date-parts': [[2021]] } }],
    ['a month of nought', { issued: { 'date-parts': [[2021, 0, 0]] } }, { issued: { 'date-parts': [[2021]] } }],
    ['a day that is none', { issued: { 'date-parts': [[2021, 2, 30]] } }, { issued: { 'date-parts': [[2021, 2]] } }],
    ['29 February of no leap year', { issued: { 'date-parts': [[2021, 2, 29]] } }, { issued: { 'date-parts': [[2021, 2]] } }],
    ['29 February of a leap year', { issued: { 'date-parts': [[2024, 2, 29]] } }, { issued: { 'date-parts': [[2024, 2, 29]] } }],
    ['no date', { issued: { 'date-parts': [] } }, { title: 'Tea' }, ['issued']],
    ['null for a date', { issued: null }, { title: 'Tea' }, ['issued']],
    ['ISSN twice', { ISSN: ['1234-5679', '1234-5679'] }, { ISSN: '1234-5679' }],
    ['a PMID with its name', { PMID: 'PMID: 39990002' }, { PMID: '39990002' }],
    ['a PMID as address', { PMID: 'https://pubmed.ncbi.nlm.nih.gov/39990002/' }, { PMID: '39990002' }],
    ['a PMCID as address', { PMCID: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC5815332/' }, { PMCID: 'PMC5815332' }],
    ['a PMCID as number', { PMCID: 5815332 }, { PMCID: 'PMC5815332' }],
    ['a PMCID with a version', { PMCID: 'PMC5815332.1' }, { PMCID: 'PMC5815332' }],
    ['a DOI with its name', { DOI: 'doi:10.5555/ABC.1' }, { DOI: '10.5555/ABC.1' }],
    ['a DOI as old address', { DOI: 'http://dx.doi.org/10.5555/abc.1' }, { DOI: '10.5555/abc.1' }],
    ['no DOI', { DOI: 'none' }, { title: 'Tea' }, ['DOI']],
    ['no web address', { URL: 'ftp://a.example' }, { title: 'Tea' }, ['URL']],
    ['a type of Crossref', { type: 'journal-article' }, { type: 'article-journal' }],
    ['a chapter of Crossref', { type: 'book-chapter' }, { type: 'chapter' }],
    ['a conference of Crossref', { type: 'proceedings-article' }, { type: 'paper-conference' }],
    ['a preprint of Crossref', { type: 'posted-content' }, { type: 'article' }],
    ['a thesis of Crossref', { type: 'dissertation' }, { type: 'thesis' }],
    ['fields that nobody asked for', { abstract: 'Secret', 'reference-count': 3, link: [] }, { title: 'Tea' }, ['abstract', 'link']],
    [
      'a suffix with a particle',
      { author: [{ family: 'Cruz', given: 'A', 'non-dropping-particle': 'de la', suffix: 'III' }] },
      { author: [{ family: 'de la Cruz III', given: 'A' }] },
    ],
  ])('%s', (_, answer, want, absent = []) => {
    const kept = v.parse(citationSchema, { type: 'article-journal', title: 'Tea', ...answer })
    expect(kept).toMatchObject(want)
    for (const field of absent) expect(kept).not.toHaveProperty(field)
    expect(v.parse(citationSchema, kept)).toEqual(kept)
  })

  it('keeps as many of 1,000 authors as there is room for, and says so', () => {
    const kept = v.parse(citationSchema, { type: 'article-journal', title: 'Tea', author: many(1000) })
    expect([(kept.author?.length ?? 0) >= 100, kept.cut]).toEqual([true, ['author']])
  })
})

/** A second round, written in one go after the first was mended and before they were run. */
describe('[C14] more answers of services', () => {
  it.each<[string, object, object, string[]?]>([
    ['a suffix behind a comma', { author: 'King, Martin, Jr.' }, { author: [{ family: 'King Jr.', given: 'Martin' }] }],
    [
      'initials with hyphens',
      { author: 'Kim S-H, Lee J-P' },
      {
        author: [
          { family: 'Kim', given: 'S-H' },
          { family: 'Lee', given: 'J-P' },
        ],
      },
    ],
    [
      'small words before',
      { author: 'van der Berg AM, de la Cruz J' },
      {
        author: [
          { family: 'van der Berg', given: 'AM' },
          { family: 'de la Cruz', given: 'J' },
        ],
      },
    ],
    [
      'et al.',
      { author: 'Smith J, Doe A, et al.' },
      {
        author: [
          { family: 'Smith', given: 'J' },
          { family: 'Doe', given: 'A' },
        ],
      },
    ],
    [
      'and',
      { author: 'Smith J, Doe A, and Poe B' },
      {
        author: [
          { family: 'Smith', given: 'J' },
          { family: 'Doe', given: 'A' },
          { family: 'Poe', given: 'B' },
        ],
      },
    ],
    ['one with initials', { author: 'Smith J' }, { author: [{ family: 'Smith', given: 'J' }] }],
    [
      'an umlaut and an apostrophe',
      { author: 'Müller Ü, O’Neil B' },
      {
        author: [
          { family: 'Müller', given: 'Ü' },
          { family: 'O’Neil', given: 'B' },
        ],
      },
    ],
    ['a group of capitals', { author: 'WHO' }, { author: [{ literal: 'WHO' }] }],
    [
      'a list as one literal',
      { author: [{ literal: 'Smith J, Doe A' }] },
      {
        author: [
          { family: 'Smith', given: 'J' },
          { family: 'Doe', given: 'A' },
        ],
      },
    ],
    [
      'a list as one family name',
      { author: [{ family: 'Smith J, Doe A' }] },
      {
        author: [
          { family: 'Smith', given: 'J' },
          { family: 'Doe', given: 'A' },
        ],
      },
    ],
    ['a numeric DOI', { DOI: 10.5555 }, { title: 'Tea' }, ['DOI']],
    ['a DOI behind a resolver of a library', { DOI: 'https://doi-org.proxy.example.edu/10.5555/abc' }, { DOI: '10.5555/abc' }],
    ['a PMID with spaces', { PMID: ' 39990003 ' }, { PMID: '39990003' }],
    ['a PMID of nought', { PMID: 0 }, { title: 'Tea' }, ['PMID']],
    ['a PMCID in small letters', { PMCID: 'pmc5815332' }, { PMCID: 'PMC5815332' }],
    ['a page list', { page: ['1-9', 'e1'] }, { page: '1-9' }],
    ['a very long page', { page: 'x'.repeat(80) }, { title: 'Tea', cut: ['page'] }],
    ['a number of an object', { volume: { value: 6 } }, { title: 'Tea' }, ['volume']],
    [
      'a range of dates',
      {
        issued: {
          'date-parts': [
            [2021, 6],
            [2021, 7],
          ],
        },
      },
      {
        issued: {
          'date-parts': [
            [2021, 6],
            [2021, 7],
          ],
        },
      },
    ],
    [
      'a date with a time',
      { issued: { 'date-time': '2021-06-01T00:00:00Z', 'date-parts': [[2021, 6, 1]] } },
      { issued: { 'date-parts': [[2021, 6, 1]] } },
    ],
    ['a date by its time alone', { issued: { 'date-time': '2021-06-01T00:00:00Z' } }, { issued: { 'date-parts': [[2021, 6, 1]] } }],
    ['a flat date', { issued: { 'date-parts': [2021, 6, 1] } }, { issued: { 'date-parts': [[2021, 6, 1]] } }],
    ['a year alone', { issued: 2021 }, { issued: { 'date-parts': [[2021]] } }],
    ['31 April', { issued: { 'date-parts': [[2021, 4, 31]] } }, { issued: { 'date-parts': [[2021, 4]] } }],
    ['mathematics in a title', { title: 'A <mml:math><mml:mi>p</mml:mi></mml:math> value' }, { title: 'A p value' }],
    ['references by number', { title: 'Tea&#8217;s caf&#xe9;' }, { title: 'Tea’s café' }],
    ['marks written twice', { title: '&lt;i&gt;E. coli&lt;/i&gt;' }, { title: 'E. coli' }],
    ['marks in a journal', { 'container-title': 'Quality &amp; Safety' }, { 'container-title': 'Quality & Safety' }],
    [
      'a name with a reference',
      {
        author: [
          { family: 'M&uuml;ller', given: 'A' },
          { family: 'O&#39;Neil', given: 'B' },
        ],
      },
      { title: 'Tea' },
    ],
    ['an address without its scheme', { URL: 'www.a.example/x' }, { title: 'Tea' }, ['URL']],
    ['a type in capitals', { type: 'Article-Journal' }, { type: 'article-journal' }],
    ['a type of nothing', { type: null }, { type: 'document' }],
  ])('%s', (_, answer, want, absent = []) => {
    const kept = v.parse(citationSchema, { type: 'article-journal', title: 'Tea', ...answer })
    expect(kept).toMatchObject(want)
    for (const field of absent) expect(kept).not.toHaveProperty(field)
    expect(v.parse(citationSchema, kept)).toEqual(kept)
  })
})
