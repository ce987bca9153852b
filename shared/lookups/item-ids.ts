import { firstDoi, normalisePmcid, normalisePmid } from '../citations/identifiers.ts'
import type { ItemIds } from './assertion.ts'

/** Identifiers as services write them, in the one form that is compared. Empty and wrong ones are left out ("0", "Unavailable"). */
export const itemIds = ({ doi = '', pmid = '', pmcid = '' }: { doi?: string; pmid?: string; pmcid?: string }): ItemIds => {
  const [d, p, c] = [firstDoi([doi])?.toLowerCase(), normalisePmid(pmid), normalisePmcid(/^\d+$/.test(pmcid) ? `PMC${pmcid}` : pmcid)]
  return { ...(d && { doi: d }), ...(p && { pmid: p }), ...(c && { pmcid: c }) }
}

/** The DOI at the end of a reference as PubMed prints it: "Lancet. 2010 Feb 6;375(9713):445. doi: 10.1016/S0140-6736(10)60175-4." */
export const doiOfReference = (text: string): string => /\bdoi:\s*(10\.\S+?)\.?$/i.exec(text.trim())?.[1] ?? ''

/** By DOI where both have one, else by PMID. */
export const sameItem = (one: ItemIds | undefined, other: ItemIds | undefined): boolean => {
  if (one?.doi !== undefined && other?.doi !== undefined) return one.doi === other.doi
  return one?.pmid !== undefined && one.pmid === other?.pmid
}

/** By either number: services name DOIs of their own choice for one paper. */
export const sharesId = (one: ItemIds, other: ItemIds): boolean =>
  (one.doi !== undefined && one.doi === other.doi) || (one.pmid !== undefined && one.pmid === other.pmid)

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** "1998 Feb 28", "2010 Feb 6;375(9713)…", "2004 Mar-Apr", "1998 Dec-1999 Jan", "2008 Fall" → year, month and day as far as they are said. */
export const dayParts = (text: string): number[] => {
  const [, year, month = '', day] =
    /(?<!\d)((?:1[5-9]|20)\d\d)(?:[\s/-]+([A-Za-z]{3,9}|\d{1,2})(?:[\s/-]+(\d{1,2})(?!\d|:))?)?/.exec(text) ?? []
  if (!year) return []
  const named = months.indexOf(month.slice(0, 3).toLowerCase()) + 1 || (/^\d+$/.test(month) ? Number(month) : 0)
  if (named < 1 || named > 12) return [Number(year)]
  return day && Number(day) >= 1 && Number(day) <= 31 ? [Number(year), named, Number(day)] : [Number(year), named]
}

/** "2010-02-06", as far as it is known. */
export const isoOf = (parts: readonly number[]): string | undefined =>
  parts.length === 0 ? undefined : parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-')
