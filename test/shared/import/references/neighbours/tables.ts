import type { Neighbour } from './neighbour.ts'

/** CSL-JSON of services, tables of references, and lists of identifiers. */
export const otherFiles: readonly Neighbour[] = [
  {
    name: 'crossref-message.json',
    format: 'csl-json',
    text: JSON.stringify({
      status: 'ok',
      'message-type': 'work-list',
      message: {
        'total-results': 2,
        items: [
          {
            DOI: '10.5555/CR.1',
            type: 'journal-article',
            title: ['Doors <i>and</i> floors'],
            subtitle: ['A subtitle'],
            author: [
              { given: 'Pia', family: 'O’Dea', sequence: 'first', affiliation: [] },
              { name: 'Invented Doors Group', sequence: 'additional', affiliation: [] },
              { given: 'J. P.', family: 'Smith', suffix: 'Jr.', affiliation: [] },
            ],
            'container-title': ['Invented Doors'],
            'short-container-title': ['Inv Doors'],
            issued: { 'date-parts': [[2020, 3]] },
            'published-print': { 'date-parts': [[2020, 3]] },
            ISSN: ['9999-044X', '9999-0458'],
            page: '1-9',
            volume: '4',
            'journal-issue': { issue: '2' },
            issue: '2',
            URL: 'http://dx.doi.org/10.5555/cr.1',
            abstract: '<jats:p>Invented.</jats:p>',
            reference: [{ DOI: '10.5555/other', key: 'ref1' }],
          },
          {
            DOI: '10.5555/cr.2',
            type: 'posted-content',
            title: ['Preprint of doors'],
            issued: { 'date-parts': [[null]] },
            publisher: 'Invented Server',
          },
        ],
      },
    }),
    items: [
      {
        csl: {
          type: 'article-journal',
          title: 'Doors and floors',
          author: [{ family: 'O’Dea', given: 'Pia' }, { literal: 'Invented Doors Group' }, { family: 'Smith Jr', given: 'J. P.' }],
          'container-title': 'Invented Doors',
          issued: { 'date-parts': [[2020, 3]] },
          DOI: '10.5555/cr.1',
          ISSN: ['9999-044X', '9999-0458'],
          page: '1-9',
        },
        accept: { title: ['Doors and floors: A subtitle'] },
      },
      { csl: { type: 'article', title: 'Preprint of doors', DOI: '10.5555/cr.2' }, absent: ['issued'] },
    ],
  },
  {
    name: 'zotero-web.json',
    format: 'csl-json',
    text: `{"items": [
  {"id": "a", "type": "article-journal", "title": "Strings for dates", "issued": "2019-05-06", "author": [{"family": "Ray", "given": "Jo", "static-ordering": true}], "note": "PMID: 90000341\\nread it", "accessed": {"date-parts": [[2020]]}},
  {"id": "b", "type": "chapter", "title": "Broken", "issued": {"date-parts": [["2020", "13", 1]]}, "page": 7, "PMID": 90000342},
  {"id": "c", "type": "article-journal", "title": "Trailing comma",},
  {"id": "d", "type": "webpage", "title": "Last", "URL": "https://last.example.org/", "issued": {"raw": "May 2021"}}
]}`,
    items: [
      {
        csl: {
          title: 'Strings for dates',
          issued: { 'date-parts': [[2019, 5, 6]] },
          PMID: '90000341',
          author: [{ family: 'Ray', given: 'Jo' }],
        },
        mayLack: ['PMID'],
      },
      { csl: { type: 'chapter', title: 'Broken', issued: { 'date-parts': [[2020]] }, page: '7', PMID: '90000342' } },
      {
        csl: { title: 'Last', type: 'webpage', URL: 'https://last.example.org/', issued: { 'date-parts': [[2021, 5]] } },
        accept: { issued: [{ 'date-parts': [[2021]] }] },
      },
    ],
    problems: ['broken-entry'],
  },
  {
    name: 'scopus.csv',
    format: 'csv-references',
    text: `\ufeff"Authors","Author full names","Author(s) ID","Title","Year","Source title","Volume","Issue","Art. No.","Page start","Page end","Cited by","DOI","Link","Abstract","ISSN","PubMed ID","Language of Original Document","Document Type","Source","EID"
"Ferrol P.; Ibsen-Kray T.","Ferrol, Pia (990001); Ibsen-Kray, Tor (990002)","990001; 990002","Alarm limits, ""fitted""","2021","Invented Patient Safety","17","5","e31","E367","E372","3","10.5555/ips.2021.5","https://www.scopus.example.org/inward/x","Invented.","99990334","90000301","English","Article","Scopus","2-s2.0-99"
"[No author name available]","","","Limits, again","2019","ACM Series","","","","","","","","https://www.scopus.example.org/inward/y","","","","English","Conference paper","Scopus","2-s2.0-98"
`,
    items: [
      {
        csl: {
          type: 'article-journal',
          title: 'Alarm limits, "fitted"',
          author: [
            { family: 'Ferrol', given: 'Pia' },
            { family: 'Ibsen-Kray', given: 'Tor' },
          ],
          'container-title': 'Invented Patient Safety',
          issued: { 'date-parts': [[2021]] },
          page: 'E367-E372',
          DOI: '10.5555/ips.2021.5',
          PMID: '90000301',
          ISSN: '9999-0334',
          language: 'en',
        },
        accept: {
          language: ['English'],
          author: [
            [
              { family: 'Ferrol', given: 'P.' },
              { family: 'Ibsen-Kray', given: 'T.' },
            ],
          ],
        },
      },
      { csl: { type: 'paper-conference', title: 'Limits, again', issued: { 'date-parts': [[2019]] } }, absent: ['author', 'DOI'] },
    ],
  },
  {
    name: 'pubmed.csv',
    format: 'csv-references',
    text: `PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,NIHMS ID,DOI
90000321,"CO(2) at the door: what 5 <7 means","de Boer W 3rd, Osei K; Invented Doors Group; Ng.","Inv Doors. 2020 Jan-Mar;12(Pt 2):E12. doi: 10.5555/door.12.e12.",de Boer W,Inv Doors,2020,2020/03/01,PMC99900321,,10.5555/door.12.e12
90000327,No authors here.,,Inv Doors. 2021.,,Inv Doors,2021,2021/03/01,,NIHMS990002,
`,
    items: [
      {
        csl: {
          title: 'CO(2) at the door: what 5 <7 means',
          author: [
            { family: 'de Boer 3rd', given: 'W' },
            { family: 'Osei', given: 'K' },
            { literal: 'Invented Doors Group' },
            { literal: 'Ng' },
          ],
          PMID: '90000321',
          PMCID: 'PMC99900321',
          DOI: '10.5555/door.12.e12',
          issued: { 'date-parts': [[2020]] },
          'container-title': 'Inv Doors',
        },
      },
      { csl: { title: 'No authors here', PMID: '90000327', issued: { 'date-parts': [[2021]] } }, absent: ['author', 'PMCID'] },
    ],
  },
  {
    name: 'zotero.csv',
    format: 'csv-references',
    text: `"Key","Item Type","Publication Year","Author","Title","Publication Title","ISBN","ISSN","DOI","Url","Abstract Note","Date","Date Added","Date Modified","Access Date","Pages","Num Pages","Issue","Volume","Number Of Volumes","Journal Abbreviation","Publisher","Place","Language","Extra","Notes","File Attachments","Link Attachments","Manual Tags","Automatic Tags","Editor"
"AB12","journalArticle","2019","Aalto, Inka; Invented Heart Network; O'Neil Byrne, Mary Kate","Growth in CHD","Invented Cardiology","","9999-0407","10.5555/icy.29","https://journals.example.org/icy","Invented.","2019-05-02","2020-01-01 10:00:00","2020-01-01 10:00:00","","612–619","","5","29","","Inv Cardiol","","","en","PMID: 90000312
PMCID: PMC99900312","<p>secret</p>","/Users/somebody/Zotero/x.pdf","","tagged","","Berg, Tove"
"AB13","bookSection","2018","Tarrant, Edda","Huddles","Handbook of Wards","978-0-00-000000-2","","","","","2018","2020-01-01 10:00:00","","","33-48","","","","","","Invented Press","","","","","","","",""
`,
    items: [
      {
        csl: {
          type: 'article-journal',
          title: 'Growth in CHD',
          author: [
            { family: 'Aalto', given: 'Inka' },
            { literal: 'Invented Heart Network' },
            { family: "O'Neil Byrne", given: 'Mary Kate' },
          ],
          'container-title': 'Invented Cardiology',
          issued: { 'date-parts': [[2019, 5, 2]] },
          page: '612-619',
          PMID: '90000312',
          PMCID: 'PMC99900312',
          DOI: '10.5555/icy.29',
          volume: '29',
        },
        mayLack: ['PMID', 'PMCID'],
      },
      {
        csl: { type: 'chapter', title: 'Huddles', 'container-title': 'Handbook of Wards', publisher: 'Invented Press', page: '33-48' },
        absent: ['ISSN'],
      },
    ],
  },
  {
    name: 'embase-semicolons.csv',
    format: 'csv-references',
    text: `Title;Author Names;Source title;Publication Year;Volume;Issue;First Page;Last Page;DOI;Medline PMID;Language of Article\r
"Doors; floors";"Ferrol P., de Boer W.";Invented Doors;2022;9;1;3;8;10.5555/df.9;90000351;English\r
`,
    items: [
      {
        csl: {
          title: 'Doors; floors',
          author: [
            { family: 'Ferrol', given: 'P.' },
            { family: 'de Boer', given: 'W.' },
          ],
          page: '3-8',
          PMID: '90000351',
          issued: { 'date-parts': [[2022]] },
        },
      },
    ],
  },
  {
    name: 'dois-in-a-column.csv',
    format: 'identifiers',
    text: `"DOI"
"10.5555/list.1"
"https://doi.org/10.5555/LIST.2"
"10.5555/list.1"
"not yet"
`,
    items: [{ csl: { DOI: '10.5555/list.1' } }, { csl: { DOI: '10.5555/list.2' } }],
    problems: ['repeated'],
  },
  {
    name: 'mixed-list.txt',
    format: 'identifiers',
    text: `Journal club
* PMC99900361 (free)
* PMID 90000362; PMCID: PMC99900362
* <https://doi.org/10.5555/a(b)c-d;2-e>
* https://europepmc.org/article/MED/90000363
* ISRCTN99000001
* https://clinicaltrials.gov/study/NCT09990002
* 90000364, 90000365
* call 555-90000366
pmid:90000367,90000368 and 90000369
`,
    items: [
      { csl: { PMCID: 'PMC99900361' } },
      { csl: { PMID: '90000362' } },
      { csl: { PMCID: 'PMC99900362' } },
      { csl: { DOI: '10.5555/a(b)c-d;2-e' } },
      { csl: { PMID: '90000363' } },
      { csl: { number: 'ISRCTN99000001' } },
      { csl: { number: 'NCT09990002' } },
      { csl: { PMID: '90000367' } },
      { csl: { PMID: '90000368' } },
      { csl: { PMID: '90000369' } },
    ],
  },
]
