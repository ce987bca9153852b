import type { ReplyOf } from '../../../shared/api/endpoints.ts'
import { serverNow } from './clock.ts'
import { meetingMidnight } from './meeting-day.ts'
import { keepPersonal } from './preferences.ts'
import { nothing, useQuery } from './use-query.ts'

const name = 'last-meeting'
const day = 24 * 60 * 60 * 1000

const inDays = (days: number): number => new Date(serverNow() - days * day).setHours(0, 0, 0, 0)

const keptIn = ({ kept }: ReplyOf<'GET /v1/networks/:network/personal'>): number | undefined =>
  meetingMidnight(kept.find((one) => one.name === name)?.value ?? '', serverNow())

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

/** Keeps the day of the last meeting, where it can be one. Nobody has to know that it failed: the address of the brief has it too. */
export const keepLastMeeting = (field: string): void => {
  if (meetingMidnight(field, serverNow()) !== undefined) void keepPersonal(name, field).catch(() => undefined)
}
