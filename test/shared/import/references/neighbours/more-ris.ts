import type { Neighbour } from './neighbour.ts'

/** RIS that people and smaller services made, with what strays from every norm. */
export const moreRis: readonly Neighbour[] = [
  {
    name: 'no-space-before-dash.ris',
    format: 'ris',
    text: `TY- JOUR
AU- Mirren, Ola
TI- Gloves counted at the door
JO- Invented Hygiene
PY- 2018
VL- 4
SP- 20
EP- 5
ER-
`,
    items: [
      {
        csl: {
          title: 'Gloves counted at the door',
          author: [{ family: 'Mirren', given: 'Ola' }],
          page: '20-5',
          volume: '4',
          issued: { 'date-parts': [[2018]] },
        },
      },
    ],
  },
  {
    name: 'wrapped-mail.ris',
    format: 'ris',
    text: `TY  - JOUR T1  - A record that came by mail and was wrapped
at every seventy signs by somebody's program A1  - Mirren, Ola A1  - Dune,
Al JF  - Invented Mail Y1  - 2015/04/ VL  - 2 IS  - 3 SP  - 77 EP  - 79 DO
 - 10.5555/mail.2.77 N2  - An abstract. ER  -
`,
    items: [
      {
        csl: {
          title: "A record that came by mail and was wrapped at every seventy signs by somebody's program",
          author: [
            { family: 'Mirren', given: 'Ola' },
            { family: 'Dune', given: 'Al' },
          ],
          'container-title': 'Invented Mail',
          page: '77-79',
          issued: { 'date-parts': [[2015, 4]] },
          DOI: '10.5555/mail.2.77',
        },
      },
    ],
  },
  {
    name: 'authors-in-every-way.ris',
    format: 'ris',
    text: `TY  - JOUR
AU  - Mirren, O., Dune, A. B., Kest, C.
AU  - Invented Network for Ports
AU  - Lines
AU  - Centers for Invented Control and Prevention
AU  - "Dune, Al"
AU  - KEST, CARO
AU  - de' Rossi, Lia
AU  - 山田, 太郎
AU  - Madonna
A2  - Editor, An
ED  - Editor, Another
TI  - Who wrote this?
T2  - Invented Authorship
PY  - c2016
ER  - 
TY  - JOUR
A1  - Mirren, Ola; Dune, Al and Kest, Caro
T1  - And this?
JF  - Invented Authorship
Y1  - 2017 Sep-Oct
ER  - 
`,
    items: [
      {
        csl: {
          title: 'Who wrote this?',
          author: [
            { family: 'Mirren', given: 'O.' },
            { family: 'Dune', given: 'A. B.' },
            { family: 'Kest', given: 'C.' },
            { literal: 'Invented Network for Ports and Lines' },
            { literal: 'Centers for Invented Control and Prevention' },
            { family: 'Dune', given: 'Al' },
            { family: 'KEST', given: 'CARO' },
            { family: "de' Rossi", given: 'Lia' },
            { family: '山田', given: '太郎' },
            { literal: 'Madonna' },
          ],
          issued: { 'date-parts': [[2016]] },
        },
      },
      {
        csl: {
          author: [
            { family: 'Mirren', given: 'Ola' },
            { family: 'Dune', given: 'Al' },
            { family: 'Kest', given: 'Caro' },
          ],
          issued: {
            'date-parts': [
              [2017, 9],
              [2017, 10],
            ],
          },
        },
        accept: { issued: [{ 'date-parts': [[2017, 9]] }] },
      },
    ],
  },
  {
    name: 'dates-in-every-way.ris',
    format: 'ris',
    text: [
      'PY  - 31/12/2021',
      'PY  - 2021\nDA  - 15-Mar-2021',
      'PY  - 04/2018',
      'PY  - March 2019',
      'PY  - 2019 Winter',
      'PY  - 2019-2020',
      'PY  - 20190705',
      'PY  - 2019/13/45/',
      'Y1  - 2020/07/14/print',
      'PY  - 2020\nY2  - 2023/01/01',
      'PY  - 2018\nDA  - 2018 December',
      'PY  - 5/4/2018',
      'PY  - in press',
      'PY  - 2011\nDA  - 2011-11-30T00:00:00Z',
      'PY  - 12 de mayo de 2014',
      'PY  - Dezember 2013',
    ]
      .map((dates, at) => `TY  - JOUR\nTI  - Dates ${at + 1}\nJO  - Days\n${dates}\nER  - \n`)
      .join('\n'),
    items: [
      [[2021, 12, 31]],
      [[2021, 3, 15]],
      [[2018, 4]],
      [[2019, 3]],
      [[2019]],
      [[2019], [2020]],
      [[2019, 7, 5]],
      [[2019]],
      [[2020, 7, 14]],
      [[2020]],
      [[2018, 12]],
      [[2018]],
      undefined,
      [[2011, 11, 30]],
      [[2014, 5, 12]],
      [[2013, 12]],
    ].map((dates, at) =>
      dates
        ? { csl: { title: `Dates ${at + 1}`, issued: { 'date-parts': dates } }, accept: { issued: [{ 'date-parts': dates.slice(0, 1) }] } }
        : { csl: { title: `Dates ${at + 1}` }, absent: ['issued'] },
    ),
  },
  {
    name: 'numbers-in-odd-places.ris',
    format: 'ris',
    text: [
      'UR  - https://pubmed.ncbi.nlm.nih.gov/90000401/\nUR  - https://www.ncbi.nlm.nih.gov/pmc/articles/PMC99900401/',
      'AN  - 90000402\nDB  - Ovid MEDLINE(R) ALL',
      'ID  - 90000403\nDP  - PubMed',
      'AN  - 90000404\nDB  - CINAHL Plus',
      'U1  - 10.5555/odd.5\nU2  - 90000405\nN1  - Erratum in: Odd. 2020. PMID: 90000499, doi: 10.5555/erratum',
      'M3  - Journal Article\nM2  - PMID: 90000406; PMCID: PMC99900406',
      'AN  - MEDLINE:90000407',
      'C5  - 90000408\nDO  - https://dx.doi.org/10.5555%2Fodd.8',
      'ID  - 20210315\nSN  - 9999-0466\nSN  - 9999-0474 (Electronic)',
      'DO  - 10.5555/1097(199808)17:15&lt;1661::AID9&gt;3.0.CO;2-2',
      'AN  - PMC99900411',
      'L3  - http://dx.doi.org/10.5555/odd.12\nUR  - https://proxy.nowhere.example.org/login?url=https://x.example.org',
      'UR  - https://arxiv.org/abs/2101.99013v2',
      'N1  - PMID- 90000414\nN1  - doi:10.5555/odd.14',
    ]
      .map((fields, at) => `TY  - JOUR\nTI  - Odd numbers, part ${at + 1} of many things\nJO  - Odd\nPY  - 2020\n${fields}\nER  - \n`)
      .join(''),
    items: [
      { csl: { PMID: '90000401', PMCID: 'PMC99900401' } },
      { csl: { PMID: '90000402' } },
      { csl: { PMID: '90000403' } },
      { csl: {}, absent: ['PMID'] },
      { csl: { DOI: '10.5555/odd.5', PMID: '90000405' } },
      { csl: { PMID: '90000406', PMCID: 'PMC99900406' } },
      { csl: { PMID: '90000407' } },
      { csl: { PMID: '90000408', DOI: '10.5555/odd.8' } },
      { csl: { ISSN: ['9999-0466', '9999-0474'] }, absent: ['PMID'] },
      { csl: { DOI: '10.5555/1097(199808)17:15<1661::AID9>3.0.CO;2-2' } },
      { csl: { PMCID: 'PMC99900411' }, absent: ['PMID'] },
      { csl: { DOI: '10.5555/odd.12' }, absent: ['URL'] },
      { csl: { number: 'arXiv:2101.99013' } },
      { csl: { PMID: '90000414', DOI: '10.5555/odd.14' } },
    ],
  },
]
