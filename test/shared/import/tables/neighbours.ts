import type { TestCell } from './make-xlsx.ts'

/** What a row must give, as `fields` of `asText` in read.ts; a field that is not named is not looked at. */
export interface Neighbour {
  name: string
  bytes?: readonly number[]
  text?: string
  sheets?: { name: string; hidden?: boolean; merged?: string[]; rows: TestCell[][] }[]
  date1904?: boolean
  references?: true
  rows?: Record<number, Record<string, string | null>>
  refused?: number[]
  held?: number[]
  same?: Record<number, number>
  /** What is asked, as `about:value`, or about alone. */
  asked?: string[]
  notAsked?: string[]
}

/** A made-up network. */
export const network = {
  today: '2026-11-30',
  sites: [
    { key: 'north', label: 'North Tower' },
    { key: 'st-anne', label: 'St Anne’s Hospital for Children' },
    { key: 'mar-azul', label: 'Hospital del Mar Azul' },
    { key: 'site-04', label: 'Site 04' },
    { key: 'site-12', label: 'Site 12' },
  ],
  topics: [
    { key: 'feeding', label: 'Feeding' },
    { key: 'safety', label: 'Medication safety' },
    { key: 'sleep', label: 'Sleep & comfort' },
    { key: 'discharge', label: 'Discharge' },
  ],
} as const

const utf16 = (text: string): number[] => [
  ...new Uint8Array(new Uint16Array([0xfeff, ...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))]).buffer),
]

