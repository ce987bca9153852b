import { type Appraisal, directionFor, levelByDesign } from '../domain/evidence-kinds.ts'
import type { Evidence } from '../domain/entities.ts'
import { isTakenBack, type Shaken, shakenBy } from './evidence-standing.ts'

type Item = Pick<Evidence, 'citation' | 'kind' | 'appraisal' | 'directions' | 'lookedUp'>

/** Up and down by one, as OCEBM 2011 lets a level be graded after the study itself was read. */
const steps: Record<Appraisal, number> = { lower: 1, 'as-designed': 0, higher: -1 }

/** The OCEBM 2011 level, 1 (best) to 5: of the design, and as somebody who read the study graded it; `undefined` where there is none. */
export const levelOf = ({ kind, appraisal }: Pick<Item, 'kind' | 'appraisal'>): number | undefined => {
  const level = levelByDesign(kind)
  return level === undefined ? undefined : Math.min(5, Math.max(1, level + (appraisal ? steps[appraisal.is] : 0)))
}

/** The published support of an idea. Retracted items, items against it and items for context give it no level, and count as no guideline. */
export const publishedFor = (
  idea: string,
  evidence: readonly Item[],
): { bestLevel: number | undefined; hasGuideline: boolean; against: number; unsaid: number; shaken: number; worst: Shaken | undefined } => {
  const supporting = evidence.filter((item) => directionFor(item, idea) === 'supports' && !isTakenBack(item))
  const levels = supporting.map(levelOf).filter((level) => level !== undefined)
  const shaken = evidence.flatMap((item) => (directionFor(item, idea) === 'supports' ? (shakenBy(item) ?? []) : []))
  return {
    bestLevel: levels.length > 0 ? Math.min(...levels) : undefined,
    hasGuideline: supporting.some(({ kind }) => kind === 'guideline'),
    against: evidence.filter((item) => directionFor(item, idea) === 'against').length,
    shaken: shaken.length,
    worst: (['retracted', 'doubted', 'notice'] as const).find((one) => shaken.includes(one)),
    unsaid: evidence.filter(({ kind }) => kind === null).length,
  }
}
