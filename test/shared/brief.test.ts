import { expect, test } from 'vitest'
import { type Brief, briefHtml, briefMarkdown } from '../../shared/brief.ts'
import { matrixSvg } from '../../shared/matrix-picture.ts'

const line = (value: Partial<Brief['sections'][number]['lines'][number]> = {}): Brief['sections'][number]['lines'][number] => ({
  text: 'Weigh at noon',
  link: '',
  note: '',
  said: '',
  ...value,
})
const brief = (...lines: Brief['sections'][number]['lines']): Brief => ({
  title: 'Brief',
  made: 'Harbour, 1 March',
  sections: [{ title: 'New', lines, none: 'None.' }],
})

test('[R4] a brief as Markdown: headings, lines with their links and words, and what stands where there is nothing', () => {
  expect(briefMarkdown(brief(line({ link: 'https://a.example/i', note: 'Ash', said: 'Because.' })))).toBe(
    '# Brief\n\nHarbour, 1 March\n\n## New\n\n- [Weigh at noon](https://a.example/i) — Ash\n  > Because.\n',
  )
  expect(briefMarkdown(brief())).toContain('*None.*')
})

test('[R4] whatever people typed is text, never markup, in Markdown and in HTML', () => {
  const nasty = line({ text: '# *a* [b](c)\n<script>1</script>', said: '> `x`', link: 'https://a.example/(x) y' })
  const markdown = briefMarkdown(brief(nasty, line({ text: '1. one' }), line({ text: '- two' })))
  expect(markdown).toContain(String.raw`[\# \*a\* \[b\](c) \<script\>1\</script\>](https://a.example/%28x%29%20y)`)
  expect(markdown).toContain(String.raw`- \1. one`)
  expect(markdown).toContain(String.raw`- \- two`)
  const html = briefHtml(brief(nasty), 'en')
  expect(html).not.toContain('<script>')
  expect(html).toContain('&lt;script&gt;1&lt;/script&gt;')
  expect(briefHtml(brief(line({ link: '"><b>' })), 'en')).toContain('href="&quot;&gt;&lt;b&gt;"')
})

test('[R5] the picture of the matrix has each count once, each row’s sum, and nothing that runs', () => {
  const svg = matrixSvg({
    title: 'Bank <&>',
    note: 'n',
    columns: ['Idea', 'A very long name of a phase that does not fit'],
    rows: [
      { label: 'Single-site', counts: [3, 40] },
      { label: 'Not yet classified and much longer', counts: [0, 0] },
    ],
    total: 'All',
  })
  expect([...svg.matchAll(/>(\d+|–)</g)].map(([, count]) => count)).toEqual(['3', '40', '43', '–', '–', '0'])
  expect(svg).toContain('Bank &lt;&amp;&gt;')
  expect(svg).toContain('…')
  expect(svg).not.toMatch(/<script|href=|on\w+=/)
})
