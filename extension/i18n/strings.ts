import type { EvidenceKind } from '../../shared/domain/evidence-kinds.ts'
import type { Role } from '../../shared/domain/entities.ts'
import type { Certainty, PatientInfoType } from '../../shared/phi/finding.ts'
import type { DraftProblem } from '../drafts/draft-to-mutations.ts'
import type { GuardedField, ReadTrouble } from '../store/draft.ts'
import { language } from '../../shared/web/language.ts'
import type { ItemState } from '../bank/recent.ts'
import { knownWords } from './strings-known.ts'
import type { SyncProblem } from '../store/sync-status.ts'

const clips = (count: number): string => (count === 1 ? '1 clip' : `${count} clips`)

const itemStates: Record<ItemState, string> = {
  kept: 'Kept here',
  sent: 'Sent',
  'in-bank': 'In the bank',
  attention: 'Needs your attention',
}

const troubles: Record<ReadTrouble, string> = {
  forbidden: 'The browser lets no extension read this page. Type what you want to keep; nothing else is lost.',
  pdf: 'This is a PDF in the browser’s own viewer: only its address can be read. Check the title, or clip the article’s web page instead.',
  challenge:
    'This page asks first whether you are a robot. Pass that check, then press the Gleaner button again; or type what you want to keep.',
  consent:
    'Only the page’s question about cookies can be read. Answer it, then press the Gleaner button again; or type what you want to keep.',
  'sign-in':
    'The page asks to sign in, to subscribe or for your organisation; the paper itself could not be read here. Get to it, then press the Gleaner button again; or type what you want to keep.',
  error: 'The site shows an error instead of the page. Type what you want to keep, or try again when it works.',
  empty:
    'There is nothing to read on this page yet. Wait until it has loaded and press the Gleaner button again, or type what you want to keep.',
  unreadable: 'This page could not be read. Type what you want to keep; nothing else is lost.',
}

const problems: Record<SyncProblem, string> = {
  offline: 'Your network’s server cannot be reached now. Everything is kept here and sent by itself once it can.',
  'server-busy': 'The server is busy. Everything is kept here and tried again by itself.',
  'connect-again': 'The server no longer knows this browser. Connect again to send what is kept here.',
  'not-member':
    'You are not a member of this network any more, as far as the server knows. What is unsent is kept here; ask your coordinator.',
  'update-extension': 'The server needs a newer Gleaner. Update the extension; everything is kept here until then.',
  'update-server': 'The server does not know this version of Gleaner yet. Everything is kept here until it does.',
  later: 'Very much was sent in a short time. The rest is kept here and goes bit by bit, by itself.',
  'reset-loop':
    'The server asked to start over several times in a row. Gleaner rests for an hour and then tries again; everything is kept here.',
  malformed: 'The server could not read what was sent. Everything is kept here; please tell your coordinator.',
  fault: 'Something went wrong while synchronising. What you saved is kept here and tried again by itself.',
  'disk-full': 'This computer could not store what came from the server. Free some disk space; what you saved before is kept.',
}

const roleNames: Record<Role, string> = {
  contributor: 'Contributor',
  'site-lead': 'Site lead',
  coordinator: 'Coordinator',
  steering: 'Steering member',
  admin: 'Admin',
}

const patientTypes: Record<PatientInfoType, string> = {
  NAME: 'a name',
  LOCATION: 'a place',
  FACILITY: 'a hospital or employer',
  DATE: 'a date',
  AGE90: 'an age over 89',
  PHONE: 'a phone number',
  FAX: 'a fax number',
  EMAIL: 'an e-mail address',
  SSN: 'a social security number',
  MRN: 'a record number',
  HEALTH_PLAN: 'a health plan number',
  ACCOUNT: 'an account number',
  LICENSE: 'a licence number',
  VEHICLE: 'a vehicle number',
  DEVICE: 'a device number',
  URL: 'an address that may lead to one person',
  IP: 'a network address',
  ID: 'a number of one person',
}

const guardedFields: Record<GuardedField, string> = {
  change: 'What would we change?',
  problem: 'Why here?',
  title: 'Title',
  address: 'Address',
  quote: 'Selected text',
  note: 'Note',
}

/** Shorter than the bank's own labels, which show when one rests on them: eight of these are read at a glance. */
const kinds: Record<EvidenceKind, string> = {
  guideline: 'Guideline',
  'systematic-review': 'Systematic review',
  'randomised-trial': 'Randomised trial',
  'compared-groups': 'Compared groups',
  'before-after': 'Improvement report or series',
  opinion: 'Opinion, experience',
  'local-data': 'Local data',
  'family-experience': 'Family experience',
}

