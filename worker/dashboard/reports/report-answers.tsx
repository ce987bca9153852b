import type { ReportsReply } from '../../../shared/api/reports.ts'
import { day } from '../ui/dates.ts'
import { address } from '../data/address.ts'
import { reportMessages } from '../i18n/reports.ts'
import { locale, numbers } from '../i18n/locale.ts'

const { reports: messages } = reportMessages
const percent = new Intl.NumberFormat(locale, { style: 'percent' })

/** How many answers came in time, and how long people waited. */
export const ReportAnswers = ({ answers }: Pick<ReportsReply, 'answers'>) => {
  const { arrived, decidedBefore, onTime, late, waiting, overdue, medianWait } = answers
  const rows: [label: string, count: string][] = [
    [messages.answeredRows.arrived, numbers.format(arrived)],
    ...(decidedBefore > 0 ? [[messages.answeredRows.decidedBefore, numbers.format(decidedBefore)] as [string, string]] : []),
    [messages.answeredRows.onTime, numbers.format(onTime)],
    [messages.answeredRows.late, numbers.format(late)],
    [messages.answeredRows.waiting, numbers.format(waiting)],
    [messages.answeredRows.overdue, numbers.format(overdue)],
    [messages.answeredRows.median, medianWait === null ? '–' : messages.days({ days: Math.round(medianWait / day) })],
  ]
  return (
    <section aria-labelledby="answered">
      <h2 id="answered">{messages.answered}</h2>
      <p>{onTime + late > 0 ? messages.share({ percent: percent.format(onTime / (onTime + late)) }) : messages.noAnswers}</p>
      <table class="report narrow">
        <tbody>
          {rows.map(([label, count]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td class="number">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {overdue > 0 && <a href={address('/ideas', { pathway: 'none', sort: 'due' })}>{messages.overdueList}</a>}
    </section>
  )
}
