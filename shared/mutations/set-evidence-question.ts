import * as v from 'valibot'
import type { Context } from '../domain/actor.ts'
import { type Idea, type Network, roles } from '../domain/entities.ts'
import { questionSchema } from '../domain/evidence-question.ts'
import * as field from '../domain/field-schemas.ts'
import { editIdea } from './edit-idea.ts'
import { writableIdea } from './engine/load-idea.ts'
import { defineMutation, type Refusal } from './engine/mutation.ts'

/** Whoever may edit the idea's own sentence. */
export const questionObjection = (network: Network, idea: string, context: Context): Refusal | undefined =>
  editIdea.objects?.(network, { idea, set: { change: '' } }, context)

/**
 * What an idea asks of the literature, with the search that is kept for it; `null` takes both away. Whoever may edit the idea. It
 * counts from the day on which it was first asked: a search in other words finds what came since then.
 */
export const setEvidenceQuestion = defineMutation({
  name: 'setEvidenceQuestion',
  undoable: true,
  args: v.object({ idea: field.id, question: v.nullable(questionSchema) }),
  roles,
  reads: (args) => ({ ideas: [args.idea] }),
  objects: (network, { idea = '' }, context) => questionObjection(network, idea, context),
  run: (network, { idea: id, question }, context) => {
    const idea = writableIdea(network, id)
    if ('refused' in idea) return idea
    const { evidenceQuestion: before, ...rest } = idea
    if (!question) return before ? [{ kind: 'idea', id: idea.id, value: rest }] : []
    const now = { ...question, at: before?.at ?? context.at }
    const isSame = before && (Object.keys(now) as (keyof typeof now)[]).every((name) => before[name] === now[name])
    return isSame ? [] : [{ kind: 'idea', id: idea.id, value: { ...rest, evidenceQuestion: now } satisfies Idea }]
  },
})
