import type { Citation } from '../citations/citation.ts'
import { onceEach } from '../citations/same-item.ts'
import { vancouver } from '../citations/vancouver.ts'
import type { Driver, Evidence, Idea, MeasureKind, Point, Series, Stance } from '../domain/entities.ts'
import { guard } from '../mutations/engine/phi-guard.ts'
import { formerMember } from '../domain/name-skeleton.ts'
import { isTakenBack } from '../rules/evidence-standing.ts'
import { isPublic, publicNames } from '../rules/public-names.ts'

/** What everybody may read of an idea that its network has published: nothing else of it leaves the bank for its page. */
export interface PublicIdea {
  id: string
  publishedAt: number
  change: string
  problem: string
  details: string
  theory: string
  aim: string
  measures: Idea['measures']
  drivers: Driver[]
  topic: string
  pathway: string
  phase: string
  /** Of those who agreed, in the order of the idea. */
  names: string[]
  /** How many sites are willing, test it, tested it, and saw an improvement. */
  sites: { willing: number; testing: number; tested: number; improved: number }
  /** Keys of the sites that tested or test it; only where steering said so. */
  siteKeys: string[]
  references: { text: string; address: string; against: boolean }[]
  charts: { measure: MeasureKind; site: string | null; points: Point[]; goal?: number; unit?: string }[]
}

/** So many sites have to stand behind a day's mean, or it would be one site's number. */
const leastSites = 3

/** Where a published item is; what has no public number may be a page of a hospital's own network, and is left out. */
const addressOf = ({ DOI, PMID, PMCID }: Citation): string | undefined => {
  if (DOI) return `https://doi.org/${encodeURI(DOI)}`
  if (PMID) return `https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(PMID)}/`
  return PMCID ? `https://pmc.ncbi.nlm.nih.gov/articles/${encodeURIComponent(PMCID)}/` : undefined
}

const referencesOf = (idea: string, evidence: readonly Evidence[]): PublicIdea['references'] => {
  const first = onceEach()
  return evidence.flatMap((item) => {
    const { citation, directions } = item
    const [address, is] = [addressOf(citation), directions?.[idea]?.is]
    if (!address || isTakenBack(item) || is === 'context' || !first(citation)) return []
    return [{ text: vancouver(citation), address, against: is === 'against' }]
  })
}

const mean = (values: readonly number[]): number => Math.round((values.reduce((sum, one) => sum + one, 0) / values.length) * 100) / 100

/** The mean of all sites, day by day, where enough of them have a value. */
const together = (series: readonly Series[]): Point[] => {
  const days = Map.groupBy(
    series.flatMap(({ points }) => points),
    ([day]) => day,
  )
  return [...days]
    .filter(([, points]) => points.length >= leastSites)
    .map(([day, points]): Point => [day, mean(points.map(([, value]) => value))])
    .toSorted(([one], [other]) => one - other)
}

const chartsOf = (idea: Idea, series: readonly Series[]): PublicIdea['charts'] =>
  (['outcome', 'process', 'balancing'] as const).flatMap((measure) => {
    const [own, setting] = [series.filter((one) => one.measure === measure), idea.charts?.[measure]]
    const said = {
      ...(setting?.goal === undefined ? {} : { goal: setting.goal }),
      ...(setting?.unit ? { unit: setting.unit } : {}),
    }
    const lines = idea.published?.sites ? own.map(({ site, points }) => ({ site, points })) : [{ site: null, points: together(own) }]
    return lines.filter(({ points }) => points.length > 1).map((line) => ({ measure, ...line, ...said }))
  })

/** What was said of the idea, with nothing that was said inside the network only: no comment, note, reason, history or hidden name. */
const textsOf = ({ change, problem, details, theory, aim, measures, drivers = [] }: Idea) => ({
  change,
  problem,
  details,
  theory,
  aim,
  measures,
  drivers: drivers.map(({ name, interventions }) => ({ name, interventions })),
})

/** The page's content, or nothing where there is no page: not published, ended, on hold, or with a text in which the look for patients is sure. */
export const publicIdea = (
  idea: Idea,
  parts: { evidence: readonly Evidence[]; stances: readonly Stance[]; series: readonly Series[] },
  nameOf: (person: string) => string | undefined,
): PublicIdea | null => {
  if (!isPublic(idea) || !idea.published) return null
  const texts = textsOf(idea)
  if (guard(texts)) return null
  const kinds = (kind: Stance['stance']): Stance[] => parts.stances.filter(({ stance }) => stance === kind)
  const [willing, testing, tested] = [kinds('interested'), kinds('testing'), kinds('tested')]
  return {
    id: idea.id,
    publishedAt: idea.published.at,
    ...texts,
    topic: idea.topic,
    pathway: idea.pathway ?? '',
    phase: idea.phase,
    names: publicNames(idea)
      .flatMap((person) => nameOf(person) ?? [])
      .filter((name) => name !== formerMember),
    sites: {
      willing: willing.length,
      testing: testing.length,
      tested: tested.length,
      improved: tested.filter(({ result }) => result === 'improved').length,
    },
    siteKeys: idea.published.sites ? [...testing, ...tested].map(({ site }) => site).toSorted() : [],
    references: referencesOf(idea.id, parts.evidence),
    charts: chartsOf(idea, parts.series),
  }
}
