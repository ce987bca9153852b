import { crlf, type Neighbour } from './neighbour.ts'

/** RIS as services of literature write it. */
export const risOfServices: readonly Neighbour[] = [
  {
    name: 'web-of-science.ris',
    format: 'ris',
    text: `TY  - JOUR
AU  - Marrin, EJ
AU  - Teodor, X
TI  - Two chairs at every cot
T2  - JOURNAL OF INVENTED CARE
LA  - English
KW  - chairs
AB  - Invented.
AD  - Univ Nowhere, Dept Chairs, Nowhere
C3  - Univ Nowhere
FU  - Invented Fund
PU  - INVENTED PRESS
PI  - NOWHERE
SN  - 9999-0318
SN  - 9999-0326
J9  - J INV CARE
JI  - J. Inv. Care
DA  - APR
PY  - 2021
VL  - 30
IS  - 4
SP  - 295
EP  - 303
DO  - 10.5555/jic.2021.1
C2  - MAR 2021
AN  - WOS:000990000100006
N1  - Times Cited in Web of Science Core Collection:  4
ER  - 

EF  - 
`,
    items: [
      {
        csl: {
          type: 'article-journal',
          title: 'Two chairs at every cot',
          author: [
            { family: 'Marrin', given: 'EJ' },
            { family: 'Teodor', given: 'X' },
          ],
          'container-title': 'JOURNAL OF INVENTED CARE',
          issued: { 'date-parts': [[2021, 4]] },
          volume: '30',
          issue: '4',
          page: '295-303',
          DOI: '10.5555/jic.2021.1',
          ISSN: ['9999-0318', '9999-0326'],
        },
        accept: { 'container-title': ['Journal of Invented Care'], issued: [{ 'date-parts': [[2021]] }] },
        absent: ['PMID', 'PMCID'],
      },
    ],
  },
  {
    name: 'scopus.ris',
    format: 'ris',
    text: `TY  - JOUR
AU  - Ferrol, P.
AU  - Ibsen-Kray, T.
TI  - Alarm limits that fit the child
PY  - 2021
T2  - Invented Patient Safety
VL  - 17
IS  - 5
C7  - e31
SP  - E367
EP  - E372
DO  - 10.5555/ips.2021.5
UR  - https://www.scopus.example.org/inward/record.uri?eid=2-s2.0-99&doi=10.5555%2fips.2021.5&partnerID=40&md5=00
AD  - Invented University, Nowhere
AB  - Invented. © 2021 Invented LLC.
KW  - alarms
PB  - Invented LLC
SN  - 99990334 (ISSN)
C2  - 90000301
LA  - English
J2  - Inv. Pat. Saf.
M3  - Article
DB  - Scopus
N1  - Export Date: 1 March 2023; Cited By: 3; Correspondence Address: P. Ferrol; email: p@nowhere.example.org
ER  -

TY  - CONF
AU  - Ferrol, P.
TI  - Limits, again
PY  - 2019
T2  - ACM International Conference Proceeding Series
SP  - 1
EP  - 6
DO  - 10.5555/acm.1
PB  - Invented Machinery
SN  - 978-0-00-000000-2 (ISBN)
M3  - Conference paper
DB  - Scopus
ER  -
`,
    items: [
      {
        csl: {
          type: 'article-journal',
          title: 'Alarm limits that fit the child',
          author: [
            { family: 'Ferrol', given: 'P.' },
            { family: 'Ibsen-Kray', given: 'T.' },
          ],
          page: 'E367-E372',
          PMID: '90000301',
          DOI: '10.5555/ips.2021.5',
          ISSN: '9999-0334',
          issued: { 'date-parts': [[2021]] },
        },
        absent: ['PMCID'],
      },
      {
        csl: {
          type: 'paper-conference',
          title: 'Limits, again',
          'container-title': 'ACM International Conference Proceeding Series',
          page: '1-6',
          publisher: 'Invented Machinery',
        },
        absent: ['ISSN'],
      },
    ],
  },
  {
    name: 'proquest.ris',
    format: 'ris',
    text: `TY  - JOUR
T1  - Night lights on the ward: a pilot
AN  - 2500000001
A1  - Sorrel, Mina
A1  - Van den Akker, Piet
JF  - Invented Nursing Research
VL  - 8
IS  - 2
SP  - 44
EP  - 51
PY  - 2019
DA  - May 2019
CY  - Nowhere
PB  - Invented House
SN  - 9999-0342
M3  - doi:10.5555/inr.8.44
UR  - https://www.proquest.example.org/scholarly-journals/night/docview/2500000001/se-2?accountid=1
N1  - Copyright - Invented House 2019
N1  - Last updated - 2020-11-18
N1  - DOI - 10.5555/inr.8.44; 90000399
DB  - Invented Nursing Database
LA  - English
ER  -
`,
    items: [
      {
        csl: {
          type: 'article-journal',
          title: 'Night lights on the ward: a pilot',
          author: [
            { family: 'Sorrel', given: 'Mina' },
            { family: 'Van den Akker', given: 'Piet' },
          ],
          issued: { 'date-parts': [[2019, 5]] },
          DOI: '10.5555/inr.8.44',
          page: '44-51',
          ISSN: '9999-0342',
        },
        absent: ['PMID'],
      },
    ],
  },
  {
    name: 'psycinfo-ovid.ris',
    format: 'ris',
    text: crlf(`
1. 
TY  - JOUR
DB  - APA PsycInfo
AN  - 2014-99001-001
T1  - Praise and how often: Counting on a unit.
A1  - Hallam, Theo
A1  - Ruiz-Paz, Sol
Y1  - 2014//
N2  - Invented. (PsycInfo Database Record (c) 2020, all rights reserved)
KW  - *Praise
JF  - Invented Psychologist
VL  - 69
IS  - 3
SP  - No Pagination Specified
PB  - Invented Psychological Association
CY  - US
SN  - 9999-0350
M3  - doi:10.5555/a0099001
L2  - http://ovid.example.org/ovidweb.cgi?T=JS&PAGE=reference&D=psyc11&AN=2014-99001-001
ER  - 
`),
    items: [
      {
        csl: {
          title: 'Praise and how often: Counting on a unit',
          issued: { 'date-parts': [[2014]] },
          'container-title': 'Invented Psychologist',
          DOI: '10.5555/a0099001',
          issue: '3',
        },
        absent: ['PMID', 'page'],
      },
    ],
  },
]
