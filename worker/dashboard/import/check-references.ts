import { mostClipsAskedAbout } from '../../../shared/api/imports.ts'
import { citationKeys } from '../../../shared/citations/citation-keys.ts'
import { twoTitles } from '../../../shared/citations/same-item.ts'
import type { ReferenceItem } from '../../../shared/import/references/reference-file.ts'
import { createKnownItems } from '../../../shared/import/references/known-items.ts'
import type { ClipArgs, ClipsOf } from '../../../shared/import/references/to-clips.ts'
import { call } from '../data/api.ts'
import { guardFor } from '../data/patient-guard.ts'
import { breathe, placesIn } from './check-rows.ts'

/** What is found in an item before anything of it is sent. */
export interface CheckedItem {
  args: ClipArgs
  /** The fields in which the guard found a patient; the item then stays here. */
  found: string[]
  /** Its address was left out, for it could name a patient's record. */
  withoutAddress: boolean
  /** The id that it gets where the bank has another work by its first one. */
  second: string
}

const atOnce = 50

/** The field of a citation that a place in it belongs to: `author` of `citation.author.0.family`. */
const fieldOf = (path: string): string => path.replace(/^citation\./, '').split('.')[0] ?? path

/** The patient guard on every item, in small parts, so that the page stays alive. */
export const checkItems = async (
  items: readonly ReferenceItem[],
  of: ClipsOf,
  signal: AbortSignal,
  told: (done: number) => void,
): Promise<CheckedItem[]> => {
  await guardFor(items.map(({ citation }) => ({ citation })))
  // With the guard in it, which is not needed before there is a file.
  const { clipArgsOf, guardedClip, secondClipIdOf } = await import('../../../shared/import/references/to-clips.ts')
  const checked: CheckedItem[] = []
  for (const [at, item] of items.entries()) {
    if (at % atOnce === 0) {
      told(at)
      await breathe()
      if (signal.aborted) return []
    }
    const { args, refusal, withoutAddress } = guardedClip(clipArgsOf(item, of))
    const found = refusal ? placesIn(refusal.reason).map(fieldOf) : []
    checked.push({ args, withoutAddress, found, second: secondClipIdOf(of.network, args.citation) })
  }
  return checked
}

/** Portions of items with no more ids and keys than may be asked about at once. */
const portionsOf = (items: readonly CheckedItem[]): CheckedItem[][] => {
  const portions: CheckedItem[][] = []
  let keys = 0
  for (const item of items) {
    const own = citationKeys(item.args.citation).length
    const last = portions.at(-1)
    if (last && keys + own <= mostClipsAskedAbout && 2 * last.length + 2 <= mostClipsAskedAbout) last.push(item)
    else {
      portions.push([item])
      keys = 0
    }
    keys += own
  }
  return portions
}

/**
 * What the bank has of these items: by their own id, or as a clip of the same work that somebody made. An item whose id another work has, which
 * shares its DOI, gets its second one.
 */
export const askBank = async (
  items: readonly CheckedItem[],
  ask = (body: { evidence: string[]; keys: string[] }) => call('POST /v1/networks/:network/imports/known-clips', { body }),
): Promise<{ items: CheckedItem[]; known: ReadonlySet<string> }> => {
  const [known, asked] = [new Set<string>(), [] as CheckedItem[]]
  for (const portion of portionsOf(items)) {
    const { clips, known: there } = await ask({
      evidence: portion.flatMap(({ args, second }) => [args.evidence, second]),
      keys: portion.flatMap(({ args }) => citationKeys(args.citation)),
    })
    const [bank, byId] = [createKnownItems(), new Map(clips.map(({ id, citation }) => [id, citation]))]
    for (const { citation } of clips) bank.add(citation)
    for (const item of portion) {
      const other = byId.get(item.args.evidence)
      const args = other && twoTitles(other, item.args.citation) ? { ...item.args, evidence: item.second } : item.args
      asked.push({ ...item, args })
      if (there.includes(args.evidence) || bank.has(args.citation)) known.add(args.evidence)
    }
  }
  return { items: asked, known }
}
