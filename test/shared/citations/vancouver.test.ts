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
})
