import type { Neighbour } from './neighbours.ts'

/** Lists for what words, days, names and headings mean, all made up. */
export const wordNeighbours: readonly Neighbour[] = [
  {
    name: 'patient.csv',
    text: `Idea,Why,Sent in by
Call before discharge,"Baby of Mrs. Corinna Althaus (MRN 88317422) went home without milk",Dr. Pat Oak
Fewer alarms,Alarms ring 300 times a day,Ola Tarn
Avisar a la familia,"El paciente Mateo Quirós Landa, NHC 99120034, nacido el 12/03/2025, salió sin informe",Enf. Inés Mar
`,
    rows: { 3: { idea: 'Fewer alarms', by: 'Ola Tarn' } },
    held: [2, 4],
  },
  {
    name: 'months.csv',
    text: `Idea,Fecha
a. Uno,15-ene-25
b. Dos,1 de septiembre de 2024
c. Tres,sept. 2024
d. Cuatro,T3 2024
e. Cinco,31/09/2024
f. Seis,25/12/2024
g. Siete,"lunes, 3 de marzo de 2025"
h. Ocho,"March 3rd, 2025"
i. Nueve,03-Mar-2025
j. Diez,2025.03.03
k. Once,ayer
l. Doce,04/05/2025
`,
    rows: {
      2: { date: '2025-01-15' },
      3: { date: '2024-09-01' },
      4: { date: '2024-09' },
      6: { date: null },
      7: { date: '2024-12-25' },
      8: { date: '2025-03-03' },
      9: { date: '2025-03-03' },
      10: { date: '2025-03-03' },
      11: { date: '2025-03-03' },
      12: { date: null },
      13: { date: '2025-05-04' },
    },
    asked: ['date:31/09/2024', 'date:ayer'],
    notAsked: ['date-order'],
  },
  {
    name: 'us-header.csv',
    text: `Idea,Date (MM/DD/YYYY)\nChairs,03/04/2025\nLamps,11/12/2024\n`,
    rows: { 2: { date: '2025-03-04' }, 3: { date: '2024-11-12' } },
    notAsked: ['date-order'],
  },
  {
    name: 'sites.csv',
    text: `Idea,Participating hospital
Lamps,NORTH  TOWER
Chairs,St. Anne's
Cards,St Annes Hospital for Children
Boards,Site 4 & Site 12
Bells,both
Doors,
Locks,site-4
Keys,north
`,
    rows: {
      2: { site: 'north' },
      4: { site: 'st-anne' },
      7: { site: null },
      8: { site: 'site-04' },
      9: { site: 'north' },
    },
    asked: ["site:St. Anne's", 'site:Site 4 & Site 12', 'site:both'],
    notAsked: ['site:north'],
  },
  {
    name: 'zotero.csv',
    references: true,
    text: `"Key","Item Type","Publication Year","Author","Title","Publication Title","ISSN","DOI","Url"\n"AB12","journalArticle","2021","Quill, M.","Chairs before lunch","Invented Journal","9999-0001","10.5555/x.1",""\n`,
  },
  {
    name: 'scopus.csv',
    references: true,
    text: `Authors,Author full names,Title,Year,Source title,Volume,DOI,Link,EID\n"Quill M.","Quill, Marijke (1)",Chairs,2021,Invented Journal,4,10.5555/x.2,https://x.example.org,2-s2.0-1\n`,
  },
  {
    name: 'title-author.csv',
    text: `Title,Author,Year,Problem,Site\nChairs at the cot,Pat Oak,2024,Parents stand,Site 12\n`,
    rows: { 2: { idea: 'Chairs at the cot', by: 'Pat Oak', problem: 'Parents stand', site: 'site-12', date: '2024' } },
  },
  {
    name: 'status-words.csv',
    text: `Idea;Estado
1;x
a1;Por empezar
a2;En curso
a3;Rechazado
a4;Pausado
a5;En estudio
a6;Adoptada
a7;Extendido a otros centros
b1;Active
b2;Under evaluation
b3;Implemented
b4;Withdrawn
b5;PDSA
b6;3 - Test
b7;Completed
b8;Deferred
b9;Not pursued
c1;Rolled out
c2;Brainstorm
c3;Discontinued
`,
    rows: {
      3: { state: 'idea/active' },
      5: { state: '/declined' },
      8: { state: 'sustain/active' },
      9: { state: 'spread/active' },
      11: { state: 'evaluate/active' },
      12: { state: 'sustain/active' },
      14: { state: 'test/active' },
      15: { state: 'test/active' },
      17: { state: '/parked' },
      18: { state: '/declined' },
      19: { state: 'spread/active' },
      20: { state: 'idea/active' },
      21: { state: '/abandoned' },
    },
    asked: ['state:En curso', 'state:Completed', 'state:Active'],
  },
]