/** Lists of ideas and of references as other tools write them, all made up. */
export const neighbours: readonly Neighbour[] = [
  {
    name: 'trello.csv',
    text: `Card ID,Card Name,Card URL,Card Description,Labels,Members,Due Date,Attachment Count,List ID,List Name,Board Name,Archived
5f1,Dim lights from nine,https://trello.com/c/x1,"Babies wake
at every door",Sleep & comfort,pat,,0,77,Testing,Improvement,false
5f2,Two-person check of pumps,https://trello.com/c/x2,,Medication safety,,,0,78,Backlog,Improvement,false
5f3,Music at the scale,https://trello.com/c/x3,,,,,0,79,Done,Improvement,false
`,
    rows: {
      2: { idea: 'Dim lights from nine', topic: 'sleep', state: 'test/active' },
      3: { idea: 'Two-person check of pumps', topic: 'safety', state: 'idea/active' },
      4: { idea: 'Music at the scale' },
    },
    asked: ['state:Done'],
  },
  {
    name: 'airtable.csv',
    text: `\uFEFFName,Notes,Status,Site,Created,Proposer
Colour bands on drips,Lines look alike,Proposed,North Tower,4/13/2025 9:30am,Ola Tarn
Milk labels with a clock,"Nobody knows how old the milk is, at night least of all",Piloting,site 12,4/2/2025 10:00pm,Pat Oak
`,
    rows: {
      2: { idea: 'Colour bands on drips', site: 'north', date: '2025-04-13', state: 'idea/active', by: 'Ola Tarn' },
      3: { idea: 'Milk labels with a clock', site: 'site-12', date: '2025-04-02', state: 'test/active' },
    },
    notAsked: ['date-order'],
  },
  {
    name: 'google-forms.csv',
    text: `"Timestamp","What would you change?","What problem does this solve?","Which hospital do you work at?","Your name"
"4/15/2025 14:03:11","Warm gel for the scan","Cold gel wakes them","St Anne’s Hospital for Children","Ilse Brand"
"4/5/2025 9:00:00","A chair that folds","No room at the cot","north tower","Ola Tarn"
`,
    rows: {
      2: { idea: 'Warm gel for the scan', problem: 'Cold gel wakes them', site: 'st-anne', date: '2025-04-15', by: 'Ilse Brand' },
      3: { idea: 'A chair that folds', site: 'north', date: '2025-04-05' },
    },
    notAsked: ['date-order'],
  },
  {
    name: 'sharepoint.csv',
    text: `ID,Title,Problem description,Status,Created,Created By,Modified,Modified By
1,Bell at the milk fridge,The door stands open,Under review,25/03/2025 14:10,"Tarn, Ola",26/03/2025 08:00,System
2,Sign at the lift,Families get lost,Closed,02/04/2025 09:10,Pat Oak,05/04/2025 08:00,System
3,,Nobody wrote it,New,02/04/2025 09:10,Pat Oak,05/04/2025 08:00,System
`,
    rows: {
      2: { idea: 'Bell at the milk fridge', problem: 'The door stands open', date: '2025-03-25', by: 'Tarn, Ola' },
      3: { idea: 'Sign at the lift', date: '2025-04-02' },
    },
    refused: [4],
    asked: ['state:Closed'],
    notAsked: ['date-order'],
  },
  {
    name: 'redcap.csv',
    text: `record_id,redcap_data_access_group,idea_text,problem_text,site_name,idea_status,date_submitted,form_1_complete
1,a,Shorter rounds on Sundays,Rounds last until noon,Site 04,Parked,2025-02-03,Complete
2,a,Round begins at a window bed,,St Annes Hospital for Children,In evaluation,2025-02-04,Complete
`,
    rows: {
      2: { idea: 'Shorter rounds on Sundays', problem: 'Rounds last until noon', site: 'site-04', state: '/parked', date: '2025-02-03' },
      3: { idea: 'Round begins at a window bed', site: 'st-anne', state: 'evaluate/active' },
    },
  },
  {
    name: 'numbers-es.csv',
    text: `Tabla 1;;;;;;
N.º;Propuesta de mejora;¿Qué problema resuelve?;Hospital;Fase;Fecha de propuesta;Autor/a
1;Luz tenue desde las nueve;Se despiertan;Hospital del Mar Azul;En fase piloto;14 mar 2025;Inés Mar
2;Dos personas ante la bomba;Errores;Mar Azul;Pendiente;3 de mayo de 2025;Òscar Gil
3;Música en la báscula;;hospital del mar azul;Finalizada;1-dic-24;
`,
    rows: {
      3: {
        idea: 'Luz tenue desde las nueve',
        problem: 'Se despiertan',
        site: 'mar-azul',
        state: 'test/active',
        date: '2025-03-14',
        by: 'Inés Mar',
      },
      4: { idea: 'Dos personas ante la bomba', date: '2025-05-03', state: 'idea/active' },
      5: { idea: 'Música en la báscula', site: 'mar-azul', date: '2024-12-01' },
    },
    asked: ['site:Mar Azul', 'state:Finalizada'],
  },
  {
    name: 'excel-unicode.txt',
    bytes: utf16(
      'Suggestion\tRationale\tTheme\tProgress\tWho\tWhen\r\n"Pump card\non the pole"\tNobody finds it\tmedication safety\tPDSA cycle 2\tŁucja Żak\t09.03.2025\r\nSlow feeds\tReflux\tFEEDING\tScale-up\tPat Oak\t31.12.2024\r\n',
    ),
    rows: {
      2: {
        idea: 'Pump card\non the pole',
        problem: 'Nobody finds it',
        topic: 'safety',
        state: 'test/active',
        by: 'Łucja Żak',
        date: '2025-03-09',
      },
      3: { idea: 'Slow feeds', topic: 'feeding', state: 'spread/active', date: '2024-12-31' },
    },
  },
  {
    name: 'with-remarks.csv',
    text: `Improvement ideas of the unit;;;
as of 3 May 2025;;;
;;;
Idea;Details;Topic;Current status
Quiet hour at two;No rounds from two to three;Sleep and comfort;Implemented
Print the plan;;Discharge;Declined
Quiet hour at two;No rounds from two to three;Sleep and comfort;Implemented
Sum;;;3
;;;
* taken from the minutes;;;
`,
    rows: {
      5: { idea: 'Quiet hour at two', topic: 'sleep', state: 'sustain/active' },
      6: { idea: 'Print the plan', topic: 'discharge', state: '/declined' },
    },
    same: { 7: 5 },
    refused: [8],
    asked: ['row'],
  },
  {
    name: 'mac-1904.xlsx',
    date1904: true,
    sheets: [
      {
        name: 'Old',
        hidden: true,
        rows: [
          ['Idea', 'Date'],
          ['Do not read', 1],
        ],
      },
      {
        name: 'List',
        merged: ['A1:B1', 'C1:D1', 'A2:A3', 'B2:B3', 'B4:B5'],
        rows: [
          ['What', null, 'When and where', null],
          ['Change idea', 'Location', null, null],
          [null, null, 'Start date', 'Stage'],
          ['Folding chair', 'North Tower', { day: 44293 }, 'Design'],
          ['Second lamp', null, { day: 44294 }, 'Testing'],
        ],
      },
    ],
    rows: {
      4: { idea: 'Folding chair', site: 'north', date: '2025-04-08', state: 'design/active' },
      5: { idea: 'Second lamp', site: 'north', date: '2025-04-09', state: 'test/active' },
    },
  },
  {
    name: 'second-sheet.xlsx',
    sheets: [
      { name: 'Read me', rows: [['How to fill in this register'], ['Write one idea a line.'], ['Ask the office.']] },
      {
        name: 'Register',
        rows: [
          ['#', 'Idea', 'Reason', 'Unit', 'Status', 'Submitted on', 'Submitted by'],
          [1, { rich: ['Stool ', 'by the cot'] }, { inline: 'People stand' }, 'Site 4', 'new', 45750, 'Pat Oak'],
          [2, 'Whiteboard', { error: '#REF!' }, 'Site 12', { formula: 'Adopted' }, { day: 45751 }, 'Ola Tarn'],
          [3, true, 'x', 'Site 12', 'new', null, null],
        ],
      },
    ],
    rows: {
      2: { idea: 'Stool by the cot', problem: 'People stand', site: 'site-04', state: 'idea/active', date: '2025-04-03', by: 'Pat Oak' },
      3: { idea: 'Whiteboard', problem: null, site: 'site-12', state: 'sustain/active', date: '2025-04-04' },
    },
  },
  {
    name: 'no-header.tsv',
    text: `Put the list at the door, not at the desk\tSite 04\t2025-03-01\nRing before entering, always\tNorth Tower\t2025-03-02\n`,
    rows: {
      1: { idea: 'Put the list at the door, not at the desk', site: 'site-04', date: '2025-03-01' },
      2: { idea: 'Ring before entering, always', site: 'north', date: '2025-03-02' },
    },
  },
]
