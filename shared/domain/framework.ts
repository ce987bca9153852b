import * as v from 'valibot'
import * as field from './field-schemas.ts'
import { askedServices } from '../lookups/assertion.ts'

/**
 * The Learning & Improvement framework as data: Bates et al., BMJ Qual Saf 2022;31:800, doi:10.1136/bmjqs-2021-014463.
 * Site numbers of the incubator and network-wide pathways and the approval timing are the paper's; the single-site
 * pathway, the thresholds of a suggestion and all words are ours. A network's admin changes any of it.
 */
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000))
/** `most: null` means "as many as there are". */
const range = v.object({ least: count, most: v.nullable(count) })

export const requirementSchema = v.variant('need', [
  v.object({
    need: v.picklist(['problem', 'topic', 'theory', 'aim', 'driver-diagram', 'outcome-measure', 'process-measure', 'balancing-measure']),
  }),
  v.object({ need: v.picklist(['willing-sites', 'test-sites', 'leads', 'experts']), ...range.entries }),
  v.object({ need: v.literal('test-planned'), withinDays: count }),
  v.object({
    need: v.picklist(['evidence-of-improvement', 'every-result', 'improved-together', 'process-reliable', 'no-hold', 'evidence-stands']),
  }),
])
export type Requirement = v.InferOutput<typeof requirementSchema>

const whoSchema = v.picklist(['contributor', 'site-lead', 'coordinator', 'steering', 'admin', 'project-lead'])

/** One move and what it needs. `from: null` is any phase before `to`. */
export const gateSchema = v.object({
  pathway: field.key,
  from: v.nullable(field.key),
  to: field.key,
  who: v.array(whoSchema),
  needs: v.array(requirementSchema),
})
export type Gate = v.InferOutput<typeof gateSchema>

const pathwaySchema = v.object({
  key: field.key,
  label: field.label,
  description: field.sentence,
  sites: range,
  approval: v.picklist(['none', 'before-design', 'after-design']),
  /** The pathway that a success goes on to. */
  next: v.nullable(field.key),
  /** The phase after which a success goes on to `next` instead of further here. */
  lastPhase: field.key,
})
export type Pathway = v.InferOutput<typeof pathwaySchema>

const named = v.object({ key: field.key, label: field.label })
const endingSchema = v.object({ key: field.key, label: field.label, of: v.picklist(['parked', 'declined', 'abandoned', 'merged']) })
/** A driver that the network works on; `of` is the key of its topic. */
const topicDriverSchema = v.object({ key: field.key, label: field.label, of: field.key })

export const frameworkSchema = v.object({
  pathways: v.pipe(v.array(pathwaySchema), v.minLength(1), v.maxLength(12)),
  phases: v.pipe(v.array(named), v.minLength(1), v.maxLength(12)),
  gates: v.pipe(v.array(gateSchema), v.maxLength(100)),
  /** What classifying an idea (proposed → triaged) needs. */
  triage: v.array(requirementSchema),
  topics: v.pipe(v.array(named), v.maxLength(200)),
  /** Missing in networks that never named any. */
  drivers: v.optional(v.pipe(v.array(topicDriverSchema), v.maxLength(400))),
  sites: v.pipe(v.array(named), v.maxLength(1000)),
  endings: v.pipe(v.array(endingSchema), v.maxLength(60)),
  /** An idea is answered within so many days of coming in. */
  decisionDays: v.pipe(count, v.minValue(1)),
  /** In a network of so many sites or fewer, site numbers shrink to what exists. */
  smallNetwork: count,
  /** So many members of steering approve a step, or decline it; missing in networks that never said: one. */
  approvalQuorum: v.optional(v.pipe(count, v.minValue(1))),
  /**
   * Whether look-up services outside may be asked about its items, and which; missing in networks that never said: none is asked.
   * `searches`: whether the searches of its ideas may be sent too, which are texts.
   */
  lookups: v.optional(v.object({ on: v.boolean(), services: v.array(v.picklist(askedServices)), searches: v.optional(v.boolean()) })),
  suggestion: v.object({ improvedSites: count, sourcesNeeded: count, networkWideLevel: count, incubatorLevel: count }),
})
export type Framework = v.InferOutput<typeof frameworkSchema>

const measures: Requirement[] = [{ need: 'outcome-measure' }, { need: 'process-measure' }, { need: 'balancing-measure' }]
const results: Requirement[] = [{ need: 'every-result' }]
const spread: Requirement[] = [{ need: 'improved-together' }, { need: 'process-reliable' }, { need: 'no-hold' }]

