import type { Citation } from '../../shared/citations/citation.ts'
import type { Context } from '../../shared/domain/actor.ts'
import { type Evidence, frameworkId, type Kind, type Quote } from '../../shared/domain/entities.ts'
import { argsOf } from '../../shared/mutations/device-mutations.ts'
import type { QueuedMutation } from '../../shared/sync/protocol.ts'
import { citationKeys } from '../../shared/citations/citation-keys.ts'
import { compareItems, sameItem } from '../../shared/citations/same-item.ts'
import { addressKey } from '../../shared/citations/tracking.ts'
import { fieldsOf } from '../drafts/clip-fields.ts'
import { argumentTexts } from '../outbox/argument-texts.ts'
import { ideasOf } from '../outbox/count-clips.ts'
import type { GleanerDatabase } from '../store/db.ts'
import { type Draft, isOfPatient, isUnfinished } from '../store/draft.ts'
import { readRows, rowsWith, type StoredRow } from '../store/rows.ts'
import { optimisticView } from '../store/optimistic-view.ts'
import { notTakenBack } from '../store/taken-back.ts'

/** A clip that somebody made of this paper before. */
export interface KnownClip {
  evidence: string
  inBank: boolean
  /** Whether it was clipped at this very address. */
  here: boolean
  /** Its title, if it differs from the draft's: then a person has to decide whether it is the same paper. */
  otherwise: string | undefined
  quote: Quote | null
  /** Who clipped it: '' is the person in front of the screen, `undefined` somebody who hid their name [W1]. */
  by: string | undefined
  at: number
  ideas: { id: string; change: string }[]
}

/** What this device knows of a paper, as read in one go. */
export interface KnownSource {
  keys: readonly string[]
  rows: StoredRow[]
  waiting: QueuedMutation[]
}

/** The most clips of one paper that are read; a page that everybody clips must not slow the panel. */
const most = 50

/** A clip that the draft itself names: its paper may have nothing to be known by. */
const clipMark = 'clip:'
const keyOfClip = (evidence: string): string => `${clipMark}${evidence}`

/** A draft's paper: what was read of it, or its address and what its tab or link is called. `undefined` of a patient's page. */
export const paperOf = (draft: Draft): Citation | undefined => {
  if (isOfPatient(draft)) return undefined
  if (draft.source) return draft.source.citation
  const { address, title } = fieldsOf(draft, draft.form)
  return { type: 'webpage', ...(title ? { title } : {}), ...(address ? { URL: address } : {}) }
}

/** The keys under which a draft's paper is looked up. None for a patient page. */
export const keysOfDraft = (draft: Draft): string[] => {
  const paper = paperOf(draft)
  return paper ? [...citationKeys(paper), ...(draft.source && draft.form.reuse ? [keyOfClip(draft.form.reuse)] : [])] : []
}

const evidenceOf = ({ args }: QueuedMutation): string[] => argumentTexts(args, 'evidence')
const sharesKey = (evidence: string, citation: Evidence['citation'], keys: readonly string[]): boolean =>
  [...citationKeys(citation), keyOfClip(evidence)].some((key) => keys.includes(key))

/** What waits and concerns these clips: the clips themselves, what attaches them, and the ideas that they name. */
const concerning = (waiting: readonly QueuedMutation[], keys: readonly string[], inBank: readonly string[]): QueuedMutation[] => {
  const clips = waiting.filter((one) => {
    const { evidence = '', citation } = argsOf(one, 'clipEvidence') ?? {}
    return citation && sharesKey(evidence, citation, keys)
  })
  const ids = new Set([...inBank, ...clips.flatMap(evidenceOf)])
  const touching = new Set(waiting.filter((one) => one.name !== 'proposeIdea' && evidenceOf(one).some((id) => ids.has(id))))
  const named = new Set([...touching].flatMap(ideasOf))
  return waiting.filter((one) => touching.has(one) || named.has(argsOf(one, 'proposeIdea')?.idea ?? ''))
}

const each = <K extends Kind>(kind: K, ids: readonly string[]): [K, string][] =>
  [...new Set(ids)].slice(0, most * 2).map((id) => [kind, id])

/** Other drafts of the same paper in which something was typed. */
export const unfinishedOf = (draft: Draft, all: readonly Draft[]): Draft[] => {
  const mine = paperOf(draft)
  return all.filter((other) => {
    const theirs = other.id !== draft.id && isUnfinished(other) ? paperOf(other) : undefined
    const isChosen = other.form.reuse !== undefined && other.form.reuse !== '' && other.form.reuse === draft.form.reuse
    return mine !== undefined && theirs !== undefined && (isChosen || sameItem(mine, theirs))
  })
}

/**
 * Looks a paper up on this device: in the bank's clips and in the outbox. Makes no request. Drafts are not read
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
    const waiting = concerning(notTakenBack(await outbox.orderBy('cseq').toArray()), keys, ids)
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

/** How a clip's paper is the draft's: a draft that names the clip itself needs nothing else. */
const likenessOf = (paper: Citation, id: string, citation: Citation, keys: readonly string[]): ReturnType<typeof compareItems> =>
  keys.includes(keyOfClip(id)) ? 'same' : compareItems(paper, citation)

const isHere = (paper: Citation, citation: Citation): boolean =>
  addressKey(paper.URL ?? '') !== '' && addressKey(paper.URL ?? '') === addressKey(citation.URL ?? '')

/**
 * The clips of a paper as a person sees them: those that are called as the paper is, own ones, the newest first. A key that is
 * shared only finds them; `compareItems` says whether they are of this paper.
 */
export const knownClips = ({ keys, rows, waiting }: KnownSource, paper: Citation | undefined, me: Omit<Context, 'at'>): KnownClip[] => {
  if (!paper) return []
  const view = optimisticView(rows, waiting, me)
  const sent = new Set(rows.filter(({ kind }) => kind === 'evidence').map(({ id }) => id))
  const ids = new Set([...sent, ...waiting.flatMap((one) => argsOf(one, 'clipEvidence')?.evidence ?? [])])
  const clips = [...ids].flatMap((id) => {
    const item = view.entity('evidence', id)
    const likeness = item ? likenessOf(paper, id, item.citation, keys) : 'apart'
    if (!item || likeness === 'apart') return []
    return [
      {
        evidence: id,
        inBank: sent.has(id),
        here: isHere(paper, item.citation),
        otherwise: likeness === 'same' ? undefined : (item.citation.title ?? item.citation.URL ?? ''),
        quote: item.quote,
        by: item.clippedBy === me.person ? '' : (view.entity('person', item.clippedBy)?.name ?? (item.clippedBy || undefined)),
        at: item.clippedAt,
        ideas: item.ideas.flatMap((idea) => {
          const named = view.entity('idea', idea)
          return named ? [{ id: idea, change: named.change }] : []
        }),
      },
    ]
  })
  const rank = ({ by, otherwise }: KnownClip): number => (otherwise === undefined ? 2 : 0) + Number(by === '')
  return clips.toSorted((one, other) => rank(other) - rank(one) || other.at - one.at)
}

/**
 * The clip that is used instead of a second one, unless the person says otherwise: one that has all that this draft would say,
 * and never one that is called otherwise.
 */
export const clipToReuse = (clips: readonly KnownClip[], quote: string, note: string): string => {
  if (note.trim() !== '') return ''
  const words = quote.trim()
  const alike = clips.filter(({ otherwise }) => otherwise === undefined)
  const same = words === '' ? alike[0] : alike.find((clip) => clip.quote?.exact.trim() === words)
  return same?.evidence ?? ''
}
