import * as v from 'valibot'
import { citationSchema } from '../../shared/citations/citation-schema.ts'
import { evidenceKindSchema } from '../../shared/domain/evidence-kinds.ts'
import { roles } from '../../shared/domain/entities.ts'

/** `demo-network.json`: what the demonstration network came to, from which its story is told. Days are whole days before now. */
const key = v.string()
const keyed = v.array(v.object({ key, label: v.string() }))

const endingSchema = v.variant('as', [
  v.object({ as: v.literal('merged'), into: v.number(), reason: key, sentence: v.string() }),
  v.object({ as: v.literal('parked'), reason: key, sentence: v.string(), lookAgainInDays: v.number() }),
  v.object({ as: v.picklist(['declined', 'abandoned']), reason: key, sentence: v.string() }),
])

const ideaSchema = v.object({
  number: v.number(),
  change: v.string(),
  problem: v.string(),
  details: v.string(),
  topic: v.string(),
  tags: v.array(v.string()),
  site: key,
  sender: key,
  daysAgo: v.number(),
  measures: v.object({ outcome: v.string(), process: v.string(), balancing: v.string() }),
  theory: v.string(),
  registryGap: v.optional(v.string(), ''),
  leads: v.optional(v.array(key), []),
  experts: v.optional(v.array(key), []),
  aim: v.optional(v.string(), ''),
  driverDiagram: v.optional(v.string(), ''),
  drivers: v.optional(v.array(v.object({ name: v.string(), interventions: v.array(v.string()) })), []),
  /** The level of the outcome at the sites that tested, before and after. */
  numbers: v.optional(v.object({ from: v.number(), to: v.number() })),
  interested: v.array(key),
  testing: v.array(key),
  tested: v.array(key),
  result: v.nullable(v.picklist(['improved', 'no-change', 'worse'])),
  resultNote: v.optional(v.string(), ''),
  pathway: v.nullable(key),
  phase: key,
  hold: v.optional(v.string(), ''),
  ending: v.optional(endingSchema),
  evidence: v.array(key),
  comments: v.optional(v.array(v.object({ by: key, text: v.string(), question: v.optional(v.boolean(), false) })), []),
  /** What the rules suggest in the end (`null`: nothing, because of harm), what is short, and how many sites are willing. */
  expected: v.object({ pathway: v.nullable(key), shortfalls: v.array(v.string()), willing: v.number() }),
})
export type DemoIdea = v.InferOutput<typeof ideaSchema>

const networkSchema = v.object({
  name: v.string(),
  people: v.array(v.object({ id: key, name: v.string(), role: v.picklist(roles), site: v.string() })),
  sites: keyed,
  topics: keyed,
  /** Reasons that this network has besides the usual ones. */
  endings: v.array(v.object({ key, label: v.string(), of: v.picklist(['parked', 'declined', 'abandoned', 'merged']) })),
  evidence: v.record(
    key,
    v.object({ kind: evidenceKindSchema, citation: citationSchema, link: v.optional(v.string(), ''), note: v.optional(v.string(), '') }),
  ),
  looseEvidence: v.array(key),
  ideas: v.array(ideaSchema),
})
export type DemoNetwork = v.InferOutput<typeof networkSchema>

/** Throws where the file is not what it should be. */
export const demoNetwork = (json: unknown): DemoNetwork => v.parse(networkSchema, json)
