/**
 * What a run chart says: the median, and where points stay on one side of it for so long that chance is a poor explanation.
 * Six or more in a row on one side are a shift (Perla, Provost, Murray, BMJ Qual Saf 2011;20:46, doi:10.1136/bmjqs.2009.037895);
 * points on the median neither count nor end a run. The trend rule is weak and is left out.
 */
export const shiftLength = 6

export interface Shift {
  /** First and last point of it, as positions. */
  from: number
  to: number
  side: 'above' | 'below'
}

export interface RunChart {
  median: number
  shifts: Shift[]
}

const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

/**
 * @param values In order of time.
 * @param baseline How many of the first values make the median; all of them by default.
 * @returns `undefined` where there is nothing to draw a median from.
 */
export const runChart = (values: readonly number[], baseline = values.length): RunChart | undefined => {
  if (values.length === 0 || baseline < 1) return undefined
  const median = medianOf(values.slice(0, baseline))
  const shifts: Shift[] = []
  let run: (Shift & { length: number }) | undefined
  const end = (): void => {
    if (run && run.length >= shiftLength) shifts.push({ from: run.from, to: run.to, side: run.side })
    run = undefined
  }
  for (const [at, value] of values.entries()) {
    if (value === median) continue
    const side = value > median ? 'above' : 'below'
    if (run?.side !== side) end()
    run = run ? { ...run, to: at, length: run.length + 1 } : { from: at, to: at, side, length: 1 }
  }
  end()
  return { median, shifts }
}
