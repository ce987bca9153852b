import type { Citation, Name } from '../citations/citation.ts'
import { saidText } from '../citations/said-text.ts'
import { standingOfTitle } from '../citations/standing.ts'
import { type Answer, jsonOf, type LookupRecord, type Reply } from './answer.ts'
import type { ItemIds, Said } from './assertion.ts'
import { itemIds, isoOf, sameItem } from './item-ids.ts'
import { kindOfUpdate } from './kind-names.ts'
import { bareTitle } from './bare-title.ts'
import { at, listOf, type Part, partOf, textOf } from './unknown-json.ts'

interface Update {
  item: ItemIds
  kind: ReturnType<typeof kindOfUpdate>
  source: string
  date: string | undefined
  record: string
}

const dateParts = (value: unknown): number[] => {
  const [first] = listOf(at(value, 'date-parts'))
  return listOf(first).flatMap((part) => (typeof part === 'number' && Number.isInteger(part) ? [part] : []))
}

const updatesOf = (work: Part, name: 'update-to' | 'updated-by'): Update[] =>
  listOf(work[name]).map((entry) => ({
    item: itemIds({ doi: textOf(at(entry, 'DOI')) }),
    kind: kindOfUpdate(textOf(at(entry, 'type'))),
    source: textOf(at(entry, 'source')),
    date: isoOf(dateParts(at(entry, 'updated'))),
    record: textOf(at(entry, 'record-id')),
  }))

const watched = ({ source }: Update): boolean => source === 'retraction-watch'

/**
 * Whether a work is itself a notice. `update-to` stands on the notice and `updated-by` on the paper, but publishers deposit both
 * ways round, on either. What parts them: Retraction Watch's own entries are never mirrored. Where it says nothing and both
 * name each other, the form of the title decides.
 */
const isNotice = (self: ItemIds, updates: readonly Update[], updatedBy: readonly Update[], title: string): boolean => {
  const about = updates.filter(({ kind, item }) => kind !== undefined && !sameItem(item, self))
  if (about.length === 0) return false
  if (about.some(watched)) return true
  const warned = updatedBy.filter(({ kind, item }) => kind !== undefined && !sameItem(item, self))
  if (warned.some(watched)) return false
  const mirrored = warned.some(({ item }) => about.some((one) => sameItem(one.item, item)))
  const form = standingOfTitle(title)
  if (form === 'notice') return true
  return !mirrored && form !== 'retracted'
}

const saidOf = (kind: Said['kind'], update: Update, self: ItemIds): Said => ({
  service: 'crossref',
  kind,
  ...(update.source && { source: update.source }),
  // Where an item updates itself nothing else announced it.
  ...(!sameItem(update.item, self) && { notice: update.item }),
  ...(update.date && { date: update.date }),
  ...(update.record && { record: update.record }),
})

const standingSaid = (work: Part, self: ItemIds, title: string): Said[] => {
  const [updates, updatedBy] = [updatesOf(work, 'update-to'), updatesOf(work, 'updated-by')]
  if (isNotice(self, updates, updatedBy, title))
    return updates.flatMap((update) => (update.kind && !sameItem(update.item, self) ? [saidOf('notice', update, self)] : []))
  const said = updatedBy.flatMap((update) => (update.kind ? [saidOf(update.kind, update, self)] : []))
  // The mark is taken off the title; where nothing else tells of it, it is what is left of a warning.
  if (said.length > 0 || standingOfTitle(title) !== 'retracted') return said
  return (['none', 'retracted'] as const).map((kind) => ({ service: 'crossref', kind, ...(kind === 'retracted' && { hint: true }) }))
}

/** "for the … Consortium (PanScan)" → the group's own name. */
const groupName = (name: string): string => name.replace(/^(?:for|on behalf of|and|with) (?:the )?/i, '').trim()

