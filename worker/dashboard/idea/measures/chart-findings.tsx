import type { ChartSetting } from '../../../../shared/domain/chart-setting.ts'
import type { Idea, Series } from '../../../../shared/domain/entities.ts'
import type { RunChart, Shift, Trend } from '../../../../shared/rules/run-chart.ts'
import { siteLabel } from '../../data/framework.ts'
import { messages } from '../../i18n/bank.ts'
import { sayDay } from '../../ui/dates.ts'
import type { ChartRead } from './read-chart.ts'
import { sayNumber } from './say-number.ts'

/** A value with its unit, where one is said. */
export const sayValue = (value: number, { unit = '' }: ChartSetting): string => [sayNumber(value), unit].filter(Boolean).join(' ')

/** What a chart is of: its measure, in the idea's words, and the site. */
export const chartName = (idea: Idea, { measure, site }: Series): string =>
  `${messages.chart.measures[measure]}: ${idea.measures[measure] || messages.chart.unnamed} · ${siteLabel(site)}`

/** A sentence on the chart; one that stands out tells of more than chance. */
interface Finding {
  text: string
  stands: boolean
}
const plain = (text: string): Finding => ({ text, stands: false })
const standing = (text: string): Finding => ({ text, stands: true })

/** Said only where the runs are no chance. */
const ofRuns = (runs: RunChart['runs']): Finding[] =>
  !runs || (runs.count >= runs.fewest && runs.count <= runs.most)
    ? []
    : [standing((runs.count < runs.fewest ? messages.chart.fewRuns : messages.chart.manyRuns)({ ...runs }))]

/** Whether it goes where the measure should go; empty where nobody said which way is good. */
const judged = (isUp: boolean, { better }: ChartSetting): string =>
  better ? ` ${(better === 'more') === isUp ? messages.chart.isBetter : messages.chart.isWorse}` : ''

const ofMedian = ({ setting, baseline }: ChartRead, median: string): string => {
  if (setting.until === undefined) return messages.chart.median({ median })
  const day = sayDay(setting.until)
  return baseline === 0 ? messages.chart.medianOfNone({ median, day }) : messages.chart.medianUntil({ median, count: baseline, day })
}

const ofLimits = ({ setting, limits, series }: ChartRead): Finding[] => {
  if (!setting.limits) return []
  if (!limits) return [plain(messages.chart.noLimits)]
  const count = limits.limits.filter((limit, at) => {
    const value = series.points[at]?.[1] ?? 0
    return limit && (value < limit.lower || value > limit.upper)
  }).length
  const text = messages.chart.outside({ mean: sayValue(limits.centre, setting), count })
  return [count > 0 ? standing(text) : plain(text)]
}

/** What the chart says in words, a sentence each. */
export const findingsOf = (read: ChartRead): Finding[] => {
  const { series, reading, setting } = read
  if (!reading) return []
  const between = ({ from, to, points }: Shift | Trend) => ({
    count: points,
    from: sayDay(series.points[from]?.[0] ?? 0),
    to: sayDay(series.points[to]?.[0] ?? 0),
  })
  const far = reading.astronomical === undefined ? undefined : series.points[reading.astronomical]
  return [
    plain(ofMedian(read, sayValue(reading.median, setting))),
    ...(setting.goal === undefined ? [] : [plain(messages.chart.goalIs({ goal: sayValue(setting.goal, setting) }))]),
    ...ofLimits(read),
    ...(reading.tooFew ? [plain(messages.chart.tooFew({ useful: reading.useful, count: series.points.length }))] : []),
    ...(!reading.tooFew && reading.shifts.length === 0 ? [plain(messages.chart.noShift)] : []),
    ...reading.shifts.map((shift) => {
      const isUp = shift.side === 'above'
      return standing((isUp ? messages.chart.shiftAbove : messages.chart.shiftBelow)(between(shift)) + judged(isUp, setting))
    }),
    ...reading.trends.map((trend) => {
      const isUp = trend.direction === 'up'
      return standing((isUp ? messages.chart.trendUp : messages.chart.trendDown)(between(trend)) + judged(isUp, setting))
    }),
    ...ofRuns(reading.runs),
    ...(far ? [plain(messages.chart.astronomical({ value: sayValue(far[1], setting), day: sayDay(far[0]) }))] : []),
    ...(setting.marks ?? []).map((mark, at) =>
      plain((mark.phase ? messages.chart.markPhase : messages.chart.markDone)({ number: at + 1, day: sayDay(mark.day), text: mark.text })),
    ),
  ]
}

/** The same as a list beside the chart. */
export const Findings = ({ read }: { read: ChartRead }) => (
  <ul class="chart-says">
    {findingsOf(read).map(({ text, stands }, at) => (
      <li key={at} class={stands ? 'shift' : ''}>
        {text}
      </li>
    ))}
  </ul>
)