/** The defaults of a new network; topics and sites are its own. */
export const defaultFramework: Framework = {
  pathways: [
    {
      key: 'single-site',
      label: 'Single-site',
      description: 'One or two sites try it in a local PDSA and tell the others.',
      sites: { least: 1, most: 2 },
      approval: 'none',
      next: 'incubator',
      lastPhase: 'evaluate',
    },
    {
      key: 'incubator',
      label: 'Incubator',
      description: 'A few sites work out a promising idea together before the network decides.',
      sites: { least: 3, most: 5 },
      approval: 'after-design',
      next: 'network-wide',
      lastPhase: 'evaluate',
    },
    {
      key: 'network-wide',
      label: 'Network-wide',
      description: 'Many or all sites take up what has been shown to improve outcomes.',
      sites: { least: 5, most: null },
      approval: 'before-design',
      next: null,
      lastPhase: 'sustain',
    },
  ],
  phases: [
    { key: 'idea', label: 'Idea' },
    { key: 'design', label: 'Design' },
    { key: 'test', label: 'Test' },
    { key: 'evaluate', label: 'Evaluate' },
    { key: 'spread', label: 'Spread' },
    { key: 'sustain', label: 'Sustain' },
  ],
  triage: [{ need: 'problem' }, { need: 'topic' }],
  gates: [
    {
      pathway: 'single-site',
      from: null,
      to: 'test',
      who: ['site-lead', 'coordinator'],
      needs: [
        { need: 'test-sites', least: 1, most: 2 },
        { need: 'test-planned', withinDays: 180 },
      ],
    },
    {
      pathway: 'incubator',
      from: 'idea',
      to: 'design',
      who: ['coordinator'],
      needs: [{ need: 'willing-sites', least: 3, most: null }, { need: 'leads', least: 1, most: 4 }, { need: 'theory' }],
    },
    {
      pathway: 'incubator',
      from: 'design',
      to: 'test',
      who: ['steering'],
      needs: [{ need: 'driver-diagram' }, { need: 'aim' }, ...measures, { need: 'test-sites', least: 3, most: 5 }],
    },
    {
      pathway: 'network-wide',
      from: 'idea',
      to: 'design',
      who: ['steering'],
      needs: [{ need: 'evidence-of-improvement' }, { need: 'leads', least: 1, most: 4 }, { need: 'experts', least: 6, most: 10 }],
    },
    { pathway: 'network-wide', from: 'design', to: 'test', who: ['coordinator'], needs: [{ need: 'test-sites', least: 5, most: 10 }] },
    { pathway: 'single-site', from: 'test', to: 'evaluate', who: ['project-lead', 'site-lead', 'coordinator'], needs: results },
    { pathway: 'incubator', from: 'test', to: 'evaluate', who: ['project-lead', 'coordinator'], needs: results },
    { pathway: 'network-wide', from: 'test', to: 'evaluate', who: ['project-lead', 'coordinator'], needs: results },
    { pathway: 'network-wide', from: 'evaluate', to: 'spread', who: ['steering'], needs: spread },
    { pathway: 'network-wide', from: 'spread', to: 'sustain', who: ['coordinator', 'steering'], needs: [{ need: 'no-hold' }] },
  ],
  topics: [],
  sites: [],
  endings: [
    { key: 'not-now', label: 'Good idea, not the time', of: 'parked' },
    { key: 'waiting-for-evidence', label: 'Waiting for evidence', of: 'parked' },
    { key: 'already-done', label: 'Already done in the network', of: 'declined' },
    { key: 'out-of-scope', label: 'Outside what this network works on', of: 'declined' },
    { key: 'no-theory', label: 'No way yet in which it could work', of: 'declined' },
    { key: 'no-improvement', label: 'Tested without improvement', of: 'abandoned' },
    { key: 'caused-harm', label: 'Tested and made things worse', of: 'abandoned' },
    { key: 'too-costly', label: 'Worked, but cost more than it gave', of: 'abandoned' },
    { key: 'same-idea', label: 'The same idea', of: 'merged' },
    { key: 'part-of-larger', label: 'Part of a larger idea', of: 'merged' },
  ],
  decisionDays: 14,
  smallNetwork: 10,
  approvalQuorum: 1,
  suggestion: { improvedSites: 3, sourcesNeeded: 2, networkWideLevel: 3, incubatorLevel: 4 },
}

export const labelOf = (list: readonly { key: string; label: string }[], key: string | null): string =>
  list.find((entry) => entry.key === key)?.label ?? key ?? ''
