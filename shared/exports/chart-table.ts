import { csvHead, csvRecord } from './csv.ts'

/** The numbers of a chart, and what stands beside them: chart, table and CSV are made of it, so they cannot differ. */
export interface ChartTable {
  title: string
  /** What it shows in one or two sentences. */
  says: string
  /** What the rows are. */
  head: string
  series: readonly string[]
  rows: readonly { label: string; values: readonly number[] }[]
}

/** RFC 4180 with a header; every text guarded against being read as a formula (csv.ts). */
export const tableCsv = ({ head, series, rows }: ChartTable): string =>
  csvHead([head, ...series]) + rows.map(({ label, values }) => csvRecord([label, ...values])).join('')
