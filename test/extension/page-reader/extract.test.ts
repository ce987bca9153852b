import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PageReading } from '../../../extension/reading/reading.ts'
import { fixture, type Reader, startReader } from '../extract-browser.ts'

let reader: Reader
beforeAll(async () => {
  reader = await startReader()
}, 300_000)
afterAll(() => reader.close())

const press = async (html: string, address: string): Promise<PageReading> => {
  const reading = await reader.press(html, address)
  if (!reading) throw new Error('Nothing that can be believed')
  return reading
}

const read = async (name: string, address: string): Promise<PageReading> => {
  const { requests } = await reader.read(fixture(name), address)
  expect(requests).toEqual([])
  return press(fixture(name), address)
}

const item = async (name: string, address: string): Promise<NonNullable<PageReading['citation']>> => {
  const { kind, citation } = await read(name, address)
  expect(kind).toBe('citation')
  if (!citation) throw new Error('no citation')
  return citation
}

describe('citations', { timeout: 300_000 }, () => {
  it('reads metadata field by field, cleaned, and nothing of the papers that the page cites', async () => {
    const { citation, evidence } = await read('highwire', 'https://journal.example.org/doi/10.5555/jmuc.2021.0042?utm_source=mail')
    expect(citation).toEqual({
      type: 'article-journal',
      title: 'Fewer line days, fewer infections: a cluster-randomised trial in utero',
      author: [{ family: 'de Vries', given: 'Anna M.' }, { family: 'Okafor', given: 'Chidi' }, { literal: 'The LINE Study Group' }],
      'container-title': 'Journal of Made-Up Care',
      volume: '12',
      issue: '3',
      page: '101-109',
      issued: { 'date-parts': [[2021, 6, 5]] },
      DOI: '10.5555/jmuc.2021.0042',
      PMID: '39999991',
      ISSN: '1111-2222',
      URL: 'https://journal.example.org/doi/10.5555/jmuc.2021.0042',
    })
    expect(evidence).toEqual({ kind: 'randomised-trial', reason: { code: 'kind-by-title', parameters: { word: 'randomised' } } })
  })

  it('reads what a page without metadata prints', async () => {
    expect(await item('no-metadata', 'https://old.example.org/7/2/40')).toMatchObject({
      title: 'Sleep and feeding in a neonatal ward',
      author: [
        { family: 'von Berg', given: 'Maria' },
        { family: 'Smith Jr', given: 'Jo Ann' },
        { family: 'Wang', given: 'Li' },
      ],
      'container-title': 'Bulletin of Invented Medicine',
      volume: '7',
      issue: '2',
      page: '40-49',
      issued: { 'date-parts': [[2015]] },
      DOI: '10.5555/bim.7.40',
    })
  })

  it('takes the word behind "10 pages" for no page', async () => {
    const html = fixture('no-metadata').replace('Pages 40-49', '10 pages https')
    const reading = await press(html, 'https://old.example.org/7/2/40')
    expect(reading.citation?.page).toBeUndefined()
    expect(reading.citation?.volume).toBe('7')
  })

  it.each([
    ['a link repeats, and believes it', '<a href="https://doi.org/10.5555/JMUC.2021.0042">', '10.5555/jmuc.2021.0042'],
    ['nothing repeats, and believes the printed one', '<a href="https://doi.org/10.5555/jmuc.2021.0">', '10.5555/jmuc.2021.0043'],
  ])('reads a DOI of the metadata that %s', async (_, link, DOI) => {
    const html = fixture('highwire').replace('<p>', `${link}</a><p>Suggested citation: 2021;12:101. doi:10.5555/jmuc.2021.0043</p><p>`)
    const reading = await press(html, 'https://journal.example.org/12/3/101')
    expect(reading.citation?.DOI).toBe(DOI)
  })

  it('asks the printed line for everybody where metadata, else complete, name the first', async () => {
    const html = fixture('highwire')
      .replace(/<meta name="citation_author" content="(?:Okafor|The)[^>]*>/g, '')
      .replace('<p>', '<p class="authors">Anna M. de Vries, Chidi Okafor</p><a href="https://doi.org/10.5555/jmuc.2021.0042">doi</a><p>')
    const reading = await press(html, 'https://journal.example.org/12/3/101')
    expect(reading.citation?.author).toEqual([
      { family: 'de Vries', given: 'Anna M.' },
      { family: 'Okafor', given: 'Chidi' },
    ])
    expect(reading.citation?.page).toBe('101-109')
  })

  it('reads JSON-LD in a graph, beside a broken block, without what it cites', async () => {
    expect(await item('json-ld', 'https://letters.example.org/77')).toMatchObject({
      title: 'Handovers at night',
      author: [{ family: 'Ruiz', given: 'Ana' }, { literal: 'Night Team' }],
      'container-title': 'Invented Letters',
      volume: '9',
      issue: '4',
      issued: { 'date-parts': [[2019, 2, 3]] },
      DOI: '10.5555/il.77',
    })
  })
})

/** One page for each site reader; `test/pages` has them under the reader's name. */
describe('sites', { timeout: 300_000 }, () => {
  it('pubmed: the record, not what stands beside it', async () => {
    const { citation, evidence } = await read('pubmed', 'https://pubmed.ncbi.nlm.nih.gov/39999992/?from_term=towels')
    expect(citation).toMatchObject({
      title: 'Warm towels for small babies',
      author: [
        { family: 'Berg', given: 'Mia' },
        { family: 'Ode', given: 'Tor' },
      ],
      PMID: '39999992',
      PMCID: 'PMC9999992',
      URL: 'https://pubmed.ncbi.nlm.nih.gov/39999992/',
    })
    expect(citation).not.toHaveProperty('DOI')
    expect(evidence?.kind).toBe('randomised-trial')
  })

  it('pubmed before 2020', async () => {
    expect(await item('pubmed-before-2020', 'https://www.ncbi.nlm.nih.gov/pubmed/9999993')).toMatchObject({
      title: 'Cold towels for large babies',
      author: [
        { family: 'Moss-Morris', given: 'R' },
        { family: 'Ode', given: 'T' },
      ],
      'container-title': 'J Towels',
      volume: '3',
      page: '94-104',
      DOI: '10.5555/jt.94',
      PMID: '9999993',
    })
  })

  it('sciencedirect, also through a library', async () => {
    const citation = await item(
      'sciencedirect',
      'https://www-sciencedirect-com.ezproxy.lib.example.edu/science/article/pii/S0000000000000001',
    )
    expect(citation.author).toEqual([
      { family: 'Lind', given: 'Eva K.' },
      { family: 'Al Hadi', given: 'Noor' },
    ])
    expect(citation.URL).toBe('https://www.sciencedirect.com/science/article/pii/S0000000000000001')
  })

  it('clinicaltrials: a number, and no identifier of what it led to', async () => {
    const citation = await item('clinicaltrials', 'https://clinicaltrials.gov/study/NCT09999999')
    expect(citation).toEqual({
      type: 'report',
      title: 'Towels in Intensive Care',
      number: 'NCT09999999',
      publisher: 'ClinicalTrials.gov',
      issued: { 'date-parts': [[2022, 3, 4]] },
      URL: 'https://clinicaltrials.gov/study/NCT09999999',
    })
  })

  it('cdc: everyone who is printed, and the DOI of the line that tells how to cite', async () => {
    expect(await item('cdc', 'https://www.cdc.gov/pcd/issues/2024/24_0001.htm')).toMatchObject({
      title: 'Walking to school',
      author: [
        { family: 'Poe', given: 'Ann' },
        { family: 'Rao', given: 'Raj' },
      ],
      'container-title': 'Preventing Chronic Disease',
      DOI: '10.5888/pcd24.240001',
    })
  })

  it('arxiv: a preprint has a number, not a journal', async () => {
    const citation = await item('arxiv', 'https://arxiv.org/abs/2401.00001v2')
    expect(citation).toMatchObject({ type: 'article', number: 'arXiv:2401.00001', publisher: 'arXiv' })
    expect(citation).not.toHaveProperty('container-title')
  })
})

describe('pages that are no item', { timeout: 300_000 }, () => {
  it('clips a story as a web page, without the DOI of the study that it covers', async () => {
    const { kind, citation } = await read('news', 'https://news.example.com/towels?fbclid=1')
    expect(kind).toBe('page')
    expect(citation).toEqual({
      type: 'webpage',
      title: 'Towels save lives, study says',
      author: [{ family: 'Pen', given: 'Sam' }],
      issued: { 'date-parts': [[2022, 5, 6]] },
      publisher: 'Made-Up News',
      URL: 'https://news.example.com/towels',
    })
  })

  it('lists what a contents page lists', async () => {
    const { kind, entries } = await read('listing', 'https://journal.example.org/toc/12/3')
    expect(kind).toBe('listing')
    expect(entries).toHaveLength(5)
    expect(entries[1]).toEqual({
      title: 'A second paper about towels in hospitals',
      address: 'https://journal.example.org/doi/10.5555/jmuc.2021.0042',
      DOI: '10.5555/jmuc.2021.0042',
    })
  })

  it.each([
    ['https://pubmed.ncbi.nlm.nih.gov/39999992/?from_term=towels', { PMID: '39999992' }],
    ['https://europepmc.org/article/med/39999992', { PMID: '39999992' }],
    ['/doi/full/10.5555/jmuc.2021.0049/abstract', { DOI: '10.5555/jmuc.2021.0049' }],
    ['/doi/10.5555/jmuc.2021.0049.full.pdf', { DOI: '10.5555/jmuc.2021.0049' }],
  ])('lists %s by its identifier', async (address, identifiers) => {
    const html = fixture('listing').replace('/doi/10.5555/jmuc.2021.0041', address)
    const reading = await press(html, 'https://journal.example.org/toc/12/3')
    const { title: _, address: __, ...said } = reading.entries[0] ?? { title: '', address: '' }
    expect(said).toEqual(identifiers)
  })

  it.each([
    ['challenge', 'challenge'],
    ['consent', 'consent'],
  ] as const)('clips nothing of a page that is a %s but the identifier in its address', async (name, reason) => {
    expect(await read(name, 'https://journal.example.org/doi/10.5555/x')).toMatchObject({ kind: 'blocked', reason })
    const { citation } = await read(name, 'https://journal.example.org/doi/10.5555/x')
    expect(citation).toEqual({ type: 'article-journal', DOI: '10.5555/x', URL: 'https://journal.example.org/doi/10.5555/x' })
    expect((await read(name, 'https://journal.example.org/x')).citation).toBeNull()
  })

  it('says that an address which is not of the web cannot be read', async () => {
    const { reading } = await reader.read('<p>x</p>', 'https://journal.example.org/', 'globalThis.location_ = 1')
    expect(reading.kind).toBe('page')
  })
})
