import { isSex } from './ages.ts'
import type { LabelKind } from './labels/label-kinds.ts'
import { valueOfKind } from './values.ts'
import { isFamilyFirst } from './names.ts'
import type { Piece } from './pieces.ts'
import { worthOf } from './worth.ts'

/** One patient of a list: what stands in a row, by the heads of its columns. */
export interface Row {
  values: { kind: LabelKind; value: string }[]
}

const limits = { rows: 500, cells: 40, heads: 60 }
const rowNames = 'tr,[role=row]'
const cellsOf = (row: Element): Element[] => [...row.children].slice(0, limits.cells)

const textOf = (cell: Element): string => {
  const field = cell.querySelector('input,select')
  if (field && 'value' in field && typeof field.value === 'string' && field.value !== '') return field.value
  // Whose text is short has no script in it.
  const text = (cell.textContent ?? '').slice(0, 400)
  return text.replace(/\s+/g, ' ').trim()
}

/** The kind of each column, if a row is a head: two labels in neighbouring cells, and no number. */
const columnsOf = (cells: readonly Element[], labelled: ReadonlyMap<Element, LabelKind>): (LabelKind | undefined)[] | undefined => {
  const kinds = cells.map((cell) => labelled.get(cell))
  const known = kinds.filter((kind) => kind !== undefined)
  const isNeighbours = kinds.some((kind, index) => kind !== undefined && kinds[index + 1] !== undefined)
  return known.length >= 2 && isNeighbours && !cells.some((cell) => /\d{2}/.test((cell.textContent ?? '').slice(0, 60))) ? kinds : undefined
}

/** The rows under a head: the rest of its table, or the next table where the head has one of its own. */
const rowsUnder = (head: Element, columns: number): Element[] => {
  const table = head.closest('table,[role=table],[role=grid],[role=treegrid]')
  if (!table) return []
  const all = [...table.querySelectorAll(rowNames)]
  const own = all.slice(all.indexOf(head) + 1, all.indexOf(head) + 1 + limits.rows)
  if (own.some((row) => row.children.length === columns)) return own
  let near: Element | null = table.parentElement
  for (let step = 0; near && step < 3; step += 1, near = near.parentElement) {
    const next = [...near.querySelectorAll('table')].find((one) => table.compareDocumentPosition(one) & 4)
    if (next) return [...next.querySelectorAll(rowNames)].slice(0, limits.rows)
  }
  return []
}

const isNumbered = (value: string): boolean => value.replace(/\D/g, '').length >= 6

/** What a row says, if it is a patient's: a name or a day of birth with a second sign beside it. */
const readRow = (row: Element, kinds: readonly (LabelKind | undefined)[]): Row | undefined => {
  const values = cellsOf(row).flatMap((cell, index) => {
    const kind = kinds[index]
    if (kind === undefined || kind === 'other') return []
    const text = textOf(cell)
    const value = kind === 'sex' ? (isSex(text) ? text : undefined) : valueOfKind(kind, text)
    return value === undefined ? [] : [{ kind, value }]
  })
  const has = (...sought: LabelKind[]): boolean => values.some(({ kind }) => sought.includes(kind))
  const isAnchored = has('birth', 'patient', 'name', 'family') || values.some(({ kind, value }) => kind === 'record' && isNumbered(value))
  if (!isAnchored) return undefined
  const turned = values.some(({ kind, value }) => (kind === 'name' || kind === 'patient') && isFamilyFirst(value))
  const worth = worthOf(new Set([...values.map(({ kind }) => kind), ...(turned ? (['familyFirst'] as const) : [])]))
  const heads = new Set(kinds)
  const clinical = Math.min(
    1,
    (heads.has('clinical') ? (has('age', 'ageSex') && has('sex', 'ageSex') ? 1 : 0.5) : 0) +
      (heads.has('bed') ? 0.25 : 0) +
      (heads.has('staff') ? 0.5 : 0),
  )
  return worth + clinical - (heads.has('against') ? 1.5 : 0) >= 3 ? { values } : undefined
}

export interface Tables {
  rows: Row[]
  /** The pieces that are heads. */
  heads: Set<number>
}

/** The patients of tables with a head, a row each. */
export const readTables = (pieces: readonly Piece[], labels: readonly (LabelKind | undefined)[]): Tables => {
  const byRow = new Map<Element, Map<Element, LabelKind>>()
  const places = new Map<Element, number[]>()
  labels.forEach((kind, at) => {
    const cell = kind === undefined ? null : pieces[at]?.element.closest('th,td,[role=columnheader],[role=cell],[role=gridcell]')
    const row = cell?.parentElement
    if (!kind || !cell || !row || byRow.size > limits.heads * 20) return
    byRow.set(row, (byRow.get(row) ?? new Map<Element, LabelKind>()).set(cell, kind))
    places.set(row, [...(places.get(row) ?? []), at])
  })
  const [rows, heads]: [Row[], Set<number>] = [[], new Set()]
  let count = 0
  for (const [row, labelled] of byRow) {
    if (labelled.size < 2 || count >= limits.heads) continue
    const cells = cellsOf(row)
    const kinds = columnsOf(cells, labelled)
    if (!kinds) continue
    count += 1
    for (const at of places.get(row) ?? []) heads.add(at)
    for (const under of rowsUnder(row, cells.length)) {
      const read = under.children.length === cells.length ? readRow(under, kinds) : undefined
      if (read) rows.push(read)
    }
  }
  return { rows, heads }
}
