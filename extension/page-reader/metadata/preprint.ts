import { normaliseArxiv } from '../../../shared/citations/identifiers.ts'
import type { Metadata } from './finding.ts'
import { first, type Page, textOf } from '../page/page.ts'

/** Papers that LaTeXML made into pages have no metadata: the stamp of arXiv is their only mark. */
export const latexPage = (page: Page): Metadata => {
  const stamp = textOf(first(page.scope, '#watermark-tr,.ltx_document [class*="arxiv" i]'), 200)
  const number = stamp && normaliseArxiv(stamp)
  if (!number) return {}
  return {
    type: 'article',
    number: `arXiv:${number}`,
    publisher: 'arXiv',
    date: stamp.replace(/^.*\]/, ''),
    title: textOf(first(page.scope, '.ltx_title_document'), 600),
  }
}
