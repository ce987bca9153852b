import type { ChartSetting } from '../../../../shared/domain/chart-setting.ts'
import type { Idea, Series } from '../../../../shared/domain/entities.ts'
import type { ChartContent } from '../../../../shared/exports/run-chart-picture.ts'
import { type ControlLimits, controlLimits } from '../../../../shared/rules/control-limits.ts'
import { type RunChart, runChart } from '../../../../shared/rules/run-chart.ts'

/** One site's numbers of a measure with how the measure's charts are set, and what they say. */
export interface ChartRead {
  series: Series
  setting: ChartSetting
  reading: RunChart | undefined
  /** How many values make the median; 0 where the chosen days have none, and all do. */
  baseline: number
  limits: ControlLimits | undefined
  content: ChartContent
}

export const readChart = (idea: Idea, series: Series): ChartRead => {
  const setting = idea.charts?.[series.measure] ?? {}
  const { until, goal, marks } = setting
  const values = series.points.map(([, value]) => value)
  const baseline = until === undefined ? values.length : series.points.filter(([day]) => day <= until).length
  const reading = runChart(values, baseline || values.length)
  const of = new Map(series.of)
  const sizes = series.points.map(([day]) => of.get(day))
  const limits = setting.limits && controlLimits(setting.limits, values, sizes, baseline || values.length)
  return {
    series,
    setting,
    reading,
    baseline,
    limits,
    content: { points: series.points, median: reading?.median, goal, marks, limits: limits?.limits },
  }
}
