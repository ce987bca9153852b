import type { ChartSetting } from '../../../../shared/domain/chart-setting.ts'
import type { RunChart, Shift, Trend } from '../../../../shared/rules/run-chart.ts'
import { messages } from '../../i18n/bank.ts'
import { sayDay } from '../../ui/dates.ts'
import type { ChartRead } from './read-chart.ts'
import { sayNumber } from './say-number.ts'

/** A value with its unit, where one is said. */
export const sayValue = (value: number, { unit = '' }: ChartSetting): string => [sayNumber(value), unit].filter(Boolean).join(' ')

/** Said only where the runs are no chance. */
const RunsCounted = ({ runs }: { runs: RunChart['runs'] }) => {
  if (!runs || (runs.count >= runs.fewest && runs.count <= runs.most)) return null
  return <li class="shift">{(runs.count < runs.fewest ? messages.chart.fewRuns : messages.chart.manyRuns)({ ...runs })}</li>
}

/** Whether it goes where the measure should go; empty where nobody said which way is good. */
const judged = (isUp: boolean, { better }: ChartSetting): string =>
  better ? ` ${(better === 'more') === isUp ? messages.chart.isBetter : messages.chart.isWorse}` : ''

const Center = ({ read: { setting, reading, baseline, series, limits } }: { read: ChartRead }) => {
  if (!reading) return null
  const median = sayValue(reading.median, setting)
  const outside = limits?.limits.filter((limit, at) => {
    const value = series.points[at]?.[1] ?? 0
    return limit && (value < limit.lower || value > limit.upper)
  }).length
  return (
    <>
      <li>
        {setting.until === undefined
          ? messages.chart.median({ median })
          : baseline === 0
            ? messages.chart.medianOfNone({ median, day: sayDay(setting.until) })
            : messages.chart.medianUntil({ median, count: baseline, day: sayDay(setting.until) })}
      </li>
      {setting.goal !== undefined && <li>{messages.chart.goalIs({ goal: sayValue(setting.goal, setting) })}</li>}
      {setting.limits && !limits && <li>{messages.chart.noLimits}</li>}
      {limits && (
        <li class={outside ? 'shift' : ''}>{messages.chart.outside({ mean: sayValue(limits.centre, setting), count: outside ?? 0 })}</li>
      )}
    </>
  )
}

/** What the chart says in words. */
export const Findings = ({ read }: { read: ChartRead }) => {
  const { series, reading, setting } = read
  if (!reading) return null
  const between = ({ from, to, points }: Shift | Trend) => ({
    count: points,
    from: sayDay(series.points[from]?.[0] ?? 0),
    to: sayDay(series.points[to]?.[0] ?? 0),
  })
  const far = reading.astronomical === undefined ? undefined : series.points[reading.astronomical]
  return (
    <ul class="chart-says">
      <Center read={read} />
      {reading.tooFew && <li>{messages.chart.tooFew({ useful: reading.useful, count: series.points.length })}</li>}
      {!reading.tooFew && reading.shifts.length === 0 && <li>{messages.chart.noShift}</li>}
      {reading.shifts.map((shift) => (
        <li key={shift.from} class="shift">
          {(shift.side === 'above' ? messages.chart.shiftAbove : messages.chart.shiftBelow)(between(shift))}
          {judged(shift.side === 'above', setting)}
        </li>
      ))}
      {reading.trends.map((trend) => (
        <li key={trend.from} class="shift">
          {(trend.direction === 'up' ? messages.chart.trendUp : messages.chart.trendDown)(between(trend))}
          {judged(trend.direction === 'up', setting)}
        </li>
      ))}
      <RunsCounted runs={reading.runs} />
      {far && <li>{messages.chart.astronomical({ value: sayValue(far[1], setting), day: sayDay(far[0]) })}</li>}
      {setting.marks?.map((mark, at) => (
        <li key={at}>
          {(mark.phase ? messages.chart.markPhase : messages.chart.markDone)({ number: at + 1, day: sayDay(mark.day), text: mark.text })}
        </li>
      ))}
    </ul>
  )
}
