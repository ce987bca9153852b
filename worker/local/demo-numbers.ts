import type { DemoIdea } from './demo-network.ts'
import { day } from './demo-step.ts'

const [before, after, everyDays] = [12, 9, 14]

/** The same small unevenness every time, between -1 and 1. */
const unevenness = (at: number): number => Math.sin(at * 12.9898) * 0.6 + Math.sin(at * 4.1) * 0.4

/** A site's fortnightly values of the outcome, a dozen around the level of before and nine around that of after; made up. */
export const demoPoints = ({ numbers }: DemoIdea, site: number, now: number): [number, number][] => {
  if (!numbers) return []
  const { from, to } = numbers
  const last = Math.floor(now / day) - 3
  return Array.from({ length: before + after }, (_, at) => {
    const level = at < before ? from : to
    const value = level + unevenness(at + site * 31) * Math.abs(from - to) * 0.35
    return [last - (before + after - 1 - at) * everyDays, Math.round(value * 10) / 10]
  })
}
