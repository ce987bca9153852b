import { expect, test } from 'vitest'
import { bibtexEntry } from '../../../shared/citations/bibtex.ts'
import type { Citation } from '../../../shared/citations/citation.ts'
import { pastedReference } from '../../../shared/citations/pasted-reference.ts'
import { risEntry } from '../../../shared/citations/ris.ts'
import { vancouver } from '../../../shared/citations/vancouver.ts'

const tea: Citation = {
  type: 'article-journal',
  title: 'Tea on wards',
  author: [
    { family: 'Poe', given: 'J. P.' },
    { family: 'Roe', given: 'A.' },
  ],
  'container-title': 'Invented Quality',
  volume: '6',
  issue: '2',
  page: '4-9',
  issued: { 'date-parts': [[2021, 6]] },
  DOI: '10.5555/iq.2021.4',
}

test.each([
  ['10.5555/iq.2021.4', { DOI: '10.5555/iq.2021.4' }],
  ['https://doi.org/10.5555/iq.2021.4', { DOI: '10.5555/iq.2021.4' }],
  ['doi: 10.5555/iq.2021.4', { DOI: '10.5555/iq.2021.4' }],
  ['PMID: 31234567', { PMID: '31234567' }],
  ['31234567', { PMID: '31234567' }],
  ['https://pubmed.ncbi.nlm.nih.gov/31234567/', { PMID: '31234567' }],
  ['PMC1234567', { PMCID: 'PMC1234567' }],
  ['NCT01234567', { number: 'NCT01234567' }],
])('[C41] %s alone', (pasted, wanted) => {
  const found = pastedReference(pasted)
  expect(found).toMatchObject(wanted)
  expect(found?.title).toBeUndefined()
})

test('[C41] what we write as RIS, BibTeX and Vancouver is read back', () => {
  expect(pastedReference(risEntry(tea))).toMatchObject(tea)
  expect(pastedReference(bibtexEntry(tea, 'poe2021'))).toMatchObject({ ...tea, issued: { 'date-parts': [[2021]] } })
  expect(pastedReference(vancouver(tea))).toMatchObject({
    title: tea.title,
    'container-title': tea['container-title'],
    author: [{ family: 'Poe' }, { family: 'Roe' }],
    volume: '6',
    issue: '2',
    page: '4-9',
    DOI: tea.DOI,
    issued: { 'date-parts': [[2021]] },
  })
})

test('[C41] as APA prints it', () => {
  expect(
    pastedReference('Poe, J. P., & Roe, A. (2021). Tea on wards. Invented Quality, 6(2), 4–9. https://doi.org/10.5555/iq.2021.4'),
  ).toMatchObject({
    title: 'Tea on wards',
    'container-title': 'Invented Quality',
    author: [
      { family: 'Poe', given: 'J. P.' },
      { family: 'Roe', given: 'A.' },
    ],
    volume: '6',
    page: '4-9',
    DOI: '10.5555/iq.2021.4',
  })
})

test('[C41] any other text is a title, and nothing is nothing', () => {
  expect(pastedReference('What we do about tea on our ward')).toEqual({ type: 'document', title: 'What we do about tea on our ward' })
  expect(pastedReference('   ')).toBeUndefined()
})

test('[C41] long and broken texts are read in time', () => {
  for (const text of [
    '@article{a,'.repeat(50_000),
    `@article{a, title = ${'{'.repeat(600_000)}`,
    'A. '.repeat(400_000),
    `${'a, '.repeat(300_000)}(2020). `,
  ]) {
    const begun = performance.now()
    pastedReference(text)
    expect(performance.now() - begun).toBeLessThan(10_000)
  }
})
