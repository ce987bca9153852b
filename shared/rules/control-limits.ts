/** Control limits of values in 100, each of so many: three standard errors around the mean of the baseline. */
export interface ControlLimits {
  centre: number
  /** Of each value; `undefined` where it is not known of how many it is. */
  limits: ({ lower: number; upper: number } | undefined)[]
}

/** Fewer values with a denominator than this make no mean. */
const leastValues = 10

/**
 * A P chart's limits for a proportion (binomial), a U chart's for a rate (Poisson), as Montgomery has them (Introduction to
 * Statistical Quality Control, ch. 7).
 *
 * @param values In 100 of `of`, in order of time.
 * @param baseline How many of the first values make the mean; all of them by default.
 * @returns `undefined` where too few have a denominator, or a proportion is beyond 0 to 100.
 */
export const controlLimits = (
  kind: 'p' | 'u',
  values: readonly number[],
  of: readonly (number | undefined)[],
  baseline = values.length,
): ControlLimits | undefined => {
  const known = values.flatMap((value, at) => (of[at] ? [{ value, size: of[at], first: at < baseline }] : []))
  const first = known.filter((one) => one.first)
  if (first.length < leastValues || known.some(({ value }) => value < 0 || (kind === 'p' && value > 100))) return undefined
  const size = first.reduce((sum, one) => sum + one.size, 0)
  const centre = first.reduce((sum, one) => sum + one.value * one.size, 0) / size
  const limits = values.map((_, at) => {
    const n = of[at]
    if (!n) return undefined
    const error = 3 * Math.sqrt((centre * (kind === 'p' ? 100 - centre : 100)) / n)
    return { lower: Math.max(0, centre - error), upper: kind === 'p' ? Math.min(100, centre + error) : centre + error }
  })
  return { centre, limits }
}
