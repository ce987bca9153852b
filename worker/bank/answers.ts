import type * as v from 'valibot'
import type { ErrorReply } from '../../shared/api/bank.ts'
import { readMutation } from '../../shared/mutations/index.ts'
import { issueMessage } from '../../shared/values/issue-message.ts'
import { nearlyUsed } from '../../shared/sync/member-limits.ts'
import type { Context } from '../../shared/domain/actor.ts'
import type { Person } from '../../shared/domain/entities.ts'
import { bytesOf, fitting } from '../../shared/values/page-bytes.ts'
import { type Ack, caps, type SyncReply } from '../../shared/sync/protocol.ts'
import { errorReply } from '../http/problem.ts'
import { message } from '../../shared/i18n/message.ts'

declare const said: unique symbol
/** Text that is a `Reply` as JSON. The mark is never there: it carries the type through a call of the object, which passes texts as they are. */
type Json<Reply> = string & { readonly [said]?: Reply }

/** An answer as the API passes it on: JSON text is made once, here. With a 2xx its body is a `Reply`. */
export interface ObjectReply<Reply> {
  status: number
  body: Json<Reply>
  /** What was set and by whom, for the audit; absent where nothing was. */
  settings?: { person: string; fields: string }
  /** Seconds after which to come again. */
  retryAfter?: number
}

/** Who acts, as the directory knows them. */
export type Actor = Person & Pick<Context, 'standsIn'>

export const objectReply = <Reply>(status: number, body: Reply): ObjectReply<Reply> => ({ status, body: JSON.stringify(body) })
/** An answer that is not what was asked for. */
export const refusal = (status: number, body: ErrorReply): ObjectReply<never> => ({ status, body: JSON.stringify(body) })

/** The settings that such arguments name. What is asked for a second time is answered by its id, and may have any. */
const settingsNamed = (args: unknown): string[] => {
  const read = readMutation({ name: 'configureFramework', args })
  return read?.name === 'configureFramework' ? Object.keys(read.args.set ?? {}) : []
}

/** Which of the network's settings were changed after that number of the log: the audit log records them too, beside the bank's own log. */
export const settingsIn = (
  mutations: readonly { id: string; name: string; args?: unknown }[],
  acks: readonly Ack[],
  before: number,
  actor: Actor,
): ObjectReply<unknown>['settings'] => {
  const done = new Set(acks.filter(({ status, seq }) => status === 'ok' && seq > before).map(({ id }) => id))
  const sets = mutations.filter(({ id, name }) => name === 'configureFramework' && done.has(id))
  const fields = sets.flatMap(({ args }) => settingsNamed(args))
  return fields.length > 0 ? { person: actor.id, fields: [...new Set(fields)].join(', ') } : undefined
}

/** Answers of which only as many say what was replaced as go into a page; the history of each idea says it of all. */
export const shortened = (acks: readonly Ack[]): Ack[] => {
  const whole = fitting(
    acks.map((ack) => bytesOf(JSON.stringify(ack))),
    caps.pageBytes,
  )
  return acks.map((ack, index) => {
    if (index < whole) return ack
    const { overwrote: _, ...rest } = ack
    return rest
  })
}

/** The rows are text already; only what stands around them is made here. */
export const replyText = (reply: SyncReply<string>, share: number): string => {
  if ('control' in reply) return JSON.stringify(reply)
  const { rows, ...page } = reply
  const around = share < nearlyUsed ? page : { ...page, share }
  return `${JSON.stringify(around).slice(0, -1)},"rows":[${rows.join(',')}]}`
}

export const contextOf = (actor: Actor): Context => ({
  person: actor.id,
  role: actor.role,
  site: actor.site,
  at: Date.now(),
  ...(actor.standsIn ? { standsIn: true } : {}),
})

export const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON: the schema then says so in words.
    return undefined
  }
}

/** What a request is answered that is not of its form. */
export const notOfForm = (issue: v.BaseIssue<unknown>): ObjectReply<never> =>
  refusal(400, errorReply('malformed', message('problem-not-of-form', { problem: issueMessage(issue) })))

/** An idea as somebody read it: its row as JSON text (`part` of the object), or `null` where it is another one by now. */
export interface SeenIdea {
  idea: string
  text: string | null
}

/** What is answered when our own code failed on one of the mutations. */
export const faulted = (): ObjectReply<never> => refusal(503, errorReply('fault', message('problem-mutation-fault')))