const authorsOf = (work: Part): Citation['author'] =>
  listOf(work['author']).flatMap((author): Name[] => {
    const [family, given, suffix, name] = ['family', 'given', 'suffix', 'name'].map((part) => saidText(textOf(at(author, part))))
    if (family && given) return [{ family: suffix ? `${family} ${suffix}` : family, given }]
    const whole = groupName(name || family || given || '')
    return whole ? [{ literal: whole }] : []
  })

/**
 * The year of issue is that of volume and page: print, where it is said. `issued` is the earlier of print and online, and may
 * be less precise than either.
 */
const issuedOf = (work: Part): Citation['issued'] => {
  const [print, issued, online] = ['published-print', 'issued', 'published-online'].map((name) => dateParts(work[name])) as [
    number[],
    number[],
    number[],
  ]
  const parts = print.length > 0 ? print : issued.length > 0 ? issued : online
  return parts.length > 0 ? { 'date-parts': [parts] } : undefined
}

const relations = (work: Part, name: string): ItemIds[] =>
  listOf(at(work, 'relation', name))
    .filter((entry) => textOf(at(entry, 'id-type')) === 'doi')
    .map((entry) => itemIds({ doi: textOf(at(entry, 'id')) }))
    .filter(({ doi }) => doi)

/** A formula is a word of its own; the line ends around a publisher's marks are no spaces within brackets. */
const titleOf = (work: Part): string =>
  saidText(
    textOf(listOf(work['title'])[0])
      .replace(/(?<=[\p{L}\p{N}])(?=<mml:math\b)|(?<=<\/mml:math>)(?=[\p{L}\p{N}])/gu, ' ')
      .replace(/(?<=\()\s+(?=<)|(?<=>)\s+(?=\))/g, ''),
  )

/** One work of Crossref (`GET /works/{doi}`, its `message`). */
export const crossrefWork = (value: unknown): LookupRecord | undefined => {
  const work = partOf(value)
  const ids = itemIds({ doi: textOf(work['DOI']) })
  if (!ids.doi) return undefined
  const title = titleOf(work)
  const bare = bareTitle(title)
  const published = relations(work, 'is-preprint-of')[0]
  const preprints = relations(work, 'has-preprint')
  return {
    service: 'crossref',
    ids,
    citation: {
      type: textOf(work['type']),
      title: bare,
      author: authorsOf(work),
      issued: issuedOf(work),
      'container-title': listOf(work['container-title']).map(textOf)[0],
      volume: work['volume'],
      issue: work['issue'],
      page: textOf(work['page']) || textOf(work['article-number']),
      publisher: work['publisher'],
      ISSN: listOf(work['ISSN']).map(textOf),
      DOI: textOf(work['DOI']),
      language: work['language'] ?? undefined,
    },
    publicationTypes: [],
    said: standingSaid(work, ids, title),
    ...(published && { publishedAs: published }),
    ...(preprints.length > 0 && { preprints }),
  }
}

/** Errors are told with "failed" or "error" in place of "ok", also inside 200. */
const isError = (answer: unknown): boolean => textOf(at(answer, 'status')) !== 'ok'

/** The answer to `GET /works/{doi}`. "Resource not found." comes as text, or as text labelled JSON, with 404. */
export const readCrossref = (reply: Reply): Answer<LookupRecord> => {
  const answer = jsonOf(reply)
  if ('failed' in answer) return answer
  if (isError(answer.found)) return { failed: 'unreadable' }
  const work = crossrefWork(at(answer.found, 'message'))
  return work ? { found: work } : { failed: 'unreadable' }
}

/** The answer to `GET /works?filter=doi:…`: every work of the list, in any order, and how many there are. */
export const readCrossrefList = (reply: Reply): Answer<{ items: LookupRecord[]; count: number }> => {
  const answer = jsonOf(reply)
  if ('failed' in answer) return answer
  const [items, count] = ['items', 'total-results'].map((name) => at(answer.found, 'message', name))
  if (isError(answer.found) || !Array.isArray(items)) return { failed: 'unreadable' }
  return { found: { items: items.flatMap((item) => crossrefWork(item) ?? []), count: typeof count === 'number' ? count : items.length } }
}
