import { csvHead, csvRecord } from './csv.ts'
import { own } from '../values/own.ts'

/** How far the network has come with the ideas that a cell's clips support. */
export type Reached = 'none' | 'tested' | 'improved'

/** The map of evidence to be drawn: rows are topics, columns designs; a cell names both by their place. */
export interface EvidenceMapPicture {
  title: string
  note: string
  columns: readonly string[]
  rows: readonly string[]
  cells: readonly { row: number; column: number; count: number; reached: Reached }[]
  legend: Readonly<Record<Reached, string>>
}

/** Sizes are in pixels of the SVG; `beside` is what the slanting head of the last column needs. */
const [labels, heads, column, row, beside] = [230, 290, 84, 64, 140]
const [least, most] = [10, 29]
const paints: Readonly<Record<Reached, { fill: string; stroke: string; ink: string }>> = {
  none: { fill: '#ffffff', stroke: '#6b716d', ink: '#1e2320' },
  tested: { fill: '#a5cfbc', stroke: '#1f6b50', ink: '#1e2320' },
  improved: { fill: '#1f6b50', stroke: '#1f6b50', ink: '#ffffff' },
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
/** A text that is longer than its room is cut, since SVG does not wrap; what XML cannot hold is left out. */
const short = (text: string, letters: number): string => {
  const seen = Array.from(text.replaceAll(control, ''))
  const kept = seen.length > letters ? `${seen.slice(0, letters - 1).join('')}…` : seen.join('')
  return kept.replaceAll(/[&<>"']/g, (sign) => own(signs, sign) ?? sign)
}
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g // oxlint-disable-line no-control-regex -- they are what is left out

/** The map as an SVG picture for slides: its own colours, its legend, and no script or reference to anything outside. The area of a circle grows with its clips. */
export const evidenceMapSvg = ({ title, note, columns, rows, cells, legend }: EvidenceMapPicture): string => {
  const [width, height] = [Math.max(760, labels + columns.length * column + beside), heads + rows.length * row + 24]
  const largest = Math.max(1, ...cells.map(({ count }) => count))
  const middle = (at: number): number => labels + at * column + column / 2
  const legends = (['none', 'tested', 'improved'] as const).map((key, at) => {
    const { fill, stroke } = paints[key]
    return `<circle cx="${40 + at * 230}" cy="112" r="9" fill="${fill}" stroke="${stroke}" stroke-width="1.5"/><text x="${56 + at * 230}" y="117" font-size="15">${short(legend[key], 26)}</text>`
  })
  const spots = cells.map(({ row: down, column: across, count, reached }) => {
    const { fill, stroke, ink } = paints[reached]
    const [x, y] = [middle(across), heads + down * row + row / 2]
    const radius = (least + (most - least) * Math.sqrt(count / largest)).toFixed(1)
    return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}" stroke="${stroke}" stroke-width="1.5"/><text x="${x}" y="${y + 5}" font-size="15" font-weight="650" text-anchor="middle" fill="${ink}">${count}</text>`
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif" fill="#1e2320" role="img" aria-label="${short(title, 200)}">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="28" y="48" font-size="28" font-weight="700">${short(title, Math.floor((width - 56) / 15))}</text>`,
    `<text x="28" y="78" font-size="16" fill="#4b514d">${short(note, Math.floor((width - 56) / 8))}</text>`,
    ...legends,
    ...columns.map(
      (label, at) => `<text font-size="14" transform="translate(${middle(at) - 4} ${heads - 12}) rotate(-40)">${short(label, 26)}</text>`,
    ),
    ...rows.map(
      (label, at) =>
        `<line x1="28" x2="${labels + columns.length * column}" y1="${heads + at * row}" y2="${heads + at * row}" stroke="#d9d8d0"/><text x="${labels - 12}" y="${heads + at * row + row / 2 + 5}" font-size="15" text-anchor="end">${short(label, 26)}</text>`,
    ),
    ...spots,
    '</svg>',
  ].join('\n')
}

/** The same as CSV: a record for each cell that is not empty. */
export const evidenceMapCsv = (
  head: readonly string[],
  cells: readonly { topic: string; kind: string; count: number; tested: number; improved: number }[],
): string =>
  csvHead(head) + cells.map(({ topic, kind, count, tested, improved }) => csvRecord([topic, kind, count, tested, improved])).join('')
