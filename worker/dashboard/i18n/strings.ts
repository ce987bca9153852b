import type { Disposition, Role } from '../../../shared/domain/entities.ts'
import { language } from '../../../shared/web/language.ts'
import { accessWords } from './strings-access.ts'
import { exportWords } from './strings-export.ts'
import { boardWords } from './strings-board.ts'
import { evidenceWords } from './strings-evidence.ts'
import { ideaWords } from './strings-idea.ts'
import { workWords } from './strings-work.ts'
import { peopleWords } from './strings-people.ts'
import { many } from './plurals.ts'

const dispositions: Record<Disposition, string> = {
  active: 'Active',
  parked: 'Parked',
  declined: 'Declined',
  abandoned: 'Abandoned',
  merged: 'Merged',
}
const roles: Record<Role, string> = {
  contributor: 'contributor',
  'site-lead': 'site lead',
  coordinator: 'coordinator',
  steering: 'steering',
  admin: 'admin',
}
const who: Record<string, string> = { ...roles, 'project-lead': 'project lead', steering: 'steering member' }

/** Every word that the dashboard says, in English; a second language is a second object of this shape. */
const english = {
  ...accessWords,
  ...boardWords,
  ...evidenceWords,
  ...ideaWords,
  ...exportWords,
  ...workWords,
  ...peopleWords,
  product: 'Gleaner',
  /** A text of the rules or the server, as people read it. */
  said: (text: string): string => text,
  tryAgain: 'Try again',
  reload: 'Load this page again',
  fetching: (what: string) => `Fetching ${what} …`,
  dispositions,
  roles,
  who,
  problems: {
    offline: 'The bank cannot be reached just now. What you typed is kept here; try again when you are connected.',
    strange:
      'Something between you and the bank answered instead of it, perhaps your hospital’s network. What you typed is kept here; try again.',
    unknown: 'That did not work, and the bank did not say why. What you typed is kept here; try again.',
    faultTitle: 'This page stopped working',
    fault: 'Something went wrong in this page. What you typed is kept in this tab; load the page again.',
  },
  opening: { text: 'Opening the bank …', failed: 'The bank does not open' },
  lost: { title: 'Nothing here', text: 'There is no page at this address. The bank and its ideas are in the navigation above.' },
  session: {
    ended: 'Your session has ended, or you are no longer in this network. What you typed is kept here.',
    again: 'Sign in again in another tab',
    notLive: 'Not connected: what others do now appears here once the line is back.',
  },
  frame: {
    skip: 'Skip to the page',
    navigation: 'Main',
    home: 'Bank',
    ideas: 'Ideas',
    triage: 'Triage',
    news: 'News',
    reports: 'Reports',
    settings: 'Settings',
    connect: 'Connect',
    members: 'Members',
    audit: 'Audit',
    account: 'My account',
    network: 'Network',
    signOut: 'Sign out',
    language: 'Language',
    citation: {
      before: 'Pathways and phases follow the learning and improvement framework of Bates and colleagues (',
      link: 'BMJ Qual Saf 2022;31:800',
      after: '), in our own words and with this network’s settings.',
    },
  },
  signIn: {
    title: 'Sign in to the idea bank',
    lead: 'Use whichever of these your network has given you.',
    busy: 'Signing you in …',
    code: 'Link or code',
    codeHint: 'Paste the whole link, or only what stands after the # in it.',
    submit: 'Sign in',
    howTitle: 'How to get a link',
    how: [
      'Ask your network’s coordinator, who makes one for you.',
      'Running Gleaner on your own machine? Starting it prints a link for the demonstration’s coordinator.',
      'A link that was used before, or is too old, no longer works: ask for another.',
    ],
    already: (name: string) => `You are signed in as ${name}: go to the bank`,
  },
  connect: {
    title: 'Connect an extension',
    lead: 'With Gleaner in the browser, a clinician clips evidence and ideas while reading. A code connects one browser to this network.',
    brought: 'This link connects a Gleaner extension. It works once.',
    whose: 'For whom',
    myself: (name: string) => `${name} (me)`,
    make: 'Make a code',
    another: 'Make another code',
    until: 'This code ends',
    once: 'It connects one browser.',
    over: 'This code’s time is over; make another.',
    link: 'Link',
    server: 'Server address',
    code: 'Pairing code',
    stepsTitle: 'How to use it',
    steps: [
      'Open the options of the Gleaner extension: right-click its button in the toolbar, then “Options”.',
      'Paste the link. Or type the server address and the pairing code.',
      'Press “Connect”. From then on, clips arrive in this bank by themselves, also those made offline.',
    ],
    copy: (what: string) => `Copy: ${what}`,
    copyShort: 'Copy',
    copiedShort: 'Copied',
    copied: (what: string) => `Copied: ${what}.`,
    notCopied: 'Your browser does not let this page copy. Select the text and copy it by hand.',
  },
  bank: {
    caption: 'Active ideas by pathway and phase',
    pathway: 'Pathway',
    all: 'All',
    none: '–',
    noSite: 'Network',
    unclassified: 'Not yet classified',
    toTriage: 'To triage',
    toTriageHint: 'not yet classified',
    cell: (count: number, pathway: string, phase: string) => `${many(count, 'idea', 'ideas')}: ${pathway}, ${phase}`,
    sites: (least: number, most: number | null) =>
      most === null ? `${least} sites or more` : least === most ? many(least, 'site', 'sites') : `${least}–${most} sites`,
  },
  home: {
    title: (network: string) => `${network} idea bank`,
    what: 'the bank',
    toTriage: (count: number): string => (count === 1 ? 'idea to triage' : 'ideas to triage'),
    loose: (count: number): string => (count === 1 ? 'clip without an idea yet' : 'clips without an idea yet'),
    lately: 'Moved lately',
    latelyNone: 'Nothing has moved yet.',
    emptyTitle: 'The bank is empty so far',
    empty:
      'Ideas come from the Gleaner extension: somebody reads a paper, presses the button, and says in a sentence what the network could try. They arrive here to be sorted into a pathway.',
    emptyLink: 'Connect a first extension',
  },
  evidenceBrief: 'Evidence brief',
  watch: {
    watch: 'Watch',
    watching: 'Watching',
    hint: 'You are told what becomes of it',
    on: 'You watch this idea now.',
    off: 'You no longer watch this idea.',
  },
  decision: { due: 'Answer due', wasDue: 'Answer was due', moved: 'Moved' },
  list: {
    title: 'Ideas',
    filters: 'Search and filter',
    search: 'Search',
    searchHint: 'Words, or “an exact phrase”',
    any: 'Any',
    everything: 'All, ended too',
    names: {
      q: 'Search',
      pathway: 'Pathway',
      phase: 'Phase',
      topic: 'Topic',
      site: 'Site',
      level: 'Evidence',
      disposition: 'Standing',
      sort: 'Order',
    },
    level: (level: number) => (level === 1 ? 'Level 1' : `Level ${level} or better`),
    unsaid: 'With a kind not said',
    sorts: { newest: 'Newest first', oldest: 'Oldest first', due: 'Answer due first', moved: 'Last moved first' },
    clear: 'Clear filters',
    found: (total: number | null, shown: number) =>
      `${total === null ? 'More than 1000 ideas' : many(total, 'idea', 'ideas')}${total === null || shown < total ? `, ${shown} shown` : ''}`,
    noneTitle: 'No idea matches',
    none: 'Take a filter away, or search with fewer or shorter words: the beginning of a word is enough.',
    showAll: 'Show all ideas, ended ones too',
    more: 'Show more',
  },
  row: {
    columns: {
      idea: 'What would change',
      topic: 'Topic',
      site: 'From',
      stage: 'Pathway · phase',
      evidence: 'Evidence',
      sites: 'Sites',
      age: 'Came in',
      decision: 'Decision',
    },
    sitesHint: 'Sites: willing / tested / improved',
    sitesLong: (willing: number, tested: number, improved: number) => `${willing} willing, ${tested} tested, ${improved} improved`,
    noEvidence: 'none yet',
    noTopic: 'no topic',
    level: (level: number) => `Level ${level}`,
    items: (count: number) => many(count, 'clip', 'clips'),
  },
  form: {
    choose: 'Choose …',
    optional: '(optional)',
    sending: 'Sending …',
    cancel: 'Cancel',
    left: (left: number) => `${many(left, 'character', 'characters')} left`,
  },
}
export type Words = typeof english

export const words: Words = language === 'es' ? (await import('./strings-es.ts')).spanish : english
