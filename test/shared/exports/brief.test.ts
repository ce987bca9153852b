import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString } from 'mdast-util-to-string'
import { describe, expect, test } from 'vitest'
import { type Brief, briefHtml, briefMarkdown } from '../../../shared/exports/brief.ts'
import { matrixSvg } from '../../../shared/exports/matrix-picture.ts'

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

test('[R4] a brief in Markdown: headings, lines with links, and a sentence for each empty section', () => {
  expect(briefMarkdown(brief(line({ link: 'https://a.example/i', note: 'Ash', said: 'Because.' })))).toBe(
    '# Brief\n\nHarbour, 1 March\n\n## New\n\n- [Weigh at noon](https://a.example/i) — Ash\n\n  > Because.\n',
  )
  expect(briefMarkdown(brief())).toContain('*None.*')
})

/** How CommonMark's own reading of a brief is built: kinds of nodes, and the text of each heading and paragraph. */
const readBack = (markdown: string): { shape: string[]; texts: string[] } => {
  const [shape, texts]: [string[], string[]] = [[], []]
  const walk = (node: { type: string; children?: { type: string }[] }): void => {
    shape.push(node.type)
    if (node.type === 'heading' || node.type === 'paragraph') texts.push(toString(node))
    for (const child of node.children ?? []) walk(child)
  }
  walk(fromMarkdown(markdown))
  return { shape, texts }
}
const shown = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** What looks like markup, one sign or a whole beginning, among ordinary words. */
const bit = fc.oneof(
  fc.constantFrom(...(String.raw`\*_{}[]()<>#+-.!|~&;=:/"'` + '`\u0000\t\n\u00a0 ').split('')),
  fc.constantFrom(
    '1. ',
    '2) ',
    '- ',
    '---',
    '===',
    '***',
    '&copy;',
    '&#42;',
    '&amp;',
    '    ',
    '```',
    '~~~',
    '![',
    '](',
    '<b>',
    'http://',
    '[ ] ',
    '1.',
    '...',
    '(a) ',
    'iv. ',
    '$x$',
    '^a^',
    '@a',
    ':a:',
  ),
  fc.constantFrom('weigh', 'at', 'noon', 'ñ', '论文', '7', ' '),
)
const typed = fc
  .array(bit, { minLength: 1, maxLength: 8 })
  .map((bits) => bits.join(''))
  .filter((text) => shown(text.replaceAll('\u0000', '')) !== '')

test('[R4] property: CommonMark shows whatever people typed as typed, and reads no markup in it', () => {
  const fixed = [
    '1. Do',
    '2) Weigh',
    '- so',
    '+ more',
    '* star',
    '# heading',
    '---',
    '===',
    '&amp; &copy;',
    'weigh_at_noon',
    '<b>x</b>',
    '    code',
    '1.',
    '-',
    '> q',
    '|a|b|',
    '[x]: y',
    'end\\',
  ]
  const check = (words: Brief, link: string): void => {
    const [first] = words.sections
    const [item] = first?.lines ?? []
    if (!first || !item) throw new Error('A brief without a line')
    const { shape, texts } = readBack(briefMarkdown(words))
    const inLink = link ? ['link', 'text', 'text'] : ['text']
    expect(shape).toEqual([
      'root',
      'heading',
      'text',
      'paragraph',
      'text',
      'heading',
      'text',
      'list',
      'listItem',
      'paragraph',
      ...inLink,
      'blockquote',
      'paragraph',
      'text',
    ])
    expect(texts).toEqual(
      [words.title, words.made, first.title, `${shown(item.text)} — ${shown(item.note)}`, item.said].map((text) =>
        shown(text.replaceAll('\u0000', '')),
      ),
    )
  }
  const of = (text: string, link = ''): void =>
    check({ title: text, made: text, sections: [{ title: text, lines: [{ text, link, note: text, said: text }], none: '' }] }, link)
  for (const text of fixed) for (const link of ['', 'https://a.example/?a=1&copy;=(2) <x>']) of(text, link)
  fc.assert(fc.property(typed, fc.constantFrom('', 'https://a.example/i'), of))
})

interface Case {
  id: string
  at: 'text' | 'said' | 'note' | 'title' | 'made' | 'heading'
  typed: string
}
const file = new URL('../../../../shared/cases/brief.json', import.meta.url)
const cases = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] }).cases : []

describe.skipIf(cases.length === 0)('[R4] texts that a brief showed otherwise before', () => {
  test.each(cases.map((one) => [one.id, one] as const))('%s', (_, { at, typed: text }) => {
    const lines = [line({ text: 'Plain', ...(at === 'text' || at === 'said' || at === 'note' ? { [at]: text } : {}) })]
    const words: Brief = { title: 'T', made: 'M', sections: [{ title: at === 'heading' ? text : 'S', lines, none: '' }] }
    const { shape, texts } = readBack(briefMarkdown({ ...words, ...(at === 'title' || at === 'made' ? { [at]: text } : {}) }))
    expect(shape.filter((kind) => kind === 'heading' || kind === 'listItem' || kind === 'thematicBreak' || kind === 'html')).toEqual([
      'heading',
      'heading',
      'listItem',
    ])
    expect(texts.map((one) => one.replace(/^Plain — /, ''))).toContain(shown(text))
  })
})

test('[R4] links keep their targets, and in HTML too what people typed is text', () => {
  const nasty = line({ text: '# *a* [b](c)\n<script>1</script>', said: '> `x`', link: 'https://a.example/(x) y?a=1&copy;=2' })
  const tree = JSON.stringify(fromMarkdown(briefMarkdown(brief(nasty))))
  expect(tree).toContain('"url":"https://a.example/%28x%29%20y?a=1&copy;=2"')
  const html = briefHtml(brief(nasty), 'en')
  expect(html).not.toContain('<script>')
  expect(html).toContain('&lt;script&gt;1&lt;/script&gt;')
  expect(briefHtml(brief(line({ link: '"><b>' })), 'en')).toContain('href="&quot;&gt;&lt;b&gt;"')
})

test('[R5] the picture of the matrix has each count once, the sum of each row, and no scripts', () => {
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
