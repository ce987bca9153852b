import type { Drawing } from '../../../../shared/exports/drawing.ts'
import { runChartDrawing } from '../../../../shared/exports/run-chart-drawing.ts'
import { type ChartContent, runChartPicture } from '../../../../shared/exports/run-chart-picture.ts'
import type { RunChart as Reading } from '../../../../shared/rules/run-chart.ts'
import { dayLength } from '../../../../shared/values/calendar-day.ts'
import { Drawn } from '../../drawing/drawn.tsx'
import { WideAsRoom } from '../../drawing/wide-as-room.tsx'
import { locale } from '../../i18n/locale.ts'
import { sayNumber } from './say-number.ts'

const month = new Intl.DateTimeFormat(locale, { month: 'short', year: '2-digit', timeZone: 'UTC' })
const say = { value: sayNumber, month: (day: number): string => month.format(day * dayLength) }

interface Props {
  content: ChartContent
  reading: Reading | undefined
  name: string
  height?: number
}

/** A run chart of so many pixels, in the reader's language. */
export const drawRunChart = ({ content, reading, name, height = 260 }: Props, width: number): Drawing =>
  runChartDrawing(runChartPicture(content, width, height), reading, name, say)

/** A chart as wide as there is room. */
export const RunChart = (props: Props) => (
  <WideAsRoom least={220} height={props.height ?? 260}>
    {(width) => <Drawn drawing={drawRunChart(props, width)} />}
  </WideAsRoom>
)
