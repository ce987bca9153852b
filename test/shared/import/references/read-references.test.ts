import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citationFormats, writeCitations } from '../../../../shared/citations/citation-formats.ts'
import type { Citation } from '../../../../shared/citations/citation.ts'
import { tidyCitation } from '../../../../shared/citations/tidy-citation.ts'
import { mostBytes, readReferences } from '../../../../shared/import/references/read-references.ts'
import { differences } from './compare.ts'
import { bibFiles } from './neighbours/bib.ts'
import { medlineFiles } from './neighbours/medline.ts'
import { crlf } from './neighbours/neighbour.ts'
import { risOfManagers } from './neighbours/ris-managers.ts'
import { risOfPublishers } from './neighbours/ris-publishers.ts'
import { risOfServices } from './neighbours/ris-services.ts'
import { moreOthers } from './neighbours/more-others.ts'
import { moreRis } from './neighbours/more-ris.ts'
import { otherFiles } from './neighbours/tables.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string | Uint8Array, name = 'file') => readReferences(typeof text === 'string' ? bytes(text) : text, name)
const itemsOf = (text: string | Uint8Array, name = 'file'): Citation[] => {
  const found = read(text, name)
  if (typeof found === 'string') throw new Error(found)
  return found.items.map(({ citation }) => citation)
}
const all = [...risOfServices, ...risOfPublishers, ...risOfManagers, ...bibFiles, ...medlineFiles, ...otherFiles, ...moreRis, ...moreOthers]

const ris = (title: string, more = ''): string =>
  `TY  - JOUR\nAU  - Ray, Jo\nTI  - ${title}\nJO  - Ward Notes\nPY  - 2020\n${more}ER  - \n\n`

describe('[O52] what a file of references may not do', () => {
  it('random bytes and random texts with the signs of each format never throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (some) => {
        read(some)
      }),
      { numRuns: 500 },
    )
    const piece = fc.constantFrom(
      'TY  - JOUR',
      'AU  - ',
      'ER  -',
      '\n',
      'PMID- 9',
      'FAU - ',
      '@article{a,',
      'title = {',
      '}',
      '"',
      ' # ',
      '\\',
      "\\'",
      '{',
      '<xml><records><record>',
      '</record>',
      '<titles>',
      '<![CDATA[',
      '&#x',
      '[{"title":',
      '"DOI":"10.5555/a"',
      '],',
      'Title,Authors,DOI\n',
      ',',
      '10.5555/x',
      'PMID: 1',
      '\u0000',
      ' and ',
      '=',
      '~',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 8 })), { maxLength: 40 }), (parts) => {
        read(parts.join(''))
      }),
      { numRuns: 2000 },
    )
  })

  it('a file cut off anywhere never throws', () => {
    for (const { name, text } of all) {
      const whole = typeof text === 'string' ? bytes(text) : text
      for (let end = 0; end < whole.length; end += Math.max(1, Math.floor(whole.length / 15))) read(whole.subarray(0, end), name)
    }
  })

  it('is refused with a word if it is empty, too big, or something else', () => {
    expect(read('')).toBe('empty')
    expect(read(' \r\n\u0000\ufeff')).toBe('empty')
    expect(read(new Uint8Array(mostBytes + 1))).toBe('too big')
    for (const other of [
      'PK\u0003\u0004',
      '%PDF-1.7',
      'Dear all, see you at 10.',
      '{"name": "x"}',
      '<html><body>TY  - JOUR</body></html>',
      'Idea,Site,Owner\nTea,Site 1,Jo\n',
    ])
      expect(read(other), other).toBe('not references')
  })

  it('is read in one pass: elements in elements, brackets in brackets and long lines cost no more than their length', () => {
    const deep = 100_000
    expect(read(`<xml><records><record><ref-type name="Book">6</ref-type>${'<a>'.repeat(deep)}</record></records></xml>`)).toMatchObject({
      format: 'endnote-xml',
    })
    expect(read(`[{"title":"Deep","DOI":"10.5555/deep","a":${'['.repeat(deep)}${']'.repeat(deep)}}]`)).toMatchObject({ format: 'csl-json' })
    expect(read(`@article{a, title = {${'{'.repeat(deep)}x${'}'.repeat(deep)}}, year = 2020}`)).toMatchObject({
      items: [{ citation: { title: 'x' } }],
    })
    expect(read(`Title,Authors,DOI\n${','.repeat(5 * deep)}`)).not.toBe('empty')
    expect(read('10.5555/x,'.repeat(deep / 20))).toMatchObject({ items: [{ key: 'doi:10.5555/x' }] })
    expect(read('9'.repeat(5 * deep))).toBe('not references')
    expect(read(ris(`${'very '.repeat(deep)}long`))).toMatchObject({ items: [{ citation: { cut: ['title'] } }] })
    expect(read(`TY  - JOUR\nTI  - Many\n${'AU  - Ray, Jo\n'.repeat(deep / 10)}ER  - \n`)).toMatchObject({
      items: [{ citation: { cut: ['author'] } }],
    })
  })
})

