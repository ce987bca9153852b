import type { Messages as ArchiveMessages } from './compiled/en/archive.ts'
import type { Messages as DecisionMessages } from './compiled/en/decisions.ts'
import type { Messages as EvidenceMessages } from './compiled/en/evidence.ts'
import type { Messages as FhirMessages } from './compiled/en/fhir.ts'
import type { Messages as FieldMessages } from './compiled/en/fields.ts'
import type { Messages as GateMessages } from './compiled/en/gates.ts'
import type { Messages as GlossaryMessages } from './compiled/en/glossary.ts'
import type { Messages as HookMessages } from './compiled/en/hooks.ts'
import type { Messages as HumanMessages } from './compiled/en/human.ts'
import type { Messages as LabelMessages } from './compiled/en/labels.ts'
import type { Messages as MailMessages } from './compiled/en/mail.ts'
import type { Messages as NewsMessages } from './compiled/en/news.ts'
import type { Messages as PatientMessages } from './compiled/en/patient.ts'
import type { Messages as QuestionMessages } from './compiled/en/questions.ts'
import type { Messages as RefusalMessages } from './compiled/en/refusals.ts'
import type { Messages as ServerMessages } from './compiled/en/server.ts'

/** Everything that rules and server say, by code; a place that shows only some of it loads only those sections. */
export interface Messages
  extends
    ArchiveMessages,
    DecisionMessages,
    EvidenceMessages,
    FhirMessages,
    FieldMessages,
    GateMessages,
    GlossaryMessages,
    HookMessages,
    HumanMessages,
    LabelMessages,
    MailMessages,
    NewsMessages,
    PatientMessages,
    QuestionMessages,
    RefusalMessages,
    ServerMessages {}
export type MessageCode = keyof Messages

/**
 * What stands in a message: a number, a text that somebody typed and that nobody translates, another message, or several of them:
 * one after the other, or joined as the language joins a list of `all` or of `any`.
 */
export type MessageValue =
  | string
  | number
  | Message
  | readonly Message[]
  | { readonly all: readonly Message[] }
  | { readonly any: readonly Message[] }

/** Numbers, times and choices are given as they are. */
type Valued<Parameters> = {
  readonly [Name in keyof Parameters]: string | number extends Parameters[Name] ? MessageValue : Parameters[Name]
}

type Needed<Code extends MessageCode> = Messages[Code] extends (parameters: infer Parameters) => string ? Valued<Parameters> : undefined

/** The codes of messages that have no parameters. */
export type PlainCode = { [Code in MessageCode]: Messages[Code] extends string ? Code : never }[MessageCode]

/** What is said, before it is said in any language: which message, and what stands in it. It travels and is kept as JSON. */
export type Message =
  | { readonly code: PlainCode }
  | { [Code in Exclude<MessageCode, PlainCode>]: { readonly code: Code; readonly parameters: Needed<Code> } }[Exclude<
      MessageCode,
      PlainCode
    >]

/** A message with what it needs: `message('idea-held', { why })`, `message('idea-not-found')`. */
export const message = <Code extends MessageCode>(
  code: Code,
  ...[parameters]: Messages[Code] extends string ? [] : [parameters: Needed<Code>]
): Message => (parameters === undefined ? { code } : { code, parameters }) as Message
