import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import * as v from 'valibot'
import type { ErrorReply } from '../../../shared/api/bank.ts'
import { message } from '../../../shared/i18n/message.ts'
import { type MutationName, mutations } from '../../../shared/mutations/index.ts'
import type { Ack, MutateReply } from '../../../shared/sync/protocol.ts'
import { issueMessage } from '../../../shared/values/issue-message.ts'
import { admitted } from '../../bank/admission.ts'
import type { ObjectReply, SeenIdea } from '../../bank/answers.ts'
import { actorOf, bankOf } from '../../bank/bank-stub.ts'
import { etagOf, namesETag } from '../../http/etag.ts'
import { openPath, problem } from '../../http/problem.ts'
import { type Whole, whole } from '../../http/route.ts'
import { idBeside } from '../../open-api/ids.ts'
import type { Operation } from '../../open-api/operation.ts'
import { reading } from '../../open-api/reading.ts'
import { mutationScopes } from '../../open-api/writing.ts'
import { tellSettings } from '../bank-routes.ts'
import type { AuthEnv } from '../middleware/authenticate.ts'
import { readBody } from './asked.ts'
import { mutationIdOf } from './once.ts'
import { replyText } from './reply.ts'

/** What a refusal of the bank is in HTTP. */
export const statuses: Readonly<Record<NonNullable<Ack['code']>, ContentfulStatusCode>> = {
  invalid: 422,
  unknown: 422,
  'patient-information': 422,
  forbidden: 403,
  'not-found': 404,
  gone: 409,
  held: 409,
  gate: 409,
  exists: 409,
  'too-large': 413,
  later: 429,
  internal: 500,
}

export interface AskedMutation {
  id: string
  name: string
  args: unknown
}

/** Asks the bank; an answer that is no 200 becomes a problem. */
export const mutate = async (
  c: Context<AuthEnv>,
  asked: readonly AskedMutation[],
  seen?: SeenIdea,
): Promise<MutateReply | Whole<never>> => {
  const [bank, actor, text] = [bankOf(c.env, c.get('member')), actorOf(c.get('member')), JSON.stringify({ mutations: asked })]
  const answer: ObjectReply<MutateReply> = await admitted(bank.id.toString(), c.get('session'), (at) => bank.mutate(text, actor, at, seen))
  if (answer.settings) await tellSettings(c, answer.settings)
  if (answer.status === 200) return JSON.parse(answer.body) as MutateReply
  const { error, reason } = JSON.parse(answer.body) as ErrorReply
  if (answer.status === 503) c.header('retry-after', String(answer.retryAfter ?? 2))
  return problem(c, answer.status as ContentfulStatusCode, error, reason ?? message('problem-fault'))
}

/** Seconds until a mutation that was put off may be sent again. */
const soonest = '60'

const refused = (c: Context, { code = 'invalid', reason }: Ack): Whole<never> => {
  if (code === 'later') c.header('retry-after', soonest)
  return problem(c, statuses[code], code, reason ?? message('problem-fault'))
}

/** The idea as If-Match names it. Where it is another one by now, the bank says so, unless it has run the mutation already. */
const seenIdea = async (c: Context<AuthEnv>, id: string): Promise<SeenIdea | undefined | Whole<never>> => {
  const header = c.req.header('if-match')
  if (header === undefined) return undefined
  const row = (await bankOf(c.env, c.get('member')).part({ of: 'idea', id }, actorOf(c.get('member'))))?.rows[0]
  if (row === undefined) return problem(c, 404, 'not-found', message('idea-not-found'))
  const etag = await etagOf(replyText(reading.getIdea, JSON.parse(row)))
  return { idea: id, text: namesETag(header, etag) ? row : null }
}

/** Runs the one mutation that an address stands for. */
export const answerWrite = async (
  c: Context<AuthEnv>,
  operation: Operation & { mutation: MutationName },
  params: Record<string, unknown>,
): Promise<Response> => {
  const body = await readBody(c, operation)
  if (body instanceof Response) return body
  const { mutation, made } = operation
  const said = v.safeParse(operation.body ?? v.object({}), body.value, { abortEarly: true })
  if (!said.success) return problem(c, 422, 'invalid', message('problem-not-of-form', { problem: issueMessage(said.issues[0]) }))
  const once = await mutationIdOf(c, body.text)
  if (once instanceof Response) return once
  const own = made ? (((body.value as Record<string, unknown>)[made] as string | undefined) ?? (await idBeside(once.id))) : undefined
  const seen = operation.matches ? await seenIdea(c, String(params['idea'])) : undefined
  if (seen instanceof Response) return seen
  const known = Object.keys(mutations[mutation].args.entries)
  const sent = Object.entries(body.value as object).filter(([name]) => known.includes(name))
  const args = { ...Object.fromEntries(sent), ...params, ...(made ? { [made]: own } : {}) }
  const reply = await mutate(c, [{ id: once.id, name: mutation, args }], seen)
  if (reply instanceof Response) return reply
  const [ack] = reply.results
  if (!ack || ack.status === 'refused') return refused(c, ack ?? { id: '', seq: 0, status: 'refused' })
  if (made === 'idea' || made === 'evidence') c.header('location', `${openPath}${operation.path}/${own}`)
  const text = replyText(operation, {
    mutation: ack.id,
    ...(own ? { id: own } : {}),
    ...(ack.overwrote ? { overwrote: ack.overwrote } : {}),
  })
  return c.body(text, operation.status ?? 200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
}

const namesIn = (asked: readonly { name: string }[]): MutationName[] =>
  asked.flatMap(({ name }) => (Object.hasOwn(mutations, name) ? [name as MutationName] : []))

/** Runs a batch; 403 where the token is not for one of them. */
export const answerBatch = async (c: Context<AuthEnv>, operation: Operation): Promise<Response> => {
  const body = await readBody(c, operation)
  if (body instanceof Response) return body
  const said = v.safeParse(operation.body ?? v.unknown(), body.value, { abortEarly: true })
  if (!said.success) return problem(c, 422, 'invalid', message('problem-not-of-form', { problem: issueMessage(said.issues[0]) }))
  const { mutations: asked } = said.output as { mutations: AskedMutation[] }
  const missing = namesIn(asked)
    .map((name) => mutationScopes[name])
    .find((scope) => !c.get('scopes').includes(scope))
  if (missing) return problem(c, 403, 'scope-missing', message('problem-api-scope', { scope: missing }))
  const once = await mutationIdOf(c, body.text)
  if (once instanceof Response) return once
  const reply = await mutate(c, asked)
  if (reply instanceof Response) return reply
  return whole(c.body(replyText(operation, reply), 200, { 'content-type': 'application/json', 'cache-control': 'no-store' }))
}
