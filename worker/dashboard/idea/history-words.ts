import type { HistoryEntry } from '../../../shared/api/bank.ts'
import { evidenceKinds } from '../../../shared/domain/evidence-kinds.ts'
import { endingLabel, pathwayLabel, phaseLabel, siteLabel } from '../data/framework.ts'
import { list, locale } from '../i18n/locale.ts'
import { messages } from '../i18n/bank.ts'
import { translate } from '../i18n/translate.ts'
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

const moved = (args: Args): Told => {
  const [phase, past] = [phaseLabel(text(args['to'])), args['override'] === true]
  return { did: past ? messages.history.movedPastGate({ phase }) : messages.history.moved({ phase }), why: text(args['reason']) }
}

const edited = (args: Args): Told => {
  const { measures, ...set } = record(args['set'])
  const names = [...Object.keys(set), ...Object.keys(record(measures))].map((key) => named(messages.history.fields, key))
  return { did: names.length > 0 ? messages.history.edited({ fields: list.format(names) }) : messages.history.editedText, why: '' }
}

const stance = (args: Args): Told => {
  const says = args['result'] ? named(messages.stance.results, args['result']) : named(messages.stance.kinds, args['stance'])
  const did = messages.history.stance({ site: siteLabel(text(args['site'])), says: says.toLocaleLowerCase(locale) })
  return { did, why: text(args['note']) }
}

const assessed = (args: Args): Told => {
  const set = record(args['set'])
  const kind = evidenceKinds.find(({ key }) => key === set['kind'])?.label
  const says = [
    ...('kind' in set ? [kind ? translate(kind) : messages.history.unsaidKind] : []),
    ...('direction' in set ? [named(messages.evidence.directions, set['direction'])] : []),
    ...('appraisal' in set
      ? [set['appraisal'] ? named(messages.evidence.appraisals, set['appraisal']) : messages.evidence.notAppraised]
      : []),
  ]
  return { did: says.length > 0 ? messages.history.assessed({ says: list.format(says) }) : messages.history.lookedAgain, why: '' }
}

const told: Record<string, (args: Args, idea: string) => Told> = {
  proposeIdea: (args, idea) => ({ did: args['idea'] === idea ? messages.history.proposed : messages.history.proposedOther, why: '' }),
  editIdea: edited,
  classifyIdea: (args) => ({
    did: messages.history.classified({ pathway: pathwayLabel(text(args['pathway'])) }),
    why: text(args['override']),
  }),
  moveIdea: moved,
  endIdea: (args) => ({
    did: messages.history.ended({ how: named(messages.history.endings, args['as']), reason: endingLabel(text(args['reason'])) }),
    why: text(args['sentence']),
  }),
  mergeIdeas: (args, idea) => ({
    did: args['idea'] === idea ? messages.history.merged : messages.history.tookIn,
    why: text(args['sentence']),
  }),
  reopenIdea: (args) => ({ did: messages.history.reopened, why: text(args['reason']) }),
  returnToTriage: (args) => ({ did: messages.history.returned, why: text(args['reason']) }),
  recordMeasurements: (args) => ({
    did: messages.history.measured({
      site: siteLabel(text(args['site'])),
      count: Array.isArray(args['points']) ? args['points'].length : 0,
    }),
    why: '',
  }),
  withdrawIdea: () => ({ did: messages.history.withdrew, why: '' }),
  attachEvidence: () => ({ did: messages.history.attached, why: '' }),
  detachEvidence: () => ({ did: messages.history.detached, why: '' }),
  withdrawEvidence: () => ({ did: messages.history.removed, why: '' }),
  clipEvidence: (args) => ({ did: messages.history.clipped, why: text(record(args['citation'])['title']) }),
  assessEvidence: assessed,
  unsayKind: () => ({ did: messages.history.unsaid, why: '' }),
  expressStance: stance,
  commentIdea: (args) => ({ did: args['question'] === true ? messages.history.asked : messages.history.commented, why: '' }),
  watchIdea: (args) => ({ did: args['watch'] === true ? messages.history.watched : messages.history.unwatched, why: '' }),
  holdIdea: (args) => ({ did: messages.history.held, why: text(args['why']) }),
  liftHold: (args) => ({ did: messages.history.lifted, why: text(args['reason']) }),
}

/** One entry of the log in words. A mutation that this page does not know yet is told by its name. */
export const historyWords = (entry: HistoryEntry, idea: string): Told =>
  own(told, entry.name)?.(record(entry.args), idea) ?? { did: entry.name, why: '' }
