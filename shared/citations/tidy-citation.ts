import {
  type Citation,
  type CutField,
  cutFields,
  identifierFields,
  type Name,
  type SaidCitation,
  standingPlaces,
  standings,
  textFields,
} from './citation.ts'
import { cslType } from './csl-type.ts'
import { firstDoi, normalisePmcid, normalisePmid } from './identifiers.ts'
import { listedNames, saidNames } from './said-names.ts'
import { saidText } from './said-text.ts'
import { dayNumber } from '../values/calendar-day.ts'

/** How many letters each text may have; 300 where nothing is said. */
const limits = { title: 500, 'container-title': 300, volume: 40, issue: 40, page: 40, number: 60, publisher: 300 } as const

/** What is read of a text before it is cut. */
const longestText = 20_000

/** Big trials name hundreds: as many are kept as leave room for everything else that one mutation says. */
const mostAuthors = { names: 300, letters: 8000 }
/** Of a text that names authors. */
const longestNames = 20_000

const plain = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '')
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])
/** A text or number, or the first in a list of some, as Crossref gives titles. */
const textOf = (value: unknown): string => listOf(value).map(plain).find(Boolean) ?? ''

/** Cut at a word where one ends in the last third. */
const cutTo = (text: string, most: number): string => {
  if (text.length <= most) return text
  const start = text.slice(0, most - 1)
  const end = start.search(/\s+\S*$/)
  // Half a letter of two units is none.
  return `${(end > most / 1.5 ? start.slice(0, end) : start).replace(/[\ud800-\udbff]$/, '')}…`
}

/** CSL's particles and suffix go where they are filed: "van der" before the family name, "Jr" behind it. */
const nameOf = (value: unknown): Name[] => {
  const written = saidText(plain(value).slice(0, longestNames))
  if (written) return saidNames(written).flatMap(nameOf)
  const parts = new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : [])
  const part = (...keys: string[]): string =>
    cutTo(
      keys
        .map((key) => plain(parts.get(key)))
        .filter(Boolean)
        .join(' '),
      200,
    )
  const given = part('given')
  if (part('family')) {
    const listed = given ? undefined : listedNames(part('family'))
    if (listed) return listed
    const family = part('dropping-particle', 'non-dropping-particle', 'family', 'suffix')
    return [given ? { family, given } : { family }]
  }
  const literal = part('literal') || part('name') || given
  const several = listedNames(literal) ?? []
  if (several.length > 0) return several
  return literal ? [{ literal }] : []
}

/** The largest year, month and day of a date. */
const mostOf = [9999, 12, 31]
/** Year, month, day, as far as each can be one. */
const dayOf = (value: unknown): number[] => {
  const parts = listOf(value).map((part) => Number(plain(part)))
  const end = parts.findIndex((part, at) => !Number.isInteger(part) || part < 1 || part > (mostOf[at] ?? 0))
  const possible = end < 0 ? parts : parts.slice(0, end)
  const [year = 0, month = 0, date] = possible
  // There is no 30 February: the month stays.
  return date !== undefined && dayNumber(year, month, date) === undefined ? [year, month] : possible
}

/** Dates by their parts, or one by how it begins as text: "2021-06-01T…". */
const daysOf = (issued: unknown): number[][] => {
  const parts = new Map<string, unknown>(typeof issued === 'object' && issued !== null ? Object.entries(issued) : [['raw', issued]])
  const text = plain(parts.get('raw')) || plain(parts.get('date-time')) || plain(parts.get('literal'))
  const said = parts.get('date-parts') ?? [
    (/^\d{4}(?:-\d{2}){0,2}/.exec(text) ?? /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/.exec(text))?.[0].split('-'),
  ]
  // A date on its own instead of in a list of dates.
  const dates = listOf(said).some(Array.isArray) ? listOf(said) : [said]
  const days = dates.slice(0, 2).map(dayOf)
  return days.filter((day) => day.length > 0)
}

/** As many as there is room for. */
const withRoom = (names: readonly Name[]): Name[] => {
  let letters = 0
  const end = names.findIndex((name) => (letters += JSON.stringify(name).length) > mostAuthors.letters)
  return names.slice(0, end < 0 ? mostAuthors.names : Math.min(end, mostAuthors.names))
}

/** Identifiers are whole and of their form, or nothing: half of one is another one. */
const identifiers = {
  DOI: (text: string) => firstDoi([text.slice(0, 250)]),
  PMID: normalisePmid,
  PMCID: (text: string) => normalisePmcid(/^\d+$/.test(text) ? `PMC${text}` : text),
  URL: (text: string) => (/^https?:\/\/\S{1,1990}$/i.test(text) ? text : undefined),
  language: (text: string) => (text.length > 40 ? undefined : text),
}

/**
 * A citation as it can be kept, whatever a page or service said: numbers become texts, lists their first or joined, addresses
 * of identifiers those, suffixes and particles a part of the family name. What is too long is cut, what is nothing of its kind
 * left out, and both are named in `cut`; nothing else of the citation is lost for it. Unknown fields are dropped. Of what it
 * made it makes the same again.
 */
export const tidyCitation = (said: SaidCitation): Citation => {
  const cut = new Set<CutField>(cutFields.filter((field) => listOf(said.cut).includes(field)))
  const citation: Citation = { type: cslType(said.type) }
  for (const field of textFields) {
    const whole = saidText(textOf(said[field]).slice(0, longestText))
    const kept = cutTo(whole, limits[field])
    if (kept) citation[field] = kept
    if (kept !== whole) cut.add(field)
  }
  for (const field of identifierFields) {
    const whole = textOf(said[field])
    const kept = identifiers[field](whole)
    if (kept) citation[field] = kept
    else if (whole) cut.add(field)
  }
  const numbers = [...new Set(listOf(said.ISSN).map(plain).filter(Boolean))]
  if (numbers.length > 0) citation.ISSN = cutTo(numbers.slice(0, 5).join(', '), 60)
  const names = listOf(said.author ?? []).flatMap(nameOf)
  if (names.length > 0) citation.author = withRoom(names)
  if (names.length > (citation.author?.length ?? 0)) cut.add('author')
  const days = daysOf(said.issued)
  if (days.length > 0) citation.issued = { 'date-parts': days }
  const standing = standings.find((one) => one === said.standing)
  const standingSeen = standingPlaces.find((one) => one === said.standingSeen)
  return {
    ...citation,
    ...(standing && { standing }),
    ...(standingSeen && { standingSeen }),
    ...(cut.size > 0 && { cut: [...cut] }),
  }
}
