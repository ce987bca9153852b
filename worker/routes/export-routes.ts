import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { onceEach } from '../../shared/citations/same-item.ts'
import { citationFile, citationFormatKeys, citationFormatOf } from '../../shared/citations/citation-formats.ts'
import { handedOn } from '../../shared/rules/evidence-standing.ts'
import { ideaFile, ideaFormats } from '../../shared/exports/idea-export.ts'
import type { Evidence } from '../../shared/domain/entities.ts'
import { dayOf, isoDay } from '../../shared/values/calendar-day.ts'
import { auditStatement } from '../audit/statement.ts'
import { sourceOf } from './middleware/audit.ts'
import type { AuthEnv } from './middleware/authenticate.ts'
import { actorOf, bankOf } from '../bank/bank-stub.ts'
import { ideasQuerySchema } from '../bank/queries/list-numbers.ts'
import { memberLimit } from './middleware/member-limit.ts'
import { namesIn } from '../bank/people.ts'
import { problem } from '../http/problem.ts'
import { eachPage, type Page } from '../bank/rows/read-page.ts'
import { streamed } from '../http/streamed.ts'
import { route, type Whole, whole } from '../http/route.ts'
import labels from '../../shared/i18n/compiled/labels.ts'
import { readFramework } from '../../shared/domain/labels.ts'
import { localeOf } from '../../shared/i18n/language.ts'
import { type FormatMessage, messageFormat } from '../../shared/i18n/message-format.ts'
import { requestLanguage } from '../http/request-language.ts'
import { message } from '../../shared/i18n/message.ts'

/** Under /v1/networks/:network/export, for its members: what is taken elsewhere. Each one is in the audit before its first byte. */
export const exportRoutes = new Hono<AuthEnv>()

const notAFilter = (c: Context): Whole<never> => problem(c, 400, 'malformed', message('problem-export-filter-invalid'))

/** What a filter or an id looks like; no long number is a key of the settings. */
const told = /^(?!.*\d{5})[a-z\d][a-z\d-]{0,59}$|^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

/** Which filters there were, by the names that a list knows. Anything may stand in an address: a value is told where it has the form of a key or an id, of others and of words that somebody searched for only that there were some. */
const detailOf = (query: Record<string, string>): string =>
  Object.entries(query)
    .filter(
      ([name]) =>
        name !== 'limit' && name !== 'after' && (Object.hasOwn(ideasQuerySchema.entries, name) || name === 'idea' || name === 'of'),
    )
    .map(([name, value]) => `${name}=${name !== 'q' && told.test(value) ? value : '…'}`)
    .join(' ')
    .slice(0, 300)

const tell = async (c: Context<AuthEnv>, format: string): Promise<void> => {
  const { person, network } = c.get('member')
  const line = { network: network.slug, person, action: 'export', subject: format, detail: detailOf(c.req.query()), source: sourceOf(c) }
  await auditStatement(c.env.DIRECTORY, Date.now(), line).run()
}

/** A file that is made page by page. */
async function* fileOf<Row>(
  page: (after: string | null) => Promise<Page<Row>>,
  { begin = '', add, end }: { begin?: string; add: (rows: Row[]) => string; end: () => string },
): AsyncGenerator<string> {
  yield begin
  for await (const rows of eachPage(page)) yield add(rows)
  yield end()
}

const attachment = (body: ReadableStream<Uint8Array>, type: string, name: string): Whole<never> =>
  whole(
    new Response(body, {
      headers: { 'content-type': `${type}; charset=utf-8`, 'content-disposition': `attachment; filename="${name}"` },
    }),
  )

const nameOf = (c: Context<AuthEnv>, what: string, extension: string): string =>
  `${c.get('member').network.slug}-${what}-${isoDay(dayOf(Date.now()))}.${extension}`

const dateOf = (at: number): string => new Date(at).toISOString()

/** Default labels in the language of whoever takes the file. */
const labelsFor = (c: Context): FormatMessage => {
  const language = requestLanguage(c.req.header('accept-language'))
  return messageFormat(localeOf(language), labels[language])
}

const ideaFormatSchema = v.picklist(ideaFormats)

/** The ideas as csv or json, by the format in the path and a list's query; for an address of whichever path. */
export const answerIdeasFile = async (c: Context<AuthEnv>): Promise<Whole<never>> => {
  const [format, query] = [v.safeParse(ideaFormatSchema, c.req.param('format')), v.safeParse(ideasQuerySchema, c.req.query())]
  if (!format.success || !query.success) return notAFilter(c)
  const bank = bankOf(c.env, c.get('member'))
  const [framework, names] = await Promise.all([bank.framework(), namesIn(bank)])
  await tell(c, `ideas/${format.output}`)
  const { begin, add, end } = ideaFile(format.output, {
    framework: readFramework(framework, labelsFor(c)),
    names,
    origin: new URL(c.req.url).origin,
    dateOf,
  })
  const body = streamed(fileOf((after) => bank.exportIdeas(query.output, after, actorOf(c.get('member'))), { begin, add, end: () => end }))
  return attachment(body, format.output === 'csv' ? 'text/csv' : 'application/json', nameOf(c, 'ideas', format.output))
}

/** GET with a list's query (shared/api/bank.ts; its `limit` and `after` do not count) → the ideas as csv or json, in the language of Accept-Language. 400, 401, 404, 429 with Retry-After after thirty in an hour. */
route(exportRoutes, 'GET /v1/networks/:network/export/ideas/:format', memberLimit('exports')).answers(answerIdeasFile)

const clipsQuerySchema = v.object({
  idea: v.optional(v.pipe(v.string(), v.maxLength(80))),
  of: v.optional(v.picklist(['list', 'network']), 'list'),
})

/** The references as ris, bibtex or csl-json, each paper once; for an address of whichever path. */
export const answerReferencesFile = async (c: Context<AuthEnv>): Promise<Whole<never>> => {
  const format = v.safeParse(v.picklist(citationFormatKeys), c.req.param('format'))
  const [which, query] = [v.safeParse(clipsQuerySchema, c.req.query()), v.safeParse(ideasQuerySchema, c.req.query())]
  if (!format.success || !which.success || !query.success) return notAFilter(c)
  const { idea, of } = which.output
  const bank = bankOf(c.env, c.get('member'))
  if (idea !== undefined && !(await bank.part({ of: 'idea', id: idea }, actorOf(c.get('member')))))
    return problem(c, 404, 'not-found', message('idea-not-found'))
  await tell(c, `references/${format.output}`)
  const page = (after: string | null): Promise<Page<Evidence>> =>
    bank.exportClips(
      idea === undefined ? (of === 'network' ? { of } : { of, query: query.output }) : { of: 'idea', idea },
      after,
      actorOf(c.get('member')),
    )
  const layout = citationFormatOf(format.output)
  const [file, once] = [citationFile(layout), onceEach()]
  const add = (clips: Evidence[]): string => file.add(clips.map(handedOn).filter(once))
  const body = streamed(fileOf(page, { add, end: () => file.end() }))
  return attachment(body, layout.type, nameOf(c, 'references', layout.extension))
}

/**
 * GET → the references: with `idea` those of one idea, with `of=network` every clip of the network, else those of the ideas of a list by its
 * query (shared/api/bank.ts). 400, 401, 404 (also for an idea that is not there), 429.
 */
route(exportRoutes, 'GET /v1/networks/:network/export/references/:format', memberLimit('exports')).answers(answerReferencesFile)
