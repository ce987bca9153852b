import type * as v from 'valibot'
import { type Message, message, type MessageCode, type PlainCode } from '../i18n/message.ts'

/** What our schemas give as the message of what does not fit: `v.minLength(1, 'form-empty' satisfies FormCode)`. */
export type FormCode = Exclude<Extract<MessageCode, `form-${string}`>, 'form-expected' | 'form-invalid' | 'form-problem'>

const plain: ReadonlySet<string> = new Set<FormCode & PlainCode>([
  'form-not-an-id',
  'form-not-a-key',
  'form-not-a-name',
  'form-empty',
  'form-not-an-address',
  'form-too-early',
  'form-too-small',
  'form-too-large',
  'form-columns',
])
const isPlain = (code: string): code is FormCode & PlainCode => plain.has(code)

/** Limits and lengths are those that the library looked at. What has no code is said as what was expected. */
const problemOf = ({ message: code, expected, received, requirement }: v.BaseIssue<unknown>): Message => {
  if (isPlain(code)) return message(code)
  if (code === ('form-too-long' satisfies FormCode)) return message(code, { length: Number(received), most: Number(requirement) })
  if (code === ('form-too-many' satisfies FormCode)) return message(code, { most: Number(requirement) })
  return expected === null ? message('form-invalid') : message('form-expected', { expected })
}

/**
 * Where something is not of its form and why, without any value that was sent: refusals are kept in the log, and answers of
 * errors in others' logs. A name that is in no schema is one of those values (`…`); one that is missing is ours.
 */
export const issueMessage = (issue: v.BaseIssue<unknown>): Message => {
  const path = (issue.path ?? []).map(({ key, origin }) => (origin === 'key' && issue.input !== undefined ? '…' : String(key))).join('.')
  const problem = problemOf(issue)
  return path ? message('form-problem', { field: path, problem }) : problem
}
