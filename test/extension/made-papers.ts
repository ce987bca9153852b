import { article, long, type MadePage, metas, page } from './made-page.ts'

const paper = (name: string, address: string, title: string, DOI: string): MadePage => ({
  name,
  address,
  html: page(
    `${title} | Invented Annals`,
    article(title),
    metas({
      citation_title: title,
      citation_author: 'Ash, Ted',
      citation_journal_title: 'Invented Annals',
      citation_publication_date: '2021/02/03',
      citation_doi: DOI,
    }),
  ),
  want: { title, DOI, family: 'Ash' },
})

/** What must be read, whatever it resembles. */
export const papers: MadePage[] = [
  paper(
    'a paper about pages that are not found',
    'https://j.example.org/doi/10.5555/c.1',
    'Page not found: link rot in medical journals',
    '10.5555/c.1',
  ),
  paper('a paper about access', 'https://j.example.org/doi/10.5555/c.2', 'Access denied', '10.5555/c.2'),
  paper('a paper about signing in', 'https://j.example.org/doi/10.5555/c.3', 'Sign in and sign out of surgical counts', '10.5555/c.3'),
  paper('a paper about robots', 'https://j.example.org/doi/10.5555/c.4', 'Are you a robot? Attitudes to machines on wards', '10.5555/c.4'),
  paper('a paper about sessions', 'https://j.example.org/doi/10.5555/c.5', 'Session expired: time limits of group therapy', '10.5555/c.5'),
  {
    name: 'a paper without metadata about what is not found',
    address: 'https://old.example.org/7/2/41',
    html: page(
      'Not found at autopsy: missed clots',
      '<h1>Not found at autopsy: missed clots</h1><p class="authors">Lea Brook, Tim Sand</p><p>doi: 10.5555/c.6</p>' + long,
    ),
    want: { title: 'Not found at autopsy: missed clots', DOI: '10.5555/c.6', family: 'Brook' },
  },
  {
    name: 'a paper with a box to sign in before its heading',
    address: 'https://j.example.org/doi/10.5555/c.7',
    html: page(
      'Zinc for croup',
      `<div role="dialog"><h1>Sign in</h1></div>${article('Zinc for croup')}`,
      metas({
        citation_title: 'Zinc for croup',
        citation_author: 'Ash, Ted',
        citation_journal_title: 'Invented Annals',
        citation_doi: '10.5555/c.7',
      }),
    ),
    want: { title: 'Zinc for croup', DOI: '10.5555/c.7', family: 'Ash' },
  },
  {
    name: 'a paper whose heading is its journal',
    address: 'https://j.example.org/doi/10.5555/c.8',
    html: page(
      'Zinc for measles',
      `<header><h1>Invented Annals</h1></header><main><h2>Zinc for measles</h2>${long}</main>`,
      metas({
        citation_title: 'Zinc for measles',
        citation_author: 'Ash, Ted',
        citation_journal_title: 'Invented Annals',
        citation_doi: '10.5555/c.8',
      }),
    ),
    want: { title: 'Zinc for measles', DOI: '10.5555/c.8', family: 'Ash' },
  },
  {
    name: 'a translated title in the metadata',
    address: 'https://j.example.org/doi/10.5555/c.9',
    html: page(
      'Zinc para el crup',
      `<main><h1>Zinc para el crup en niños</h1><p>Zinc for croup in children</p>${long}</main>`,
      metas({
        citation_title: 'Zinc for croup in children',
        citation_author: 'Ash, Ted',
        citation_journal_title: 'Invented Annals',
        citation_doi: '10.5555/c.9',
      }),
    ),
    want: { DOI: '10.5555/c.9', family: 'Ash' },
  },
  {
    name: 'a DOI in the metadata that is longer than the address’s',
    address: 'https://j.example.org/doi/10.5555/14651858.CD1',
    html: page(
      'Zinc for colds',
      article('Zinc for colds'),
      metas({
        citation_title: 'Zinc for colds',
        citation_author: 'Ash, Ted',
        citation_journal_title: 'Invented Library',
        citation_doi: '10.5555/14651858.CD1.pub2',
      }),
    ),
    want: { title: 'Zinc for colds', DOI: '10.5555/14651858.CD1.pub2', family: 'Ash' },
  },
]

