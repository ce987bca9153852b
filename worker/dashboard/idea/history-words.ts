import type { HistoryEntry } from '../../../shared/api/bank.ts'
import { evidenceKindLabel, evidenceKinds } from '../../../shared/domain/evidence-kinds.ts'
import { endingLabel, pathwayLabel, personName, phaseLabel, siteLabel } from '../data/framework.ts'
import { ideaFields, type IdeaFieldName } from '../../../shared/domain/idea-fields.ts'
import { own } from '../../../shared/values/own.ts'
import { sayDayOf } from '../ui/dates.ts'
import { fieldLabel } from '../ui/field-label.ts'
import { list, locale } from '../i18n/locale.ts'
import { messages } from '../i18n/bank.ts'
import { translate } from '../i18n/translate.ts'
import { type ByName, byName } from '../../../shared/mutations/engine/logged.ts'
import { type ArgsOf, type MutationName, type Mutations, readMutation } from '../../../shared/mutations/index.ts'

export interface HistoryLine {
  did: string
  /** Their own words, where they gave any. */
  why: string
}

type Args<Name extends MutationName> = Partial<ArgsOf<Name>>

const named = <Name extends string>(table: Record<Name, string>, key: string | null | undefined): string => {
  const found = Object.entries<string>(table).find(([name]) => name === key)
  return found?.[1] ?? key ?? ''
}

const moved = ({ to = '', override: past, reason: why = '' }: Args<'moveIdea'>): HistoryLine => {
  const phase = phaseLabel(to)
  return { did: past ? messages.history.movedPastGate({ phase }) : messages.history.moved({ phase }), why }
}

/** A field in the middle of a sentence: in words of its own, or by its label. */
const fieldWords = (key: string): string =>
  own<string>(messages.history.fields, key) ??
  (Object.hasOwn(ideaFields, key) ? fieldLabel(key as IdeaFieldName).toLocaleLowerCase(locale) : key)

const edited = ({ set: { measures = {}, ...set } = {} }: Args<'editIdea'>): HistoryLine => {
  const names = [...Object.keys(set), ...Object.keys(measures)].map(fieldWords)
  return { did: names.length > 0 ? messages.history.edited({ fields: list.format(names) }) : messages.history.editedText, why: '' }
}

const stance = ({ site = '', stance: kind, result, note: why = '' }: Args<'expressStance'>): HistoryLine => {
  const says = result ? named(messages.stance.results, result) : named(messages.stance.kinds, kind)
  return { did: messages.history.stance({ site: siteLabel(site), says: says.toLocaleLowerCase(locale) }), why }
}

const assessed = ({ set = {} }: Args<'assessEvidence'>): HistoryLine => {
  const kind = evidenceKinds.find(({ key }) => key === set.kind)?.key
  const says = [
    ...('kind' in set ? [kind ? translate(evidenceKindLabel(kind)) : messages.history.unsaidKind] : []),
    ...('direction' in set ? [named(messages.evidence.directions, set.direction)] : []),
    ...('appraisal' in set ? [set.appraisal ? named(messages.evidence.appraisals, set.appraisal) : messages.evidence.notAppraised] : []),
  ]
  return { did: says.length > 0 ? messages.history.assessed({ says: list.format(says) }) : messages.history.lookedAgain, why: '' }
}

const plain = (did: string, why = ''): HistoryLine => ({ did, why })

const proposedFor = (behalf: Args<'proposeIdea'>['behalf']): string => {
  if (!behalf) return messages.history.proposed
  return messages.history.proposedFor({ person: 'guest' in behalf ? behalf.guest : personName(behalf.member) })
}

