import type { Attached, Entered } from './actor.ts'
import type { Approval } from './approval-request.ts'
import type { LaterTexts } from './idea-fields.ts'
import type { LookedUp } from './looked-up.ts'
import type { AskingLiterature } from './evidence-question.ts'
import type { Said } from './said.ts'
import type { ChartSetting } from './chart-setting.ts'
import type { Checked } from './phi-summary.ts'
import type { Citation } from '../citations/citation.ts'
import type { Appraisal, Direction, EvidenceKind } from './evidence-kinds.ts'
import type { Framework } from './framework.ts'

/** What a member may do; each role includes nothing by order, every rule names the roles it means. */
export type Role = 'contributor' | 'site-lead' | 'coordinator' | 'steering' | 'admin'

export const roles: readonly Role[] = ['contributor', 'site-lead', 'coordinator', 'steering', 'admin']

/** Who works for the network and not for one site. */
export const isStaff = (role: Role): boolean => role === 'coordinator' || role === 'steering' || role === 'admin'

/** Whether somebody may speak for a site: its own people may, and coordinators and admins for any. */
export const speaksFor = ({ role, site }: { role: Role; site: string }, other: string): boolean =>
  role === 'coordinator' || role === 'admin' || site === other

/** `active`, or one of the endings. An ended idea is kept, searchable, and says why it ended. */
export type Disposition = 'active' | 'parked' | 'declined' | 'abandoned' | 'merged'

export interface Ending {
  /** A key of `Framework.endings`. */
  reason: string
  /** One sentence for the people who sent the idea. */
  sentence: string
  by: string
  nameHidden?: true
  at: number
}

/** Points in time are milliseconds since 1970 by the Worker's clock; people and sites are named by key. */
/** The last decision that was no ending. */
export interface LastDecision {
  did: 'classified' | 'moved' | 'moved-back' | 'reopened'
  by: string
  nameHidden?: true
  why: string
}

export interface Idea extends LaterTexts, Entered, AskingLiterature {
  id: string
  /** "What would we change?", one sentence. */
  change: string
  /** What goes wrong today, and for whom; empty until somebody says it. */
  problem: string
  details: string
  theory: string
  aim: string
  measures: { outcome: string; process: string; balancing: string }
  driverDiagram: string
  /** The key driver diagram as it is drawn here, beside the aim; absent until somebody draws it. */
  drivers?: Driver[]
  /** How its charts are drawn, by measure; absent until somebody says it. */
  charts?: Partial<Record<MeasureKind, ChartSetting | undefined>>
  topic: string
  tags: string[]
  site: string
  leads: string[]
  experts: string[]
  registryGap: string
  processReliable: boolean
  proposedBy: string
  /** The sender's name is for coordinators and admins only. */
  nameHidden?: true
  proposedAt: number
  /** Stands for its day (`calendar-day.ts`). */
  decisionDue: number
  /** The L&I pathway, `null` until a coordinator classifies the idea. */
  pathway: string | null
  phase: string
  movedAt: number
  disposition: Disposition
  ending: Ending | null
  lookAgain: number | null
  mergedInto: string | null
  /** Ideas that were merged into this one, kept after a reopening too; absent until the first. */
  joined?: string[]
  /** How it came to stand where it stands since `movedAt`, and why in the mover's words; absent until something was decided. */
  step?: LastDecision
  /** Members who want to be told what becomes of it; absent until the first. */
  watchers?: string[]
  /** What the merge brought to the other idea, so that it can be taken back. */
  carried?: Carried
  /** Who sees to it that it is answered; absent while nobody has taken it. */
  taken?: { by: string; at: number }
  /** The last step that steering was asked to approve; absent until the first. */
  approval?: Approval
  hold: { why: string; by: string; nameHidden?: true; at: number } | null
  /** That everybody may read it, since when and by whom, and whether with its sites; absent while it is for the network only. */
  published?: Said & { sites: boolean }
  /** Who agreed that its public page names them; absent until the first. */
  named?: string[]
  /** What the sender's own check came to; absent where nothing was found. */
  checked?: Checked
  /** Where it comes from, where it was taken over from a list. */
  imported?: Imported
}

/** The list that an idea was taken over from, or the file of references of a clip. */
export interface Imported {
  /** The import that it was part of. */
  run: string
  file: string
  /** As a spreadsheet numbers it; the line of a file of references. */
  row: number
  /** The list's own number of it. */
  reference?: string
  by: string
  at: number
}

/** A key driver of the aim, with the interventions (change ideas) that act on it. */
export interface Driver {
  name: string
  interventions: string[]
}

export interface Carried {
  evidence: string[]
  /** Sites whose stance came along. */
  sites: string[]
  /** What those sites had said of the other idea before. */
  replaced: Stance[]
}

/** The sentence that was selected on the page, with enough around it to find it again (W3C TextQuoteSelector). */
export interface Quote {
  exact: string
  prefix: string
  suffix: string
}

