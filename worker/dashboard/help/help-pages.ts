import type { Word } from '../../../shared/domain/glossary.ts'
import { matchPath } from '../data/address.ts'
import type { helpMessages } from '../i18n/help.ts'
import { boardKeys, type HelpKey, ideaKeys, triageHelpKeys } from './help-keys.ts'

/** What the help of one page has: its text, its own keys, its words in the order in which one meets them. */
export interface PageHelp {
  name: keyof typeof helpMessages.about
  keys: readonly HelpKey[]
  words: readonly Word[]
  /** Whether it shows gates, so that the help says why they ask. */
  gates?: true
}

const pathways: readonly Word[] = ['pathway', 'single-site', 'incubator', 'network-wide']
const phases: readonly Word[] = ['phase', 'design', 'test', 'evaluate', 'spread', 'sustain']
const endings: readonly Word[] = ['parked', 'declined', 'abandoned', 'merged']
const evidence: readonly Word[] = ['clip', 'kind', 'level', 'direction', 'two-axes']
const design: readonly Word[] = ['theory', 'smart-aim', 'driver-diagram', 'measures', 'pdsa', 'run-chart']
const roles: readonly Word[] = ['coordinator', 'steering', 'site-lead']

const ideaWords: readonly Word[] = [
  ...['problem', 'gate', 'approval', 'stance', 'willing', 'hold'].map((word) => word as Word),
  ...pathways,
  ...phases,
  ...evidence,
  'evidence-question',
  ...design,
  ...['lead', 'expert', 'registry-gap', 'process-reliability'].map((word) => word as Word),
  ...endings,
]

/** Every page's help, by its address; the first that matches. */
const pages: readonly (readonly [pattern: string, help: PageHelp])[] = [
  ['/', { name: 'home', keys: [], words: ['idea', ...pathways, ...phases, 'answer-due', 'ready', 'short', 'approval'] }],
  ['/ideas/:id/brief', { name: 'brief', keys: [], words: ['problem', ...evidence, ...design] }],
  ['/ideas/:id', { name: 'idea', keys: ideaKeys, words: ideaWords, gates: true }],
  ['/ideas', { name: 'ideas', keys: [], words: ['idea', ...pathways, 'phase', 'level', 'willing', 'answer-due', ...endings] }],
  ['/board', { name: 'board', keys: boardKeys, words: [...pathways, ...phases, 'gate', 'approval', 'willing', 'hold'], gates: true }],
  ['/evidence/map', { name: 'map', keys: [], words: ['clip', 'kind', 'level', 'two-axes'] }],
  ['/evidence', { name: 'evidence', keys: [], words: evidence }],
  ['/triage', { name: 'triage', keys: triageHelpKeys, words: ['triage', 'problem', 'answer-due', ...pathways, ...endings], gates: true }],
  ['/approvals', { name: 'approvals', keys: [], words: ['approval', 'steering', 'gate', ...phases] }],
  ['/news', { name: 'news', keys: [], words: ['answer-due', 'stance', ...endings, 'hold', 'digest'] }],
  ['/digest', { name: 'digest', keys: [], words: ['digest', ...phases, ...endings, 'hold'] }],
  ['/reports/brief', { name: 'brief', keys: [], words: ['approval', 'stance', 'spread', 'hold', 'abandoned'] }],
  [
    '/reports',
    { name: 'reports', keys: [], words: ['ready', 'short', 'answer-due', 'cohort', 'funnel', 'participation', 'lead', ...endings] },
  ],
  ['/settings', { name: 'settings', keys: [], words: [...pathways, 'gate', 'approval', 'answer-due', ...endings] }],
  ['/start', { name: 'start', keys: [], words: ['clip', 'idea', 'pairing-code', ...roles] }],
  ['/sample', { name: 'sample', keys: [], words: ['triage', ...pathways, 'phase', ...endings] }],
  ['/webhooks', { name: 'webhooks', keys: [], words: ['idea', 'approval', 'hold', 'stance'] }],
  ['/connect', { name: 'connect', keys: [], words: ['clip', 'pairing-code'] }],
  ['/account', { name: 'account', keys: [], words: ['passkey', 'pairing-code'] }],
  ['/members', { name: 'members', keys: [], words: roles }],
  ['/import', { name: 'import', keys: [], words: ['idea', ...pathways, ...phases, ...endings] }],
  ['/watch-list', { name: 'watchList', keys: [], words: ['clip'] }],
  ['/audit', { name: 'audit', keys: [], words: ['passkey', ...roles] }],
]

/** The help of whatever stands at that address. */
export const helpAt = (path: string): PageHelp =>
  pages.find(([pattern]) => matchPath(pattern, path))?.[1] ?? { name: 'other', keys: [], words: ['idea', 'clip', ...pathways] }