const draftProblems: Record<DraftProblem['why'], (places: number) => string> = {
  'no-change': () => 'Say in one sentence what you would change, or choose “Evidence only”.',
  'no-idea': () => 'Choose an idea that the clip supports, or clip it again.',
  'no-item': () => 'Give the item a title or an address.',
  'still-reading': () => 'The page is still being read. Save again to save without it.',
  'bad-address': () => 'The address must begin with http:// or https://.',
  patient: (count: number): string =>
    `Not saved: ${count === 1 ? 'what is marked' : `${count} marked places`} may identify a patient; replace ${count === 1 ? 'it' : 'them'}, your text stays here until then.`,
  'not-read-over': () =>
    'The patient’s page is gone, so its names and numbers can no longer be looked for here. Read your text over before you save.',
}

/** Every text that a person reads in the extension's pages, in English. What the browser shows itself stands in public/_locales. */
const english = {
  ...knownWords,
  name: 'Gleaner',
  /** A text of the rules or the server, as people read it. */
  said: (text: string): string => text,
  tabs: { clip: 'Clip', mine: 'Mine', bank: 'Bank', inbox: 'Inbox' },
  settings: 'Settings',
  notConnected: 'Not connected to a network yet. Clips are kept on this computer until you connect.',
  connectNow: 'Connect',

  homeTitle: 'Clip what you read',
  homeText: 'On any page, press the Gleaner button in the toolbar. Select a sentence first to keep it with the clip.',
  homeShortcut: 'Or press Alt+Shift+G.',
  byHand: 'Write without a page',
  unfinished: 'Unfinished',
  savedHere: 'Saved on this computer',
  savedNext: 'It is sent to your network by itself.',
  savedInBank: 'It is in your network’s bank.',
  savedUnconnected: 'It is sent once you connect to your network.',

  withIdea: 'Idea',
  evidenceOnly: 'Evidence only',
  clipKind: 'What is this clip?',
  change: 'What would we change?',
  changeHint: 'One sentence, in your own words',
  why: 'Why here?',
  optional: 'optional',
  item: 'The item',
  itemTitle: 'Title',
  itemAddress: 'Address',
  itemUntitled: 'Untitled item',
  entries: 'Several items are listed here. Which one?',
  entriesPage: 'The page itself',
  quote: 'Selected text',
  quoteNone: 'Select a sentence on the page to keep it with the clip.',
  quoteAgain: 'Take selection',
  quoteCut: 'Cut to 600 characters.',
  kind: 'What kind of item is it?',
  kindUnsaid: 'Kind not said',
  kindSuggested: (kind: EvidenceKind, reason: string): string =>
    `suggested: ${kinds[kind]}${reason ? ` (${reason})` : ''}; it counts once you choose it`,
  kindName: (kind: EvidenceKind | null): string => (kind === null ? 'Kind not said' : kinds[kind]),
  note: 'Note',
  topic: 'Topic',
  topicNone: 'Not sure',
  topicSuggested: 'suggested',
  site: 'My site',
  siteNone: 'No site',
  patient:
    'Write about the work, not about a person. Everything is checked here by rules first, and what certainly identifies a patient does not leave this browser.',
  patientPage: (patients: number): string =>
    patients > 1
      ? `This page shows ${patients} patients. Its title, address and text are not kept; what it shows of them is looked for in what you write, and forgotten with the page.`
      : 'This is a patient’s page. Its title, address and text are not kept; what it shows of the patient is looked for in what you write, and forgotten with the page.',
  patientPageName: 'Beside a patient’s page',
  finding: (certainty: Certainty, type: PatientInfoType, why: string): string =>
    `${certainty === 'high' ? '' : 'perhaps '}${patientTypes[type]}: ${why}`,
  findingsIn: (field: string): string => `Found in “${field}”`,
  guardedFields,
  found: (certain: number, uncertain: number): string =>
    [
      ...(certain > 0 ? [`${certain} ${certain === 1 ? 'thing' : 'things'} here may identify a patient and must be replaced.`] : []),
      ...(uncertain > 0 ? [`${uncertain} ${uncertain === 1 ? 'is' : 'are'} uncertain: look, and replace or keep.`] : []),
    ].join(' '),
  replaceWith: (word: string): string => `Replace with ${word}`,
  leaveOut: 'Leave the address out',
  replaceAll: 'Replace all',
  replaceAllKeys: (mac: boolean): string => (mac ? '⌥⇧R' : 'Alt+Shift+R'),
  notPatient: 'This is not a patient',
  readOver: 'I have read it over; it identifies no patient.',
  save: 'Save',
  saving: 'Saving …',
  saveKeys: (mac: boolean): string => (mac ? '⌘ Return' : 'Ctrl+Enter'),
  discard: 'Discard',
  discardSure: 'Discard this draft?',
  discardAll: 'Discard all',
  discardAllSure: (count: number): string => `Discard all ${count} drafts?`,
  inAnotherTab: 'in another tab',
  justNow: 'just now',
  withoutPage: 'Written without a page',
  keep: 'Keep it',
  reading: 'Reading the page …',
  movedOn: 'This tab shows another page now. What stands here is of the page before; press the Gleaner button to clip what is shown.',
  fromScreen:
    'This page’s data name another paper, probably the one that was shown before. What stands here was taken from the screen: look it over.',
  unreadSelection: 'What is selected in a part of this page that comes from another site cannot be read. Copy it and paste it here.',
  trouble: (trouble: ReadTrouble): string => troubles[trouble],
  linkOnly: 'Only the link was kept, not the page behind it. Add a title.',
  draftProblem: ({ why, places }: DraftProblem): string => draftProblems[why](places),
  notSaved: 'Not saved',
  notSavedDisk: 'This computer could not store the clip. Your text is still here; free some disk space and save again.',

  recentTitle: 'Recent clips',
  itemState: (state: ItemState): string => itemStates[state],
  ideaWaits: (date: string): string => `to be answered by ${date}`,
  ideaAt: (pathway: string, phase: string): string => `${pathway} · ${phase}`,
  ideaEnded: (how: string, sentence: string): string => (sentence ? `${how}: ${sentence}` : how),
  dispositions: {
    active: 'Active',
    parked: 'Parked',
    declined: 'Declined',
    abandoned: 'Tested and stopped',
    merged: 'Joined with another idea',
  },
  held: 'On hold',
  editAgain: 'Edit again',
  letGo: 'Discard',
  letGoSure: 'Discard this for good?',
  refusal: (code: string): string => (code === 'too-large' ? 'This clip is too large for the bank.' : 'The bank did not take this clip.'),

  problem: (problem: SyncProblem): string => problems[problem],
  connectAgain: 'Connect again',
  unsent: (count: number): string => (count === 0 ? 'Everything is sent.' : `${clips(count)} not sent yet.`),

  language: 'Language',
  motto: 'Glean ideas and evidence while you read.',
  connectTitle: 'Connect to your network',
  server: 'Server',
  serverHint: 'https://…',
  code: 'Pairing code',
  connectWithCode: 'Connect with this code',
  connecting: 'Connecting …',
  badServer: 'This is not an address that Gleaner can connect to. It begins with https:// (or http://localhost on this computer).',
  badCode: 'Type the pairing code as well; it has at least 8 characters.',
  connectedTitle: 'Connected',
  network: 'Network',
  person: 'You',
  role: (role: Role): string => roleNames[role],
  stayConnected: 'Stay connected',
  lockedTitle: 'Connect to go on',
  lockedText: 'This is a shared computer. What was saved is kept, and shown only to whoever saved it.',
  practiceSaved: 'Saved, as practice',
  practiceNext:
    'Nothing of it was kept or sent. Next: open a paper, select a sentence that matters, and press the Gleaner button in the toolbar.',
  practice: 'Practice: nothing of this is kept or sent.',
  syncTitle: 'What is here and what is sent',
  countWaiting: 'waiting',
  countSent: 'on their way',
  countRefused: 'refused',
  countDrafts: 'drafts',
  countRows: 'entries of the bank',
  lastSync: (at: number | null): string =>
    at === null
      ? 'Never synchronised yet.'
      : `Last synchronised ${new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}.`,
  nextAttempt: (at: number): string =>
    at > Date.now() ? `Next attempt at ${new Date(at).toLocaleTimeString(undefined, { timeStyle: 'short' })}.` : '',
  syncNow: 'Synchronise now',
  exportUnsent: 'Save everything unsent as a file',
  whyUnconnected: 'Nothing can be sent before you connect. What you clipped is kept on this computer.',
  whyOnItsWay: 'What waits is being sent now, or within a minute.',
  whyRefused: 'Everything is sent. What was refused waits for you under “Mine” in the side panel.',
  whyLost: 'What is here is sent; what was lost is named above.',
  whyNothing: 'Everything is sent.',
  leftovers: 'Clips of other accounts are kept in this browser. They are sent only when that person connects again.',
  shortcutTitle: 'Keyboard',
  shortcutText:
    'In the panel, Ctrl+Enter (⌘ Return on a Mac) saves, Alt+R replaces the next thing that may identify a patient, Alt+Shift+R all of them.',

  fault: 'Something went wrong here. What you saved is kept; close the panel and open it again.',
}
export type Strings = typeof english

export const strings: Strings = language === 'es' ? (await import('./strings-es.ts')).spanish : english
