import { describe, expect, it } from 'vitest'
import { vancouver } from '../../../shared/citations/vancouver.ts'

describe('Vancouver', () => {
  it('writes an article', () => {
    expect(
      vancouver({
        type: 'article-journal',
        title: 'Fewer infections?',
        author: [{ family: 'de Vries', given: 'Anna-Maria B.' }, { family: 'Smith Jr', given: 'JA' }, { literal: 'The Group' }],
        'container-title': 'BMJ Qual Saf',
        volume: '12',
        issue: '3',
        page: '1348-1359',
        issued: { 'date-parts': [[2021, 6, 5]] },
        DOI: '10.5555/a',
        PMID: '1',
      }),
    ).toBe('de Vries AMB, Smith JA Jr, The Group. Fewer infections? BMJ Qual Saf. 2021;12(3):1348-59. doi: 10.5555/a. PMID: 1.')
  })

  it('names six authors, then et al', () => {
    const author = Array.from('ABCDEFGH', (letter) => ({ family: `Name${letter}`, given: letter }))
    expect(vancouver({ type: 'article-journal', title: 'T', author, 'container-title': 'J' })).toContain('NameF F, et al. T. J.')
    expect(vancouver({ type: 'article-journal', title: 'T', author, 'container-title': 'J' }, { mostAuthors: 2 })).toContain(
      'NameB B, et al.',
    )
  })

  it('writes a web page with its address', () => {
    expect(
      vancouver({
        type: 'webpage',
        title: 'How',
        publisher: 'News',
        issued: { 'date-parts': [[2017, 7, 27]] },
        URL: 'https://e.example/1',
      }),
    ).toBe('How [Internet]. News; 2017 Jul 27. Available from: https://e.example/1')
  })

  it.each([
    [
      {
        type: 'chapter',
        title: 'Salt in infants',
        author: [{ family: 'Kay', given: 'Bo' }],
        'container-title': 'Manual of Salts',
        publisher: 'Made Books',
        page: '33-48',
        issued: { 'date-parts': [[2015]] },
      },
      'Kay B. Salt in infants. In: Manual of Salts. Made Books; 2015. p. 33-48.',
    ],
    [
      { type: 'paper-conference', title: 'Trolleys', 'container-title': 'Forum of Tea', issued: { 'date-parts': [[2019, 3]] } },
      'Trolleys. In: Forum of Tea. 2019 Mar.',
    ],
    [
      { type: 'thesis', title: 'Lines', publisher: 'University of Nowhere', issued: { 'date-parts': [[2020]] } },
      'Lines [dissertation]. University of Nowhere; 2020.',
    ],
    [{ type: 'book', title: 'Wards', publisher: 'Made Books', issued: { 'date-parts': [[2009]] } }, 'Wards. Made Books; 2009.'],
    [
      { type: 'book', title: 'Wards', publisher: 'Made Books', URL: 'https://books.example/1' },
      'Wards [Internet]. Made Books. Available from: https://books.example/1',
    ],
    [
      { type: 'report', title: 'Wards', 'container-title': 'Made Series', publisher: 'Agency', issued: { 'date-parts': [[2018]] } },
      'Wards. Agency; 2018. (Made Series).',
    ],
    [{ type: 'webpage', title: 'How' }, 'How.'],
    [
      {
        type: 'article-journal',
        title: 'T',
        author: [{ family: '김', given: '민준' }],
        'container-title': 'J',
        issued: { 'date-parts': [[2021, 0]] },
      },
      '김 민준. T. J. 2021.',
    ],
  ])('%o', (citation, line) => expect(vancouver(citation)).toBe(line))
})
