import { type Question, questionId } from '../../../shared/import/tables/questions.ts'
import { stateOf, statesOf } from '../../../shared/import/tables/states.ts'
import { framework } from '../data/framework.ts'
import { importMessages } from '../i18n/imports.ts'
import { messages } from '../i18n/bank.ts'
import type { Choice } from '../ui/fields.tsx'
import { answers, parkedDays, questions, read, reasons, unanswered } from './import-state.ts'

const none = '-'
const dispositions = ['parked', 'declined', 'abandoned'] as const

const stateChoices = (): Choice[] => {
  const phases = framework.value?.phases ?? []
  return statesOf(phases).map((key) => {
    const { disposition } = stateOf(key)
    return {
      key,
      label: disposition === 'active' ? (phases.find((phase) => phase.key === key)?.label ?? key) : messages.dispositions[disposition],
    }
  })
}

const choicesFor = ({ about }: Question): Choice[] => {
  const { sites = [], topics = [], pathways = [] } = framework.value ?? {}
  if (about === 'site') return sites
  if (about === 'topic') return topics
  if (about === 'pathway') return pathways
  if (about === 'state') return stateChoices()
  if (about === 'date-order') return (['day-first', 'month-first'] as const).map((key) => ({ key, label: importMessages.orders[key] }))
  return (['first', 'none'] as const).map((key) => ({ key, label: importMessages.withoutDay[key] }))
}

const answerOf = ({ about, value }: Question): string | undefined =>
  about === 'date-order' ? answers.value.order : answers.value.values[questionId(about, value)]

const answer = (question: Question, given: string): void => {
  const { about, value } = question
  if (about === 'date-order') {
    const { order: _, ...rest } = answers.value
    answers.value = given === 'day-first' || given === 'month-first' ? { ...rest, order: given } : rest
    return
  }
  const { [questionId(about, value)]: _, ...others } = answers.value.values
  answers.value = {
    ...answers.value,
    values: given === '' ? others : { ...others, [questionId(about, value)]: given === none ? '' : given },
  }
}

const shownRows = 6
const rowsOf = (rows: readonly number[]): string =>
  importMessages.rows({ count: rows.length, rows: `${rows.slice(0, shownRows).join(', ')}${rows.length > shownRows ? ' …' : ''}` })

const Control = ({ question, id }: { question: Question; id: string }) => {
  const { about, rows, suggest, optional } = question
  if (about === 'row')
    return (
      <label class="check">
        <input
          id={id}
          type="checkbox"
          checked={rows.every((row) => answers.value.rows.includes(row))}
          onChange={({ currentTarget }) => {
            const others = answers.value.rows.filter((row) => !rows.includes(row))
            answers.value = { ...answers.value, rows: currentTarget.checked ? [...others, ...rows] : others }
          }}
        />{' '}
        {importMessages.takeRow}
      </label>
    )
  if (about === 'date' || about === 'date-in-future')
    return (
      <input id={id} type="date" value={answerOf(question) ?? ''} onInput={({ currentTarget }) => answer(question, currentTarget.value)} />
    )
  const given = answerOf(question)
  return (
    <select
      id={id}
      value={given === '' ? none : (given ?? (optional ? suggest : ''))}
      onChange={({ currentTarget }) => answer(question, currentTarget.value)}
    >
      {!optional && <option value="">{importMessages.choosePlease}</option>}
      {choicesFor(question).map(({ key, label }) => (
        <option key={key} value={key}>
          {key === suggest && about !== 'date-order' ? importMessages.suggested({ label }) : label}
        </option>
      ))}
      {about !== 'date-order' && about !== 'date-without-day' && <option value={none}>{importMessages.leaveEmpty}</option>}
    </select>
  )
}

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
            value={reasons.value[as] ?? ''}
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
