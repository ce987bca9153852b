import { type ChartContent, type RunChartPicture, runChartPicture } from '../../../../shared/exports/run-chart-picture.ts'
import type { RunChart as Reading } from '../../../../shared/rules/run-chart.ts'
import { dayLength } from '../../../../shared/values/calendar-day.ts'
import { locale } from '../../i18n/locale.ts'
import { WideAsRoom } from '../../drawing/wide-as-room.tsx'
import { sayNumber } from './say-number.ts'

/** The colours of paper, in the picture itself: a saved one knows no style sheet. On the screen the style sheet goes before. */
const paper = { ink: '#1e2320', soft: '#5b625d', line: '#d8d4c9', accent: '#1c6350', warn: '#8a4b00' }
const month = new Intl.DateTimeFormat(locale, { month: 'short', year: '2-digit', timeZone: 'UTC' })

const Grid = ({ picture: { left, right, bottom, values, days } }: { picture: RunChartPicture }) => (
  <g class="run-grid">
    {values.map(({ at, value }) => (
      <g key={value}>
        <line x1={left} x2={right} y1={at} y2={at} stroke={paper.line} />
        <text x={left - 8} y={at + 4} text-anchor="end" fill={paper.soft}>
          {sayNumber(value)}
        </text>
      </g>
    ))}
    {days.map(({ at, value }) => (
      <g key={value}>
        <line x1={at} x2={at} y1={bottom} y2={bottom + 5} stroke={paper.soft} />
        <text x={at} y={bottom + 19} text-anchor="middle" fill={paper.soft}>
          {month.format(value * dayLength)}
        </text>
      </g>
    ))}
  </g>
)

/** Things that were done stand as numbers above the chart, phases as a line through it; both are told in words below. */
const Marks = ({ picture: { marks, top, bottom } }: { picture: RunChartPicture }) => (
  <g class="run-marks">
    {marks.map(({ x, number, mark }) => (
      <g key={number}>
        <line
          x1={x}
          x2={x}
          y1={top - 4}
          y2={mark.phase ? bottom : top + 6}
          stroke={paper.soft}
          stroke-dasharray={mark.phase ? '2 3' : undefined}
        />
        <text x={x} y={top - 8} text-anchor="middle" fill={paper.ink} font-weight="600">
          {number}
        </text>
      </g>
    ))}
  </g>
)

const Lines = ({ picture: { left, right, median, goal, limits } }: { picture: RunChartPicture }) => (
  <>
    {limits.map((path) => (
      <path key={path} class="run-limit" d={path} fill="none" stroke={paper.soft} stroke-width="1" stroke-dasharray="1 3" />
    ))}
    {goal !== undefined && (
      <line class="run-goal" x1={left} x2={right} y1={goal} y2={goal} stroke={paper.accent} stroke-width="1.5" stroke-dasharray="10 4" />
    )}
    {median !== undefined && (
      <line class="run-median" x1={left} x2={right} y1={median} y2={median} stroke={paper.ink} stroke-width="1.5" stroke-dasharray="5 4" />
    )}
  </>
)

/** Values in order of time with their median, goal, limits and marks; those of a shift are ringed. What they say stands beside it in words. */
export const RunChartDrawing = ({ picture, reading, name }: { picture: RunChartPicture; reading: Reading | undefined; name: string }) => {
  const { width, height, points } = picture
  const isShift = (at: number): boolean => reading?.shifts.some(({ from, to }) => at >= from && at <= to) ?? false
  return (
    <svg
      class="run"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={name}
      font-family="system-ui, sans-serif"
      font-size="12"
    >
      <Grid picture={picture} />
      <Lines picture={picture} />
      <Marks picture={picture} />
      <polyline
        class="run-line"
        points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
        fill="none"
        stroke={paper.accent}
        stroke-width="2"
      />
      {points.map(({ x, y }, at) => (
        <circle
          key={at}
          class={isShift(at) ? 'run-point shift' : 'run-point'}
          cx={x}
          cy={y}
          r={isShift(at) ? 5 : 3}
          fill={isShift(at) ? '#ffffff' : paper.accent}
          stroke={isShift(at) ? paper.warn : paper.accent}
          stroke-width={isShift(at) ? 2 : 1}
        />
      ))}
    </svg>
  )
}

interface Props {
  content: ChartContent
  reading: Reading | undefined
  name: string
  height?: number
}

/** A chart as wide as there is room. */
export const RunChart = ({ content, reading, name, height = 260 }: Props) => (
  <WideAsRoom least={220} height={height}>
    {(width) => <RunChartDrawing picture={runChartPicture(content, width, height)} reading={reading} name={name} />}
  </WideAsRoom>
)