const old = {
  citation_title: 'Towels in theatres: a first look',
  citation_author: 'Alder, Ann',
  citation_journal_title: 'Invented Surgery',
  citation_publication_date: '2020/01/01',
  citation_doi: '10.5555/s.1',
  citation_pmid: '39990021',
}
const shown = (title: string, by = 'Cedric Cole, Dora Dahl'): string => `<main><h1>${title}</h1><p class="authors">${by}</p>${long}</main>`
const ld = (fields: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'ScholarlyArticle', ...fields })}</script>`

export const tailed: MadePage = {
  name: 'a platform’s tail behind the DOI of the address, without metadata',
  address: 'https://library.example.org/cdsr/doi/10.5555/c.10.pub2/related-content',
  html: page('Zinc for rest', `<h1>Zinc for rest</h1><p class="authors">Lea Brook, Tim Sand</p>${long}`),
  want: { title: 'Zinc for rest', DOI: '10.5555/c.10.pub2', family: 'Brook' },
}

/** Heads of the paper before, on sites that change pages without loading. */
export const staleHeads: MadePage[] = [
  {
    name: 'all of the head stays, the window’s title too',
    address: 'https://j.example.org/doi/10.5555/s.2',
    html: page('Towels in theatres: a first look', shown('Feeding tubes at home'), metas(old)),
    want: { title: 'Feeding tubes at home', DOI: '10.5555/s.2', family: 'Cole', PMID: null },
  },
  {
    name: 'no identifier in the address',
    address: 'https://j.example.org/reader/2',
    html: page('Towels in theatres: a first look', shown('Feeding tubes at home'), metas(old)),
    want: { title: 'Feeding tubes at home', DOI: null, PMID: null },
  },
  {
    name: 'a route behind the address',
    address: 'https://j.example.org/app#/doi/10.5555/s.3',
    html: page('Invented Reader', shown('Feeding tubes at home'), metas(old)),
    want: { title: 'Feeding tubes at home', DOI: '10.5555/s.3', url: 'https://j.example.org/app#/doi/10.5555/s.3' },
  },
  {
    name: 'the number in a parameter',
    address: 'https://j.example.org/view?doi=10.5555/s.4',
    html: page('Feeding tubes at home', shown('Feeding tubes at home'), metas(old)),
    want: { title: 'Feeding tubes at home', DOI: '10.5555/s.4', family: 'Cole' },
  },
  {
    name: 'JSON-LD of the paper before',
    address: 'https://j.example.org/doi/10.5555/s.5',
    html: page(
      'Feeding tubes at home',
      shown('Feeding tubes at home'),
      ld({
        name: 'Towels in theatres',
        author: [{ '@type': 'Person', name: 'Ann Alder' }],
        identifier: '10.5555/s.1',
        isPartOf: { '@type': 'Periodical', name: 'Invented Surgery' },
      }),
    ),
    want: { title: 'Feeding tubes at home', DOI: '10.5555/s.5', family: 'Cole' },
  },
  {
    name: 'fresh metadata beside JSON-LD of the paper before',
    address: 'https://j.example.org/doi/10.5555/s.6',
    html: page(
      'Feeding tubes at home',
      shown('Feeding tubes at home'),
      metas({ citation_title: 'Feeding tubes at home', citation_author: 'Cole, Cedric', citation_doi: '10.5555/s.6' }) +
        ld({
          name: 'Towels in theatres',
          author: [
            { '@type': 'Person', name: 'Ann Alder' },
            { '@type': 'Person', name: 'Bo Birch' },
          ],
          doi: '10.5555/s.1',
          datePublished: '2020-01-01',
          isPartOf: { '@type': 'Periodical', name: 'Invented Surgery' },
        }),
    ),
    want: { title: 'Feeding tubes at home', DOI: '10.5555/s.6', family: 'Cole' },
  },
  {
    name: 'PubMed by number',
    address: 'https://pubmed.ncbi.nlm.nih.gov/39990022/',
    html: page('Feeding tubes at home - PubMed', shown('Feeding tubes at home'), metas(old)),
    want: { title: 'Feeding tubes at home', PMID: '39990022', DOI: null },
  },
  {
    name: 'a canonical link of the paper before',
    address: 'https://j.example.org/paper/8',
    html: page('Feeding tubes at home', shown('Feeding tubes at home'), `<link rel="canonical" href="https://j.example.org/paper/7">`),
    want: { title: 'Feeding tubes at home', url: 'https://j.example.org/paper/8' },
  },
  {
    name: 'a title for sharing of the page before',
    address: 'https://guide.example.org/#!/topic/8',
    html: page(
      'Invented Guide',
      shown('Feeding tubes at home', ''),
      `<meta property="og:title" content="Towels in theatres"><meta property="og:site_name" content="Invented Guide">`,
    ),
    want: { title: 'Feeding tubes at home', url: 'https://guide.example.org/#!/topic/8' },
  },
  {
    name: 'the view before, hidden',
    address: 'https://j.example.org/doi/10.5555/s.7',
    html: page(
      'Invented Reader',
      `<div style="display:none">${shown('Towels in theatres: a first look')}</div>${shown('Feeding tubes at home')}`,
      metas(old),
    ),
    want: { title: 'Feeding tubes at home', DOI: '10.5555/s.7' },
  },
  {
    name: 'the paper before among those that are recommended',
    address: 'https://j.example.org/doi/10.5555/s.8',
    html: page(
      'Invented Reader',
      `${shown('Feeding tubes at home')}<aside><h2>You read before</h2><p>Towels in theatres: a first look</p></aside>`,
      metas(old),
    ),
    want: { title: 'Feeding tubes at home', DOI: '10.5555/s.8', family: 'Cole' },
  },
]
