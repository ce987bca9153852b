import { type Answers, type NumbersRead, problemWith, readTable } from './read-numbers.ts'

interface Site {
  key: string
  label: string
}
/** The numbers of one site among several. */
export interface SiteRead {
  site: string
  read: NumbersRead
}

/** The answer that each column is the site that its heading names. */
export const eachColumn = 'sites'

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\s]+/gu, '')
    .toLowerCase()

/** The site of each column, where every column's heading names another one; empty where they do not. */
const sitesOf = (columns: NumbersRead['columns'], sites: readonly Site[]): string[] => {
  const found = columns
    .filter(({ key }) => /^\d+$/.test(key))
    .map(({ label }) => sites.find((site) => [site.label, site.key].map(folded).includes(folded(label)))?.key ?? '')
  return found.length > 1 && !found.includes('') && new Set(found).size === found.length ? found : []
}

/** Whether a table has the numbers of several sites beside each other. */
export const hasSites = ({ columns }: NumbersRead, sites: readonly Site[]): boolean => sitesOf(columns, sites).length > 0

/**
 * The numbers of each site of a table whose columns are sites. A site without any number is left out; a problem or question of
 * one is all's: nothing is kept of the others then.
 */
export const readSites = (
  text: string,
  now: number,
  answers: Answers,
  sites: readonly Site[],
): SiteRead[] | { problem: string; read: NumbersRead } => {
  const reads = sitesOf(readTable(text, now).columns, sites).map((site, at): SiteRead => {
    return { site, read: readTable(text, now, { ...answers, column: String(at) }) }
  })
  const filled = reads.filter(({ read }) => read.points.length > 0 || read.empty.length === 0 || read.question)
  const wrong = (filled.length > 0 ? filled : reads).find(({ read }) => problemWith(read))
  return wrong ? { problem: problemWith(wrong.read), read: wrong.read } : filled
}
