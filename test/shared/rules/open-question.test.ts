import { expect, test } from 'vitest'
import { openQuestion } from '../../../shared/rules/open-question.ts'
import { comment, day, idea, now } from '../../sample-network.ts'

const question = comment({ question: true, by: 'coco', at: now })

test.each([
  ['nobody asked', [comment({ by: 'coco' })], null],
  ['asked', [question], now],
  ['answered by the sender', [question, comment({ by: 'sam', at: now + day })], null],
  ['a colleague’s remark is no answer', [question, comment({ by: 'lee', at: now + day })], now],
  ['asked again after the answer', [question, comment({ by: 'sam', at: now + day }), { ...question, at: now + 2 * day }], now + 2 * day],
  ['what comes without a name counts as the sender’s', [question, comment({ by: 'lee', nameHidden: true, at: now + day })], null],
  ['the sender asks without a name, as anybody could', [comment({ question: true, by: 'sam', nameHidden: true })], now],
  ['the sender asks: the network has the word', [comment({ question: true, by: 'sam' })], null],
])('[B2] an idea waits for its sender from the question to the answer: %s', (_, comments, expected) => {
  expect(openQuestion(idea(), comments)).toBe(expected)
})
