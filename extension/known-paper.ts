import { citationKeys } from '../shared/citation.ts'
import { normaliseDoi } from '../shared/identifiers.ts'
import type { Context } from '../shared/mutation.ts'
import { type Evidence, frameworkId, type Kind, type Quote } from '../shared/network.ts'
import type { Asked } from '../shared/protocol.ts'
import { fieldsOf } from './clip-fields.ts'
import type { GleanerDatabase } from './db.ts'
import { type Draft, isOfPatient, isTyped } from './draft.ts'
import { readRows, rowsWith, type StoredRow } from './rows.ts'
import { viewOf } from './view.ts'

/** A clip that somebody made of this paper before. */
export interface KnownClip {
  evidence: string
  inBank: boolean
  /** Whether it was clipped at this very address. */
  here: boolean
  quote: Quote | null
  /** Who clipped it: '' is the person in front of the screen. */
  by: string
  at: number
  ideas: { id: string; change: string }[]
}

/** What this device knows of a paper, as read in one go. */
export interface KnownSource {
  keys: readonly string[]
  rows: StoredRow[]
  waiting: Asked[]
}

/** More clips of one paper than anybody looks at; a page that everybody clips must not slow the panel. */
const most = 50

/** A clip that the draft itself names: its paper may have nothing to be known by. */
const clipMark = 'clip:'
const keyOfClip = (evidence: string): string => `${clipMark}${evidence}`

/** By what a draft's paper is known: what was read of it, or the address where nothing was. Nothing of a patient's page. */
export const keysOfDraft = (draft: Draft): string[] => {
  if (isOfPatient(draft)) return []
  if (draft.source) return [...citationKeys(draft.source.citation), ...(draft.form.reuse ? [keyOfClip(draft.form.reuse)] : [])]
  const { address } = fieldsOf(draft, draft.form)
  const doi = normaliseDoi(address)
  return address ? citationKeys({ type: 'webpage', URL: address, ...(doi ? { DOI: doi } : {}) }) : []
}

interface Args {
  evidence?: string
  idea?: string
  ideas?: string[]
  citation?: Evidence['citation']
}

const argsOf = ({ args }: Asked): Args => Object(args) as Args
const ideasOf = (asked: Asked): string[] => [argsOf(asked).idea ?? [], argsOf(asked).ideas ?? []].flat()
const sharedKeys = (evidence: string, citation: Evidence['citation'], keys: readonly string[]): string[] =>
  [...citationKeys(citation), keyOfClip(evidence)].filter((key) => keys.includes(key))

/** What waits and concerns these clips: the clips themselves, what attaches them, and the ideas that they name. */
const concerning = (waiting: readonly Asked[], keys: readonly string[], inBank: readonly string[]): Asked[] => {
  const clips = waiting.filter((one) => {
    const { evidence = '', citation } = argsOf(one)
    return one.name === 'clipEvidence' && citation && sharedKeys(evidence, citation, keys).length > 0
  })
  const ids = new Set([...inBank, ...clips.flatMap((clip) => argsOf(clip).evidence ?? [])])
  const touching = new Set(waiting.filter((one) => one.name !== 'proposeIdea' && ids.has(argsOf(one).evidence ?? '')))
  const named = new Set([...touching].flatMap(ideasOf))
  return waiting.filter((one) => touching.has(one) || (one.name === 'proposeIdea' && named.has(argsOf(one).idea ?? '')))
}

const each = <K extends Kind>(kind: K, ids: readonly string[]): [K, string][] =>
  [...new Set(ids)].slice(0, most * 2).map((id) => [kind, id])

/** Other drafts of the same paper in which something was typed. */
export const unfinishedOf = (draft: Draft, all: readonly Draft[]): Draft[] => {
  const keys = keysOfDraft(draft)
  return all.filter((other) => other.id !== draft.id && isTyped(other.form) && keysOfDraft(other).some((key) => keys.includes(key)))
}

/**
 * Looks a paper up in what this device holds: the bank's clips, and what waits to be sent. No request. Drafts are not read
 * here: they change with every letter that is typed, and whoever follows this would read all of it again.
 */
export const readKnown = (database: GleanerDatabase, keys: readonly string[]): Promise<KnownSource> => {
  const { blocks, outbox } = database
  return database.transaction('r', [blocks, outbox], async () => {
    const found = await rowsWith(database, keys, most)
    const named = keys.filter((key) => key.startsWith(clipMark)).map((key): [Kind, string] => ['evidence', key.slice(clipMark.length)])
    const clips = [...new Map([...found, ...(await readRows(database, named))].map((row) => [row.id, row])).values()]
    const values = clips.map(({ value }) => value as Evidence)
    const ids = clips.map(({ id }) => id)
    const waiting = concerning(await outbox.orderBy('cseq').toArray(), keys, ids)
    const others = await readRows(database, [
      ['framework', frameworkId],
      ...each('idea', [...values.flatMap(({ ideas }) => ideas), ...waiting.flatMap(ideasOf)]),
      ...each(
        'person',
        values.map(({ clippedBy }) => clippedBy),
      ),
    ])
    return { keys, rows: [...clips, ...others], waiting }
  })
}

const isUrl = (key: string): boolean => key.startsWith('url:')

/** The clips of a paper as a person sees them, own ones first, then the newest. */
export const knownClips = ({ keys, rows, waiting }: KnownSource, me: Omit<Context, 'at'>): KnownClip[] => {
  const view = viewOf(rows, waiting, me)
  const sent = new Set(rows.filter(({ kind }) => kind === 'evidence').map(({ id }) => id))
  const ids = new Set([...sent, ...waiting.flatMap((one) => (one.name === 'clipEvidence' ? (argsOf(one).evidence ?? []) : []))])
  const clips = [...ids].flatMap((id) => {
    const item = view.entity('evidence', id)
    const shared = item ? sharedKeys(id, item.citation, keys) : []
    if (!item || shared.length === 0) return []
    return [
      {
        evidence: id,
        inBank: sent.has(id),
        here: shared.some(isUrl),
        quote: item.quote,
        by: item.clippedBy === me.person ? '' : (view.entity('person', item.clippedBy)?.name ?? item.clippedBy),
        at: item.clippedAt,
        ideas: item.ideas.flatMap((idea) => {
          const named = view.entity('idea', idea)
          return named ? [{ id: idea, change: named.change }] : []
        }),
      },
    ]
  })
  return clips.toSorted((one, other) => Number(other.by === '') - Number(one.by === '') || other.at - one.at)
}

/** The clip that is used instead of a second one, unless the person says otherwise: one that has all that this draft would say. */
export const clipToReuse = (clips: readonly KnownClip[], quote: string, note: string): string => {
  if (note.trim() !== '') return ''
  const words = quote.trim()
  const same = words === '' ? clips[0] : clips.find((clip) => clip.quote?.exact.trim() === words)
  return same?.evidence ?? ''
}
