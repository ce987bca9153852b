/** From paper to green in five steps; dark figures stay readable on each (over 7:1). */
const heats = ['#f4f3ee', '#e4f0ea', '#c9e2d6', '#a5cfbc', '#7fbba1'] as const

/** The ground of a cell with so many of at most `most`; paper where there are none. */
export const heat = (count: number, most: number): string =>
  heats[count === 0 ? 0 : Math.min(4, 1 + Math.floor((count / most) * 3.999))] ?? heats[0]
