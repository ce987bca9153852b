import type { ChartMark, ChartSetting } from '../../../../shared/domain/chart-setting.ts'
import type { Idea, MeasureKind } from '../../../../shared/domain/entities.ts'
import { dayInField, isoDay } from '../../../../shared/values/calendar-day.ts'
import { messages } from '../../i18n/bank.ts'
import { draft } from '../../data/drafts.ts'
import { DateField, LineField, SelectField, TextField } from '../../ui/fields.tsx'
import { MutationForm } from '../../ui/mutation-form.tsx'
import { useState } from 'preact/hooks'
import { readDay } from './read-days.ts'
import { numberOf, commaOf } from './read-values.ts'

const lineOf = ({ day, text, phase }: ChartMark): string => `${isoDay(day)} ${phase ? '| ' : ''}${text}`

/** A line each: a day, "|" where a phase begins, and what it is; or the line that is none. */
const marksIn = (text: string): ChartMark[] | { wrong: number } => {
  const marks: ChartMark[] = []
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const read = readDay(line.trim())
    const said = (read?.rest ?? '').replace(/^[\s,;:]+/, '')
    const words = said.replace(/^\|\s*/, '').trim()
    if (!read || !('day' in read.said) || !words) return { wrong: at + 1 }
    marks.push({ day: read.said.day, text: words, ...(said.startsWith('|') ? { phase: true } : {}) })
  }
  return marks.toSorted((one, other) => one.day - other.day)
}

const goalIn = (text: string): number | undefined => {
  const plain = text.trim().replace(/\s*%$/, '')
  const comma = commaOf([plain])
  return numberOf(plain, comma === 'unclear' ? 'decimal' : comma)
}

/** How the charts of one measure are drawn, for everybody. */
export const ChartForm = ({ idea, measure, close }: { idea: Idea; measure: MeasureKind; close: () => void }) => {
  const before: ChartSetting = idea.charts?.[measure] ?? {}
  const form = `${idea.id}/chart/${measure}/`
  const until = draft(`${form}until`, before.until === undefined ? '' : isoDay(before.until))
  const goal = draft(`${form}goal`, before.goal === undefined ? '' : String(before.goal))
  const unit = draft(`${form}unit`, before.unit ?? '')
  const marks = draft(`${form}marks`, (before.marks ?? []).map(lineOf).join('\n'))
  const [better, setBetter] = useState<string>(before.better ?? '')
  const [limits, setLimits] = useState<string>(before.limits ?? '')
  const setting = (): ChartSetting | string => {
    const [aim, read] = [goalIn(goal.text.value), marksIn(marks.text.value)]
    if (goal.text.value.trim() !== '' && aim === undefined) return messages.chart.goalNoNumber
    if ('wrong' in read) return messages.chart.markWrong({ line: read.wrong })
    const day = dayInField(until.text.value)
    return {
      ...(day === undefined ? {} : { until: day }),
      ...(aim === undefined ? {} : { goal: aim }),
      ...(unit.text.value.trim() === '' ? {} : { unit: unit.text.value.trim() }),
      ...(better === 'more' || better === 'less' ? { better } : {}),
      ...(limits === 'p' || limits === 'u' ? { limits } : {}),
      ...(read.length > 0 ? { marks: read } : {}),
    }
  }
  return (
    <MutationForm
      name="editIdea"
      drafts={form}
      submit={messages.chart.setSave}
      done={messages.chart.setSaved}
      onDone={close}
      onCancel={close}
      args={() => {
        const said = setting()
        if (typeof said === 'string') return said
        return { idea: idea.id, set: { charts: { ...idea.charts, [measure]: said } }, base: { charts: idea.charts ?? {} } }
      }}
    >
      <DateField label={messages.chart.until} hint={messages.chart.untilHint} draft={until} least="1990-01-01" />
      <LineField label={messages.chart.goal} draft={goal} keyboard="numeric" />
      <LineField label={messages.chart.unit} hint={messages.chart.unitHint} draft={unit} />
      <SelectField
        label={messages.chart.better}
        value={better}
        choices={[
          { key: 'more', label: messages.chart.betterMore },
          { key: 'less', label: messages.chart.betterLess },
        ]}
        none={messages.chart.betterUnsaid}
        onChange={setBetter}
      />
      <SelectField
        label={messages.chart.limits}
        hint={messages.chart.limitsHint}
        value={limits}
        choices={[
          { key: 'p', label: messages.chart.limitsP },
          { key: 'u', label: messages.chart.limitsU },
        ]}
        none={messages.chart.limitsNone}
        onChange={setLimits}
      />
      <TextField label={messages.chart.marks} hint={messages.chart.marksHint} draft={marks} long />
    </MutationForm>
  )
}
