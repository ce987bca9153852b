import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PageReading, pageReadingSchema } from '../../../extension/reading/reading.ts'
import { type Reader, startReader } from '../extract-browser.ts'
import { bundle } from '../extract-bundle.ts'

let reader: Reader
let signs = ''
beforeAll(async () => {
  const entry = fileURLToPath(new URL('../../../extension/page-reader/page-signs.ts', import.meta.url))
  ;[reader, signs] = await Promise.all([startReader(), bundle(entry)])
}, 300_000)
afterAll(() => reader.close())

/** A page as it is read at a press: by the reader, and by what looks for its item's kind and standing. */
const read = async (html: string): Promise<PageReading> => {
  const { page } = await reader.show(html, 'https://journal.example/doi/10.5555/weigh.1')
  const raw = await page.evaluate(
    `(() => { ${reader.code}; const reading = gleanerReader.extract(document, location.href); ${signs.replaceAll('gleanerReader', 'gleanerSigns')}; return { ...reading, signs: gleanerSigns.pageSigns(document, location.href) } })()`,
  )
  return v.parse(pageReadingSchema, raw)
}

const head = (
  title: string,
  more = '',
) => `<!doctype html><title>${title} | Weights</title><meta name="citation_title" content="Weighing at noon">
  <meta name="citation_author" content="Ash, Ann"><meta name="citation_author" content="Birch, Bo"><meta name="citation_journal_title" content="Weights">
  <meta name="citation_publication_date" content="2020"><meta name="citation_doi" content="10.5555/weigh.1">${more}`
const text = '<p>Infants were weighed at one hour on four wards for a year.</p>'.repeat(20)

test.each([
  ['its heading', head('Weighing at noon'), '<h1>RETRACTED ARTICLE: Weighing at noon</h1>', ['retracted', 'heading']],
  ['the window’s title', head('WITHDRAWN: Weighing at noon'), '<h1>Weighing at noon</h1>', ['retracted', 'window']],
  [
    'its structured data',
    head(
      'Weighing at noon',
      '<script type="application/ld+json">{"@type":"ScholarlyArticle","headline":"Weighing at noon","creativeWorkStatus":"Retracted"}</script>',
    ),
    '<h1>Weighing at noon</h1>',
    ['retracted', 'type'],
  ],
  [
    'a note above it',
    head('Weighing at noon'),
    '<div>This article has been retracted.</div><h1>Weighing at noon</h1>',
    ['retracted', 'banner'],
  ],
  [
    'PubMed’s list of what refers to it',
    head('Weighing at noon'),
    '<h1>Weighing at noon</h1><section><h3 class="title">Expression of concern in</h3><p>Weights. 2021;3:9.</p></section>',
    ['doubted', 'banner'],
  ],
  [
    'its article type',
    head('Weighing at noon', '<meta name="citation_article_type" content="Retraction">'),
    '<h1>Weighing at noon</h1>',
    ['notice', 'type'],
  ],
])('[R3] a page says in %s how its paper stands', async (_, top, heading, standing) => {
  const { citation } = await read(`${top}<body>${heading}${text}`)
  expect([citation?.standing, citation?.standingSeen]).toEqual(standing)
  expect(citation?.DOI).toBe('10.5555/weigh.1')
})

test('[R3] a paper is not accused for the papers that it cites, or that stand beside it', async () => {
  const others = `<aside class="related"><h3>Retracted article</h3></aside><h2>References</h2><ol><li>Elm E. <span class="retracted">RETRACTED</span>: Zinc.</li></ol>`
  const { citation } = await read(
    `${head('Weighing at noon')}<body><h1>Weighing at noon</h1>${text}<p>Two trials were retracted.</p>${others}`,
  )
  expect(citation?.standing).toBeUndefined()
})
