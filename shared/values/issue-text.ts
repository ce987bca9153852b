import type * as v from 'valibot'

/** The library's own words end with what it received; ours never say it. A text with this in it is what we expected, never what came. */
const withoutReceived = (message: string): string => message.replace(/(?: but r|: R)eceived .*$/s, '')

/**
 * Where something is not of its form and why, without any value that was sent: refusals are kept in the log, and answers of
 * errors in others' logs. A name that is in no schema is one of those values (`…`); one that is missing is ours.
 */
export const issueText = (issue: v.BaseIssue<unknown>): string => {
  const path = (issue.path ?? []).map(({ key, origin }) => (origin === 'key' && issue.input !== undefined ? '…' : String(key))).join('.')
  const message = withoutReceived(issue.message)
  return path ? `${path}: ${message}` : message
}
