import { heat } from './heat.ts'
import { escaped } from '../values/xml-text.ts'

/** A table of counts to be drawn: rows are pathways, columns phases. */
export interface MatrixPicture {
  title: string
  note: string
  columns: string[]
  rows: { label: string; counts: number[] }[]
  total: string
}

/** Sizes are in pixels of the SVG. */
const width = 1280
const [left, top, labels, totals] = [40, 112, 270, 96]
const [rowHeight, gap] = [92, 8]

/** A label that is longer than its room is cut, since SVG does not wrap. */
const short = (text: string, most: number): string => escaped(text.length > most ? `${text.slice(0, most - 1)}…` : text)

const text = (x: number, y: number, size: number, words: string, more = ''): string =>
  `<text x="${x}" y="${y}" font-size="${size}"${more}>${words}</text>`

/** The matrix as an SVG picture for slides: 1280 wide, its own colours and no script or reference to anything outside. */
export const matrixSvg = ({ title, note, columns, rows, total }: MatrixPicture): string => {
  const column = (width - left * 2 - labels - totals) / Math.max(1, columns.length)
  const height = top + 40 + rows.length * (rowHeight + gap) + 48
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts))
  const middle = ' text-anchor="middle"'
  const at = (index: number): number => left + labels + index * column
  const heads = [
    ...columns.map((label, index) =>
      text(at(index) + column / 2, top + 16, 20, short(label, Math.floor(column / 11)), `${middle} fill="#4b514d"`),
    ),
    text(width - left - totals / 2, top + 16, 20, short(total, 9), `${middle} fill="#4b514d"`),
  ]
  const lines = rows.flatMap(({ label, counts }, row) => {
    const y = top + 40 + row * (rowHeight + gap)
    const sum = counts.reduce((all, count) => all + count, 0)
    return [
      text(left, y + rowHeight / 2 + 8, 22, short(label, 20), ' font-weight="600"'),
      ...counts.flatMap((count, index) => [
        `<rect x="${at(index) + gap / 2}" y="${y}" width="${column - gap}" height="${rowHeight}" rx="8" fill="${heat(count, most)}"/>`,
        text(
          at(index) + column / 2,
          y + rowHeight / 2 + 11,
          32,
          count === 0 ? '–' : String(count),
          `${middle}${count === 0 ? ' fill="#5f655f"' : ' font-weight="600"'}`,
        ),
      ]),
      text(width - left - totals / 2, y + rowHeight / 2 + 10, 28, String(sum), middle),
    ]
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif" fill="#1e2320" role="img" aria-label="${escaped(title)}">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    text(left, 52, 32, short(title, 66), ' font-weight="700"'),
    text(left, 84, 18, short(note, 120), ' fill="#4b514d"'),
    ...heads,
    ...lines,
    '</svg>',
  ].join('\n')
}
