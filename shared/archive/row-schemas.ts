import * as v from 'valibot'
import { roles, type Kind } from '../domain/entities.ts'

/** What lines of an archive have to be before anything of them is kept. Fields that are not named here are kept as they are. */

const text = v.string()
const short = v.pipe(v.string(), v.maxLength(200))
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(300))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15))
const ids = v.array(id)
const keyed = v.array(v.looseObject({ key: short, label: short }))

const bodies = {
  framework: v.looseObject({
    pathways: keyed,
    phases: keyed,
    topics: keyed,
    sites: keyed,
    endings: keyed,
    gates: v.array(v.looseObject({})),
  }),
  person: v.looseObject({ id, name: short, role: v.picklist(roles), site: short }),
  idea: v.looseObject({
    id,
    change: text,
    problem: text,
    details: text,
    theory: text,
    aim: text,
    measures: v.looseObject({ outcome: text, process: text, balancing: text }),
    topic: short,
    tags: v.array(text),
    site: short,
    leads: v.array(text),
    experts: v.array(text),
    proposedBy: short,
    proposedAt: time,
    decisionDue: time,
    pathway: v.nullable(short),
    phase: short,
    movedAt: time,
    disposition: v.picklist(['active', 'parked', 'declined', 'abandoned', 'merged']),
    ending: v.nullable(v.looseObject({ reason: short, sentence: text, by: short, at: time })),
    lookAgain: v.nullable(v.number()),
    mergedInto: v.nullable(id),
    hold: v.nullable(v.looseObject({ why: text, by: short, at: time })),
  }),
  evidence: v.looseObject({
    id,
    citation: v.looseObject({ title: text }),
    quote: v.nullable(v.looseObject({ exact: text })),
    link: v.pipe(v.string(), v.regex(/^$|^https?:\/\//i)),
    kind: v.nullable(short),
    note: text,
    site: short,
    ideas: ids,
    clippedBy: short,
    clippedAt: time,
  }),
  stance: v.looseObject({ id, idea: id, site: short, stance: v.picklist(['interested', 'testing', 'tested']), by: short, at: time }),
  comment: v.looseObject({ id, idea: id, text, question: v.boolean(), by: short, at: time }),
  series: v.looseObject({
    id,
    idea: id,
    site: short,
    measure: v.picklist(['outcome', 'process', 'balancing']),
    points: v.array(v.tuple([v.number(), v.number()])),
    by: short,
    at: time,
  }),
} satisfies Record<Kind, v.GenericSchema>

const rowOf = <K extends Kind>(kind: K) => v.object({ kind: v.literal(kind), id, seq: count, value: v.nullable(bodies[kind]) })

/** A line of an entity. The value names itself as its line does. */
export const archivedRowSchema = v.pipe(
  v.variant('kind', [
    rowOf('framework'),
    rowOf('person'),
    rowOf('idea'),
    rowOf('evidence'),
    rowOf('stance'),
    rowOf('comment'),
    rowOf('series'),
  ]),
  v.check(({ kind, id: own, value }) => value === null || kind === 'framework' || (value as { id: unknown })['id'] === own),
)

export const archivedEntrySchema = v.object({
  seq: v.pipe(count, v.minValue(1)),
  id,
  person: short,
  role: short,
  site: short,
  at: time,
  name: v.pipe(v.string(), v.regex(/^[A-Za-z]{1,60}$/)),
  args: v.unknown(),
  status: short,
  code: v.nullable(short),
  reason: v.unknown(),
  message: v.nullable(text),
  overwrote: v.unknown(),
  hidden: v.boolean(),
  takenBack: v.nullable(time),
  ideas: ids,
})

export const archivedMemberSchema = v.object({
  person: v.pipe(v.string(), v.regex(/^[\w-]{1,80}$/)),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),
  role: v.picklist(roles),
  site: short,
  label: short,
  status: v.picklist(['active', 'suspended', 'removed']),
  since: time,
  service: v.boolean(),
})

export const archiveHeadSchema = v.looseObject({
  format: v.string(),
  schemaVersion: v.looseObject({ major: count, minor: count }),
  madeAt: time,
  network: v.looseObject({
    slug: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{1,39}$/)),
    name: v.pipe(v.string(), v.maxLength(200)),
    createdAt: time,
  }),
  counts: v.looseObject({ rows: count, log: count, members: count }),
})
