import type { Neighbour } from './neighbour.ts'

/** Other formats that stray from their norm. */
export const moreOthers: readonly Neighbour[] = [
  {
    name: 'bibdesk.bib',
    format: 'bibtex',
    text: String.raw`%% This BibTeX bibliography file was created using BibDesk.
%% Created for somebody at 2020-01-01 10:00:00 +0100

@article{Key With Spaces,
	__markedentry = {[somebody:1]},
	Author = {A. {van Nelle} and Others, Only and Institute for Health and Care Excellence and J.~P. Sm{\'\i}th},
	Bdsk-Url-1 = {https://dx.doi.org/10.5555/bd.1},
	Date-Added = {2020-01-01 10:00:00 +0100},
	Doi = {10.5555/bd.1},
	Journal = Invented Desk,
	Month = {March--April},
	Number = {1--2},
	% a remark
	Pages = {1--1},
	Title = {H$_2$O and 10$^{3}$ ${'``'}quoted'' wards: \textsc{small} {\bf bold}},
	Volume = 7,
	Year = 2019}

@string(press = {Invented Press})
@book{b, author = {Kest, Caro}, title = {A Book}, publisher = press # { Ltd}, year = {2001}, isbn = {978-0-00-000000-2}}
@misc{web, title = {Ward clocks}, howpublished = {\url{https://clocks.example.org/a_b}}, note = {Accessed 2020-01-01}, year = {2020}}
@article{nobody, title = {Nobody wrote this}, journal = {J}, year = {forthcoming}, pmid = {}}
`,
    items: [
      {
        csl: {
          title: 'H₂O and 10³ “quoted” wards: small bold',
          author: [
            { family: 'van Nelle', given: 'A.' },
            { family: 'Others', given: 'Only' },
            { literal: 'Institute for Health and Care Excellence' },
            { family: 'Smíth', given: 'J. P.' },
          ],
          'container-title': 'Invented Desk',
          issued: { 'date-parts': [[2019, 3]] },
          page: '1',
          volume: '7',
          DOI: '10.5555/bd.1',
        },
        accept: {
          page: ['1-1'],
          issued: [
            {
              'date-parts': [
                [2019, 3],
                [2019, 4],
              ],
            },
            { 'date-parts': [[2019]] },
          ],
          title: ['H2O and 10³ “quoted” wards: small bold', 'H2O and 103 “quoted” wards: small bold'],
        },
      },
      { csl: { type: 'book', title: 'A Book', publisher: 'Invented Press Ltd' }, absent: ['ISSN'] },
      {
        csl: { type: 'webpage', title: 'Ward clocks', URL: 'https://clocks.example.org/a_b', issued: { 'date-parts': [[2020]] } },
        accept: { type: ['document'] },
      },
      { csl: { title: 'Nobody wrote this' }, absent: ['author', 'PMID', 'issued'] },
    ],
  },
  {
    name: 'medline-loose.nbib',
    format: 'nbib',
    text: `<pre>
PMID-90000421
TI  - A title that a mail
program wrapped without its spaces.
FAU - Collaborators of the Invented Ports Trial
FAU - Dune, Al Jr.
AU  - Dune A Jr
DP  - 2011 Nov 15-Dec 1
LID - e77 [pii] 10.5555/loose.1 [doi]
IS  - 9999-0482 (Print)
PT  - Published Erratum
PG  - 5-5
TA  - Inv Loose
CON - Inv Loose. 2010. doi: 10.5555/other. PMID: 90000498

PMID- 90000422
DEP - 20190612
TI  - [Not Available].
TT  - Un título.
SO  - Inv Loose. 2019. doi: 10.5555/loose.2. Online ahead of print.
JT  - Invented loose
LA  - por
PT  - Preprint
</pre>
`,
    items: [
      {
        csl: {
          title: 'A title that a mail program wrapped without its spaces',
          author: [{ literal: 'Collaborators of the Invented Ports Trial' }, { family: 'Dune Jr', given: 'Al' }],
          issued: {
            'date-parts': [
              [2011, 11, 15],
              [2011, 12, 1],
            ],
          },
          DOI: '10.5555/loose.1',
          PMID: '90000421',
          page: '5',
        },
        standing: 'corrected',
        accept: { page: ['5-5'] },
      },
      {
        csl: {
          type: 'article',
          title: 'Un título',
          DOI: '10.5555/loose.2',
          PMID: '90000422',
          issued: { 'date-parts': [[2019, 6, 12]] },
          language: 'pt',
        },
        accept: { type: ['article-journal'] },
      },
    ],
  },
  {
    name: 'lines.json',
    format: 'csl-json',
    text: `{"id":"1","type":"article-journal","title":"One a line","DOI":"10.5555/line.1"}
{"id":"2","type":"ARTICLE-JOURNAL","title":"Two","author":[{"family":"WHO"},{"family":"Invented Ports Group","isInstitution":true},{"given":"Al","family":"Dune","non-dropping-particle":"d’"}],"issued":{"date-parts":[2020,5]}}
`,
    items: [
      { csl: { title: 'One a line', DOI: '10.5555/line.1' } },
      {
        csl: { title: 'Two', issued: { 'date-parts': [[2020, 5]] } },
      },
    ],
  },
  {
    name: 'truncated.json',
    format: 'csl-json',
    text: `[{"id":"1","type":"article-journal","title":"Whole"},
{"id":"2","type":"article-journal","title":"Cut off in the mi`,
    items: [{ csl: { title: 'Whole' } }],
    problems: ['broken-entry'],
  },
  {
    name: 'truncated.xml',
    format: 'endnote-xml',
    text: `<?xml version="1.0"?><xml><records><record><ref-type name="Journal Article">17</ref-type><titles><title>Whole</title></titles></record><record><ref-type name="Journal Article">17</ref-type><titles><title>Cut off in the middle</title></titles><contribu`,
    items: [{ csl: { title: 'Whole' } }, { csl: { title: 'Cut off in the middle' } }],
    problems: ['broken-file'],
  },
  {
    name: 'savedrecs.txt',
    format: 'csv-references',
    text: `PT\tAU\tAF\tTI\tSO\tLA\tDT\tSN\tEI\tPD\tPY\tVL\tIS\tBP\tEP\tAR\tDI\tUT\tPM
J\tDune, A; Kest, CB\tDune, Al; Kest, Caro B.\tPorts, counted\tINVENTED PORTS\tEnglish\tArticle\t9999-0490\t\tJUN\t2022\t12\t3\t100\t110\t\t10.5555/ip.12.100\tWOS:000990000100008\t90000431
`,
    items: [
      {
        csl: {
          type: 'article-journal',
          title: 'Ports, counted',
          author: [
            { family: 'Dune', given: 'Al' },
            { family: 'Kest', given: 'Caro B.' },
          ],
          issued: { 'date-parts': [[2022, 6]] },
          page: '100-110',
          DOI: '10.5555/ip.12.100',
          PMID: '90000431',
          ISSN: '9999-0490',
        },
        accept: { issued: [{ 'date-parts': [[2022]] }] },
      },
    ],
  },
  {
    name: 'rayyan-torn.csv',
    format: 'csv-references',
    text: `key,title,year,month,day,journal,issn,volume,issue,pages,authors,url,language,publisher,location,abstract,notes,pubmed_id,pmc_id
rayyan-1,Torn,2020,12,,Invented Rayyan,99990504,1,,12-,"Dune, Al and Invented Ports and Lines Group and Centre for Care and Homes and Kest, C.",http://dx.doi.org/10.5555/torn.1,"English",,,,"RAYYAN-EXCLUSION-REASONS: wrong population | USER-NOTES: {""somebody""=>[""poor""]}",,
`,
    items: [
      {
        csl: {
          title: 'Torn',
          author: [
            { family: 'Dune', given: 'Al' },
            { literal: 'Invented Ports and Lines Group' },
            { literal: 'Centre for Care and Homes' },
            { family: 'Kest', given: 'C.' },
          ],
          issued: { 'date-parts': [[2020, 12]] },
          page: '12',
          DOI: '10.5555/torn.1',
          ISSN: '9999-0504',
        },
        accept: { page: ['12-'] },
        absent: ['URL'],
      },
    ],
  },
  {
    name: 'long-line.txt',
    format: 'identifiers',
    text: `${Array.from({ length: 900 }, (_, at) => `10.5555/many.${at}`).join(', ')}\n`,
    items: Array.from({ length: 900 }, (_, at) => ({ csl: { DOI: `10.5555/many.${at}` } })),
  },
  {
    name: 'pasted-reference-list.txt',
    format: 'identifiers',
    text: `1. Dune A, Kest C. Ports, counted. Inv Ports. 2022;12(3):100-110. doi: 10.5555/ip.12.100. Epub 2022 Jan 1. PMID: 90000431; PMCID: PMC99900431.
2. Mirren O. Gloves. Inv Hyg. 2018;4:20-5. https://doi.org/10.5555/ih.4.20
`,
    items: [{ csl: { DOI: '10.5555/ip.12.100', PMID: '90000431' } }, { csl: { DOI: '10.5555/ih.4.20' } }],
  },
]
