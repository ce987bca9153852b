import { type Question, questionId } from '../../../shared/import/tables/questions.ts'
import { stateOf, statesOf } from '../../../shared/import/tables/states.ts'
import { framework } from '../data/framework.ts'
import { importMessages } from '../i18n/imports.ts'
import { messages } from '../i18n/bank.ts'
import type { Choice } from '../ui/fields.tsx'
import { answers } from './import-state.ts'

/** Chosen: nothing. */
export const none = '-'

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

/** What is chosen, typed or ticked for one question. */
export const Control = ({ question, id }: { question: Question; id: string }) => {
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
