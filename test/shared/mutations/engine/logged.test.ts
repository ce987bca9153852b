import { expect, test } from 'vitest'
import { argsOf, type deviceMutations, readDeviceMutation, wholeDeviceMutation } from '../../../../shared/mutations/device-mutations.ts'
import { type ByName, byName } from '../../../../shared/mutations/engine/logged.ts'
import { readMutation } from '../../../../shared/mutations/index.ts'
import { clipId, ideaId } from '../../../sample-network.ts'

const edit = { name: 'editIdea', args: { idea: ideaId, set: { change: ' Weigh at noon. ' } } }

test('logged arguments are parsed one by one, by the schema of their mutation', () => {
  expect(readMutation(edit)).toEqual({ name: 'editIdea', args: { idea: ideaId, set: { change: 'Weigh at noon.' } } })
  expect(readMutation({ name: 'moveIdea', args: { idea: ideaId, to: 7, reason: 'Ready.', more: 1 } })).toEqual({
    name: 'moveIdea',
    args: { idea: ideaId, reason: 'Ready.' },
  })
})

test.each([null, undefined, 'text', 7, [], ['idea']])('arguments that are %j count as empty', (args) => {
  expect(readMutation({ name: 'attachEvidence', args })).toEqual({ name: 'attachEvidence', args: {} })
})

test('arguments hidden from the viewer are missing, and the rest is read', () => {
  expect(readMutation({ name: 'attachEvidence', args: { idea: ideaId } })).toEqual({ name: 'attachEvidence', args: { idea: ideaId } })
})

test.each(['nothing', 'constructor', 'toString', '__proto__', ''])('“%s” is not a mutation', (name) => {
  expect(readMutation({ name, args: {} })).toBeUndefined()
  expect(wholeDeviceMutation({ name, args: {} })).toBeUndefined()
})

test('mutations that only the dashboard sends are not among the extension’s', () => {
  expect(readDeviceMutation({ name: 'endIdea', args: { idea: ideaId } })).toBeUndefined()
})

test('arguments are read only under the name of their own mutation', () => {
  const attached = { name: 'attachEvidence', args: { idea: ideaId, evidence: clipId } }
  expect(argsOf(attached, 'attachEvidence')).toEqual({ idea: ideaId, evidence: clipId })
  expect(argsOf(attached, 'detachEvidence')).toBeUndefined()
})

test('a mutation without all of its required arguments is not read as one', () => {
  expect(wholeDeviceMutation(edit)).toEqual({ name: 'editIdea', args: { idea: ideaId, set: { change: 'Weigh at noon.' } } })
  expect(wholeDeviceMutation({ name: 'editIdea', args: { idea: ideaId } })).toBeUndefined()
})

test('a table of handlers runs the handler of the mutation’s name', () => {
  const read = readDeviceMutation(edit)
  const others = (): string => 'another'
  const table: ByName<typeof deviceMutations, string> = {
    assessEvidence: others,
    attachEvidence: others,
    clipEvidence: others,
    commentIdea: others,
    markQuestionRead: others,
    withdrawStance: others,
    detachEvidence: others,
    editIdea: ({ set }) => set?.change ?? '',
    expressStance: others,
    proposeIdea: others,
    takeBack: others,
    withdrawEvidence: others,
    withdrawIdea: others,
  }
  expect(read && byName(table, read)).toBe('Weigh at noon.')
  const { editIdea: _, ...lacking } = table
  // @ts-expect-error -- a table without one of the mutations does not compile
  const bad: ByName<typeof deviceMutations, string> = lacking
  expect(Object.keys(bad)).toHaveLength(12)
})
