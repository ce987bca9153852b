import type * as v from 'valibot'
import { type Message, message, type MessageCode } from '../i18n/message.ts'

/** What our schemas give as the message of what does not fit: `v.minLength(1, 'form-empty' satisfies FormCode)`. */
export type FormCode = Exclude<Extract<MessageCode, `form-${string}`>, 'form-expected' | 'form-invalid' | 'form-problem'>

/** The library's own texts begin with a capital. */
const isForm = (code: string): code is FormCode => code.startsWith('form-')

/** Limits and lengths come from the library's issue. An issue without a code of ours says what was expected. */
const problemOf = ({ message: code, expected, received, requirement }: v.BaseIssue<unknown>): Message => {
  if (!isForm(code)) return expected === null ? message('form-invalid') : message('form-expected', { expected })
  if (code === 'form-too-long') return message(code, { length: Number(received), most: Number(requirement) })
  return code === 'form-too-many' ? message(code, { most: Number(requirement) }) : message(code)
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
