import { type Question, questionId } from '../../../shared/import/tables/questions.ts'
import { framework } from '../data/framework.ts'
import { importMessages } from '../i18n/imports.ts'
import { messages } from '../i18n/bank.ts'
import { answers, parkedDays, questions, read, reasons, unanswered } from './import-state.ts'
import { Control, none } from './question-control.tsx'

const dispositions = ['parked', 'declined', 'abandoned'] as const
const shownRows = 6
const rowsOf = (rows: readonly number[]): string =>
  importMessages.rows({ count: rows.length, rows: `${rows.slice(0, shownRows).join(', ')}${rows.length > shownRows ? ' …' : ''}` })

const questionText = ({ about, value }: Question): string => {
  const said = importMessages.questions[about]
  return typeof said === 'string' ? said : said({ value })
}

const One = ({ question, at }: { question: Question; at: number }) => (
  <li class="import-question">
    <label for={`question-${at}`}>
      {questionText(question)} <span class="soft small">{rowsOf(question.rows)}</span>
    </label>
    <Control question={question} id={`question-${at}`} />
  </li>
)

/** Answers all that is left: with what is suggested, or with nothing. */
const Rest = () => {
  const left = unanswered.value.filter(({ about }) => about !== 'date-order')
  const takeAll = (of: (question: Question) => string): void => {
    const given = left.flatMap((question) =>
      of(question) === '' ? [] : [[questionId(question.about, question.value), of(question)] as const],
    )
    answers.value = {
      ...answers.value,
      values: { ...answers.value.values, ...Object.fromEntries(given.map(([id, key]) => [id, key === none ? '' : key])) },
    }
  }
  if (left.length === 0) return null
  return (
    <p class="import-rest">
      {left.some(({ suggest }) => suggest) && (
        <button type="button" class="button small" onClick={() => takeAll(({ suggest }) => suggest)}>
          {importMessages.takeSuggestions}
        </button>
      )}
      <button type="button" class="button quiet small" onClick={() => takeAll(() => none)}>
        {importMessages.leaveRest}
      </button>
    </p>
  )
}

/** Why ended ideas ended: one reason for all that ended alike. */
const Reasons = () => {
  const found = dispositions.filter((as) => read.value.rows.some(({ idea }) => idea?.state?.disposition === as))
  return (
    <>
      {found.map((as) => (
        <li key={as} class="import-question">
          <label for={`reason-${as}`}>
            {importMessages.reason({ how: messages.dispositions[as] })}{' '}
            {as === 'parked' && <span class="soft small">{importMessages.again({ days: parkedDays })}</span>}
          </label>
          <select
            id={`reason-${as}`}
            value={reasons.value[as] ?? framework.value?.endings.find(({ of }) => of === as)?.key ?? ''}
            onChange={({ currentTarget }) => (reasons.value = { ...reasons.value, [as]: currentTarget.value })}
          >
            {(framework.value?.endings ?? [])
              .filter(({ of }) => of === as)
              .map(({ key, label }) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
          </select>
        </li>
      ))}
    </>
  )
}

/** What cannot be decided without the person: once for each differing value. */
export const QuestionsForm = () => (
  <section aria-labelledby="import-questions">
    <h2 id="import-questions">{importMessages.questionsTitle}</h2>
    <p role="status">
      {unanswered.value.length > 0 ? importMessages.open({ count: unanswered.value.length }) : importMessages.allAnswered}
    </p>
    <Rest />
    <ul class="import-questions">
      {questions.value.map((question, at) => (
        <One key={questionId(question.about, question.value)} question={question} at={at} />
      ))}
      <Reasons />
    </ul>
  </section>
)