/** What each mutation did to the idea with this id. */
const toldOf = (id: string): ByName<Mutations, HistoryLine> => ({
  proposeIdea: ({ idea, behalf }) => plain(idea === id ? proposedFor(behalf) : messages.history.proposedOther),
  importIdea: ({ file = '', row = 0 }) => plain(messages.history.imported({ file, row })),
  // The idea is gone with it.
  removeImported: () => plain(''),
  importEvidence: ({ file = '', row = 0, citation }) => plain(messages.history.importedClip({ file, row }), citation?.title),
  removeImportedEvidence: () => plain(messages.history.removedClip),
  editIdea: edited,
  classifyIdea: ({ pathway = '', override }) => plain(messages.history.classified({ pathway: pathwayLabel(pathway) }), override),
  moveIdea: moved,
  endIdea: ({ as, reason = '', sentence }) =>
    plain(messages.history.ended({ how: named(messages.history.endings, as), reason: endingLabel(reason) }), sentence),
  mergeIdeas: ({ idea, sentence }) => plain(idea === id ? messages.history.merged : messages.history.tookIn, sentence),
  reopenIdea: ({ reason }) => plain(messages.history.reopened, reason),
  returnToTriage: ({ reason }) => plain(messages.history.returned, reason),
  // Never shown: what was taken back says so itself.
  takeBack: () => plain(''),
  takeIdea: ({ take }) => plain(take ? messages.history.took : messages.history.gaveBack),
  recordMeasurements: ({ site = '', points = [], also = [] }) =>
    plain(
      messages.history.measured({
        site: list.format([site, ...also.map((one) => one.site)].map(siteLabel)),
        count: also.reduce((sum, one) => sum + one.points.length, points.length),
      }),
    ),
  withdrawIdea: () => plain(messages.history.withdrew),
  attachEvidence: () => plain(messages.history.attached),
  detachEvidence: () => plain(messages.history.detached),
  withdrawEvidence: () => plain(messages.history.removed),
  clipEvidence: ({ citation }) => plain(messages.history.clipped, citation?.title),
  assessEvidence: assessed,
  expressStance: stance,
  dismissEvidence: ({ dismiss, why }) => plain(dismiss ? messages.history.dismissed : messages.history.undismissed, why),
  commentIdea: ({ question, text = '' }) => plain(question ? messages.history.asked : messages.history.commented, text),
  markQuestionRead: () => plain(messages.history.markQuestionRead),
  editComment: ({ text = '' }) => plain(messages.history.editComment, text),
  deleteComment: () => plain(messages.history.deleteComment),
  withdrawStance: ({ site = '' }) => plain(messages.history.withdrawStance({ site: siteLabel(site) })),
  recordLookup: () => plain(messages.history.recordLookup),
  recordWatchList: () => plain(messages.history.recordWatchList),
  checkStanding: ({ as }) => plain(as === null ? messages.history.uncheckedStanding : messages.history.checkedStanding),
  setEvidenceQuestion: ({ question }) =>
    plain(question ? messages.history.evidenceQuestion : messages.history.noEvidenceQuestion, question?.search),
  dismissPaper: () => plain(messages.history.dismissedPaper),
  watchIdea: ({ watch }) => plain(watch ? messages.history.watched : messages.history.unwatched),
  publishIdea: ({ sites }) => plain(sites ? messages.history.publishedSites : messages.history.published),
  unpublishIdea: () => plain(messages.history.unpublished),
  agreeToBeNamed: ({ agree }) => plain(agree ? messages.history.agreedNamed : messages.history.unnamed),
  holdIdea: ({ why }) => plain(messages.history.held, why),
  liftHold: ({ reason }) => plain(messages.history.lifted, reason),
  requestApproval: ({ to = '', due = 0, says }) =>
    plain(messages.history.approvalAsked({ phase: phaseLabel(to), day: sayDayOf(due) }), says),
  decideApproval: ({ decision, says }) => plain(named(messages.history.approvalDecisions, decision), says),
  withdrawApproval: () => plain(messages.history.approvalWithdrawn),
  // Of the network and of no idea: the settings have a history of their own.
  configureFramework: () => plain(''),
})

/**
 * One entry of the log in words. The log keeps what was sent, refused nonsense included: what is not of its form is not told. What the
 * program did by itself, and a mutation that this page does not know yet, is told by its name.
 */
export const historyLine = (entry: HistoryEntry, idea: string): HistoryLine => {
  if (entry.name === 'unsayKind') return plain(messages.history.unsaid)
  const read = readMutation(entry)
  return read ? byName(toldOf(idea), read) : plain(entry.name)
}
