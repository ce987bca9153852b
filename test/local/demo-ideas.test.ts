import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as v from 'valibot'
import type { EvidenceKind } from '../../shared/domain/evidence-kinds.ts'
import { factsOf, findings } from '../../shared/rules/gates.ts'
import type { Change, TestResult } from '../../shared/domain/entities.ts'
import { suggestPathway } from '../../shared/rules/pathways.ts'
import { aClip, aFramework, anIdea, aStance, idea, ideaId, now, sampleNetwork, stance, tested, uuid } from '../sample-network.ts'
import { english } from '../in-words.ts'

/**
 * The demonstration data beside the project says for 60 ideas which pathway the rules give and what is short. It is no part of the
 * project: where it is missing these tests are skipped, and the run says so.
 */
const file = new URL('../../../shared/data/demo-ideas.json', import.meta.url)
const present = existsSync(file)

const ideaSchema = v.object({
  id: v.string(),
  change: v.string(),
  problem: v.string(),
  measures: v.object({ outcome: v.string(), process: v.string(), balancing: v.string() }),
  suggestedPathway: v.picklist(['network-wide', 'incubator', 'local', 'hold']),
  shortfalls: v.array(v.string()),
  willingSites: v.number(),
  originSite: v.string(),
  sitesInterested: v.array(v.string()),
  sitesTested: v.array(v.string()),
  testResult: v.picklist(['improved', 'no-change', 'mixed', 'worse', 'unknown']),
  registryGap: v.boolean(),
  leadNamed: v.boolean(),
  evidence: v.array(v.object({ studyKind: v.string(), ocebm2011Level: v.nullish(v.number()) })),
})
type DataIdea = v.InferOutput<typeof ideaSchema>
const dataSchema = v.object({ meta: v.object({ sites: v.array(v.string()) }), ideas: v.array(ideaSchema) })
const { meta, ideas } = present ? v.parse(dataSchema, JSON.parse(readFileSync(file, 'utf8'))) : { meta: { sites: [] }, ideas: [] }

const key = (site: string): string => site.toLowerCase().replace(' ', '-')
const sites = meta.sites.map((label) => ({ key: key(label), label }))

const kinds: Record<number, EvidenceKind> = {
  1: 'systematic-review',
  2: 'randomised-trial',
  3: 'compared-groups',
  4: 'before-after',
  5: 'opinion',
}
const kindOf = ({ studyKind, ocebm2011Level }: DataIdea['evidence'][number]): EvidenceKind =>
  kinds[ocebm2011Level ?? 0] ?? (studyKind.startsWith('guideline') ? 'guideline' : 'local-data')

/** "Mixed" is no improvement yet; sites of an unknown result are still testing. */
const results: Record<DataIdea['testResult'], TestResult | undefined> = {
  improved: 'improved',
  'no-change': 'no-change',
  mixed: 'no-change',
  worse: 'worse',
  unknown: undefined,
}

const said = ({ sitesInterested, sitesTested, testResult }: DataIdea): Change[] => {
  const result = results[testResult]
  return [
    ...sitesInterested.map((site) => aStance(stance(key(site)))),
    ...sitesTested.map((site) => aStance(result ? tested(key(site), result) : stance(key(site), { stance: 'testing' }))),
  ]
}

const placed = (data: DataIdea) => {
  const value = idea({
    change: data.change,
    problem: data.problem,
    measures: data.measures,
    site: key(data.originSite),
    registryGap: data.registryGap ? 'The registry shows a gap.' : '',
    leads: data.leadNamed ? ['lee'] : [],
  })
  const clips = data.evidence.map((item, index) => aClip({ id: uuid(100 + index), kind: kindOf(item), ideas: [ideaId] }))
  return { value, network: sampleNetwork([aFramework({ sites }), anIdea(value), ...said(data), ...clips]) }
}

const pathways: Record<DataIdea['suggestedPathway'], string | null> = {
  'network-wide': 'network-wide',
  incubator: 'incubator',
  local: 'single-site',
  // A site got worse: no pathway is suggested until somebody has looked at it.
  hold: null,
}

/**
 * Differences in words only, each with its reason:
 * - "incubator needs 1 more site(s) to reach 3" is said of the pathway by its label, and "to reach 3" stands in the settings;
 * - "test cohort needs 1 more site(s) to reach 5" is said of the suggested pathway itself, so its name is not repeated;
 * - where the data gives the lack of any promise as a reason for a local test, the suggestion says it as what is missing: to
 *   whoever wants the incubator it is.
 */
const inOurWords = (shortfall: string): string => {
  const more = Number(/needs (\d+) more/.exec(shortfall)?.[1])
  return `${shortfall.startsWith('incubator') ? 'Incubator: ' : ''}needs ${more} more ${more === 1 ? 'site' : 'sites'}`
}
const unpromising = 'Incubator: no improvement yet, no guideline, nothing published of level 4 or better'

test.skipIf(!present)('[D3] the demonstration data has 60 ideas, of every pathway', () => {
  expect(ideas).toHaveLength(60)
  expect(new Set(ideas.map((data) => data.suggestedPathway)).size).toBe(4)
})

test.skipIf(!present).each(ideas.map((data) => [data.id, data] as const))(
  '[D3] pathway, shortfalls and willing sites of %s agree with the data',
  (_, data) => {
    const { value, network } = placed(data)
    const { pathway, shortfalls } = suggestPathway(network, value, now)
    expect(pathway).toBe(pathways[data.suggestedPathway])
    expect(shortfalls.map((lack) => english(lack)).filter((lack) => lack !== unpromising)).toEqual(data.shortfalls.map(inOurWords))
    expect(factsOf(network, value, now).willing.size).toBe(data.willingSites)
  },
)

test.skipIf(!present)(
  '[D3] the incubator’s gate opens for the ideas that the data puts there, and for none that it says is short of sites',
  () => {
    const gate = (data: DataIdea): boolean => {
      const { value, network } = placed(data)
      const needs = [{ need: 'willing-sites', least: 3, most: null }, { need: 'leads', least: 1, most: 4 }, { need: 'theory' }] as const
      return findings(needs, factsOf(network, value, now)).every(({ met }) => met)
    }
    const open = ideas.filter((data) => data.suggestedPathway === 'incubator' && data.leadNamed)
    expect(open.length).toBeGreaterThan(0)
    expect(open.filter((data) => !gate(data)).map(({ id }) => id)).toEqual([])
    const short = ideas.filter((data) => data.shortfalls.some((lack) => lack.startsWith('incubator')))
    expect(short.filter(gate).map(({ id }) => id)).toEqual([])
  },
)
