import type { ReportsReply } from '../../../shared/api/reports.ts'
import { day } from '../ui/dates.ts'
import { address } from '../data/router.ts'
import { answerWords } from '../i18n/strings-answers.ts'
import { locale } from '../i18n/plurals.ts'

const { reports: words } = answerWords
const percent = new Intl.NumberFormat(locale, { style: 'percent' })

/** How many answers came in time, and how long people waited. */
export const ReportAnswers = ({ answers }: Pick<ReportsReply, 'answers'>) => {
  const { arrived, onTime, late, waiting, overdue, medianWait } = answers
  const rows: [string, number | string][] = [
    [words.answeredRows.arrived, arrived],
    [words.answeredRows.onTime, onTime],
    [words.answeredRows.late, late],
    [words.answeredRows.waiting, waiting],
    [words.answeredRows.overdue, overdue],
    [words.answeredRows.median, medianWait === null ? '–' : words.days(Math.round(medianWait / day))],
  ]
  return (
    <section aria-labelledby="answered">
      <h2 id="answered">{words.answered}</h2>
      <p>{onTime + late > 0 ? words.share(percent.format(onTime / (onTime + late))) : words.noAnswers}</p>
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
      {overdue > 0 && <a href={address('/ideas', { pathway: 'none', sort: 'due' })}>{words.overdueList}</a>}
    </section>
  )
}
