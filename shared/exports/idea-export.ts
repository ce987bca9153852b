import type { IdeaRow } from '../api/bank.ts'
import { csvHead, csvRecord, csvTime } from './csv.ts'
import { type Framework, labelOf } from '../domain/framework.ts'
import type { Idea } from '../domain/entities.ts'
import { ideaField, type IdeaFieldName, ideaFieldNames } from '../domain/idea-fields.ts'

/** An idea of a list as it is taken elsewhere: what it says, and how it stands. */
export interface ExportedIdea {
  idea: Idea
  row: IdeaRow
}

/** Names of people by id. */
export type Names = ReadonlyMap<string, string>

const timeOf = (at: number | null, { dateOf }: Context): string => (at === null ? '' : csvTime(dateOf(at)))

/** The words of a network's settings that an idea is written with. */
export type NamedLists = Pick<Framework, 'topics' | 'sites' | 'pathways' | 'phases' | 'endings'>

interface Context {
  framework: NamedLists
  names: Names
  /** Where the dashboard is: "https://gleaner.example". */
  origin: string
  /** A time (milliseconds since 1970) as ISO 8601; `shared` has no clock of its own. */
  dateOf: (at: number) => string
}

type Cell = string | number | null
/** Without its line of the lists, the columns that read it are left out. */
type Column = readonly [name: string, cell: (exported: { idea: Idea; row?: IdeaRow }, context: Context) => Cell]

const measures = ['outcome', 'process', 'balancing'] as const

/** What an idea's own field says: its text, its topic's label, or all that it lists. */
const cellOf = (name: IdeaFieldName, idea: Idea, { framework }: Context): string => {
  const value = idea[name]
  if (name === 'topic') return labelOf(framework.topics, idea.topic)
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string').join('; ')
  return typeof value === 'string' ? value : ''
}

/** The columns of one of an idea's own fields; the measures are three. */
const columnsOf = (name: IdeaFieldName): Column[] => {
  if (!ideaField(name).exported) return []
  if (name === 'measures') return measures.map((part): Column => [`${part}_measure`, ({ idea }) => idea.measures[part]])
  return [[name, ({ idea }, context) => cellOf(name, idea, context)]]
}

const columns: readonly Column[] = [
  ['id', ({ idea }) => idea.id],
  ...ideaFieldNames.flatMap(columnsOf),
  ['site', ({ idea }, { framework }) => labelOf(framework.sites, idea.site)],
  ['pathway', ({ idea }, { framework }) => (idea.pathway === null ? '' : labelOf(framework.pathways, idea.pathway))],
  ['phase', ({ idea }, { framework }) => labelOf(framework.phases, idea.phase)],
  ['disposition', ({ idea }) => idea.disposition],
  ['on_hold', ({ idea }) => (idea.hold ? 'yes' : 'no')],
  ['ending_reason', ({ idea }, { framework }) => (idea.ending ? labelOf(framework.endings, idea.ending.reason) : '')],
  ['ending_sentence', ({ idea }) => idea.ending?.sentence ?? ''],
  ['proposed_by', ({ idea }, { names }) => names.get(idea.proposedBy) ?? idea.proposedBy],
  ['proposed_at', ({ idea }, context) => timeOf(idea.proposedAt, context)],
  ['decision_due', ({ idea }, context) => timeOf(idea.decisionDue, context).slice(0, 10)],
  ['moved_at', ({ idea }, context) => timeOf(idea.movedAt, context)],
  ['look_again', ({ idea }, context) => timeOf(idea.lookAgain, context)],
  ['leads', ({ idea }, { names }) => idea.leads.map((person) => names.get(person) ?? person).join('; ')],
  ['evidence', ({ row }) => row?.evidence ?? null],
  ['best_level', ({ row }) => row?.bestLevel ?? null],
  ['sites_willing', ({ row }) => row?.willing ?? null],
  ['sites_tested', ({ row }) => row?.tested ?? null],
  ['sites_improved', ({ row }) => row?.improved ?? null],
  ['guest', ({ idea }) => idea.guest ?? ''],
  ['entered_by', ({ idea }, { names }) => names.get(idea.enteredBy ?? '') ?? idea.enteredBy ?? ''],
  ['address', ({ idea }, { origin }) => `${origin}/ideas/${idea.id}`],
  // What came later stands behind, so that whoever reads by place goes on reading.
  ['taken_by', ({ idea: { taken } }, { names }) => (taken ? (names.get(taken.by) ?? taken.by) : '')],
  ['approval', ({ row }) => row?.approval?.state ?? ''],
  ['approval_to', ({ row }, { framework }) => (row?.approval ? labelOf(framework.phases, row.approval.to) : '')],
  ['approval_due', ({ row }, context) => timeOf(row?.approval?.due ?? null, context).slice(0, 10)],
  ['evidence_standing', ({ row }) => row?.shaken ?? ''],
  [
    'approval_conditions',
    ({ idea: { approval } }) =>
      (approval?.votes ?? [])
        .filter(({ is }) => is === 'conditions')
        .map(({ says }) => says)
        .join('; '),
  ],
]

/** The formats in which a list of ideas is taken elsewhere. */
export const ideaFormats = ['csv', 'json'] as const
export type IdeaFormat = (typeof ideaFormats)[number]

/** A list written bit by bit: `begin`, then `add` for some more ideas, then `end`. */
export interface IdeaFile {
  begin: string
  add: (ideas: readonly ExportedIdea[]) => string
  end: string
}

/** What is counted from what others said and decided, or needs the dashboard's address. */
const ofTheList: ReadonlySet<string> = new Set(
  'evidence best_level sites_willing sites_tested sites_improved address approval approval_to approval_due evidence_standing'.split(' '),
)
const ownColumns = columns.filter(([name]) => !ofTheList.has(name))
/** The columns of an idea without its line of the lists: for whoever gets what they sent, and nothing that others said. */
export const ownIdeasHead = csvHead(ownColumns.map(([name]) => name))
export const ownIdeaRecord = (idea: Idea, context: Omit<Context, 'origin'>): string =>
  csvRecord(ownColumns.map(([, cell]) => cell({ idea }, { ...context, origin: '' })))

/** RFC 4180 with a header; every text guarded against being read as a formula, counts as numbers, times (UTC) as spreadsheets take them for dates. */
const csvFile = (context: Context): IdeaFile => ({
  begin: csvHead(columns.map(([name]) => name)),
  add: (ideas) => ideas.map((exported) => csvRecord(columns.map(([, cell]) => cell(exported, context)))).join(''),
  end: '',
})

/** `{"ideas": [Idea and its counts]}`: keys and times as the bank keeps them. */
const jsonFile = (): IdeaFile => {
  let before = ''
  return {
    begin: '{"ideas":[\n',
    add: (ideas) =>
      ideas
        .map(({ idea, row: { evidence, bestLevel, willing, tested, improved, shaken } }) => {
          const text =
            before + JSON.stringify({ ...idea, counts: { evidence, bestLevel, willing, tested, improved, ...(shaken && { shaken }) } })
          before = ',\n'
          return text
        })
        .join(''),
    end: '\n]}\n',
  }
}

export const ideaFile = (format: IdeaFormat, context: Context): IdeaFile => (format === 'csv' ? csvFile(context) : jsonFile())
