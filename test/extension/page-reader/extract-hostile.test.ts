import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printedHeadSchema } from '../../../extension/reading/printed-head.ts'
import { pageReadingSchema } from '../../../extension/reading/reading.ts'
import { type Reader, type Run, startReader } from '../extract-browser.ts'

const printedEntry = fileURLToPath(new URL('../../../extension/page-reader/printed/read-printed.ts', import.meta.url))

let reader: Reader
let printer: Reader
beforeAll(async () => {
  reader = await startReader()
  printer = await startReader(printedEntry)
}, 300_000)
afterAll(() => Promise.all([reader.close(), printer.close()]))

/** Only a reader that hangs is a failure here; `READER_TIME_LIMIT=200` holds it to the target, on an idle machine. */
const most = Number(process.env['READER_TIME_LIMIT'] ?? 60_000)

const long = 'x'.repeat(5000)
const meta = (name: string, content: string): string => `<meta name="${name}" content="${content}">`
const paper = meta('citation_title', 'A title') + meta('citation_doi', '10.5555/a.1') + meta('citation_journal_title', 'J')

const pages: Record<string, { html: string; before?: string }> = {
  'values longer than any limit': {
    html:
      meta('citation_title', `T ${long}`) +
      meta('citation_doi', `10.5555/${long}`) +
      meta('citation_journal_title', long) +
      meta('citation_volume', long) +
      meta('citation_issn', long) +
      Array.from({ length: 500 }, (_, index) => meta('citation_author', `Name${index} ${long}`)).join(''),
  },
  '100,000 metas': { html: meta('citation_author', 'Poe, Ann').repeat(100_000) + paper },
  'a body of 10 MB': {
    html: `<head>${paper}</head><body><h1>A title</h1>${'<div class="author"><p>Some words of text, and more of them.</p></div>'.repeat(150_000)}</body>`,
  },
  'a single text of 10 MB': { html: `<body><h1>A title</h1><p class="author">${'word, '.repeat(1_700_000)}</p>` },
  'elements 3000 deep': { html: `<body>${'<div class="author">'.repeat(3000)}deep` },
  'getters that throw': {
    html: paper,
    before: `for (const name of ['title', 'body', 'contentType']) Object.defineProperty(Document.prototype, name, { configurable: true, get() { throw new Error('no') } })`,
  },
  'forms named like methods': {
    html: `<form name="querySelectorAll"></form><form name="querySelector"></form><form name="getSelection"></form><img name="title">${paper}`,
  },
  'prototype tricks': {
    html: `${paper}<script type="application/ld+json">{"__proto__":{"@type":"ScholarlyArticle"},"@type":"ScholarlyArticle","constructor":{"prototype":{"x":1}},"headline":{"name":{"name":{"name":"deep"}}},"author":{"__proto__":[]}}</script>${meta('__proto__', 'x')}${meta('constructor', 'y')}`,
  },
  'script in titles, addresses that run': {
    html: `<link rel="canonical" href="javascript:alert(1)"><title>&lt;script>alert(1)&lt;/script></title>${meta('citation_title', '&lt;img src=x onerror=alert(1)>')}${meta('citation_doi', '10.5555/a')}<a href="data:text/html,x">A link that is long enough to be a title</a>`,
  },
  '40,000 elements in the body': {
    html: `<head><title>A title of some words</title></head><body><h1>A title of some words</h1>${'<p>Ann Poe, Raj Rao</p>'.repeat(19_000)}`,
  },
  'a line of names that never ends': { html: `<body><h1>A title of some words</h1><p>${'Ann Poe and '.repeat(400_000)}</p>` },
  'a line that nearly is an issue, again and again': {
    html: `<body><h1>A title of some words</h1>${`<p>${'2019;12(3:4,'.repeat(20)}</p>`.repeat(500)}<p>${'Vol. 1 No. '.repeat(20_000)}</p>`,
  },
  'digits and spaces without end': {
    html: `<body><h1>A title of some words</h1><p>${'1 , '.repeat(100_000)}</p><p>${' '.repeat(1_000_000)}x</p>`,
  },
  'links with DOIs': {
    html: `<body><h1>A title of some words</h1>${Array.from({ length: 5000 }, (_, at) => `<a href="https://doi.org/10.5555/${at}%2f%2f${'('.repeat(50)}">10.5555/${at}</a>`).join(' ')}`,
  },
  'signs that are not seen': {
    html: meta('citation_title', 'A\u202egninrut\u200b\u2066title\ufeff') + meta('citation_doi', '10.5555/\u200ba.1\u202e'),
  },
}

describe('hostile pages', { timeout: 300_000 }, () => {
  it.each(Object.entries(pages))('reads %s within the limits and in time', async (_name, { html, before }) => {
    const run: Run = await reader.read(`<!doctype html>${html}`, 'https://hostile.example.org/a', before)
    const parsed = v.safeParse(pageReadingSchema, run.reading)
    expect(parsed.issues).toBeUndefined()
    expect(JSON.stringify(parsed.output)).not.toMatch(/javascript:|data:|[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/)
    expect(run.requests).toEqual([])
    expect(run.took).toBeLessThan(most)
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })
})

describe('hostile pages, as they are printed', { timeout: 300_000 }, () => {
  it.each(Object.entries(pages))('reads %s within the limits and in time', async (_name, { html, before }) => {
    const { page, requests } = await printer.show(`<!doctype html>${html}`, 'https://hostile.example.org/a')
    const asked = requests.length
    const run: { head: unknown; took: number } = await page.evaluate(
      `(() => { const now = performance.now.bind(performance); ${before ?? ''}; ${printer.code}; const start = now(); const head = gleanerReader.readPrinted(document, location.href); return { head, took: now() - start } })()`,
    )
    const parsed = v.safeParse(v.nullable(printedHeadSchema), run.head)
    expect(parsed.issues).toBeUndefined()
    expect(JSON.stringify(parsed.output)).not.toMatch(/javascript:|data:|[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/)
    expect(requests.length).toBe(asked)
    expect(run.took).toBeLessThan(most)
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })
})
