import type { HistoryEntry } from '../../../shared/api/bank.ts'
import { evidenceKinds } from '../../../shared/domain/evidence-kinds.ts'
import { endingLabel, pathwayLabel, phaseLabel, siteLabel } from '../data/framework.ts'
import { words } from '../i18n/strings.ts'
import { own } from '../../../shared/values/own.ts'

export interface Told {
  did: string
  /** Their own words, where they gave any. */
  why: string
}

/** The log keeps what was sent, refused nonsense included, so nothing about its form is taken for granted. */
type Args = Record<string, unknown>
const record = (value: unknown): Args => (typeof value === 'object' && value !== null ? (value as Args) : {})
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const named = <Name extends string>(table: Record<Name, string>, key: unknown): string => {
  const found = Object.entries<string>(table).find(([name]) => name === key)
  return found?.[1] ?? text(key)
}

const edited = (args: Args): Told => {
  const { measures, ...set } = record(args['set'])
  const names = [...Object.keys(set), ...Object.keys(record(measures))].map((key) => named(words.history.fields, key))
  return { did: words.history.edited(names), why: '' }
}

const stance = (args: Args): Told => ({
  did: words.history.stance(
    siteLabel(text(args['site'])),
    args['result'] ? named(words.stance.results, args['result']) : named(words.stance.kinds, args['stance']),
  ),
  why: text(args['note']),
})

const assessed = (args: Args): Told => {
  const set = record(args['set'])
  const kind = evidenceKinds.find(({ key }) => key === set['kind'])?.label
  const says = [
    ...('kind' in set ? [kind ? words.said(kind) : words.history.unsaidKind] : []),
    ...('direction' in set ? [named(words.evidence.directions, set['direction'])] : []),
    ...('appraisal' in set ? [set['appraisal'] ? named(words.evidence.appraisals, set['appraisal']) : words.evidence.notAppraised] : []),
  ]
  return { did: words.history.assessed(says), why: '' }
}

const told: Record<string, (args: Args, idea: string) => Told> = {
  proposeIdea: (args, idea) => ({ did: args['idea'] === idea ? words.history.proposed : words.history.proposedOther, why: '' }),
  editIdea: edited,
  classifyIdea: (args) => ({ did: words.history.classified(pathwayLabel(text(args['pathway']))), why: text(args['override']) }),
  moveIdea: (args) => ({ did: words.history.moved(phaseLabel(text(args['to'])), args['override'] === true), why: text(args['reason']) }),
  endIdea: (args) => ({
    did: words.history.ended(named(words.history.endings, args['as']), endingLabel(text(args['reason']))),
    why: text(args['sentence']),
  }),
  mergeIdeas: (args, idea) => ({ did: args['idea'] === idea ? words.history.merged : words.history.tookIn, why: text(args['sentence']) }),
  reopenIdea: (args) => ({ did: words.history.reopened, why: text(args['reason']) }),
  returnToTriage: (args) => ({ did: words.history.returned, why: text(args['reason']) }),
  recordMeasurements: (args) => ({
    did: words.history.measured(siteLabel(text(args['site'])), Array.isArray(args['points']) ? args['points'].length : 0),
    why: '',
  }),
  withdrawIdea: () => ({ did: words.history.withdrew, why: '' }),
  attachEvidence: () => ({ did: words.history.attached, why: '' }),
  detachEvidence: () => ({ did: words.history.detached, why: '' }),
  withdrawEvidence: () => ({ did: words.history.removed, why: '' }),
  clipEvidence: (args) => ({ did: words.history.clipped, why: text(record(args['citation'])['title']) }),
  assessEvidence: assessed,
  unsayKind: () => ({ did: words.history.unsaid, why: '' }),
  expressStance: stance,
  commentIdea: (args) => ({ did: args['question'] === true ? words.history.asked : words.history.commented, why: '' }),
  watchIdea: (args) => ({ did: words.history.watched(args['watch'] === true), why: '' }),
  holdIdea: (args) => ({ did: words.history.held, why: text(args['why']) }),
  liftHold: (args) => ({ did: words.history.lifted, why: text(args['reason']) }),
}

/** One entry of the log in words. A mutation that this page does not know yet is told by its name. */
export const historyWords = (entry: HistoryEntry, idea: string): Told =>
  own(told, entry.name)?.(record(entry.args), idea) ?? { did: entry.name, why: '' }
