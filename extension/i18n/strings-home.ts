import type { Direction } from '../../shared/domain/evidence-kinds.ts'
import type { StanceKind, TestResult } from '../../shared/domain/entities.ts'
import { newsSays } from '../../shared/i18n/news-sentence.ts'
import { language } from '../../shared/web/language.ts'
import type { MyFilter } from '../bank/my-items.ts'

const many = (count: number, one: string, more: string): string => (count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${more}`)

/** What the panel’s views of the person’s own things and of the bank say. Loaded with them. */
const english = {
  searchBank: 'Search the bank',
  searchMine: 'Search in yours',
  show: 'Show',
  more: (rest: number): string => `Show more (${rest.toLocaleString('en')})`,
  found: (count: number): string => many(count, 'found', 'found'),
  nothingFound: 'Nothing found.',
  filters: {
    all: 'Everything',
    attention: 'Needs my attention',
    unsent: 'Not sent yet',
    unanswered: 'Waits for an answer',
    'under-way': 'Under way',
    ended: 'Ended',
    evidence: 'Evidence',
  } satisfies Record<MyFilter, string>,
  mineEmpty: 'What you clip and propose shows here, with its state, its answers and when it is decided.',
  changed: 'changes not sent yet',
  loose: 'in your inbox',
  supports: (count: number): string => `supports ${many(count, 'idea', 'ideas')}`,

  bankUnconnected: 'Connect to your network to read its ideas here, also offline.',
  bankLoading: 'Reading the bank …',
  bankEmpty: 'No ideas of your network are on this computer yet. They come with the next synchronisation.',
  bankStates: { open: 'Going on', ended: 'Ended', all: 'All' },
  gone: 'This idea is not in the bank any more.',
  details: 'Details',
  evidenceTitle: (count: number): string => (count === 0 ? 'No evidence yet' : many(count, 'piece of evidence', 'pieces of evidence')),
  assess: 'Kind, direction …',
  assessOf: (title: string): string => `Kind, direction … of “${title}”`,
  direction: 'What does it say of this idea?',
  directions: { supports: 'Supports it', against: 'Against it', context: 'Context' } satisfies Record<Direction, string>,
  detach: 'Take from this idea …',
  detachSure: 'Take this clip from the idea? The clip stays, and can be added again.',
  detachYes: 'Take it away',
  sitesTitle: 'What sites say',
  noSites: 'No site has said anything yet.',
  commentsTitle: (count: number): string => many(count, 'comment', 'comments'),
  hiddenName: 'Somebody',
  question: 'asks',
  asked: 'Your network waits for your answer.',
  answerLabel: 'Your answer',
  sendAnswer: 'Answer',
  needsAnswer: 'Write your answer first.',
  joinedTo: (change: string): string => `It was joined to “${change}”.`,

  stanceTitle: 'What does the site say?',
  stanceOpen: 'My site …',
  stanceSite: 'Which site?',
  stances: {
    interested: 'would test this',
    testing: 'is testing this',
    tested: 'tested this',
  } satisfies Record<StanceKind, string>,
  result: 'With what result?',
  results: {
    improved: 'Improved',
    'no-change': 'No change',
    worse: 'Worse',
  } satisfies Record<TestResult, string>,
  measure: 'What is measured?',
  until: 'Until when?',
  say: 'Say so',
  said: 'Kept on this computer; it is sent by itself.',
  needsResult: 'Say with what result the test ended.',

  edit: 'Edit',
  editTitle: 'Edit this idea',
  save: 'Save',
  cancel: 'Cancel',
  needsChange: 'Say in one sentence what you would change.',
  withdraw: 'Withdraw …',
  withdrawSure: 'Withdraw this idea? It leaves the bank; its clips stay in your inbox.',
  withdrawYes: 'Withdraw it',
  patient: (count: number): string =>
    `Not saved: ${many(count, 'place', 'places')} may identify a patient. Change the text; it stays here until then.`,

  inboxEmpty: 'Clips that support no idea yet wait here. None does.',
  inboxLead: 'Clips of yours that support no idea yet.',
  makeIdea: 'Make an idea of it',
  attach: 'Add to an idea …',
  attachTitle: 'Which idea does it support?',
  attachTo: (change: string): string => `Add to “${change}”`,
  attached: (change: string): string => `Added to “${change}”.`,
  remove: 'Remove …',
  removeSure: 'Remove this clip for good?',
  removeYes: 'Remove it',

  addedTo: 'Your clip is added to:',
  notAdded: 'Take back',
  notAddedTo: (change: string): string => `Take back: “${change}”`,
  similarTitle: 'Ideas like this one',
  similarAttach: 'Add my clip to it instead',
  similarAttachTo: (change: string): string => `Add my clip to it instead: “${change}”`,

  news: (moved: number, others: number): string =>
    [
      ...(moved > 0 ? [moved === 1 ? '1 of your ideas moved' : `${moved} of your ideas moved`] : []),
      ...(others > 0 ? [moved > 0 ? `${others} more` : many(others, 'new thing about your ideas', 'new things about your ideas')] : []),
    ].join(' · '),
  newsShow: 'Show',
  newsEarlier: 'Show the news',
  newsClose: 'Close the news',
  fresh: 'New',
  helped: 'You helped',
  newsSays,
}
export type HomeWords = typeof english

export const words: HomeWords = language === 'es' ? (await import('./strings-home-es.ts')).homeWordsSpanish : english
