import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import { defineMutation, type Refusal, refusalIn, refuse, signed } from './engine/mutation.ts'
import type { Context } from '../domain/actor.ts'
import {
  type Change,
  type Idea,
  isStaff,
  type MeasureKind,
  measureKinds,
  type Network,
  type Point,
  roles,
  seriesId,
  survivingIdea,
} from '../domain/entities.ts'
import { message } from '../i18n/message.ts'
import { dayLength } from '../values/calendar-day.ts'
import type { FormCode } from '../values/issue-message.ts'

const day = v.pipe(v.number(), v.integer(), v.minValue(field.oldestDay, 'form-too-early' satisfies FormCode))
const value = v.pipe(
  v.number(),
  v.finite(),
  v.minValue(-field.largestValue, 'form-too-small' satisfies FormCode),
  v.maxValue(field.largestValue, 'form-too-large' satisfies FormCode),
)
const pointSchema = v.tuple([day, v.nullable(value)])
/** So many were looked at that day. */
const denominatorSchema = v.tuple([day, v.pipe(value, v.minValue(1, 'form-too-small' satisfies FormCode))])

/** A site's numbers as they are said. */
const numbers = {
  points: v.pipe(
    v.array(pointSchema),
    v.minLength(1, 'form-empty' satisfies FormCode),
    v.maxLength(field.limits.points, 'form-too-many' satisfies FormCode),
  ),
  /** Of how many each day's value is so many in 100; a day that is said without has none. */
  of: v.optional(v.pipe(v.array(denominatorSchema), v.maxLength(field.limits.points, 'form-too-many' satisfies FormCode))),
}

const merged = (before: readonly Point[], said: readonly [number, number | null][]): Point[] => {
  const days = new Map<number, number>(before)
  for (const [day, value] of said) {
    if (value === null) days.delete(day)
    else days.set(day, value)
  }
  return [...days].toSorted(([one], [other]) => one - other)
}

/** Denominators of days that have a value. */
const mergedOf = (
  before: readonly Point[],
  args: { points: readonly [number, number | null][]; of?: Point[] | undefined },
  points: readonly Point[],
): Point[] => {
  const said = new Map(args.of)
  const days = new Set(points.map(([one]) => one))
  const told = args.points.map(([one]): [number, number | null] => [one, said.get(one) ?? null])
  return merged(before, told).filter(([one]) => days.has(one))
}

/** The idea of which this person records that site's numbers; without a site, any site's. */
const measurable = (network: Network, id: string, site: string | undefined, context: Context): Idea | Refusal => {
  const idea = survivingIdea(network, id)
  if (!idea) return refuse('not-found', message('idea-not-found'))
  if (site !== undefined && !network.framework().sites.some(({ key }) => key === site)) return refuse('invalid', message('site-unknown'))
  const own = context.role === 'site-lead' && (site ?? context.site) === context.site
  if (own || isStaff(context.role) || idea.leads.includes(context.person)) return idea
  return refuse('forbidden', message('measurements-forbidden'))
}

interface SaidNumbers {
  idea: string
  site: string
  measure: MeasureKind
  points: readonly [number, number | null][]
  of?: Point[] | undefined
}

/** A site that is said twice is one, with all that was said of it. */
const saidBySite = (said: readonly Pick<SaidNumbers, 'site' | 'points' | 'of'>[]): Map<string, Pick<SaidNumbers, 'points' | 'of'>> => {
  const sites = new Map<string, Pick<SaidNumbers, 'points' | 'of'>>()
  for (const { site, points, of = [] } of said) {
    const before = sites.get(site)
    sites.set(site, { points: [...(before?.points ?? []), ...points], of: [...(before?.of ?? []), ...of] })
  }
  return sites
}

/** What becomes of one site's series; of an idea that was merged, of the one that lives on. */
const ofSite = (network: Network, args: SaidNumbers, context: Context): Change[] | Refusal => {
  const { site, measure } = args
  const idea = measurable(network, args.idea, site, context)
  if ('refused' in idea) return idea
  if (args.points.some(([on]) => on * dayLength > context.at + dayLength)) return refuse('invalid', message('measurement-ahead'))
  const id = seriesId(idea.id, measure, site)
  const before = network.series(id)
  const points = merged(before?.points ?? [], args.points)
  if (points.length > field.limits.points) return refuse('too-large', message('measurements-full', { most: field.limits.points }))
  const of = mergedOf(before?.of ?? [], args, points)
  if (JSON.stringify([points, of]) === JSON.stringify([before?.points ?? [], before?.of ?? []])) return []
  if (points.length === 0) return [{ kind: 'series', id, value: null }]
  const value = { id, idea: idea.id, site, measure, points, ...(of.length > 0 && { of }), ...signed(context), at: context.at }
  return [{ kind: 'series', id, value }]
}

/**
 * A site's numbers of one measure of an idea, one value a day; `null` takes a day away, other days stay. Values of a whole site
 * only: there is no room for a name, a record or more than one value a day. Numbers come in during a hold too: who reviews harm needs them.
 */
export const recordMeasurements = defineMutation({
  name: 'recordMeasurements',
  args: v.object({
    idea: field.id,
    site: field.key,
    measure: v.picklist(measureKinds),
    ...numbers,
    /** Further sites of the same table: all of them, or none. */
    also: v.optional(
      v.pipe(v.array(v.object({ site: field.key, ...numbers })), v.maxLength(field.limits.list, 'form-too-many' satisfies FormCode)),
    ),
  }),
  roles,
  reads: (args) => ({ ideas: [args.idea] }),
  objects: (network, { idea = '', site }, context) => refusalIn(measurable(network, idea, site, context)),
  run: (network, args, context) => {
    const changes: Change[] = []
    for (const [site, said] of saidBySite([args, ...(args.also ?? [])])) {
      const made = ofSite(network, { ...args, ...said, site }, context)
      if ('refused' in made) return made
      changes.push(...made)
    }
    return changes
  },
})
