import type { MapCell } from '../../../shared/api/evidence.ts'
import { navigate } from '../data/router.ts'
import { numbers } from '../i18n/locale.ts'
import { clipMessages } from '../i18n/clips.ts'
import { type Axis, cellAddress, cellText, reached } from './map-cells.ts'

/** Lengths are in pixels of the picture. */
const [labels, heads, column, row] = [190, 150, 74, 62]
/** What the slanting head of the last column needs beside it. */
const beside = 110
const [least, most] = [9, 28]

const short = (text: string, letters: number): string => (text.length > letters ? `${text.slice(0, letters - 1)}…` : text)

const Spot = ({ cell, x, y, largest, says }: { cell: MapCell; x: number; y: number; largest: number; says: string }) => (
  <g class={`spot ${reached(cell)}`} onClick={() => navigate(cellAddress(cell))}>
    <title>{says}</title>
    <circle cx={x} cy={y} r={least + (most - least) * Math.sqrt(cell.count / largest)} />
    <text x={x} y={y + 4}>
      {numbers.format(cell.count)}
    </text>
  </g>
)

interface Props {
  cells: readonly MapCell[]
  topics: readonly Axis<string>[]
  kinds: readonly Axis<MapCell['kind']>[]
}

/** Topics down, designs across; the area of a circle grows with its clips. The table below it says the same, and has the links for the keyboard. */
export const MapPicture = ({ cells, topics, kinds }: Props) => {
  const largest = Math.max(1, ...cells.map(({ count }) => count))
  const [width, height] = [labels + kinds.length * column + beside, heads + topics.length * row]
  const middle = (at: number): number => labels + at * column + column / 2
  return (
    <svg
      class="evidence-map"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={clipMessages.map.picture}
    >
      {kinds.map(({ label }, at) => (
        <text key={label} class="head" transform={`translate(${middle(at) - 4} ${heads - 12}) rotate(-40)`}>
          {short(label, 24)}
        </text>
      ))}
      {topics.map(({ label }, at) => (
        <g key={label}>
          <line x1="0" x2={width - beside} y1={heads + at * row} y2={heads + at * row} />
          <text class="side" x={labels - 12} y={heads + at * row + row / 2 + 4}>
            {short(label, 26)}
          </text>
        </g>
      ))}
      {cells.map((cell) => {
        const [across, down] = [kinds.findIndex(({ key }) => key === cell.kind), topics.findIndex(({ key }) => key === cell.topic)]
        if (across < 0 || down < 0) return null
        const says = cellText(cell, topics[down]?.label ?? '', kinds[across]?.label ?? '')
        return (
          <Spot
            key={`${cell.topic} ${cell.kind}`}
            cell={cell}
            x={middle(across)}
            y={heads + down * row + row / 2}
            largest={largest}
            says={says}
          />
        )
      })}
    </svg>
  )
}
