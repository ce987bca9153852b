import type { Message } from '../i18n/message.ts'

/** One thing that is said of what was sent, by FHIR's codes of issues; `where` is the path of an element, never its value. */
export interface Issue {
  severity: 'error' | 'warning' | 'information'
  code:
    | 'structure'
    | 'required'
    | 'value'
    | 'invalid'
    | 'not-supported'
    | 'not-found'
    | 'forbidden'
    | 'duplicate'
    | 'business-rule'
    | 'informational'
    | 'processing'
    | 'too-long'
  said: Message
  where?: string
}

export const issue = (severity: Issue['severity'], code: Issue['code'], said: Message, where?: string): Issue => ({
  severity,
  code,
  said,
  ...(where === undefined ? {} : { where }),
})

/** A FHIR R4 OperationOutcome with these issues, or one that says that all is well. */
export const operationOutcome = (issues: readonly Issue[], format: (said: Message) => string, done: Message): object => ({
  resourceType: 'OperationOutcome',
  issue: (issues.length > 0 ? issues : [issue('information', 'informational', done)]).map(({ severity, code, said, where }) => ({
    severity,
    code,
    details: { text: format(said) },
    ...(where === undefined ? {} : { expression: [where] }),
  })),
})
