import { expect, test } from 'vitest'
import type { Person } from '../../../shared/domain/entities.ts'
import { mentionedIn, mentioning } from '../../../worker/dashboard/ui/mentions.ts'

const member = (id: string, name: string): Person => ({ id, name, role: 'contributor', site: '' })
const people = [member('ann', 'Ann'), member('anna', 'Ann Arbor'), member('jose', 'José Núñez')]

test.each([
  ['@Ann Arbor, look', ['anna']],
  ['@ann and @José Núñez', ['jose', 'ann']],
  ['Ann without a mark', []],
])('[N4] whom %j mentions', (text, expected) => {
  expect(mentionedIn(text, people)).toEqual(expected)
})

test.each([
  ['Hello @', ['ann', 'anna', 'jose']],
  ['Hello @nú', ['jose']],
  ['Hello @Ann', ['anna']],
  ['ann@hospital.example', undefined],
  ['Hello', undefined],
])('[N4] whom %j offers', (text, expected) => {
  expect(mentioning(text, text.length, people)?.people.map(({ id }) => id)).toEqual(expected)
})
