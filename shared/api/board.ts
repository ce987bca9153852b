import type { Approval } from '../domain/approval-request.ts'
import type { IdeaRow } from './bank.ts'

/** One phase of a pathway: how many active ideas are in it, and the first page of them, the longest there first. */
export interface BoardColumn {
  phase: string
  count: number
  rows: IdeaRow[]
  /** `after` of the next page by `GET …/ideas?sort=waiting`, or `null`. */
  next: string | null
}

/** GET /v1/networks/:network/board?pathway= (a key of the framework) */
export interface BoardReply {
  pathway: string
  /** Ideas of the pathway that whoever asks leads, by id. */
  leading: string[]
  columns: BoardColumn[]
}

/** An idea with the step that steering was asked to approve. */
export interface ApprovalLine {
  row: IdeaRow
  approval: Approval
}

/** GET /v1/networks/:network/counts: what waits for whoever asks, as the navigation says it; each counted up to 1000. */
export interface CountsReply {
  /** Unclassified ideas that can be answered now, those among them that this person took, and those that wait for their sender. */
  triage: { here: number; mine: number; asked: number }
  /** Requests that this member of steering has not decided; for coordinators, what was approved and nobody has moved; else 0. */
  approvals: number
  /** Notifications that this person has not seen. */
  news: number
  /** When the last thing arrived that an extension of this person sent; `null` before the first. */
  sent: number | null
}

/** GET /v1/networks/:network/decisions: what a coordinator could decide today, each list's first rows. */
export interface DecisionsReply {
  /** Unclassified ideas whose answer is due, the longest overdue first; those that were asked something wait for their sender. */
  due: IdeaRow[]
  /** Parked ideas whose day to look again has come. */
  again: IdeaRow[]
  /** Ideas whose next step lacks nothing. */
  ready: IdeaRow[]
  /** Ideas whose next step lacks one thing that somebody can add. */
  short: IdeaRow[]
  /** What waits for steering, the earliest day first; then what it approved and nobody has moved yet. */
  approvals: ApprovalLine[]
  /** Ideas that are worked on and rest on papers taken back or in doubt, the last moved first. */
  shaken: IdeaRow[]
  /** How many there are; counted up to 1000. */
  counts: { due: number; again: number; ready: number; short: number; asked: number; shaken: number }
}