it('[O53] letters in two parts are composed, also an i that lost its dot', () => {
  expect(itemsOf(ris('Garc\u0131\u0301a, Gu\u0308ell, Garc\u00eda'))).toMatchObject([{ title: 'García, Güell, García' }])
})

describe('[O52] each record by itself', () => {
  it('two files one behind the other give the items of both', () => {
    const sameFormat = (format: string) =>
      all.filter((file) => file.format === format && typeof file.text === 'string' && (file.problems ?? []).length === 0)
    for (const format of ['ris', 'nbib', 'bibtex'])
      for (const one of sameFormat(format))
        for (const other of sameFormat(format)) {
          if (one === other) continue
          const [first, second] = [itemsOf(one.text), itemsOf(other.text)]
          const both = itemsOf(`${one.text as string}\n${other.text as string}`)
          // Names without a comma are read by how the file writes names.
          const titles = (citations: Citation[]) => citations.map(({ title, DOI, page, issued }) => [title, DOI, page, issued])
          expect(titles(both), `${one.name} and ${other.name}`).toEqual(titles([...first, ...second]))
        }
  })

  it('line ends and encodings change nothing', () => {
    for (const { name, text } of all) {
      if (typeof text !== 'string') continue
      const items = itemsOf(text, name)
      const plain = text.replaceAll(/\r\n?/g, '\n')
      expect(itemsOf(crlf(plain), name)).toEqual(items)
      expect(itemsOf(`\ufeff${plain}`, name)).toEqual(items)
    }
  })
})

describe('what is kept', () => {
  it('[O51] nothing of an abstract, a note, a keyword, a decision or a disk', () => {
    const secret = 'Geheimnis'
    const texts = [
      ris(
        'Tea',
        `AB  - ${secret}\nN1  - ${secret}\nN2  - ${secret}\nKW  - ${secret}\nL1  - file:///C:/${secret}.pdf\nUR  - file:///${secret}\nAD  - ${secret}\nRP  - ${secret}\nUR  - internal-pdf://${secret}\n`,
      ),
      `@article{a, title={Tea}, abstract={${secret}}, note={${secret}}, keywords={${secret}}, file={/home/${secret}.pdf}, annote={${secret}}, groups={${secret}}}`,
      `PMID- 90000001\nTI  - Tea.\nAB  - ${secret}\nMH  - ${secret}\nOT  - ${secret}\nAD  - ${secret}\nGN  - ${secret}\n`,
      JSON.stringify([{ title: 'Tea', abstract: secret, note: secret, keyword: secret, attachments: [secret], tags: [secret] }]),
      `<xml><records><record><ref-type name="Book">6</ref-type><titles><title>Tea</title></titles><abstract>${secret}</abstract><notes>${secret}</notes><research-notes>${secret}</research-notes><keywords><keyword>${secret}</keyword></keywords><label>${secret}</label><urls><pdf-urls><url>${secret}</url></pdf-urls></urls></record></records></xml>`,
      `Title,Authors,Journal,DOI,Notes,Tags,Abstract,File Attachments\nTea,"Ray, Jo",Notes,10.5555/tea,${secret},${secret},${secret},/home/${secret}.pdf\n`,
    ]
    for (const text of texts) {
      const found = read(text)
      expect(found, text).toMatchObject({ items: [{ citation: { title: 'Tea' } }] })
      expect(JSON.stringify(found)).not.toContain(secret)
    }
  })

  it('[O53] an item is known again by its key, in whatever format', () => {
    const key = (text: string) => {
      const found = read(text)
      return typeof found === 'string' ? found : found.items[0]?.key
    }
    expect(key(ris('Tea', 'DO  - 10.5555/TEA.1\n'))).toBe('doi:10.5555/tea.1')
    expect(key('@article{x, title = {Cocoa}, doi = {https://doi.org/10.5555/tea.1}}')).toBe('doi:10.5555/tea.1')
    expect(key('PMID- 90000001\nTI  - Tea.\n')).toBe('pmid:90000001')
    const byText = key(ris('Tea on Wards'))
    expect(byText).toMatch(/^text:[\da-f]+$/)
    expect(key('@article{y, author = {Jo Ray}, title = {{Tea on {W}ards.}}, year = 2020}')).toBe(byText)
    expect(key(ris('Tea on Wards', 'PY  - 2021\n').replace('PY  - 2020\n', ''))).not.toBe(byText)
  })

  it('[O53] a repeated record is named and kept once; two works of one DOI stay two', () => {
    const found = read(
      ris('Tea', 'DO  - 10.5555/t\n') +
        ris('Tea', 'DO  - 10.5555/T\n') +
        ris('Quite another abstract of a supplement', 'DO  - 10.5555/t\n'),
    )
    expect(found).toMatchObject({ problems: [{ line: 9, code: 'repeated', params: { of: 1 } }] })
    const keys = typeof found === 'string' ? [] : found.items.map((item) => item.key)
    expect(new Set(keys).size).toBe(2)
  })
})

