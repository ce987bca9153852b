import { type Cell, isEmpty } from './cell.ts'
import type { Table } from './find-table.ts'

export type RowProblem = 'no-idea' | 'number' | 'totals' | 'remark' | 'header-again'

const totals = /^(?:sub ?totals?|totals?|grand total|sum|suma|count|recuento|average|promedio|media|total general)\b[\s:.\d]*$/i
const remark = /^(?:\*|note\b|notes?:|source\b|nota\b|notas?:|fuente\b|legend\b|leyenda\b|last (?:changed|updated)|updated\b)/i

/** Why a row is none that could come in. */
export const problemIn = (
  headings: readonly string[],
  cells: readonly Cell[],
  idea: string,
  ideaCell: Cell | undefined,
): RowProblem | undefined => {
  const filled = cells.filter((cell) => !isEmpty(cell))
  const first = filled[0]?.text.trim() ?? ''
  if (totals.test(first) && (filled.length === 1 || filled.slice(1).every(({ text }) => text.trim() === '' || /^[\d.,\s%]+$/.test(text))))
    return 'totals'
  if (idea === '') return 'no-idea'
  if (ideaCell?.number !== undefined || ideaCell?.day !== undefined || /^[\d.,\s%/-]+$/.test(idea) || /^(?:true|false)$/i.test(idea))
    return 'number'
  const named = headings.filter(Boolean)
  if (named.length > 1 && filled.length > 1 && filled.every(({ text }) => named.includes(text.replaceAll(/\s+/g, ' ').trim())))
    return 'header-again'
  return undefined
}

/** Rows in which one cell alone is filled, below an empty row or as remarks begin: they are no part of the list unless somebody says so. */
export const remarksIn = ({ rows }: Table, used: number): ReadonlySet<number> => {
  const found = new Set<number>()
  let gap = false
  for (const { row, cells } of rows) {
    const filled = cells.filter((cell) => !isEmpty(cell))
    if (filled.length === 0) gap = true
    else if (filled.length > 1 || used < 2) gap = false
    else if (gap || remark.test(filled[0]?.text ?? '')) found.add(row)
  }
  return found
}
