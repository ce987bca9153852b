import type { ClipTextName } from '../../shared/domain/idea-fields.ts'
import type { Message } from '../../shared/i18n/message.ts'
import type { Counts } from '../../shared/domain/phi-summary.ts'
import type { Citation } from '../../shared/citations/citation.ts'
import type { FieldDoubts } from '../../shared/citations/field-doubts.ts'
import type { EvidenceKind } from '../../shared/domain/evidence-kinds.ts'
import type { Quote } from '../../shared/domain/entities.ts'
import type { PatientInfoType } from '../../shared/phi/finding.ts'

/**
 * Why a page could not be read, or not well: the browser forbids it, a PDF viewer shows it, nothing sensible came back, or
 * the page is no more than a check for robots, a consent wall, a sign-in or purchase, an error or empty.
 */
export type ReadTrouble = 'forbidden' | 'pdf' | 'unreadable' | 'challenge' | 'consent' | 'sign-in' | 'error' | 'empty'

/** Whether something stands in the item's place, so that the tab is called as that is. */
export const isBlocked = (trouble: ReadTrouble | undefined): boolean => ![undefined, 'forbidden', 'pdf', 'unreadable'].includes(trouble)

/** What came of reading a page. `page` is the name of the document, '' where it has none. */
export type ReadEnd = { page: string } & (
  | { source: DraftSource; trouble?: ReadTrouble }
  /** Nothing is read of the page on which a link stands. */
  | { trouble?: ReadTrouble }
  /** A page about patients: nothing of it is kept but that it is one. */
  | { patients: number; trouble?: undefined }
  /** A page that does not show that it is published: nothing of it is kept either, until a person says that it is public. */
  | { isPrivate: true; trouble?: ReadTrouble }
)

/** An item of a page that lists several. */
export interface DraftEntry {
  title: string
  citation: Citation
}

/** What was read of an item, before a person touches it. */
export interface DraftSource {
  citation: Citation
  quote: Quote | null
  /** Opens the item at the quote. */
  link: string
  /** The kind that the page's words suggest. */
  kind: EvidenceKind | null
  /** Why this kind is suggested: nothing is '', and drafts of older versions have it in English. */
  kindReason: Message | string
  /** Items to pick from, and the page itself where one was picked. */
  entries: DraftEntry[]
  page: Citation | null
  /** Whether the page was recognised as something published, so that its own words are nobody's but its authors'. */
  literature?: boolean
  /** The page's data named another item than the one on its screen, which is what was taken. */
  fromScreen?: boolean
  /** What the person should look at. */
  doubts?: FieldDoubts
  /** Something may be selected in a frame of another site, which nobody can read. */
  unreadSelection?: boolean
  /** The page did not show that it is published; a person said so. */
  saidPublic?: boolean
}

/** What a person typed. `null`: not touched, so it is as the page says, also when the page is read again. */
export interface DraftForm extends Partial<Record<ClipTextName, string>> {
  withIdea: boolean
  change: string
  problem: string
  title: string | null
  address: string | null
  quote: string | null
  kind: EvidenceKind | null
  topic: string | null
  site: string | null
  note: string
  /** What the program took out of which text, by type: counts, never values. */
  replaced?: Partial<Record<GuardedField, Counts>>
  /** Uncertain findings that the person said are no patient's; each counts for that text in that field only. */
  notPatient?: NotPatient[]
  /** The bank's clip of this paper to be used instead of a second one; '' is "clip it again", missing: not chosen. */
  reuse?: string
  /** Ideas of the bank that are chosen to be supported by the clip. */
  supports?: string[]
  /** The person read the text over, because what the patient's page showed can no longer be looked for. */
  readOver?: boolean
}

/** The texts of a form that may be sent. */
export type GuardedField = ClipTextName | 'title' | 'address' | 'quote' | 'note'

export interface NotPatient {
  name: GuardedField
  type: PatientInfoType
  text: string
}

/** Where a draft came from: a page, a link on one, typed by hand, or a refused clip taken up again. */
export type DraftOrigin = 'page' | 'link' | 'hand' | 'again'

/** A clip in the making. Kept in the database with every keystroke. */
export interface Draft {
  id: string
  from: DraftOrigin
  /** The tab that it belongs to in that run of the browser; `null` when the tab moved on. */
  tab: number | null
  run: string
  address: string
  /** What the tab or link was called before anything was read. */
  name: string
  state: 'reading' | 'read' | ReadTrouble
  source: DraftSource | null
  /** The browser's own word of what was selected, where the page itself cannot be read. */
  selection: string
  form: DraftForm
  /** Ideas that the clip supports already. */
  ideas: string[]
  /** Refused mutations that saving this replaces. */
  replaces: string[]
  /** How many patients its page showed. Such a page leaves no title, address or selection here. */
  patients?: number
  /** Its page did not show that it is published, and leaves nothing here either. */
  isPrivate?: boolean
  /** Something of the person is in it although nothing was typed: a quick clip to look over, or brought back from a file. */
  kept?: boolean
  /** Begun on our own first page, to practise: saving it keeps and sends nothing. */
  practice?: boolean
  /** The document that was read, or on which the link stands. */
  page?: string
  changedAt: number
}

/** With what a draft begins. */
export interface DraftStart {
  from: DraftOrigin
  tab: number | null
  address: string
  name: string
  /** The browser's own word of what was selected, for pages that cannot be read. */
  selection?: string
}

export const blankForm: DraftForm = {
  withIdea: true,
  change: '',
  problem: '',
  title: null,
  address: null,
  quote: null,
  kind: null,
  topic: null,
  site: null,
  note: '',
}

/** What is chosen from a list, and no text. */
const chosen: ReadonlySet<string> = new Set(['kind', 'topic', 'site', 'reuse'])

/** What the table of an idea's fields adds is a text like the others; the table itself is too much for the background. */
const isTyped = (form: DraftForm): boolean =>
  form.title !== null ||
  form.address !== null ||
  form.quote !== null ||
  Object.entries(form).some(([name, value]) => typeof value === 'string' && value.trim() !== '' && !chosen.has(name))

const isChosen = ({ kind, topic, site, supports = [] }: DraftForm): boolean =>
  kind !== null || topic !== null || site !== null || supports.length > 0

/** Whether losing a draft would lose something of the person: what they typed or chose, and what they kept without typing. */
export const isUnfinished = ({ form, kept, replaces, practice }: Pick<Draft, 'form' | 'kept' | 'replaces' | 'practice'>): boolean =>
  practice !== true && (isTyped(form) || isChosen(form) || kept === true || replaces.length > 0)

/** Whether a draft was begun on a page about patients. */
export const isOfPatient = ({ patients = 0 }: Draft): boolean => patients > 0

/** Whether nothing of its page is in a draft, not even what tells which page it is. */
export const isOfHiddenPage = (draft: Draft): boolean => isOfPatient(draft) || draft.isPrivate === true

export const withoutFragment = (address: string): string => address.replace(/#.*$/s, '')
