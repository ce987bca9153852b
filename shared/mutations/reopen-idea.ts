import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import { defineMutation, type Refusal, refusalIn, refuse, signed } from './engine/mutation.ts'
import { type Idea, type Network, survivingIdea } from '../domain/entities.ts'
import { takenBack } from './engine/undo-merge.ts'
import { message } from '../i18n/message.ts'
import { dayOf, endOfDay } from '../values/calendar-day.ts'

/** Milliseconds. */
const reopenable = (network: Network, id: string): Idea | Refusal => {
  const idea = network.idea(id)
  if (!idea) return refuse('not-found', message('idea-not-found'))
  if (idea.hold) return refuse('held', message('idea-held', { why: idea.hold.why }))
  const survivor = survivingIdea(network, idea.id)
  return idea.disposition !== 'active' && survivor?.hold ? refuse('held', message('survivor-held', { why: survivor.hold.why })) : idea
}

/**
 * Reopens an ended idea. A merge is undone with all that it moved; what was said or attached on the surviving idea since then stays.
 * An idea that was never classified gets a new decision date.
 */
export const reopenIdea = defineMutation({
  name: 'reopenIdea',
  undoable: true,
  args: v.object({ idea: field.id, reason: field.requiredSentence }),
  triage: true,
  roles: ['coordinator', 'steering'],
  reads: (args) => ({ ideas: [args.idea] }),
  objects: (network, { idea = '' }) => refusalIn(reopenable(network, idea)),
  run: (network, args, context) => {
    const idea = reopenable(network, args.idea)
    if ('refused' in idea) return idea
    if (idea.disposition === 'active') return []
    const decisionDue = idea.pathway === null ? endOfDay(dayOf(context.at) + network.framework().decisionDays) : idea.decisionDue
    const { carried: _, ...kept } = idea
    return [
      {
        kind: 'idea',
        id: idea.id,
        value: {
          ...kept,
          disposition: 'active',
          ending: null,
          lookAgain: null,
          mergedInto: null,
          decisionDue,
          movedAt: context.at,
          step: { did: 'reopened', ...signed(context), why: args.reason },
        },
      },
      ...takenBack(network, idea),
    ]
  },
})
