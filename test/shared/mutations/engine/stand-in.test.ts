import { expect, test } from 'vitest'
import type { Context } from '../../../../shared/domain/actor.ts'
import { type MutationName, mutations } from '../../../../shared/mutations/index.ts'
import { isRefusal, mayAsk } from '../../../../shared/mutations/engine/mutation.ts'
import { admin, anIdea, decision, ended, everyRole, ideaId, now, otherIdea, sampleNetwork } from '../../../sample-network.ts'

const alone: Context = { ...admin, standsIn: true }
const asked: readonly (readonly [name: MutationName, args: object, idea?: Parameters<typeof anIdea>[0]])[] = [
  ['classifyIdea', { idea: ideaId, pathway: 'incubator' }],
  ['takeIdea', { idea: ideaId, take: true }],
  ['endIdea', { idea: ideaId, as: 'parked', reason: 'not-now', sentence: 'Next year.', lookAgain: now + 1 }],
  ['mergeIdeas', { idea: ideaId, into: otherIdea, reason: 'same-idea', sentence: 'The same.' }],
  ['reopenIdea', { idea: ideaId, reason: 'By mistake.' }, ended('declined')],
]
const codeOf = (name: MutationName, args: object, by: Context, idea?: Parameters<typeof anIdea>[0]): string => {
  const decided = decision(name, sampleNetwork([anIdea(idea), anIdea({ id: otherIdea })]), args, by)
  return isRefusal(decided) ? decided.refused : 'ok'
}

test('[M31] an admin does what triage asks for where nobody coordinates, and not where somebody does', () => {
  for (const [name, args, idea] of asked) {
    expect(codeOf(name, args, alone, idea), name).toBe('ok')
    expect(codeOf(name, args, admin, idea), name).toBe('forbidden')
  }
})

test('[M31] only with ideas that have no pathway yet', () => {
  for (const [name, args, idea] of asked) expect(codeOf(name, args, alone, { ...idea, pathway: 'single-site' }), name).toBe('forbidden')
})

test('[M31] what is not triage stays with the coordinator', () => {
  const open = (Object.keys(mutations) as MutationName[]).filter(
    (name) => !mayAsk(mutations[name], admin) && mayAsk(mutations[name], alone),
  )
  expect(open.toSorted()).toEqual(asked.map(([name]) => name).toSorted())
  expect(codeOf('moveIdea', { idea: ideaId, to: 'design' }, alone, { pathway: 'incubator' })).toBe('forbidden')
})

test('[M31] nobody else stands in, whatever is said of them', () => {
  for (const by of everyRole.filter(({ role }) => role !== 'admin' && role !== 'coordinator'))
    expect(codeOf('classifyIdea', asked[0]?.[1] ?? {}, { ...by, standsIn: true }), by.role).toBe('forbidden')
})
