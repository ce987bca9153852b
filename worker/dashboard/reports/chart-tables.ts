import { type ReportsReply, standsLong } from '../../../shared/api/reports.ts'
import { amber, greens, grey } from '../../../shared/exports/chart-frame.ts'
import type { ChartTable } from '../../../shared/exports/chart-table.ts'
import { areaChart } from '../../../shared/exports/area-chart.ts'
import { barChart } from '../../../shared/exports/bar-chart.ts'
import { columnChart } from '../../../shared/exports/column-chart.ts'
import type { Drawing } from '../../../shared/exports/drawing.ts'
import { heatChart } from '../../../shared/exports/heat-chart.ts'
import { ended, inTriage } from '../../../shared/rules/idea-story.ts'
import { dayLength } from '../../../shared/values/calendar-day.ts'
import { monthOf } from '../../../shared/values/months.ts'
import type { PeriodUnit } from '../../../shared/values/periods.ts'
import { personName, phaseLabel, siteLabel } from '../data/framework.ts'
import { locale } from '../i18n/locale.ts'
import { reportMessages } from '../i18n/reports.ts'

const { charts: messages } = reportMessages.reports

/** A chart of the reports: its numbers, and how it is drawn as wide as there is room. */
export interface ReportChart {
  key: 'flow' | 'standing' | 'ages' | 'cohorts' | 'activity' | 'load'
  hint: string
  table: ChartTable
  draw: (width: number) => Drawing
}

const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
const [dayOfMonth, month] = [format({ day: 'numeric', month: 'short' }), format({ month: 'short', year: '2-digit' })]

/** What a part of the period is called: "7 Sep", "Sep 26", "Q3 2026", "2026". */
const partLabel = ({ from }: { from: number }, unit: PeriodUnit): string => {
  if (unit === 'week') return dayOfMonth.format(from * dayLength)
  if (unit === 'month') return month.format(from * dayLength)
  const [year, quarter] = [String(Math.floor(monthOf(from) / 12)), Math.floor((monthOf(from) % 12) / 3) + 1]
  return unit === 'year' ? year : messages.quarter({ quarter, year })
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
const stateLabel = (state: string): string => (state === inTriage ? messages.triage : state === ended ? messages.ended : phaseLabel(state))
/** So many colours from light to dark. */
const ramp = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => greens[count < 2 ? 4 : Math.round((at * (greens.length - 1)) / (count - 1))] ?? grey)

const flow = ({ flow: parts, unit }: ReportsReply['series']): ReportChart => {
  const names = ['arrived', 'onTime', 'late'] as const
  const total = (name: (typeof names)[number]): number => sum(parts.map((part) => part[name]))
  const table = {
    title: messages.flow.title,
    says: messages.flow.says({ arrived: total('arrived'), onTime: total('onTime'), late: total('late') }),
    head: messages.unitHead[unit],
    series: names.map((name) => messages.flow.series[name]),
    rows: parts.map((part) => ({ label: partLabel(part, unit), values: names.map((name) => part[name]) })),
  }
  const colours = [greens[1] ?? '', greens[5] ?? '', amber]
  return {
    key: 'flow',
    hint: `${messages.flow.hint} ${messages.parts}`,
    table,
    draw: (width) => columnChart(table, [[0], [1, 2]], colours, width),
  }
}

const standing = ({ standing: states, flow: parts, unit }: ReportsReply['series']): ReportChart => {
  const at = (place: number): number => sum(states.map(({ counts }) => counts.at(place) ?? 0))
  const table = {
    title: messages.standing.title,
    says: messages.standing.says({ total: at(-1), before: at(0), ended: states.at(-1)?.counts.at(-1) ?? 0 }),
    head: messages.unitHead[unit],
    series: states.map(({ state }) => stateLabel(state)),
    rows: parts.map((part, index) => ({ label: partLabel(part, unit), values: states.map(({ counts }) => counts[index] ?? 0) })),
  }
  const colours = [...ramp(states.length - 1), grey]
  return { key: 'standing', hint: messages.standing.hint, table, draw: (width) => areaChart(table, colours, width) }
}

