import type { IdeaPage } from '../../../shared/api/bank.ts'
import type { BriefLine } from '../../../shared/exports/brief.ts'
import { type Idea, measureKinds, type Series } from '../../../shared/domain/entities.ts'
import { chartName, findingsOf, sayValue } from '../idea/measures/chart-findings.tsx'
import { drawDiagram } from '../idea/measures/driver-diagram.tsx'
import { readChart } from '../idea/measures/read-chart.ts'
import { drawRunChart } from '../idea/measures/run-chart.tsx'
import { sayDay } from '../ui/dates.ts'
import { reportMessages } from '../i18n/reports.ts'

const { brief: messages } = reportMessages

/** Values that a line names one by one; of more it names the last. */
const mostValues = 24

/** A run chart with what it says and its values, so that the line alone tells what the picture shows. */
const ofSeries = (idea: Idea, series: Series): BriefLine => {
  const read = readChart(idea, series)
  const name = chartName(idea, series)
  const shown = series.points.slice(-mostValues)
  const values = shown.map(([day, value]) => `${sayDay(day)}: ${sayValue(value, read.setting)}`).join('; ')
  return {
    text: name,
    link: '',
    note: findingsOf(read)
      .map(({ text }) => (/[.!?]$/.test(text) ? text : `${text}.`))
      .join(' '),
    said: messages.values({ shown: shown.length, all: series.points.length, values }),
    ...(read.reading ? { drawing: (width: number) => drawRunChart({ content: read.content, reading: read.reading, name }, width) } : {}),
  }
}

/** The run charts of an idea, measure by measure. */
export const chartLines = ({ idea, series }: Pick<IdeaPage, 'idea' | 'series'>): BriefLine[] =>
  series
    .filter(({ points }) => points.length > 0)
    .toSorted((one, other) => measureKinds.indexOf(one.measure) - measureKinds.indexOf(other.measure))
    .map((one) => ofSeries(idea, one))

/** The idea's driver diagram, if one is drawn, with its drivers and what acts on each in words. */
export const diagramLines = (idea: Idea): BriefLine[] => {
  const { drivers = [] } = idea
  if (drivers.length === 0) return []
  const said = drivers.map(({ name, interventions }) => [name, interventions.join('; ')].filter(Boolean).join(': ')).join('. ')
  return [{ text: messages.diagram, link: '', note: idea.aim, said, drawing: () => drawDiagram(idea) }]
}
