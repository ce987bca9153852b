import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Reader, startReader } from '../../extract-browser.ts'

let reader: Reader
beforeAll(async () => {
  reader = await startReader(fileURLToPath(new URL('../../quote-link-entry.ts', import.meta.url)), true)
}, 300_000)
afterAll(() => reader.close())

const html = `<!doctype html><title>A page</title><h1>A page</h1><p id="one">Before it, some words. <b>Removing lines</b> each day lowered infections, by a third.</p>
<p id="two">The unit was warm. The unit was warm.</p>${'<p>Other text that fills the page and says little.</p>'.repeat(20)}`

const select = (id: string, from: number, to: number): string => `
  const walker = document.createTreeWalker(document.getElementById('${id}'), 4); const nodes = []; while (walker.nextNode()) nodes.push(walker.currentNode);
  const point = (offset) => { for (const node of nodes) { if (offset <= node.data.length) return [node, offset]; offset -= node.data.length } };
  const range = document.createRange(); range.setStart(...point(${from})); range.setEnd(...point(${to})); getSelection().removeAllRanges(); getSelection().addRange(range);`

const inPage = async <T>(code: string): Promise<T> => {
  const { page } = await reader.show(html, 'https://page.example.org/a?b=1#c')
  return page.evaluate(`(() => { ${reader.code}; ${code} })()`)
}

describe('the sentence that is selected', { timeout: 300_000 }, () => {
  it('is kept with what stands around it, and a link that opens the page at it', async () => {
    const { quote, link } = await inPage<{ quote: object; link: string }>(
      `${select('one', 23, 77)} return { quote: gleanerReader.readQuote(document), link: gleanerReader.quoteLink(document, location.href) }`,
    )
    expect(quote).toMatchObject({
      exact: 'Removing lines each day lowered infections, by a third',
      suffix: expect.stringMatching(/^\. The unit/) as string,
    })
    expect(quote).toMatchObject({ prefix: expect.stringMatching(/Before it, some words\. $/) as string })
    expect(link).toMatch(/^https:\/\/page\.example\.org\/a\?b=1#:~:text=/)
    expect(decodeURIComponent(link).toLowerCase()).toContain('removing lines')
  })

  it('has no anchor where nothing is selected', async () => {
    expect(await inPage('return [gleanerReader.readQuote(document), gleanerReader.quoteLink(document, location.href)]')).toEqual([null, ''])
  })

  it('is selected again when it is shown', async () => {
    const shown = await inPage<[boolean, string]>(
      `return [gleanerReader.showQuote(document, { exact: 'Removing  lines each day lowered infection by a third', prefix: '', suffix: '' }), getSelection().toString()]`,
    )
    expect(shown[0]).toBe(true)
    expect(shown[1]).toContain('lowered infections, by a third')
  })

  it('is cut at a word where it is longer than is kept', async () => {
    const quote = await inPage<{ exact: string }>(
      `getSelection().selectAllChildren(document.body); return gleanerReader.readQuote(document)`,
    )
    expect(quote.exact.length).toBeLessThanOrEqual(600)
    expect(quote.exact.length).toBeGreaterThan(560)
  })
})
