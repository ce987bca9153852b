import { vi } from 'vitest'

/** Sets the clock a minute into the next stretch of that many milliseconds and holds it there, so that none ends while something is counted in it. */
export const intoNext = (stretch: number): void => {
  vi.setSystemTime(Math.ceil(Date.now() / stretch) * stretch + 60_000)
}
