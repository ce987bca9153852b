import type { Point } from '../../../../shared/domain/entities.ts'
import { SelectField } from '../../ui/fields.tsx'
import { sayDay } from '../../ui/dates.ts'
import { messages } from '../../i18n/bank.ts'
import { sayNumber } from './say-number.ts'
import { eachColumn } from './read-sites.ts'
import type { Answers, NumbersRead } from './read-numbers.ts'

const choices = {
  order: [
    { key: 'day-first', label: messages.chart.dayFirst },
    { key: 'month-first', label: messages.chart.monthFirst },
  ],
  comma: [
    { key: 'decimal', label: messages.chart.decimal },
    { key: 'thousands', label: messages.chart.thousands },
  ],
} as const

interface QuestionProps {
  read: NumbersRead
  answers: Answers
  answer: (answers: Answers) => void
  /** Whether each column may be a site. */
  sites: boolean
}

interface Props {
  read: NumbersRead
  /** What is recorded now of the chosen site and measure. */
  before: readonly Point[]
  /** The site's name, where there are several. */
  site?: string | undefined
}

/** What can be read in two ways, to be answered; an answer stays to be changed. */
export const Questions = ({ read: { question, columns }, answers, answer, sites }: QuestionProps) => (
  <>
    {columns.length > 0 && (
      <SelectField
        label={messages.chart.valueIs}
        value={answers.column ?? ''}
        choices={sites ? [{ key: eachColumn, label: messages.chart.eachSite }, ...columns] : columns}
        none={messages.form.choose}
        onChange={(column) => answer({ ...answers, column })}
      />
    )}
    {(['order', 'comma'] as const).map(
      (of) =>
        (question?.of === of || answers[of]) && (
          <SelectField
            key={of}
            label={messages.chart[of]}
            value={answers[of] ?? ''}
            choices={choices[of]}
            none={messages.form.choose}
            onChange={(key) => answer({ ...answers, [of]: choices[of].find((one) => one.key === key)?.key })}
          />
        ),
    )}
  </>
)

/** Every day with what will stand there, and what stands there now where that is another number: nothing is kept before it was seen. */
export const NumbersPreview = ({ read, before, site }: Props) => {
  const now = new Map(before)
  const replaced = read.points.filter(([day, value]) => now.has(day) && now.get(day) !== value)
  return (
    <>
      {read.points.length > 0 && (
        <div class="numbers-preview" tabIndex={0} role="group" aria-label={messages.chart.preview}>
          <table class="numbers">
            <caption>{[messages.chart.preview, site].filter(Boolean).join(': ')}</caption>
            <thead>
              <tr>
                <th scope="col">{messages.chart.day}</th>
                <th scope="col">{messages.chart.value}</th>
                {replaced.length > 0 && <th scope="col">{messages.chart.now}</th>}
              </tr>
            </thead>
            <tbody>
              {read.points.map(([day, value]) => (
                <tr key={day}>
                  <th scope="row">{sayDay(day)}</th>
                  <td>{sayNumber(value)}</td>
                  {replaced.length > 0 && <td>{now.has(day) && now.get(day) !== value ? sayNumber(now.get(day) ?? 0) : ''}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {replaced.length > 0 && <p class="notice">{messages.chart.replaced({ count: replaced.length })}</p>}
      {read.points.length > 0 && read.empty.length > 0 && (
        <p class="soft small">{messages.chart.emptyLines({ count: read.empty.length })}</p>
      )}
    </>
  )
}
