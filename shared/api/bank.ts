import type { ListedTexts } from '../domain/idea-fields.ts'
import type { Message } from '../i18n/message.ts'
import type { Framework } from '../domain/framework.ts'
import type { ApprovalState } from '../domain/approval.ts'
import type { RequirementState } from '../rules/gates.ts'
import type { Overwritten } from '../mutations/engine/mutation.ts'
import type { Shaken } from '../rules/evidence-standing.ts'
import type { NextStep } from '../rules/next-step.ts'
import type { Suggestion } from '../rules/pathways.ts'
import type { Comment, Disposition, Evidence, Idea, Person, Role, Series, Stance } from '../domain/entities.ts'

/** What the Worker answers to the dashboard. Times are milliseconds since 1970. */

/** GET /v1/me */
export interface Me {
  person: string
  name: string
  role: Role
  site: string
  network: { slug: string; name: string }
  /** An admin of a network that has no coordinator: does a coordinator's triage until there is one. */
  standsIn?: true
}

/** GET /v1/networks/:network/framework */
export interface FrameworkReply {
  framework: Framework
  people: Person[]
}

/** One cell of the matrix: active ideas of a pathway (`null`: not yet classified) in a phase. */
export interface Cell {
  pathway: string | null
  phase: string
  count: number
  /** Median days in this phase; `null` where the cell is empty. */
  age: number | null
  /** How many there were at the end of each of the last `trendWeeks` weeks, the last number being now. */
  trend: number[]
}

export const trendWeeks = 12

/** GET /v1/networks/:network/matrix */
export interface Matrix {
  cells: Cell[]
  /** Ideas by how they stand, `active` included. */
  dispositions: Record<Disposition, number>
  /** Clips that support no idea yet. */
  looseEvidence: number
  /** Unclassified ideas that wait for their sender's answer. */
  asked: number
  /** Unclassified ideas whose decision date has passed. */
  overdue: number
}

/** GET /v1/networks/:network/health. `head`: the number of the last mutation. */
export type HealthReply = { state: 'well'; ideas: number; head: number } | { state: 'harmed' }

/** An idea as a line of a list. */
export interface IdeaRow extends ListedTexts {
  id: string
  topic: string
  site: string
  pathway: string | null
  phase: string
  disposition: Disposition
  onHold: boolean
  proposedBy: string
  nameHidden?: true
  proposedAt: number
  decisionDue: number
  movedAt: number
  evidence: number
  /** Best level of what supports it, 1 to 5; `null` where nothing has a level. */
  bestLevel: number | null
  /** Clips whose kind nobody said; absent where there are none. */
  unsaid?: number
  /** The worst that is known of the papers that it rests on; absent where they stand. */
  shaken?: Shaken
  willing: number
  tested: number
  improved: number
  leads: number
  /** Since when a question to the sender waits for the answer. */
  asked: number | null
  lookAgain: number | null
  /** Who sees to it that it is answered; absent where nobody does. */
  taken?: string
  /** What steering was asked to approve and how that stands; absent where nothing was, or where the idea has gone on. */
  approval?: { to: string; due: number; state: ApprovalState }
  /** The step that it is nearest to, as of its last change. */
  step: NextStep | null
}

/**
 * GET /v1/networks/:network/ideas
 * Query: `pathway` (a key, or `none`), `phase`, `disposition` (default `active`, or `all`), `topic`, `site`, `asked` (`no`: without those that wait for their sender's answer), `taken` (who sees to it, or `none`),
 * `level` (best level at most, or `unsaid`: with a clip whose kind nobody said), `q` (words; a prefix counts, quotes hold words together), `sort` (`newest` | `oldest` | `due` | `moved` | `waiting`: longest in its phase first),
 * `after` (from `next`), `limit` (1-200, default 50).
 */
export interface IdeasReply {
  rows: IdeaRow[]
  /** How many match in all; `null` where counting would read the whole bank. */
  total: number | null
  next: string | null
}

/** What one move would need now. */
export interface Move {
  to: string
  allowed: boolean
  who: string[]
  findings: RequirementState[]
}

export interface HistoryEntry {
  /** Its place among the entries shown, the oldest first; not its number in the log, which would tell what came next to it. */
  seq: number
  name: string
  args: unknown
  by: string
  /** Its sender's name is for coordinators and admins only. */
  nameHidden?: true
  /** Absent where the name is not told: a site has one site lead. */
  role?: Role
  at: number
  /** When its author took it back: then it counts nowhere. */
  takenBack?: number
  status: 'ok' | 'refused'
  /** Why it was refused; of what was refused before there were messages, `message` alone says it, in English. */
  reason?: Message
  message: string | null
  /** What this entry replaced although its sender had not seen it. */
  overwrote?: Overwritten[]
}

/** A mutation on which the server's own code failed three times: set aside, with what was asked for and the failure's text. */
export interface DeadLetter {
  mutation: string
  name: string
  args: unknown
  by: string
  at: number
  why: string
}

/** GET /v1/networks/:network/dead-letters, the newest first, 200 at most and about 1 MB; `cut` where there are older ones. */
export interface DeadLettersReply {
  letters: DeadLetter[]
  cut: boolean
}

/** GET /v1/networks/:network/framework/history, the newest first, 100 at most and about 1 MB; `cut` where there are older ones. */
export interface SettingsHistoryReply {
  history: HistoryEntry[]
  cut: boolean
}

/** GET /v1/networks/:network/ideas/:id: each of its lists as far as it goes into a quarter of 1 MB. */
export interface IdeaPage {
  idea: Idea
  evidence: Evidence[]
  stances: Stance[]
  comments: Comment[]
  history: HistoryEntry[]
  moves: Move[]
  triage: RequirementState[]
  suggestion: Suggestion
  similar: { row: IdeaRow; ending: string | null }[]
  /** Ideas that were merged into this one and still are, the latest first; their comments and numbers are among the above. */
  joined: JoinedIdea[]
  series: Series[]
  /** The step that it is nearest to, as of now. */
  step: NextStep | null
  /** Behind which there are further clips, and before which earlier comments; `null` where all are here. */
  more: Record<FurtherPart, string | null>
}

export type FurtherPart = 'evidence' | 'comments'

/** GET /v1/networks/:network/ideas/:id/further?of=evidence|comments&after=: the next of an idea's page; `next` as in its `more`. */
export interface FurtherParts {
  evidence: Evidence[]
  comments: Comment[]
  next: string | null
}

export interface JoinedIdea {
  id: string
  change: string
  proposedBy: string
  site: string
  /** When it was merged. */
  at: number
}

/** POST /v1/pairings, POST /v1/devices */
export interface PairingReply {
  code: string
  expiresAt: number
}
export interface DeviceReply {
  token: string
  me: Me
  /** The server's time; older servers do not say it. */
  at?: number | undefined
}

/** Every 4xx and 5xx answer: `error` is a stable word, `reason` is for the person, `message` is the same in English. */
export interface ErrorReply {
  error: string
  reason?: Message
  message: string
  /** With a 5xx: what names the request in the server’s log, as in `x-request-id`. */
  request?: string
}
