import * as v from 'valibot'
import { measureKinds, roles } from '../../shared/domain/entities.ts'
import { approvalDecisions } from '../../shared/domain/approval-request.ts'
import { evidenceKindSchema } from '../../shared/domain/evidence-kinds.ts'

/**
 * What /api/v1 answers. Every answer is made by its schema, so the document tells all of it, and what is not told is not answered. People,
 * sites, topics, phases and pathways are keys. A name that is hidden from whoever asks is an empty text.
 */
export const time = v.pipe(v.number(), v.description('Milliseconds since 1970.'))
const text = v.string()
const flag = v.optional(v.literal(true))
const role = v.picklist(roles)
const disposition = v.picklist(['active', 'parked', 'declined', 'abandoned', 'merged'])
const said = { by: text, nameHidden: flag, at: time }

const vote = v.object({ is: v.picklist(approvalDecisions), says: text, ...said })
export const approval = v.object({
  id: text,
  to: v.pipe(text, v.description('The phase that the step leads to.')),
  due: time,
  says: text,
  ...said,
  votes: v.array(vote),
  decided: v.optional(v.object({ is: v.picklist(['approved', 'declined']), at: time })),
})

export const idea = v.object({
  id: text,
  change: v.pipe(text, v.description('What would we change? One sentence.')),
  problem: text,
  details: text,
  theory: text,
  aim: text,
  measures: v.object({ outcome: text, process: text, balancing: text }),
  driverDiagram: text,
  drivers: v.optional(v.array(v.object({ name: text, interventions: v.array(text) }))),
  topic: text,
  tags: v.array(text),
  site: text,
  leads: v.array(text),
  experts: v.array(text),
  registryGap: text,
  processReliable: v.boolean(),
  proposedBy: text,
  nameHidden: flag,
  proposedAt: time,
  decisionDue: time,
  pathway: v.pipe(v.nullable(text), v.description('null until a coordinator classifies the idea.')),
  phase: text,
  movedAt: time,
  disposition,
  ending: v.nullable(v.object({ reason: text, sentence: text, ...said })),
  lookAgain: v.nullable(time),
  mergedInto: v.nullable(text),
  taken: v.optional(v.object({ by: text, at: time })),
  approval: v.optional(approval),
  hold: v.nullable(v.object({ why: text, ...said })),
})

export const ideaLine = v.object({
  id: text,
  change: text,
  problem: text,
  topic: text,
  site: text,
  pathway: v.nullable(text),
  phase: text,
  disposition,
  onHold: v.boolean(),
  proposedBy: text,
  nameHidden: flag,
  proposedAt: time,
  decisionDue: time,
  movedAt: time,
  evidence: v.pipe(v.number(), v.description('How many clips support it.')),
  bestLevel: v.nullable(v.number()),
  shaken: v.optional(
    v.pipe(v.picklist(['retracted', 'doubted', 'notice']), v.description('The worst that is known of the papers that it rests on.')),
  ),
  willing: v.number(),
  tested: v.number(),
  improved: v.number(),
  leads: v.number(),
  asked: v.pipe(v.nullable(time), v.description('Since when a question to the sender waits.')),
  lookAgain: v.nullable(time),
  taken: v.optional(text),
})

export const clip = v.object({
  id: text,
  citation: v.pipe(v.looseObject({ type: text }), v.description('A CSL-JSON item.')),
  quote: v.nullable(v.object({ exact: text, prefix: text, suffix: text })),
  link: text,
  kind: v.nullable(evidenceKindSchema),
  suggested: v.optional(evidenceKindSchema),
  appraisal: v.optional(v.object({ is: text, ...said })),
  directions: v.optional(v.record(text, v.object({ is: text, ...said }))),
  note: text,
  site: text,
  ideas: v.array(text),
  dismissed: v.optional(v.object({ why: text, ...said })),
  clippedBy: text,
  nameHidden: flag,
  clippedAt: time,
})

export const paper = v.object({ count: v.number(), clips: v.array(clip) })

export const stance = v.object({
  site: text,
  stance: v.picklist(['interested', 'testing', 'tested']),
  result: v.nullable(v.picklist(['improved', 'no-change', 'worse'])),
  measure: text,
  expectedEnd: v.nullable(time),
  note: text,
  ...said,
})

export const comment = v.object({
  id: text,
  idea: text,
  text,
  question: v.boolean(),
  readAt: v.optional(time),
  editedAt: v.optional(time),
  mentions: v.optional(v.array(text)),
  ...said,
})

const point = v.pipe(v.tuple([v.number(), v.number()]), v.description('A day (days since 1970, UTC) and its value.'))
export const series = v.object({
  idea: text,
  site: text,
  measure: v.picklist(measureKinds),
  points: v.array(point),
  of: v.optional(v.array(point)),
  ...said,
})

