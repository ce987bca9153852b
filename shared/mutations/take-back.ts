import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import { defineMutation, refuse } from './engine/mutation.ts'
import { type Change, type Network, roles } from '../domain/entities.ts'
import { undoWithin } from '../domain/undo.ts'
import { message } from '../i18n/message.ts'

/** The ideas that a row is of; a site's word is kept under its idea's id. */
const ideasOf = ({ kind, id, value }: Change): string[] =>
  kind === 'evidence' ? (value?.ideas ?? []) : kind === 'idea' || kind === 'stance' ? id.split('/').slice(0, 1) : []

/** A clip of an idea that was withdrawn meanwhile comes back without it. */
const livingOnly = (network: Network, before: readonly Change[]): Change[] => {
  const back = new Set(before.flatMap(({ kind, id, value }) => (kind === 'idea' && value ? [id] : [])))
  const lives = (id: string): boolean => back.has(id) || network.idea(id) !== undefined
  return before.map((change) =>
    change.kind === 'evidence' && change.value
      ? { ...change, value: { ...change.value, ideas: change.value.ideas.filter((idea) => lives(idea)) } }
      : change,
  )
}

/** Whether others have since put something beside an idea that would go. */
const isUsed = (network: Network, before: readonly Change[]): boolean => {
  const own = new Set(before.map(({ kind, id }) => `${kind} ${id}`))
  return before
    .flatMap(({ kind, id, value }) => (kind === 'idea' && value === null ? [id] : []))
    .some(
      (idea) =>
        network.stancesOf(idea).some(({ id }) => !own.has(`stance ${id}`)) ||
        network.evidenceOf(idea).some(({ id }) => !own.has(`evidence ${id}`)),
    )
}

/**
 * Takes back what the same person asked for a moment ago, whole: every row stands again as it stood before, and nobody is told of
 * either. Where somebody has changed one of the rows since, nothing is taken back.
 */
export const takeBack = defineMutation({
  name: 'takeBack',
  args: v.object({ mutation: field.id }),
  roles,
  reads: () => ({}),
  goesUnnamed: (network, { mutation }, person) => {
    const done = network.undoable?.(mutation)
    return done?.unnamed === true && done.by === person
  },
  run: (network, args, context) => {
    const done = network.undoable?.(args.mutation)
    if (!done || context.at - done.at > undoWithin) return refuse('gone', message('undo-too-late'))
    if (done.by !== context.person) return refuse('forbidden', message('undo-forbidden'))
    if (done.takenBack) return []
    if (done.before.length === 0) return refuse('gone', message('undo-too-late'))
    if (done.changedSince) return refuse('gone', message('undo-changed'))
    if (isUsed(network, done.before)) return refuse('gone', message('undo-changed'))
    const held = done.before.flatMap((change) => ideasOf(change)).flatMap((id) => network.idea(id)?.hold ?? [])[0]
    return held ? refuse('held', message('idea-held', { why: held.why })) : livingOnly(network, done.before)
  },
})
