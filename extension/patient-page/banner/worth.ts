import type { LabelKind } from './labels/label-kinds.ts'
import type { ShapeKind } from './values.ts'

type Kind = LabelKind | ShapeKind | 'bareNumber' | 'bareDay' | 'bareName' | 'together'

/** What each kind of sign is worth: two strong ones, or a strong one with two weak ones, make a banner. */
const worths: Partial<Record<Kind, number>> = {
  patient: 1.5,
  name: 0.75,
  given: 0.5,
  family: 0.75,
  kin: 0.25,
  birth: 2,
  born: 1,
  record: 2,
  insurance: 1.25,
  national: 1,
  account: 0.75,
  code: 0.5,
  bed: 0.5,
  staff: 0.25,
  caret: 2,
  bracketed: 1.25,
  together: 1,
}

/** Three is a banner. */
export const enough = 3

const best = (kinds: ReadonlySet<Kind>, ...of: (readonly [Kind, number])[]): number =>
  Math.max(0, ...of.map(([kind, worth]) => (kinds.has(kind) ? worth : 0)))

/** The worth of signs that stand together, each kind once; several that say the same count as the best of them. */
export const worthOf = (kinds: ReadonlySet<Kind>): number => {
  let sum = 0
  for (const kind of kinds) sum += worths[kind] ?? 0
  if (kinds.has('patient') && kinds.has('name')) sum -= 0.5
  if (kinds.has('born') && kinds.has('birth')) sum -= 1
  const sex = best(kinds, ['sex', 0.75], ['bareSex', 0.5])
  const age = best(kinds, ['age', 0.5])
  sum += Math.max(sex + age, best(kinds, ['ageSex', 1.25]))
  sum += kinds.has('caret') ? 0 : best(kinds, ['familyFirst', 1])
  sum += Math.min(
    0.5,
    best(kinds, ['phone', 0.25]) + best(kinds, ['email', 0.25]) + best(kinds, ['address', 0.5], ['town', 0.25], ['postal', 0.25]),
  )
  sum +=
    best(kinds, ['bareNumber', 0.75]) +
    best(kinds, ['bareDay', 0.75]) +
    best(kinds, ['bareName', 0.75]) +
    best(kinds, ['unknownValue', 0.5])
  return sum
}
