import { cr, crlf, type Neighbour, utf16 } from './neighbour.ts'

/** RIS as programs on somebody's desk write it. */
export const risOfManagers: readonly Neighbour[] = [
  {
    name: 'papers.ris',
    format: 'ris',
    text: `TY  - JOUR
T1  - Kangaroo hours
A1  - Pell, Nora
A1  - D'Arcy, Finn
JO  - Inv J Neonatal
Y1  - 2013/02/14
VL  - 103
IS  - 2
SP  - F101
EP  - 6
UR  - papers3://publication/doi/10.5555/kang.2013
L1  - file://localhost/Users/somebody/Papers/kang.pdf
M3  - 10.5555/kang.2013
N1  - to read
ID  - 77
ER  - 
`,
    items: [
      {
        csl: {
          title: 'Kangaroo hours',
          author: [
            { family: 'Pell', given: 'Nora' },
            { family: "D'Arcy", given: 'Finn' },
          ],
          issued: { 'date-parts': [[2013, 2, 14]] },
          DOI: '10.5555/kang.2013',
          page: 'F101-6',
        },
        accept: { page: ['F101-F106', 'F101-106'] },
        absent: ['URL', 'PMID'],
      },
    ],
  },
  {
    name: 'citavi-utf16.ris',
    format: 'ris',
    text: utf16(
      crlf(`
TY  - JOUR
A1  - Größer, Käthe
A1  - Łukowski, Żarko
T1  - Übergabe am Bett – wer fragt?
JF  - Erfundene Zeitschrift für Pflege
PY  - 2015//
DA  - 2015/06/15
VL  - 12
IS  - 3
SP  - 8
EP  - 15
LA  - ger
L1  - C:\\Users\\somebody\\Citavi\\uebergabe.pdf
UR  - https://pubmed.ncbi.nlm.nih.gov/90000304/
M4  - Citavi
ER  - 

`),
      true,
    ),
    items: [
      {
        csl: {
          title: 'Übergabe am Bett – wer fragt?',
          author: [
            { family: 'Größer', given: 'Käthe' },
            { family: 'Łukowski', given: 'Żarko' },
          ],
          issued: { 'date-parts': [[2015, 6, 15]] },
          PMID: '90000304',
          language: 'de',
          page: '8-15',
        },
        accept: { language: ['ger'], issued: [{ 'date-parts': [[2015]] }] },
      },
    ],
  },
  {
    name: 'carriage-returns.ris',
    format: 'ris',
    text: cr(`
TY  - JOUR
A1  - Yarrow,T.
T1  - Old Macs keep old lines
JF  - Invented Archives
Y1  - 1997///Fall
VL  - 3
SP  - 9
EP  - 9
ER  - 

TY  - BOOK
A1  - Yarrow,T.
T1  - A book of lines
PB  - Invented Press
CY  - Nowhere
Y1  - 2001
SN  - 0-00-000000-0
ER  - 
`),
    items: [
      {
        csl: {
          title: 'Old Macs keep old lines',
          author: [{ family: 'Yarrow', given: 'T.' }],
          page: '9',
          issued: { 'date-parts': [[1997]] },
          'container-title': 'Invented Archives',
        },
      },
      {
        csl: { type: 'book', title: 'A book of lines', publisher: 'Invented Press', issued: { 'date-parts': [[2001]] } },
        absent: ['ISSN'],
      },
    ],
  },
  {
    name: 'own-tags-and-torn-groups.ris',
    format: 'ris',
    text: `
TY  - JOUR
AU  - Group, Invented Sepsis Walking
AU  - Care, Invented Institute for Safer
AU  - Bell, Ada, III
AU  - Smith, John Paul, Jr.
AU  - 
TI  - Hour one
      on three wards
JF  - Invented Sepsis
PY  - 2020/02/30/
DO  - DOI: 10.5555/sep.1.
M2  - PMID: 90000305
U2  - PMC99900305
ER  - 
TY  - JOUR
AU  - Bell, Ada
TI  - ER  - visits
T2  - Invented Sepsis
PY  - 2021
ID  - PMID:90000306
SP  - 1012-1019
EP  - 1019
ER  -
TY  - JOUR
ID  - only-a-key
ER  - 
TY  - JOUR
TI  - Last
JO  - Invented Sepsis
U1  - 90000307[PMID]
N1  - PubMed PMID: 90000307; PubMed Central PMCID: PMC99900307.
PY  - 2022
ER  - 
`,
    items: [
      {
        csl: {
          title: 'Hour one on three wards',
          author: [
            { literal: 'Invented Sepsis Walking Group' },
            { literal: 'Invented Institute for Safer Care' },
            { family: 'Bell III', given: 'Ada' },
            { family: 'Smith Jr', given: 'John Paul' },
          ],
          issued: { 'date-parts': [[2020, 2]] },
          DOI: '10.5555/sep.1',
          PMID: '90000305',
          PMCID: 'PMC99900305',
        },
      },
      {
        csl: { title: 'ER - visits', PMID: '90000306', page: '1012-1019' },
        accept: { title: ['ER  - visits'] },
      },
      { csl: { title: 'Last', PMID: '90000307', PMCID: 'PMC99900307', 'container-title': 'Invented Sepsis' } },
    ],
    problems: ['nothing-in-entry'],
  },
  {
    name: 'one-line-two-spaces.ris',
    format: 'ris',
    text: 'TY  - JOUR A1  - Bell, Ada A1  - Teodor, Xan T1  - Beds, chairs - and floors JF  - Invented Wards VL  - 4 IS  - 1 SP  - 3 EP  - 8 Y1  - 2016/11/02 DO  - 10.5555/iw.4.3 ER  - TY  - CHAP A1  - Bell, Ada T1  - Floors T2  - Handbook of Floors PB  - Invented Press Y1  - 2017 SP  - 1 EP  - 9 ER  -',
    items: [
      {
        csl: {
          title: 'Beds, chairs - and floors',
          author: [
            { family: 'Bell', given: 'Ada' },
            { family: 'Teodor', given: 'Xan' },
          ],
          issued: { 'date-parts': [[2016, 11, 2]] },
          page: '3-8',
          DOI: '10.5555/iw.4.3',
        },
      },
      { csl: { type: 'chapter', title: 'Floors', 'container-title': 'Handbook of Floors', page: '1-9', publisher: 'Invented Press' } },
    ],
  },
]
