import type { Driver } from '../domain/entities.ts'

/** One box of the diagram with its text in lines; lengths are in pixels of the drawing. */
export interface Box {
  kind: 'aim' | 'driver' | 'intervention'
  x: number
  y: number
  width: number
  height: number
  lines: string[]
}

export interface Line {
  from: { x: number; y: number }
  to: { x: number; y: number }
}

export interface Diagram {
  width: number
  height: number
  boxes: Box[]
  lines: Line[]
}

/** Sizes are in pixels of the SVG. */
export const lineHeight = 17
export const padding = 10
const [gapX, gapY, groupGap] = [44, 10, 18]
const columns = { aim: 210, driver: 220, intervention: 270 } as const
/** About as many bold letters of 13 pixels as fit into a pixel, by a wide typeface: text never leaves its box. */
const lettersAPixel = 1 / 8.4

/** Breaks a text into lines of at most so many letters, at spaces where it can. */
export const wrapped = (text: string, most: number): string[] => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const joined = line ? `${line} ${word}` : word
    if (joined.length <= most) line = joined
    else {
      if (line) lines.push(line)
      line = word
    }
    while (line.length > most) {
      lines.push(line.slice(0, most))
      line = line.slice(most)
    }
  }
  return line ? [...lines, line] : lines
}

/** Lines of text in one box; the rest is cut. */
const mostLines = 14

const boxOf = (kind: Box['kind'], text: string, x: number): Box => {
  const width = columns[kind]
  const all = wrapped(text, Math.floor((width - 2 * padding) * lettersAPixel))
  const lines = all.length > mostLines ? [...all.slice(0, mostLines - 1), `${all[mostLines - 1]?.slice(0, -1)}…`] : all
  return { kind, x, y: 0, width, height: Math.max(1, lines.length) * lineHeight + 2 * padding, lines }
}

const middle = ({ y, height }: Box): number => y + height / 2
const link = (left: Box, right: Box): Line => ({ from: { x: left.x + left.width, y: middle(left) }, to: { x: right.x, y: middle(right) } })

/** Places a column of boxes under one another from `top`; answers where it ends. */
const stack = (boxes: readonly Box[], top: number): number => {
  let y = top
  for (const box of boxes) {
    box.y = y
    y += box.height + gapY
  }
  return boxes.length > 0 ? y - gapY : top
}

/**
 * Where a key driver diagram's boxes and lines stand: the aim at the left, its drivers in the middle, each driver's interventions at
 * the right, as improvement teams draw it (aim ← drivers ← interventions).
 */
export const driverDiagram = (aim: string, drivers: readonly Driver[]): Diagram => {
  const [driverX, interventionX] = [columns.aim + gapX, columns.aim + columns.driver + 2 * gapX]
  const aimBox = boxOf('aim', aim, 0)
  const boxes: Box[] = [aimBox]
  const lines: Line[] = []
  let bottom = 0
  for (const { name, interventions } of drivers) {
    const driver = boxOf('driver', name, driverX)
    const own = interventions.map((text) => boxOf('intervention', text, interventionX))
    const end = Math.max(stack(own, bottom), bottom + driver.height)
    driver.y = bottom + (end - bottom - driver.height) / 2
    // A group that is lower than its driver stands beside the driver's middle.
    const low = own.length > 0 ? (driver.height - (own.at(-1)?.y ?? 0) - (own.at(-1)?.height ?? 0) + bottom) / 2 : 0
    if (low > 0) for (const box of own) box.y += low
    boxes.push(driver, ...own)
    lines.push(...own.map((box) => link(driver, box)))
    bottom = end + groupGap
  }
  const height = Math.max(drivers.length > 0 ? bottom - groupGap : 0, aimBox.height)
  aimBox.y = (height - aimBox.height) / 2
  const aimLines = boxes.filter(({ kind }) => kind === 'driver').map((box) => link(aimBox, box))
  return { width: interventionX + columns.intervention, height, boxes, lines: [...aimLines, ...lines] }
}

/** Drivers as an outline, one a line, their interventions below with a dash: how they are typed. */
export const outlineOf = (drivers: readonly Driver[]): string =>
  drivers.map(({ name, interventions }) => [name, ...interventions.map((text) => `- ${text}`)].join('\n')).join('\n')

/** The outline read back; `undefined` where an intervention stands before any driver. */
export const driversIn = (outline: string): Driver[] | undefined => {
  const drivers: Driver[] = []
  for (const line of outline.split('\n').map((one) => one.trim())) {
    if (!line) continue
    const intervention = /^[-–—*•]\s*(.+)$/.exec(line)?.[1]
    const last = drivers.at(-1)
    if (intervention === undefined) drivers.push({ name: line, interventions: [] })
    else if (!last) return undefined
    else last.interventions.push(intervention)
  }
  return drivers
}
