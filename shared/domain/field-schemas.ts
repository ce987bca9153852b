import * as v from 'valibot'
import { isVisible, plainText, saysSomething } from '../values/plain-text.ts'
import type { FormCode } from '../values/issue-message.ts'

/** The longest texts that a network keeps, in characters. */
export const limits = {
  sentence: 500,
  text: 4000,
  quote: 600,
  context: 200,
  label: 120,
  address: 2000,
  list: 50,
  drivers: 8,
  interventions: 8,
  points: 500,
  marks: 20,
  mentions: 20,
} as const

/** Days since 1970; nothing before 1990 belongs to a project of today. */
export const oldestDay = 7305
/** A number this long is a record's, not a measure's. */
export const largestValue = 1_000_000

export const id = v.pipe(v.string(), v.uuid('form-not-an-id' satisfies FormCode))
export const key = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'form-not-a-key' satisfies FormCode))
const trimmed = (most: number, least = 0) =>
  v.pipe(v.string(), v.trim(), v.minLength(least, 'form-empty' satisfies FormCode), v.maxLength(most, 'form-too-long' satisfies FormCode))

export const sentence = trimmed(limits.sentence)
/** A sentence of which something is to be seen. */
export const requiredSentence = v.pipe(trimmed(limits.sentence, 1), v.check(isVisible, 'form-empty' satisfies FormCode))
/** The sentence that an idea is: it has a letter or a digit. */
export const ideaSentence = v.pipe(trimmed(limits.sentence, 1), v.check(saysSomething, 'form-empty' satisfies FormCode))
export const text = trimmed(limits.text)
/** A text of which something is to be seen. */
export const requiredText = v.pipe(trimmed(limits.text, 1), v.check(isVisible, 'form-empty' satisfies FormCode))
/** A short name: composed, and without anything that cannot be seen or that turns the text around it. */
export const label = v.pipe(v.string(), v.maxLength(4 * limits.label), v.transform(plainText), trimmed(limits.label))
/** Names or words of which only different ones count, so empty ones and repetitions go. */
export const labels = v.pipe(
  v.array(label),
  v.maxLength(limits.list, 'form-too-many' satisfies FormCode),
  v.transform((all) => [...new Set(all)].filter(Boolean)),
)

/** An http(s) address or nothing: anything else could run when it is opened. */
export const address = v.pipe(trimmed(limits.address), v.regex(/^$|^https?:\/\/\S+$/i, 'form-not-an-address' satisfies FormCode))

/** A point in time, milliseconds since 1970. */
export const time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15))
