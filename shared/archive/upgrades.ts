import { own } from '../values/own.ts'
import { schemaVersion } from './archive-format.ts'

/** What a line of a folder becomes in the next major version. */
export type Upgrade = (folder: string, line: Record<string, unknown>) => Record<string, unknown>

/** By the major version that is read: what its lines become in the one after it. There has been no other than the first. */
export const upgrades: Readonly<Record<number, Upgrade>> = {}

/** How lines of that major version are read, through every version in between; `undefined` where it is newer, or a step is missing. */
export const upgradeFrom = (
  major: number,
  steps: Readonly<Record<number, Upgrade>> = upgrades,
  ours: number = schemaVersion.major,
): Upgrade | undefined => {
  if (!Number.isInteger(major) || major < 1 || major > ours) return undefined
  const path = Array.from({ length: ours - major }, (_, index) => own(steps, String(major + index)))
  if (path.some((step) => step === undefined)) return undefined
  return (folder, line) => path.reduce((before, step) => step?.(folder, before) ?? before, line)
}
