import { argumentTexts } from '../outbox/argument-texts.ts'
import { ideasOf } from '../outbox/count-clips.ts'
import type { RefusedMutation } from '../store/db.ts'
import type { OptimisticView } from '../store/optimistic-view.ts'
import { takenBackBy } from '../store/taken-back.ts'
import type { RecentItem } from './recent.ts'

const clipNames: ReadonlySet<string> = new Set(['proposeIdea', 'clipEvidence', 'attachEvidence'])

/** Whether it is a clip or a part of one. */
export const isClip = ({ name }: Pick<RefusedMutation, 'name'>): boolean => clipNames.has(name)

/** What a refusal is about; of what could not be undone, that. */
export const meant = ({ undoes, ...one }: RefusedMutation): RefusedMutation => ({ ...one, ...undoes })

/** The words of a change that was refused; a clip that could not be undone is in the bank, words and all. */
const saidIn = (one: RefusedMutation): string =>
  isClip(one)
    ? ''
    : (['set', 'text', 'measure', 'note'] as const)
        .flatMap((name) => argumentTexts(one.args, name))
        .filter((text) => text !== '')
        .join(' · ')

/** Whatever was refused and is no clip, each in a line of its own; a clip that could not be undone is one with its idea. */
export const refusedChanges = (refused: readonly RefusedMutation[], view: OptimisticView): RecentItem[] => {
  const ids = new Set(refused.map(({ id }) => id))
  // What the bank refused needs no taking back.
  const isOfRefused = (one: RefusedMutation): boolean => ids.has(takenBackBy(one) ?? '')
  const proposals = new Map(refused.flatMap(({ id, undoes }) => (undoes?.name === 'proposeIdea' ? [[ideasOf(undoes)[0], id]] : [])))
  const lineOf = ({ id, undoes }: RefusedMutation): string =>
    (undoes && ideasOf(undoes).flatMap((idea) => proposals.get(idea) ?? [])[0]) ?? id
  const lines = Map.groupBy(
    refused.filter((one) => !isClip(one) && one.name !== 'markQuestionRead' && !isOfRefused(one)),
    lineOf,
  )
  return [...lines].flatMap(([id, together]): RecentItem[] => {
    const one = together.find((each) => each.id === id)
    if (!one) return []
    const asked = meant(one)
    const [[idea = ''], [evidence = '']] = [argumentTexts(asked.args, 'idea'), argumentTexts(asked.args, 'evidence')]
    const title = view.entity('idea', idea)?.change ?? view.entity('evidence', evidence)?.citation.title ?? ''
    const { at, code, message, reason = message } = one
    const rest = { state: 'attention', idea: undefined, reason, english: message, code, refused: together, at } as const
    return [{ id, kind: 'change', title, said: saidIn(asked), ...rest }]
  })
}
