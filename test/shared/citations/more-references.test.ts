import { describe, expect, it } from 'vitest'
import type { Citation } from '../../../shared/citations/citation.ts'
import { type CitationFormatKey, citationFormatOf, writeCitations } from '../../../shared/citations/citation-formats.ts'
import { vancouver } from '../../../shared/citations/vancouver.ts'

const paper: Citation = {
  type: 'article-journal',
  title: 'Tea on wards',
  'container-title': 'Invented Quality',
  volume: '6',
  issue: '2',
  page: '4-9',
  issued: { 'date-parts': [[2021, 6, 1]] },
  author: [{ family: 'Poe', given: 'Jan' }],
}
const by = (family: string, given?: string): Partial<Citation> => ({
  author: [given === undefined ? { literal: family } : { family, given }],
})

type Format = CitationFormatKey | 'vancouver'
interface Reference {
  /** Parts, or alternatives of one, that the text must have. */
  has?: readonly (string | readonly string[])[]
  hasNot?: readonly RegExp[]
  item?: object
  /** As right: citeproc prints both alike. */
  orItem?: object
}

/** Written in one go, with what other programs need of each, before the rules were run on them. */
describe('[E1] references', () => {
  it.each<[string, Format, Partial<Citation>, Reference]>([
    [
      'two initials with a hyphen',
      'csl-json',
      by('Leroy', 'J-P'),
      { item: { author: [{ family: 'Leroy', given: 'J.-P.' }] }, orItem: { author: [{ family: 'Leroy', given: 'J-P' }] } },
    ],
    ['three initials', 'csl-json', by('Ode', 'JRR'), { item: { author: [{ family: 'Ode', given: 'J. R. R.' }] } }],
    ['initials with accents', 'ris', by('Ek', 'ÅE'), { has: ['AU  - Ek, Å. E.'] }],
    ['points without spaces', 'csl-json', by('Poe', 'J.P.'), { item: { author: [{ family: 'Poe', given: 'J. P.' }] } }],
    [
      'a name and an initial',
      'csl-json',
      by('Poe', 'Jan P'),
      { item: { author: [{ family: 'Poe', given: 'Jan P.' }] }, orItem: { author: [{ family: 'Poe', given: 'Jan P' }] } },
    ],
    ['one initial', 'ris', by('Poe', 'J'), { has: [['AU  - Poe, J.', 'AU  - Poe, J']] }],
    ['a short name stays', 'bibtex', by('Wu', 'Yi'), { has: ['{Wu, Yi}'] }],
    ['a hyphen in a name stays', 'csl-json', by('Roy', 'Anne-Marie'), { item: { author: [{ family: 'Roy', given: 'Anne-Marie' }] } }],
    ['a suffix with a point', 'csl-json', by('Downs Sr.', 'Rob'), { item: { author: [{ family: 'Downs', given: 'Rob', suffix: 'Sr' }] } }],
    ['a suffix of a king', 'bibtex', by('King III', 'Martin'), { has: ['King, III, Martin'] }],
    ['a suffix in RIS', 'ris', by('Fox 2nd', 'A. B.'), { has: ['AU  - Fox, A. B., 2nd'] }],
    ['a small word before', 'bibtex', by('van der Berg', 'Ann'), { has: ['{van der Berg, Ann}'] }],
    ['y inside', 'bibtex', by('Ramón y Cajal', 'Santiago'), { has: ['{Ramón y Cajal}, Santiago'] }],
    ['a small word in a family of two', 'bibtex', by('Pérez de León', 'Eva'), { has: ['{Pérez de León}, Eva'] }],
    [
      'a group with commas and "and"',
      'bibtex',
      by('Academies of Sciences, Engineering, and Care'),
      { has: ['{{Academies of Sciences, Engineering, and Care}}'] },
    ],
    ['a group with a comma in CSL', 'csl-json', by('Tea, Care and Co'), { item: { author: [{ literal: 'Tea, Care and Co' }] } }],
    ['a Chinese name in BibTeX', 'bibtex', by('王', '小明'), { has: ['{王, 小明}'] }],
    ['a Korean name', 'vancouver', by('김', '민수'), { has: [['김민수', '김 민수']] }],
    ['a Japanese name', 'vancouver', by('山田', '太郎'), { has: [['山田太郎', '山田 太郎']] }],
    ['December', 'bibtex', { issued: { 'date-parts': [[2020, 12]] } }, { has: ['month = dec'] }],
    ['no month', 'bibtex', { issued: { 'date-parts': [[2020]] } }, { hasNot: [/month/], has: ['year = {2020}'] }],
    ['an article number', 'ris', { page: 'e1234' }, { has: ['SP  - e1234'], hasNot: [/^EP {2}- /m] }],
    [
      'a page code with hyphens',
      'ris',
      { page: 'archdischild-2019-317666' },
      { has: ['SP  - archdischild-2019-317666'], hasNot: [/^EP/m] },
    ],
    ['a range with an en dash', 'bibtex', { page: '1234–1239' }, { has: ['pages = {1234--1239}'] }],
    ['a code that looks like a range', 'ris', { page: '2021-04512' }, { has: ['SP  - 2021-04512'], hasNot: [/^EP/m] }],
    ['shortened pages', 'vancouver', { page: '1234-1239' }, { has: [':1234-9.'] }],
    ['pages with a letter', 'vancouver', { page: 'S172-S180' }, { has: [[':S172-80.', ':S172-S180.']] }],
    [
      'special signs',
      'bibtex',
      { title: '50% of A & B_C #1 ~ $5 ^' },
      { has: [String.raw`50\% of A \& B\_C \#1 \textasciitilde{} \$5 \textasciicircum{}`] },
    ],
    ['an end of entry in a title', 'ris', { title: 'Tea\nER  - \nTY  - JOUR' }, { has: ['TI  - Tea ER - TY - JOUR'] }],
    ['a PMCID', 'ris', { PMCID: 'PMC90000001' }, { has: ['C2  - PMC90000001', 'M2  - PMCID: PMC90000001'] }],
    ['a PMID in CSL', 'csl-json', { PMID: '90000001' }, { item: { PMID: '90000001' } }],
    ['a PMID in BibTeX', 'bibtex', { PMID: '90000001' }, { has: [['pmid = {90000001}', 'note = {PMID: 90000001}']] }],
    [
      'a preprint',
      'ris',
      {
        type: 'article',
        'container-title': undefined,
        publisher: 'medRxiv',
        volume: undefined,
        issue: undefined,
        DOI: '10.1101/2021.01.01.21249001',
      },
      { has: [['TY  - UNPB', 'TY  - PREP', 'TY  - GEN', 'TY  - ELEC'], 'PB  - medRxiv'], hasNot: [/TY {2}- JOUR/, /^JO/m] },
    ],
    [
      'a preprint in BibTeX',
      'bibtex',
      { type: 'article', 'container-title': undefined, publisher: 'medRxiv', volume: undefined, issue: undefined },
      { has: [['@misc{', '@unpublished{', '@online{']], hasNot: [/@article/] },
    ],
    [
      'an entry of a registry in BibTeX',
      'bibtex',
      {
        type: 'document',
        title: 'Tea',
        number: 'ISRCTN12345678',
        'container-title': undefined,
        volume: undefined,
        issue: undefined,
        page: undefined,
      },
      { has: ['@misc{', 'ISRCTN12345678'], hasNot: [/^\s*number = /m, /journal/] },
    ],
    [
      'a report',
      'bibtex',
      {
        type: 'report',
        publisher: 'Invented Agency',
        number: '12',
        'container-title': undefined,
        volume: undefined,
        issue: undefined,
        page: undefined,
      },
      { has: ['@techreport{', 'institution = {Invented Agency}', 'number = {12}'] },
    ],
    [
      'a thesis in RIS',
      'ris',
      { type: 'thesis', publisher: 'University of Nowhere', 'container-title': undefined },
      { has: ['TY  - THES', 'PB  - University of Nowhere'] },
    ],
    [
      'a chapter in RIS',
      'ris',
      { type: 'chapter', 'container-title': 'Invented Manual' },
      { has: ['TY  - CHAP', ['T2  - Invented Manual', 'BT  - Invented Manual']], hasNot: [/^JO/m] },
    ],
    [
      'a paper of a conference in Vancouver',
      'vancouver',
      { type: 'paper-conference', 'container-title': 'Forum on Tea' },
      { has: ['In: Forum on Tea', 'p. 4-9'] },
    ],
    ['a data set', 'ris', { type: 'dataset', publisher: 'Nowhere Data' }, { has: ['TY  - DATA'] }],
    [
      'a page of the web in RIS',
      'ris',
      { type: 'webpage', URL: 'https://a.example/x' },
      { has: ['TY  - ELEC', 'UR  - https://a.example/x'] },
    ],
    [
      'seven authors',
      'vancouver',
      { author: ['Ash', 'Bee', 'Cox', 'Dow', 'Elm', 'Fir', 'Gum'].map((family) => ({ family, given: 'A' })) },
      { has: ['Fir A, et al.'], hasNot: [/Gum/] },
    ],
    [
      'six authors',
      'vancouver',
      { author: ['Ash', 'Bee', 'Cox', 'Dow', 'Elm', 'Fir'].map((family) => ({ family, given: 'A' })) },
      { has: ['Fir A.'], hasNot: [/et al/] },
    ],
    ['a suffix in Vancouver', 'vancouver', by('Smith Jr', 'John W.'), { has: [['Smith JW Jr.']] }],
    ['a hyphenated given name in Vancouver', 'vancouver', by('Roy', 'Anne-Marie'), { has: ['Roy AM.'] }],
    ['initials with points in Vancouver', 'vancouver', by('Poe', 'J. P.'), { has: ['Poe JP.'] }],
    ['an accent in Vancouver', 'vancouver', by('Zola', 'Émile'), { has: ['Zola É.'] }],
    ['a title with a question mark', 'vancouver', { title: 'Tea or water?' }, { has: ['Tea or water? '], hasNot: [/\?\./] }],
    ['a DOI with an underscore', 'bibtex', { DOI: '10.5555/a_b&c' }, { has: ['doi = {10.5555/a_b&c}'] }],
    ['a DOI in RIS without address', 'ris', { DOI: '10.5555/a' }, { has: ['DO  - 10.5555/a'] }],
    [
      'a newspaper',
      'ris',
      { type: 'article-newspaper', 'container-title': 'The Nowhere Times' },
      { has: ['TY  - NEWS', ['T2  - The Nowhere Times', 'JO  - The Nowhere Times']] },
    ],
    ['a range of roman pages', 'ris', { page: 'iv-ix' }, { has: ['SP  - iv', 'EP  - ix'] }],
    ['a page with a supplement', 'ris', { page: '129-137.e2' }, { has: ['SP  - 129', ['EP  - 137.e2', 'EP  - 137']] }],
    // A second round.
    ['a name of one letter and a point', 'csl-json', by('Poe', 'J.'), { item: { author: [{ family: 'Poe', given: 'J.' }] } }],
    ['a hyphen and points', 'ris', by('Leroy', 'J.-P.'), { has: ['AU  - Leroy, J.-P.'] }],
    ['a suffix with initials', 'csl-json', by('Stone Jr', 'JB'), { item: { author: [{ family: 'Stone', given: 'J. B.', suffix: 'Jr' }] } }],
    ['small words before, in CSL', 'csl-json', by('de la Cruz', 'A'), { item: { author: [{ family: 'de la Cruz', given: 'A' }] } }],
    ['e inside', 'bibtex', by('Costa e Silva', 'Ana'), { has: ['{Costa e Silva}, Ana'] }],
    ['an ampersand in a journal', 'bibtex', { 'container-title': 'Care & Quality' }, { has: [String.raw`journal = {Care \& Quality}`] }],
    ['a group with an ampersand', 'bibtex', by('Tea & Care Group'), { has: [String.raw`{{Tea \& Care Group}}`] }],
    ['braces in a title', 'bibtex', { title: 'The {TEA} trial' }, { has: [[String.raw`\{TEA\}`, '(TEA)', '{TEA}']] }],
    ['a page of one', 'bibtex', { page: '7' }, { has: ['pages = {7}'] }],
    ['pages S1 to S9', 'bibtex', { page: 'S1-S9' }, { has: ['pages = {S1--S9}'] }],
    [
      'an ISRCTN in RIS',
      'ris',
      { type: 'document', number: 'ISRCTN12345678', 'container-title': undefined },
      { has: [['AN  - ISRCTN12345678', 'M2  - ISRCTN12345678']], hasNot: [/^M1/m] },
    ],
    ['a day in RIS', 'ris', {}, { has: ['PY  - 2021', 'DA  - 2021/06/01/'] }],
    ['a year in RIS', 'ris', { issued: { 'date-parts': [[2021]] } }, { has: ['PY  - 2021'], hasNot: [/DA {2}- 2021\/0/] }],
    [
      'a thesis in Vancouver',
      'vancouver',
      {
        type: 'thesis',
        publisher: 'University of Nowhere',
        'container-title': undefined,
        volume: undefined,
        issue: undefined,
        page: undefined,
      },
      { has: ['University of Nowhere'], hasNot: [/\[Internet\]/] },
    ],
    [
      'a report in RIS',
      'ris',
      { type: 'report', publisher: 'Agency', 'container-title': undefined },
      { has: ['TY  - RPRT', 'PB  - Agency'] },
    ],
    ['an article number in Vancouver', 'vancouver', { page: 'e012345' }, { has: [':e012345.'] }],
    ['a code in Vancouver', 'vancouver', { page: 'bmjqs-2020-012345' }, { has: [':bmjqs-2020-012345.'] }],
    ['a group in Vancouver', 'vancouver', by('Tea, Care and Co'), { has: ['Tea, Care and Co.'] }],
    ['a Chinese name in RIS', 'ris', by('王', '小明'), { has: ['AU  - 王, 小明'] }],
  ])('%s, %s', (_, format, fields, { has = [], hasNot = [], item, orItem = item }) => {
    const citation = { ...paper, ...fields }
    const text = format === 'vancouver' ? vancouver(citation) : writeCitations(citationFormatOf(format), [citation])
    const folded = text.replace(/ +/g, ' ')
    for (const wanted of has)
      expect(
        [wanted].flat().filter((part) => folded.includes(part.replace(/ +/g, ' '))),
        `${String(wanted)} in\n${text}`,
      ).not.toEqual([])
    for (const pattern of hasNot) expect(text).not.toMatch(pattern)
    if (item && orItem)
      expect([expect.objectContaining(item), expect.objectContaining(orItem)]).toContainEqual((JSON.parse(text) as object[])[0])
  })
})
