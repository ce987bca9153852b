import { argsOf, type DeviceMutationName, deviceMutations } from '../../shared/mutations/device-mutations.ts'
import { type Mutation, objectionTo, type Refusal } from '../../shared/mutations/engine/mutation.ts'
import type { Context } from '../../shared/domain/actor.ts'
import type { ArgsOf } from '../../shared/mutations/index.ts'
import { type Comment, type Evidence, frameworkId, type Idea, type Kind, type Stance, stanceId } from '../../shared/domain/entities.ts'
import type { QueuedMutation } from '../../shared/sync/protocol.ts'
import { openQuestion } from '../../shared/rules/open-question.ts'
import { argumentTexts } from '../outbox/argument-texts.ts'
import { ideasOf } from '../outbox/count-clips.ts'
import type { GleanerDatabase } from '../store/db.ts'
import { ofIdea } from '../store/index-keys.ts'
import { readRows, rowsWith, type StoredRow } from '../store/rows.ts'
import { optimisticView } from '../store/optimistic-view.ts'
import { notTakenBack } from '../store/taken-back.ts'

export interface IdeaSource {
  id: string
  rows: StoredRow[]
  waiting: QueuedMutation[]
}

/** An idea with all that belongs to it, what waits to be sent included. */
export interface IdeaDetail {
  idea: Idea
  evidence: Evidence[]
  /** Results first, then who tests, then who would. */
  stances: Stance[]
  /** In order of time. */
  comments: Comment[]
  /** When the question was asked that its sender has not answered; `null` where none is open. */
  asked: number | null
  /** The idea that it was joined to. */
  into: Idea | undefined
  /** Why the rules do not let this person do that with this idea; nothing where they do. Asked before anything is offered. */
  objectionTo: <Name extends DeviceMutationName>(name: Name, about: Partial<ArgsOf<Name>>) => Refusal | undefined
  /** A person's name; '' where it is hidden. */
  nameOf: (person: string) => string
}

/** More than anybody reads in a panel. */
const most = 400

/** What waits and concerns an idea, and the clips that are attached to it. */
const concerning = (waiting: readonly QueuedMutation[], id: string): QueuedMutation[] => {
  const named = waiting.filter((one) => ideasOf(one).includes(id))
  const clips = new Set(named.flatMap(({ args }) => argumentTexts(args, 'evidence')))
  return waiting.filter((one) => named.includes(one) || clips.has(argsOf(one, 'clipEvidence')?.evidence ?? ''))
}

const peopleIn = ({ kind, value }: StoredRow): string[] => {
  const { proposedBy, clippedBy, by, leads, approval } = value as Partial<Idea & Evidence & Comment>
  const decided = approval ? [approval.by, ...approval.votes.map((vote) => vote.by)] : []
  return kind === 'person' ? [] : [proposedBy ?? [], clippedBy ?? [], by ?? [], leads ?? [], decided].flat()
}

export const readIdea = (database: GleanerDatabase, id: string): Promise<IdeaSource> => {
  const { blocks, outbox } = database
  return database.transaction('r', [blocks, outbox], async () => {
    const waiting = concerning(notTakenBack(await outbox.orderBy('cseq').toArray()), id)
    const own = [...(await readRows(database, [['idea', id]])), ...(await rowsWith(database, [ofIdea(id)], most))]
    const into = own.flatMap(({ kind, value }) => (kind === 'idea' ? ((value as Idea).mergedInto ?? []) : []))
    const clips = waiting.flatMap(({ args }) => argumentTexts(args, 'evidence'))
    const wanted: [Kind, string][] = [
      ['framework', frameworkId],
      ...into.map((survivor): [Kind, string] => ['idea', survivor]),
      ...clips.map((clip): [Kind, string] => ['evidence', clip]),
      ...own.flatMap(peopleIn).map((person): [Kind, string] => ['person', person]),
    ]
    return { id, rows: [...own, ...(await readRows(database, wanted))], waiting }
  })
}

const weight = ({ stance }: Stance): number => ['tested', 'testing', 'interested'].indexOf(stance)

/** `undefined` where this device has no such idea, or it was withdrawn. */
export const ideaDetail = ({ id, rows, waiting }: IdeaSource, me: Omit<Context, 'at'>): IdeaDetail | undefined => {
  const view = optimisticView(rows, waiting, me)
  const idea = view.entity('idea', id)
  if (!idea) return undefined
  const idsOf = (kind: Kind, begun: readonly string[]): Set<string> =>
    new Set([...rows.filter((row) => row.kind === kind).map((row) => row.id), ...begun])
  const named = (name: 'evidence' | 'comment'): string[] => waiting.flatMap(({ args }) => argumentTexts(args, name))
  const said = waiting.flatMap((one) => {
    const site = argsOf(one, 'expressStance')?.site
    return site === undefined ? [] : [stanceId(id, site)]
  })
  const all = <K extends 'evidence' | 'stance' | 'comment'>(kind: K, begun: readonly string[]) =>
    [...idsOf(kind, begun)].map((one) => view.entity(kind, one)).filter((value) => value !== undefined)
  const comments = all('comment', named('comment')).toSorted((one, other) => one.at - other.at)
  return {
    idea,
    evidence: all('evidence', named('evidence')).filter(({ ideas }) => ideas.includes(id)),
    stances: all('stance', said).toSorted((one, other) => weight(one) - weight(other) || other.at - one.at),
    comments,
    asked: openQuestion(idea, comments),
    into: idea.mergedInto === null ? undefined : view.entity('idea', idea.mergedInto),
    objectionTo: (name, about) => objectionTo(deviceMutations[name] as unknown as Mutation, view.network, about, { ...me, at: Date.now() }),
    nameOf: (person) => view.entity('person', person)?.name ?? '',
  }
}