export const historyEntry = v.object({
  seq: v.pipe(v.number(), v.description('Its place among those answered, the oldest first.')),
  name: v.pipe(text, v.description('The mutation.')),
  args: v.pipe(v.unknown(), v.description('What was asked for; null where it was refused.')),
  by: text,
  nameHidden: flag,
  role: v.optional(role),
  at: time,
  takenBack: v.optional(time),
  status: v.picklist(['ok', 'refused']),
  message: v.nullable(text),
})

export const member = v.object({ id: text, name: text, role, site: text })
export const named = v.object({ key: text, label: text })

const list = v.array(v.looseObject({ key: text, label: text }))
export const framework = v.looseObject({
  pathways: list,
  phases: list,
  topics: list,
  sites: list,
  endings: list,
  decisionDays: v.number(),
})

export const newsItem = v.object({
  id: text,
  kind: text,
  idea: text,
  change: text,
  tie: text,
  at: time,
  by: text,
  says: text,
  pathway: v.nullable(text),
  phase: text,
  due: v.nullable(time),
  lookAgain: v.nullable(time),
  into: v.nullable(v.object({ id: text, change: text })),
  site: text,
  result: v.nullable(text),
})

export const matrix = v.object({
  cells: v.array(
    v.object({
      pathway: v.nullable(text),
      phase: text,
      count: v.number(),
      age: v.pipe(v.nullable(v.number()), v.description('Median days in this phase.')),
      trend: v.pipe(v.array(v.number()), v.description('At the end of each of the last 12 weeks.')),
    }),
  ),
  dispositions: v.object({ active: v.number(), parked: v.number(), declined: v.number(), abandoned: v.number(), merged: v.number() }),
  looseEvidence: v.number(),
  asked: v.number(),
  overdue: v.number(),
})

const ideaNamed = v.object({ id: text, change: text })
const withdrawn = v.array(v.object({ evidence: text, title: text, standing: text, ideas: v.array(ideaNamed) }))
const inPart = { from: v.number(), to: v.number() }
const counts = v.array(v.number())
const drawn = v.object({
  unit: text,
  flow: v.array(v.object({ ...inPart, arrived: v.number(), onTime: v.number(), late: v.number() })),
  standing: v.array(v.object({ state: text, counts })),
  ages: v.array(v.object({ state: text, counts })),
  cohortUnit: text,
  cohorts: v.array(
    v.object({ ...inPart, arrived: v.number(), triaged: v.number(), tested: v.number(), adopted: v.number(), ended: v.number() }),
  ),
  activity: v.array(v.object({ site: text, counts })),
})
export const reports = v.object({
  at: time,
  since: time,
  from: v.pipe(v.number(), v.description('Days since 1970 (UTC), as all of from and to.')),
  to: v.number(),
  series: v.pipe(drawn, v.description('Numbers over the weeks, months, quarters or years of the period, in order.')),
  topics: v.array(v.object({ pathway: v.nullable(text), phase: text, topic: text, count: v.number() })),
  answers: v.object({
    arrived: v.number(),
    decidedBefore: v.pipe(v.number(), v.description('Decided elsewhere when they came, from a list; none of the other counts has them.')),
    onTime: v.number(),
    late: v.number(),
    waiting: v.number(),
    overdue: v.number(),
    medianWait: v.pipe(v.nullable(v.number()), v.description('Milliseconds.')),
  }),
  sites: v.array(
    v.object({
      site: text,
      ideas: v.number(),
      clips: v.number(),
      stances: v.number(),
      results: v.number(),
      lastAt: time,
      inBank: v.number(),
    }),
  ),
  leads: v.array(v.object({ person: text, ideas: v.array(ideaNamed) })),
  funnel: v.object({
    arrived: v.number(),
    classified: v.number(),
    tested: v.number(),
    improved: v.number(),
    spread: v.number(),
    endings: v.array(v.object({ disposition: text, reason: text, count: v.number() })),
  }),
  withdrawn,
  notices: withdrawn,
})

export const auditLine = v.object({
  number: v.number(),
  at: time,
  person: text,
  name: text,
  action: text,
  subject: text,
  subjectName: text,
  detail: text,
  source: text,
})

const overwrote = v.optional(v.array(v.object({ field: text, was: v.unknown() })))
/** What a write answers: the same each time that it is sent with the same Idempotency-Key. */
export const written = v.object({
  mutation: v.pipe(text, v.description('The id of the mutation, as `takeBack` names it.')),
  id: v.pipe(v.optional(text), v.description('Of what was made.')),
  overwrote: v.pipe(overwrote, v.description('What was replaced although you had not seen it.')),
})
export const result = v.object({
  id: text,
  status: v.picklist(['ok', 'refused']),
  code: v.optional(text),
  message: v.optional(text),
  overwrote,
})

export const all = <Item extends v.GenericSchema>(item: Item) => v.object({ items: v.array(item) })
export const page = <Item extends v.GenericSchema>(item: Item) =>
  v.object({
    items: v.array(item),
    next: v.pipe(v.nullable(text), v.description('The `cursor` of the next page; null behind the last.')),
  })
