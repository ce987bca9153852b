import { Hono } from 'hono'
import * as v from 'valibot'
import { personalSchema } from '../../shared/api/answers.ts'
import type { AuthEnv } from './middleware/authenticate.ts'
import { actorOf, bankOf } from '../bank/bank-stub.ts'
import { sendsMail } from '../mail/mail.ts'
import { problem } from '../http/problem.ts'
import { requestJson, requestQuery } from '../http/request-body.ts'
import { keptText, notTaken } from '../http/typed-text.ts'
import { route } from '../http/route.ts'
import { message } from '../../shared/i18n/message.ts'
import { dayInField } from '../../shared/values/calendar-day.ts'

/** Under /v1/networks/:network, for its members: each one's notifications, and the values that each keeps for themselves. */
export const answerRoutes = new Hono<AuthEnv>()

const mostItems = 200
const keptSchema = v.object({ ...personalSchema.entries, value: keptText(4000) })
const day = 24 * 60 * 60 * 1000
const mostBytes = 16 * 1024

/** GET → NewsReply, of whoever asks and nobody else. 401, 404. */
route(answerRoutes, 'GET /v1/networks/:network/news').answers(async (c) => {
  const { person } = c.get('member')
  const bank = bankOf(c.env, c.get('member'))
  const [items, kept] = await Promise.all([bank.news(c.get('member')), bank.personal(person)])
  const value = (name: string): string => kept.find((one) => one.name === name)?.value ?? ''
  const mail = sendsMail(c.env) ? (value('mail') === 'off' ? 'off' : 'on') : 'none'
  return { items: items.slice(0, mostItems), seen: Number(value('seen')) || 0, mail }
})

/** GET → AllowanceReply, of whoever asks: how much of their share of this network's storage they have used. 401, 404. */
route(answerRoutes, 'GET /v1/networks/:network/allowance').answers(async (c) => ({
  share: await bankOf(c.env, c.get('member')).usedShare(actorOf(c.get('member'))),
}))

const time = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))
const digestQuerySchema = v.object({ from: v.optional(time), to: v.optional(time) })

/** GET ?from=&to= (milliseconds; the last seven days without them) → DigestReply. 400 for what is no time, 401, 404. */
route(answerRoutes, 'GET /v1/networks/:network/digest').answers(async (c) => {
  const query = requestQuery(c, digestQuerySchema)
  if (!query.success) return problem(c, 400, 'malformed', message('problem-days-invalid'))
  const to = query.output.to ?? Date.now() + 1
  return bankOf(c.env, c.get('member')).digest(query.output.from ?? to - 7 * day, to, c.get('member'))
})

const calendarDay = v.pipe(v.string(), v.transform(dayInField), v.number())
const reportsQuerySchema = v.object({ from: v.optional(calendarDay), to: v.optional(calendarDay) })

/** GET ?from=2026-01-01&to=2026-03-31 (days in UTC; the last 90 without them) → ReportsReply (shared/api/reports.ts). 400 for what is no day, 401, 404. */
route(answerRoutes, 'GET /v1/networks/:network/reports').answers(async (c) => {
  const query = requestQuery(c, reportsQuerySchema)
  const { from, to } = query.success ? query.output : {}
  if (!query.success || (from !== undefined && to !== undefined && from > to))
    return problem(c, 400, 'malformed', message('problem-days-invalid'))
  return bankOf(c.env, c.get('member')).reports(
    { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
    c.get('member'),
  )
})

/** GET → LessonReply (shared/api/reports.ts). 401, 404. */
route(answerRoutes, 'GET /v1/networks/:network/lesson').answers((c) => bankOf(c.env, c.get('member')).lesson(c.get('member')))

/** GET → PersonalReply, of whoever asks and nobody else. 401, 404. */
route(answerRoutes, 'GET /v1/networks/:network/personal').answers(async (c) => ({
  kept: await bankOf(c.env, c.get('member')).personal(c.get('member').person),
}))

/** POST {name, value} → {}; an empty value takes it away. 400 for a name or value that cannot be, 401, 404, 409 where too much is kept, 413. */
route(answerRoutes, 'POST /v1/networks/:network/personal').answers(async (c) => {
  const body = await requestJson(c, keptSchema, mostBytes)
  if (!body.success) return notTaken(c, body.issues, message('problem-not-kept'))
  const { name, value } = body.output
  if (await bankOf(c.env, c.get('member')).keepPersonal(c.get('member').person, name, value)) return {}
  return problem(c, 409, 'full', message('problem-kept-full'))
})
