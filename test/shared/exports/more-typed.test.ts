import { parse } from 'csv-parse/sync'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString } from 'mdast-util-to-string'
import { describe, expect, test } from 'vitest'
import { type Brief, briefMarkdown } from '../../../shared/exports/brief.ts'
import { csvRecord } from '../../../shared/exports/csv.ts'

const places = ['text', 'said', 'note', 'title', 'made', 'heading'] as const
const briefWith = (at: (typeof places)[number], typed: string): Brief => {
  const item = { text: 'Plain', link: '', note: '', said: '', ...(at === 'text' || at === 'said' || at === 'note' ? { [at]: typed } : {}) }
  const words = { title: 'T', made: 'M', ...(at === 'title' || at === 'made' ? { [at]: typed } : {}) }
  return { ...words, sections: [{ title: at === 'heading' ? typed : 'S', lines: [item], none: '' }] }
}

/** Texts of headings and paragraphs, and every kind of node, as CommonMark reads them. */
const readBack = (markdown: string): { kinds: Set<string>; texts: string[] } => {
  const [kinds, texts]: [Set<string>, string[]] = [new Set(), []]
  const walk = (node: { type: string; children?: { type: string }[] }): void => {
    kinds.add(node.type)
    if (node.type === 'heading' || node.type === 'paragraph') texts.push(toString(node))
    for (const child of node.children ?? []) walk(child)
  }
  walk(fromMarkdown(markdown))
  return { kinds, texts }
}
const plain = new Set(['root', 'heading', 'paragraph', 'text', 'list', 'listItem', 'blockquote'])
const folded = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** Written in one go before the writers were run on them. */
describe('[R4] typed texts read the same wherever they stand', () => {
  test.each([
    '12. Twelve beds',
    '1) a 2) b',
    '2021. A great year',
    '+',
    '-',
    '*',
    '=====',
    '~~~ fence',
    '```js',
    '![x](y)',
    '[a]: https://a.example',
    '[link](https://a.example) and <https://b.example>',
    'https://a.example/x_y_z',
    '&#35; &nbsp; &hearts;',
    'a * b * c',
    '*Staph* __x__ ~y~ ~~z~~',
    '**Bold** and `code`',
    'Ends with #',
    '# #',
    '| a | b |\n|---|---|',
    'Title\n---',
    'line one\nline two',
    'two spaces  \nthen a line',
    '> quoted\n> twice',
    '- [ ] to do',
    '\tTabbed',
    '    four spaces',
    'back\\slash\\',
    '$5 and $6',
    '<!-- comment -->',
    '<script>alert(1)</script>',
    'a < b > c & d',
    'foo@bar.example',
    'SpO₂ ≥ 91 %',
  ])('%j', (typed) => {
    for (const at of places) {
      const { kinds, texts } = readBack(briefMarkdown(briefWith(at, typed)))
      expect([at, [...kinds].filter((kind) => !plain.has(kind))]).toEqual([at, []])
      expect(texts.map((one) => folded(one).replace(/^Plain — /, ''))).toContain(folded(typed))
    }
  })
})

describe('[E2] cells', () => {
  test.each([
    '+1',
    '-1+2',
    '-',
    '@A1',
    '\t=1',
    '\r=1',
    '\r\n+1',
    '  +1',
    '\u00a0=1',
    '\u3000=1',
    '\u200b=1',
    '\ufeff=1',
    '\u2028=1',
    '＠SUM(1)',
    '－1',
    '﹢1',
    '=HYPERLINK("https://a.example","x")',
    '=1\n+2',
  ])('%j is no formula', (cell) => {
    const [[written = '', next] = []] = parse(csvRecord([cell, 'next']))
    expect([written.startsWith("'"), next]).toEqual([true, 'next'])
  })

  test.each([
    "'=1",
    'a=1',
    '1+1',
    '5 - 3',
    '10.5555/a-b',
    'weigh; twice',
    'a, b',
    '"quoted"',
    'two\nlines',
    '−3 °C',
    '→ next',
    '007',
    'é',
    ' ',
  ])('%j stays as it is', (cell) => {
    const [[written, next] = []] = parse(csvRecord([cell, 'next']))
    expect([written, next]).toEqual([cell, 'next'])
  })
})
