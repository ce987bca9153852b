import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Area, areas } from './floors.ts'

/** `npm run picture`: draws docs/images/architecture.svg from the table of floors, with the path of a clip as docs/architecture.md tells it. */

const pathTo = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))
export const picture = 'docs/images/architecture.svg'

/** Pixels. A letter is about as wide as seven of them. */
const [letter, boxHeight, gap, padding, title] = [7, 22, 6, 10, 22]

interface Box {
  room: string
  label: string
  x: number
  y: number
  width: number
}
interface House {
  area: Area
  boxes: Box[]
  /** Where a floor ends. */
  lines: number[]
  width: number
  height: number
}

const roomOf = ({ folder }: Area, room: string): string => (room === '.' ? folder : `${folder}/${room}`)
const steps = (): Map<string, number[]> => {
  const numbered = [...readFileSync(pathTo('docs/architecture.md'), 'utf8').matchAll(/^(\d+)\. `([^`]+)\/[^/`]+`/gm)]
  const rooms = new Map<string, number[]>()
  for (const [, number, room = ''] of numbered) rooms.set(room, [...(rooms.get(room) ?? []), Number(number)])
  return rooms
}
const badge = 22
const widthOf = (label: string, numbers: number): number => label.length * letter + 16 + numbers * badge

/** The rooms of an area, floor by floor, as many beside each other as fit. */
const built = (area: Area, width: number, path: ReadonlyMap<string, number[]>): House => {
  const boxes: Box[] = []
  const lines: number[] = []
  let y = title + padding
  for (const floor of area.floors) {
    let x = padding
    for (const name of floor) {
      const [room, label] = [roomOf(area, name), name === '.' ? '(its own files)' : name]
      const wide = widthOf(label, path.get(room)?.length ?? 0)
      if (x > padding && x + wide > width - padding) [x, y] = [padding, y + boxHeight + gap]
      boxes.push({ room, label, x, y, width: wide })
      x += wide + gap
    }
    y += boxHeight + gap
    lines.push(y - gap / 2)
  }
  return { area, boxes, lines: lines.slice(0, -1), width, height: y + padding - gap }
}

const style = `
  text { font: 12px ui-monospace, Menlo, Consolas, monospace; fill: #1d2b2a }
  .area { font: 600 14px system-ui, sans-serif } .note { font: 12px system-ui, sans-serif; fill: #51615f }
  .paper { fill: #fff } .house { fill: #f4f7f6; stroke: #9fb3b0 } .room { fill: #fff; stroke: #b9c8c5 } .floor { stroke: #d5dfdd }
  .on-path { stroke: #0b6b5f; stroke-width: 2 } .step { fill: #0b6b5f } .number { fill: #fff; font-weight: 700; text-anchor: middle }
  .arrow { stroke: #51615f; fill: none; marker-end: url(#head) } .head { fill: #51615f }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #0d1413 } text { fill: #e6efed } .note { fill: #a9bab7 } .house { fill: #17211f; stroke: #4d605d } .room { fill: #202d2a; stroke: #3f514e }
    .floor { stroke: #2b3a37 } .on-path { stroke: #5fcfbe } .step { fill: #5fcfbe } .number { fill: #10201d }
    .arrow { stroke: #a9bab7 } .head { fill: #a9bab7 }
  }`

const drawnBox = ({ room, label, x, y, width }: Box, path: ReadonlyMap<string, number[]>): string => {
  const numbers = path.get(room) ?? []
  const badges = numbers.map((number, index) => {
    const at = x + width - badge / 2 - 2 - (numbers.length - 1 - index) * badge
    return `<circle class="step" cx="${at}" cy="${y + 11}" r="9"/><text class="number" x="${at}" y="${y + 15}">${number}</text>`
  })
  const frame = `<rect class="room${numbers.length > 0 ? ' on-path' : ''}" x="${x}" y="${y}" width="${width}" height="${boxHeight}" rx="4"/>`
  return `${frame}<text x="${x + 8}" y="${y + 15}">${label}</text>${badges.join('')}`
}

const drawnHouse = ({ area, boxes, lines, width, height }: House, x: number, y: number, path: ReadonlyMap<string, number[]>): string =>
  [
    `<g transform="translate(${x} ${y})"><rect class="house" width="${width}" height="${height}" rx="8"/>`,
    `<text class="area" x="${padding}" y="20">${area.folder}/</text>`,
    ...lines.map((at) => `<line class="floor" x1="${padding}" x2="${width - padding}" y1="${at}" y2="${at}"/>`),
    ...boxes.map((box) => drawnBox(box, path)),
    '</g>',
  ].join('\n')

/** The picture as SVG, readable on light and on dark paper. */
export const drawHouse = (): string => {
  const path = steps()
  const areaOf = (folder: string): Area => areas.find((area) => area.folder === folder) ?? { folder, reads: [], floors: [] }
  const make = (folder: string, width: number): House => built(areaOf(folder), width, path)
  const [extension, worker, dashboard] = [make('extension', 420), make('worker', 300), make('worker/dashboard', 380)]
  const [web, local, shared] = [make('shared/web', 260), make('worker/local', 260), make('shared', 1160)]
  const upper = Math.max(extension.height, worker.height + local.height + 20, dashboard.height)
  const [webAt, sharedAt] = [44 + upper + 40, 44 + upper + 40 + web.height + 40]
  const arrow = (x: number, from: number, to: number): string => `<path class="arrow" d="M${x} ${from}V${to - 6}"/>`
  const height = sharedAt + shared.height + 16
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 ${height}" role="img" aria-label="Rooms and directions: imports run down, and a clip takes the numbered path">
<style>${style}
</style>
<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path class="head" d="M0 0L8 4L0 8z"/></marker></defs>
<rect class="paper" width="1200" height="${height}"/>
<text class="note" x="20" y="26">Imports run down: a file may import its own room and lower floors; rooms on one floor do not know of each other. Numbers: the path of a clip.</text>
${drawnHouse(extension, 20, 44, path)}
${drawnHouse(worker, 460, 44, path)}
${drawnHouse(local, 480, 44 + worker.height + 20, path)}
${drawnHouse(dashboard, 800, 44, path)}
${drawnHouse(web, 480, webAt, path)}
${drawnHouse(shared, 20, sharedAt, path)}
${arrow(120, 44 + extension.height, sharedAt)}
${arrow(1080, 44 + dashboard.height, sharedAt)}
${arrow(470, 44 + worker.height, sharedAt)}
${arrow(610, webAt + web.height, sharedAt)}
<path class="arrow" d="M420 ${44 + extension.height}V${webAt + 28}H474"/>
<path class="arrow" d="M820 ${44 + dashboard.height}V${webAt + 28}H746"/>
</svg>
`
}

if (import.meta.main) writeFileSync(pathTo(picture), drawHouse())
