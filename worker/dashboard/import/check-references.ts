import { mostClipsAskedAbout } from '../../../shared/api/imports.ts'
import { citationKeys } from '../../../shared/citations/citation-keys.ts'
import type { ReferenceItem } from '../../../shared/import/references/reference-file.ts'
import { createKnownItems } from '../../../shared/import/references/known-items.ts'
import type { ClipArgs, ClipsOf } from '../../../shared/import/references/to-clips.ts'
import { call } from '../data/api.ts'
import { breathe, loadLanguages, placesIn } from './check-rows.ts'

/** What is found in an item before anything of it is sent. */
export interface CheckedItem {
  args: ClipArgs
  /** The fields in which the guard found a patient; the item then stays here. */
  found: string[]
  /** Its address was left out, for it could name a patient's record. */
  withoutAddress: boolean
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
  await loadLanguages(items.map(({ citation }) => citation.title ?? ''))
  // With the guard in it, which is not needed before there is a file.
  const { clipArgsOf, guardedClip } = await import('../../../shared/import/references/to-clips.ts')
  const checked: CheckedItem[] = []
  for (const [at, item] of items.entries()) {
    if (at % atOnce === 0) {
      told(at)
      await breathe()
      if (signal.aborted) return []
    }
    const { args, refusal, withoutAddress } = guardedClip(clipArgsOf(item, of))
    checked.push({ args, withoutAddress, found: refusal ? placesIn(refusal.reason).map(fieldOf) : [] })
  }
  return checked
}

/** Portions of items with no more keys than may be asked about at once. */
const portionsOf = (items: readonly CheckedItem[]): CheckedItem[][] => {
  const portions: CheckedItem[][] = []
  let keys = 0
  for (const item of items) {
    const own = citationKeys(item.args.citation).length
    const last = portions.at(-1)
    if (last && keys + own <= mostClipsAskedAbout && last.length < mostClipsAskedAbout) last.push(item)
    else {
      portions.push([item])
      keys = 0
    }
    keys += own
  }
  return portions
}

/** The ids of those of these items that the bank has: by their own id, or as a clip of the same item that somebody made. */
export const knownItems = async (items: readonly CheckedItem[]): Promise<ReadonlySet<string>> => {
  const known = new Set<string>()
  for (const portion of portionsOf(items)) {
    const reply = await call('POST /v1/networks/:network/imports/known-clips', {
      body: {
        evidence: portion.map(({ args }) => args.evidence),
        keys: portion.flatMap(({ args }) => citationKeys(args.citation)),
      },
    })
    const bank = createKnownItems()
    for (const { citation } of reply.clips) bank.add(citation)
    for (const id of reply.known) known.add(id)
    for (const { args } of portion) if (bank.has(args.citation)) known.add(args.evidence)
  }
  return known
}
