import type { Neighbour } from './neighbour.ts'

/** RIS as publishers write it. */
export const risOfPublishers: readonly Neighbour[] = [
  {
    name: 'cochrane.ris',
    format: 'ris',
    text: `TY  - JOUR
AU  - Ostrander, L
AU  - Invented Airways Group
TI  - Steam for invented coughs
JO  - Cochrane Database of Systematic Reviews
PY  - 2019
IS  - 3
PB  - John Wiley & Sons, Ltd
SN  - 1465-1858
DO  - 10.5555/14651858.CD990001.pub2
KW  - Humans
UR  - https://dx.doi.org/10.5555/14651858.CD990001.pub2
C8  - CD990001
N1  - [Airways]
ER  - 
TY  - JOUR
AU  - Ostrander L
AU  - Peel JB
TI  - Steam, randomised
JO  - Invented Thorax
PY  - 2017
VL  - 72
SP  - A12‐A13
AN  - CN-09900001
M3  - Journal: Conference Abstract
XR  - EMBASE 619990001
ER  - 
`,
    items: [
      {
        csl: {
          title: 'Steam for invented coughs',
          author: [{ family: 'Ostrander', given: 'L' }, { literal: 'Invented Airways Group' }],
          DOI: '10.5555/14651858.CD990001.pub2',
          issue: '3',
        },
        absent: ['page', 'PMID'],
      },
      {
        csl: {
          title: 'Steam, randomised',
          author: [
            { family: 'Ostrander', given: 'L' },
            { family: 'Peel', given: 'JB' },
          ],
          page: 'A12-A13',
          issued: { 'date-parts': [[2017]] },
        },
        absent: ['PMID', 'number'],
      },
    ],
  },
  {
    name: 'wiley.ris',
    format: 'ris',
    text: `Provider: John Wiley & Sons, Ltd
Content:text/plain; charset="UTF-8"

TY  - JOUR
T1  - Socks, not shoes: quieter corridors
AU  - Abel, Ruth
AU  - Månsson, Åke
Y1  - 2020/05/01
PY  - 2020
DA  - 2020/05/01
N1  - doi: 10.5555/wil.12345
DO  - 10.5555/wil.12345
T2  - Invented Clinical Nursing
JF  - Invented Clinical Nursing
JO  - Invented Clinical Nursing
JA  - J Inv Clin Nurs
VL  - 29
IS  - 9‐10
SP  - 1500
EP  - 1507
KW  - noise
PB  - John Wiley & Sons, Ltd
SN  - 9999-0369
M3  - doi: 10.5555/wil.12345
UR  - https://doi.org/10.5555/wil.12345
Y2  - 2021/01/15
N2  - Abstract Aims and objectives Invented.
ER  - 
`,
    items: [
      {
        csl: {
          title: 'Socks, not shoes: quieter corridors',
          author: [
            { family: 'Abel', given: 'Ruth' },
            { family: 'Månsson', given: 'Åke' },
          ],
          issued: { 'date-parts': [[2020, 5, 1]] },
          issue: '9-10',
          page: '1500-1507',
          DOI: '10.5555/wil.12345',
          'container-title': 'Invented Clinical Nursing',
        },
      },
    ],
  },
  {
    name: 'ieee.ris',
    format: 'ris',
    text: `TY  - CONF
TI  - Pumps that speak to charts
T2  - 2019 Invented Conference on Pumps (ICP)
SP  - 17
EP  - 20
AU  - A. Lomax
AU  - P. Q. de Vries
PY  - 2019
DO  - 10.5555/ICP.2019.990001
JO  - 2019 Invented Conference on Pumps (ICP)
IS  - 
SN  - 9999-0377
VO  - 
VL  - 
JA  - 2019 Invented Conference on Pumps (ICP)
Y1  - 17-20 June 2019
ER  -
`,
    items: [
      {
        csl: {
          type: 'paper-conference',
          title: 'Pumps that speak to charts',
          author: [
            { family: 'Lomax', given: 'A.' },
            { family: 'de Vries', given: 'P. Q.' },
          ],
          page: '17-20',
          DOI: '10.5555/ICP.2019.990001',
          issued: { 'date-parts': [[2019, 6, 17]] },
        },
        accept: {
          issued: [
            { 'date-parts': [[2019]] },
            { 'date-parts': [[2019, 6]] },
            {
              'date-parts': [
                [2019, 6, 17],
                [2019, 6, 20],
              ],
            },
          ],
        },
        absent: ['volume', 'issue'],
      },
    ],
  },
]
