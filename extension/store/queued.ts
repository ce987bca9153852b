import type { PendingMutation } from '../../shared/sync/client-engine.ts'

declare const looked: unique symbol

/**
 * What may wait in the outbox. The table takes nothing else, and there are few ways to one: `check` for what somebody asks,
 * `heldBefore` for what was looked at on its way in; and `takingBack` and `undoing`, which have no text. A test holds
 * that nothing else makes one.
 */
export type OutboxEntry = PendingMutation & { readonly [looked]: true }

/** What the check found nothing in that keeps it from being sent; its place in the order comes with `addToOutbox`. */
export type Checked = Omit<OutboxEntry, 'cseq'>

/** Why a mutation goes into the outbox without another PHI check. */
export type HeldBefore =
  /** The server gave this device a new replica id, or was restored: outbox and archive are queued again, in their order. */
  | 'numbered-anew'
  /** A damaged database lost it: restored from the copy of the outbox, which only our own pages can write. */
  | 'kept-twice'
  /** Renumbered, because a mutation before it was set aside. */
  | 'moved-up'

export const heldBefore = (_why: HeldBefore, rows: readonly PendingMutation[]): OutboxEntry[] => rows as OutboxEntry[]

/** Says nothing but which mutation it takes back, so there is nothing to look at either. */
export const undoing = (mutation: string, named: Pick<PendingMutation, 'id' | 'at'>): Checked =>
  ({ ...named, name: 'takeBack', args: { mutation } }) as unknown as Checked

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Says nothing but the id of a clip, so there is nothing to look at, and the background needs no rules for it. */
export const takingBack = (evidence: string, named: Pick<PendingMutation, 'id' | 'at'>): Checked[] =>
  uuid.test(evidence) ? [{ ...named, name: 'withdrawEvidence', args: { evidence } } as unknown as Checked] : []
