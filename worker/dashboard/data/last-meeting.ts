import type { ReplyOf } from '../../../shared/api/endpoints.ts'
import { dayInField } from '../../../shared/values/calendar-day.ts'
import { serverNow } from './clock.ts'
import { keepPersonal } from './preferences.ts'
import { nothing, useQuery } from './use-query.ts'

const name = 'last-meeting'
const day = 24 * 60 * 60 * 1000

/** The local midnight of a day as a field has it ("2026-03-01"). */
const midnight = (field: string): number => new Date(`${field}T00:00:00`).getTime()
const inDays = (days: number): number => new Date(serverNow() - days * day).setHours(0, 0, 0, 0)

const keptIn = ({ kept }: ReplyOf<'GET /v1/networks/:network/personal'>): number | undefined => {
  const field = kept.find((one) => one.name === name)?.value ?? ''
  return dayInField(field) === undefined ? undefined : midnight(field)
}

/** From when on something is new: the last meeting, as this person named its day in the meeting brief; else the last 30 days. */
export interface Since {
  at: number
  isMeeting: boolean
}

/** `undefined` until it is known. */
export const useLastMeeting = (): Since | undefined => {
  const { reply, problem } = useQuery('GET /v1/networks/:network/personal', { concerns: nothing })
  if (!reply && !problem) return undefined
  const kept = reply && keptIn(reply)
  return kept === undefined ? { at: inDays(30), isMeeting: false } : { at: kept, isMeeting: true }
}

/** Keeps the day of the last meeting. Nobody has to know that it failed: the address of the brief has it too. */
export const keepLastMeeting = (field: string): void => {
  if (dayInField(field) !== undefined) void keepPersonal(name, field).catch(() => undefined)
}