const ages = ({ ages: states }: ReportsReply['series']): ReportChart => {
  const { first, second, third, last } = messages.ages.series
  const table = {
    title: messages.ages.title,
    says: messages.ages.says({
      total: sum(states.flatMap(({ counts }) => counts)),
      old: sum(states.map(({ counts }) => counts.at(-1) ?? 0)),
    }),
    head: messages.ages.head,
    series: [first, second, third, last],
    rows: states.map(({ state, counts }) => ({ label: stateLabel(state), values: counts })),
  }
  const colours = [greens[0] ?? '', greens[2] ?? '', greens[5] ?? '', amber]
  return { key: 'ages', hint: messages.ages.hint, table, draw: (width) => barChart(table, colours, width) }
}

const cohorts = ({ cohorts: parts, cohortUnit }: ReportsReply['series']): ReportChart => {
  const names = ['arrived', 'triaged', 'tested', 'adopted', 'ended'] as const
  const total = (name: (typeof names)[number]): number => sum(parts.map((part) => part[name]))
  const { title, hint, says, series } = messages.cohorts
  const table = {
    title,
    says: says({
      arrived: total('arrived'),
      triaged: total('triaged'),
      tested: total('tested'),
      adopted: total('adopted'),
      ended: total('ended'),
    }),
    head: messages.unitHead[cohortUnit],
    series: names.map((name) => series[name]),
    rows: parts.map((part) => ({ label: partLabel(part, cohortUnit), values: names.map((name) => part[name]) })),
  }
  const colours = [...[1, 3, 5, 7].map((at) => greens[at] ?? ''), grey]
  return {
    key: 'cohorts',
    hint: `${hint} ${messages.parts}`,
    table,
    draw: (width) => columnChart(table, [[0], [1], [2], [3], [4]], colours, width),
  }
}

const activity = ({ activity: sites, flow: parts, unit }: ReportsReply['series']): ReportChart => {
  const active = sites.filter(({ counts }) => sum(counts) > 0).length
  const table = {
    title: messages.activity.title,
    says: messages.activity.says({ sites: sites.length, active, silent: sites.length - active }),
    head: messages.activity.head,
    series: parts.map((part) => partLabel(part, unit)),
    rows: sites
      .map(({ site, counts }) => ({ label: siteLabel(site), values: counts }))
      .toSorted((one, other) => sum(other.values) - sum(one.values) || one.label.localeCompare(other.label, locale)),
  }
  return { key: 'activity', hint: `${messages.activity.hint} ${messages.parts}`, table, draw: (width) => heatChart(table, width) }
}

/** More bars than this nobody compares; the table has everybody. */
const mostDrawn = 20

const load = ({ leads, at }: Pick<ReportsReply, 'leads' | 'at'>): ReportChart => {
  const { title, hint, says, more, series, head } = messages.load
  const rows = leads.map(({ person, ideas }) => {
    const old = ideas.filter((idea) => standsLong(idea, at)).length
    return { label: personName(person), values: [ideas.length - old, old] }
  })
  const table = {
    title,
    says: says({ people: rows.length, most: Math.max(0, ...rows.map(({ values }) => sum(values))) }),
    head,
    series: [series.fresh, series.old],
    rows,
  }
  const drawn = { ...table, rows: rows.slice(0, mostDrawn) }
  return {
    key: 'load',
    hint: rows.length > mostDrawn ? `${hint} ${more({ shown: mostDrawn, all: rows.length })}` : hint,
    table,
    draw: (width) => barChart(drawn, [greens[3] ?? '', amber], width),
  }
}

/** The charts of the reports, in the order of an idea's way. */
export const reportCharts = (reply: ReportsReply): ReportChart[] => [
  flow(reply.series),
  standing(reply.series),
  ages(reply.series),
  cohorts(reply.series),
  activity(reply.series),
  load(reply),
]
