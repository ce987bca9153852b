import { folded } from './cell.ts'
import type { ReadIdea, ReadRow } from './row.ts'

/**
 * What makes a row the same one when a list is brought in again: the list's number of it, and the words of its idea, its problem and its sender; of rows
 * of one list that are alike in that, also what tells them apart.
 */
export const identity = ({ reference, idea, problem, proposer, apart }: ReadIdea): string =>
  [reference, idea, ...(reference ? [] : [problem, proposer]), ...(apart ? [apart] : [])].map((part) => folded(part)).join('\u0000')

/**
 * The rows of a list, those of one identity told apart: by their sites where these differ (whatever their order in the list is), else by their order.
 * Else all but the first would be taken for what is there already.
 * @param siteOf The word of a row's site.
 */
export const toldApart = (rows: readonly ReadRow[], siteOf: (row: ReadRow) => string): ReadRow[] => {
  const alike = Map.groupBy(
    rows.filter(({ idea }) => idea),
    ({ idea }) => identity(idea as ReadIdea),
  )
  const apart = new Map<ReadRow, string>()
  for (const group of alike.values()) {
    if (group.length < 2) continue
    const bySite = Map.groupBy(group, siteOf)
    for (const [site, some] of bySite)
      for (const [at, row] of some.entries()) {
        const parts = [...(bySite.size > 1 ? [`site ${site}`] : []), ...(at > 0 ? [`again ${at}`] : [])]
        if (parts.length > 0) apart.set(row, parts.join(' '))
      }
  }
  return rows.map((row) => {
    const said = apart.get(row)
    return row.idea && said ? { ...row, idea: { ...row.idea, apart: said } } : row
  })
}