const word = fc.constantFrom(
  'Tea',
  'on',
  'wards:',
  'ÉQUIPE',
  '100%',
  'p<0.05',
  'A & B',
  'Ñandú',
  '“quoted”',
  'x_y',
  '#5',
  'cost $3',
  'müller',
  'β',
  '(pilot)',
  'who?',
)
const title = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => `T ${words.join(' ')}`)
const person = fc.record({
  family: fc.constantFrom('Ray', 'van der Quill', 'O’Tarn', 'Ñíguez Peña', 'Smith Jr', 'Li'),
  given: fc.constantFrom('Jo', 'A. B.', 'María José', 'Jean-Luc', 'X.'),
})
const group = fc.constantFrom('Invented Ward Walking Group', 'Institute for Care and Quality', 'WHO').map((literal) => ({ literal }))
const kept = fc
  .record(
    {
      type: fc.constantFrom('article-journal', 'report', 'thesis', 'chapter', 'paper-conference'),
      title,
      author: fc.array(fc.oneof(person, group), { minLength: 1, maxLength: 4 }),
      'container-title': fc.constantFrom('Ward Notes', 'Calidad & Salud', 'J. Inv. Care'),
      volume: fc.constantFrom('3', '12', '2020'),
      page: fc.constantFrom('1-9', 'e12', 'S12-S19', '981-93', '105310'),
      DOI: fc.constantFrom('10.5555/a_b(1)2', '10.5555/plain.1'),
      PMID: fc.constantFrom('90000001', '123'),
      PMCID: fc.constantFrom('PMC990001'),
      ISSN: fc.constantFrom('9999-0016'),
      language: fc.constantFrom('en', 'es'),
      issued: fc.constantFrom({ 'date-parts': [[2020]] }, { 'date-parts': [[2020, 5]] }),
    },
    { requiredKeys: ['type', 'title'] },
  )
  .map(tidyCitation)

describe('our own files', () => {
  it.each(citationFormats.map((format) => [format.key, format] as const))('%s is read as it was written', (key, format) => {
    fc.assert(
      fc.property(kept, (citation) => {
        const [back] = itemsOf(writeCitations(format, [citation]))
        // Reports have no ISSN in RIS, where the same field is their number.
        const { ISSN, ...others } = citation
        const wanted = key === 'ris' && citation.type === 'report' ? others : { ...others, ...(ISSN && { ISSN }) }
        if (back === undefined) throw new Error('nothing was read')
        expect(differences(back, { csl: { ...wanted } })).toEqual([])
      }),
      { numRuns: 400 },
    )
  })
})
