import { keyOfTwo } from './item-key.ts'
import type { ReferenceItem } from './reference-file.ts'
import type { Citation } from '../../citations/citation.ts'
import { identifiersOf } from '../../citations/citation-keys.ts'
import { limits } from '../../domain/field-schemas.ts'
import type { Refusal } from '../../mutations/engine/mutation.ts'
import { guard } from '../../mutations/engine/phi-guard.ts'
import type { ArgsOf } from '../../mutations/index.ts'
import { suggestKind } from '../../rules/suggest-kind.ts'
import { idOf } from '../../values/id-of-text.ts'

export type ClipArgs = ArgsOf<'importEvidence'>

/** What all items of one import share. */
export interface ClipsOf {
  network: string
  run: string
  file: string
  /** The ideas that they are for; none where they are left loose. */
  ideas: readonly string[]
}

/** The id of the clip that an item becomes: the same in every file, so that a file that is brought in again doubles nothing. */
export const clipIdOf = (network: string, key: string): string => idOf(`gleaner reference\u0000${network}\u0000${key}`)

/** What is asked for of the bank for one item: its citation, and what its title and publication types suggest of its kind. */
export const clipArgsOf = ({ citation, line, key, types }: ReferenceItem, { network, run, file, ideas }: ClipsOf): ClipArgs => {
  const suggested = suggestKind({ title: citation.title, publicationTypes: types })?.kind
  return {
    evidence: clipIdOf(network, key),
    run,
    file: file.slice(0, limits.label),
    row: line,
    citation,
    ...(suggested ? { suggested } : {}),
    ideas: [...ideas],
  }
}

/** The id of a second work that shares its key with another (`keyOfTwo`). */
export const secondClipIdOf = (network: string, citation: Citation): string => clipIdOf(network, keyOfTwo(citation))

export interface GuardedClip {
  args: ClipArgs
  /** Why it stays where it is. */
  refusal: Refusal | undefined
  /** Its address was left out. */
  withoutAddress: boolean
}

/**
 * The patient guard on an item. An address that could name a patient's record (a database's own, with its number in it) is left out where an identifier tells
 * the item anyway.
 */
export const guardedClip = (args: ClipArgs): GuardedClip => {
  const refusal = guard(args)
  const { URL, ...citation } = args.citation
  if (refusal && URL !== undefined && identifiersOf(citation).size > 0) {
    const without = { ...args, citation }
    if (!guard(without)) return { args: without, refusal: undefined, withoutAddress: true }
  }
  return { args, refusal, withoutAddress: false }
}
