import type { Evidence } from '../../../shared/domain/entities.ts'
import type { Assertion } from '../../../shared/lookups/assertion.ts'
import { isOneEvent } from '../../../shared/lookups/paper-standing.ts'
import { eventsHeard, evidenceStanding } from '../../../shared/rules/evidence-standing.ts'

/** What was told of a clip standing so: one voice or more of each event. */
const toldOf = (sql: SqlStorage, evidence: string, standing: string): Assertion[] => {
  const [row] = sql
    .exec<{ said: string }>('SELECT said FROM hook_standing WHERE evidence = ? AND standing = ?', evidence, standing)
    .toArray()
  return row ? (JSON.parse(row.said) as Assertion[]) : []
}

/**
 * Whether something of how a clip's item stands was told to nobody yet, and keeps that it is told now: one event is told once, whoever
 * tells of it again and whatever is added to it. In a transaction of the caller's.
 * @param isHeardNow whether what was first heard then (milliseconds since 1970) is news at all.
 */
export const isUntold = (sql: SqlStorage, clip: Evidence, standing: string, isHeardNow: (asked: number) => boolean): boolean => {
  const [events, told] = [eventsHeard(evidenceStanding(clip)), toldOf(sql, clip.id, standing)]
  const isKnown = (voices: readonly Assertion[]): boolean => voices.some((one) => told.some((other) => isOneEvent(one, other)))
  const fresh = events.filter((voices) => !isKnown(voices) && isHeardNow(Math.min(...voices.map(({ asked }) => asked))))
  // What is heard by an entry of the log that is still to come is no told one; what was told and is said no more stays told.
  const now = [...events.filter(isKnown), ...fresh].flat()
  const kept = [...now, ...told.filter((one) => !now.some((other) => isOneEvent(one, other)))].slice(0, 40)
  sql.exec('INSERT OR REPLACE INTO hook_standing (evidence, standing, said) VALUES (?, ?, ?)', clip.id, standing, JSON.stringify(kept))
  return fresh.length > 0
}