/** One clip: an item somebody read, its sentence, and the ideas it supports. */
export interface Evidence extends Entered, Attached {
  id: string
  citation: Citation
  quote: Quote | null
  /** A text-fragment link that opens the item at the sentence. */
  link: string
  /** `null`: nobody said it, and it counts nowhere. */
  kind: EvidenceKind | null
  /** What the page's words suggested where nobody said the kind: a hint, counted nowhere. */
  suggested?: EvidenceKind
  /** Who said the kind since it was clipped, and when. */
  kindSaid?: Said
  appraisal?: Said & { is: Appraisal }
  /** What it says of which idea, by the idea's id; an idea that is not there it supports. */
  directions?: Record<string, Said & { is: Direction }>
  note: string
  site: string
  ideas: string[]
  /** That it is of no use for an idea, and why; it says nothing while the clip supports one. */
  dismissed?: Said & { why: string }
  lookedUp?: LookedUp
  /** Clipped where a policy forbids to ask services outside about it. */
  noLookup?: true
  clippedBy: string
  /** The sender's name is for coordinators and admins only. */
  nameHidden?: true
  clippedAt: number
  checked?: Checked
  /** Where it comes from, where it was taken over from a file of references, and the ideas that it was for then. */
  imported?: Imported & { ideas: string[] }
}

export type StanceKind = 'interested' | 'testing' | 'tested'
export type TestResult = 'improved' | 'no-change' | 'worse'

/** What one site says of one idea; its id is `<idea>/<site>`, so a site has one stance an idea. */
export interface Stance {
  id: string
  idea: string
  site: string
  stance: StanceKind
  result: TestResult | null
  measure: string
  expectedEnd: number | null
  note: string
  by: string
  /** The sender's name is for coordinators and admins only. */
  nameHidden?: true
  at: number
}

export const measureKinds = ['outcome', 'process', 'balancing'] as const
export type MeasureKind = (typeof measureKinds)[number]
/** A day (days since 1970, UTC) and its value. */
export type Point = [day: number, value: number]

/** One site's numbers of one measure of an idea, in order of time, one a day; its id is `<idea>/<measure>/<site>`. */
export interface Series {
  id: string
  idea: string
  site: string
  measure: MeasureKind
  points: Point[]
  /** Of how many a day's value is so many in 100; days without are left out, and so is the list where none has. */
  of?: Point[]
  by: string
  /** The sender's name is for coordinators and admins only. */
  nameHidden?: true
  at: number
}

export interface Comment {
  id: string
  idea: string
  text: string
  /** A question to the sender, answered by their next comment. */
  question: boolean
  /** When the sender had this question before their eyes, in milliseconds since 1970; absent until then. */
  readAt?: number
  /** When its author last put it into other words; absent where they did not. */
  editedAt?: number
  /** The members whom it speaks to; absent where it names nobody. */
  mentions?: string[]
  by: string
  /** The sender's name is for coordinators and admins only. */
  nameHidden?: true
  at: number
}

/** A member as peers see them. Written by the control plane, never by a mutation. */
export interface Person {
  id: string
  name: string
  role: Role
  site: string
}

export interface Entities {
  idea: Idea
  evidence: Evidence
  stance: Stance
  comment: Comment
  series: Series
  framework: Framework
  person: Person
}

export type Kind = keyof Entities

/** What became true: an entity as it now is, or `null` where it is gone. */
export type Change = { [K in Kind]: { kind: K; id: string; value: Entities[K] | null } }[Kind]

/** What a mutation changed that was run a moment ago. */
export interface Undoable {
  by: string
  at: number
  /** It went without its author's name. */
  unnamed: boolean
  takenBack: boolean
  /** One of its rows was changed again. */
  changedSince: boolean
  /** Its rows as they stood before; none where they are not kept any more. */
  before: Change[]
}

/** A network as a mutation may read it: by name only, so that a decision costs the same in a bank of any size. */
export interface Network {
  framework(): Framework
  idea(id: string): Idea | undefined
  evidence(id: string): Evidence | undefined
  comment(id: string): Comment | undefined
  evidenceOf(idea: string): Evidence[]
  /** The same without what weighs nothing (authors, notes, addresses), where leaving it out is cheaper: an idea may have thousands of clips. */
  weighedEvidenceOf?: (idea: string) => Evidence[]
  stancesOf(idea: string): Stance[]
  series(id: string): Series | undefined
  /** A mutation that a page asked for, by its id; only the server keeps what it changed. */
  undoable?: (mutation: string) => Undoable | undefined
  /** Whether anything was done or said of an idea since it was taken over from a list; only the server knows all of it. */
  touchedSinceImport?: (idea: string) => boolean
  /** A member, where the network knows its members. */
  person?: (id: string) => Person | undefined
}

/** The framework is one row; this is its id. */
export const frameworkId = 'framework'
export const stanceId = (idea: string, site: string): string => `${idea}/${site}`
export const seriesId = (idea: string, measure: MeasureKind, site: string): string => `${idea}/${measure}/${site}`

const longestChain = 1000

/**
 * Follows merges to the idea that lives on; `undefined` where the chain leads nowhere. There are no rings (only an idea that
 * lives on is merged, and only into another that does); the limit keeps a damaged copy from hanging a device.
 */
export const survivingIdea = (network: Network, id: string): Idea | undefined => {
  let idea = network.idea(id)
  for (let hops = 0; idea?.mergedInto && hops < longestChain; hops += 1) idea = network.idea(idea.mergedInto)
  return idea?.mergedInto ? undefined : idea
}
