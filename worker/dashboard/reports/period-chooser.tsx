import { useEffect, useState } from 'preact/hooks'
import { dayInField } from '../../../shared/values/calendar-day.ts'
import type { Days } from '../../../shared/values/periods.ts'
import { address } from '../data/address.ts'
import { navigate } from '../data/router.ts'
import { sayDay } from '../ui/dates.ts'
import { reportMessages } from '../i18n/reports.ts'
import { choiceOf, choices, daysOf, type PeriodChoice } from './period.ts'
import { isoDay } from '../../../shared/values/calendar-day.ts'

const { period: messages } = reportMessages.reports

const show = ({ from, to }: Days): void => navigate(address('/reports', { from: isoDay(from), to: isoDay(to) }), 'replace')

/** What stands against showing these dates; empty where nothing does. */
const objection = (from: string, to: string, today: number): string => {
  const [first, last] = [dayInField(from), dayInField(to)]
  if (first === undefined || last === undefined || first > last) return messages.wrong
  return last > today ? messages.future : ''
}

/** Chooses the days of the reports, and keeps them in the address. Dates that cannot be shown stay as they were typed. */
export const PeriodChooser = ({ days, today }: { days: Days; today: number }) => {
  const [typed, setTyped] = useState({ from: isoDay(days.from), to: isoDay(days.to) })
  useEffect(() => setTyped({ from: isoDay(days.from), to: isoDay(days.to) }), [days.from, days.to])
  const problem = objection(typed.from, typed.to, today)
  const change = (next: typeof typed): void => {
    setTyped(next)
    const [from, to] = [dayInField(next.from), dayInField(next.to)]
    if (from !== undefined && to !== undefined && !objection(next.from, next.to, today)) show({ from, to })
  }
  return (
    <fieldset class="period">
      <legend class="unseen">{messages.title}</legend>
      <div class="field">
        <label for="period-choice">{messages.choice}</label>
        <select
          id="period-choice"
          value={choiceOf(days, today) ?? 'own'}
          onChange={({ currentTarget: { value } }) => {
            if (value !== 'own') show(daysOf(value as PeriodChoice, today))
          }}
        >
          {[...choices, 'own' as const].map((choice) => (
            <option key={choice} value={choice}>
              {messages[choice]}
            </option>
          ))}
        </select>
      </div>
      {(['from', 'to'] as const).map((end) => (
        <div class="field" key={end}>
          <label for={`period-${end}`}>{messages[end]}</label>
          <input
            id={`period-${end}`}
            type="date"
            value={typed[end]}
            max={isoDay(today)}
            aria-describedby="period-problem"
            aria-invalid={problem !== ''}
            onChange={({ currentTarget: { value } }) => change({ ...typed, [end]: value })}
          />
        </div>
      ))}
      <p id="period-problem" class="problem" role="alert">
        {problem}
      </p>
      <p class="hint">
        <b>{messages.shown({ from: sayDay(days.from), to: sayDay(days.to) })}.</b> <span class="only-screen">{messages.utc}</span>
      </p>
    </fieldset>
  )
}
