import { dayInField, dayLength, dayOf } from '../../../shared/values/calendar-day.ts'
import { type Days, sofar } from '../../../shared/values/periods.ts'

export const choices = ['last30', 'last90', 'quarter', 'year12'] as const
export type PeriodChoice = (typeof choices)[number]

/** The days that a choice means today (by UTC, as the server counts). */
export const daysOf = (choice: PeriodChoice, today: number): Days => {
  if (choice === 'quarter') return sofar(today, 'quarter')
  const year = new Date(today * dayLength)
  if (choice === 'year12') return { from: dayOf(Date.UTC(year.getUTCFullYear() - 1, year.getUTCMonth(), year.getUTCDate() + 1)), to: today }
  return { from: today - (choice === 'last30' ? 29 : 89), to: today }
}

/** Which choice these days are today, if they are one. */
export const choiceOf = ({ from, to }: Days, today: number): PeriodChoice | undefined =>
  choices.find((choice) => {
    const days = daysOf(choice, today)
    return days.from === from && days.to === to
  })

/** The period that an address names; the last 90 days where it names none, or none that there can be. */
export const periodIn = (query: URLSearchParams, today: number): Days => {
  const [from, to] = [dayInField(query.get('from') ?? ''), dayInField(query.get('to') ?? '')]
  return from === undefined || to === undefined || from > to || to > today ? daysOf('last90', today) : { from, to }
}
