import type { Context } from 'hono'
import { message } from '../../../shared/i18n/message.ts'
import { auditPage } from '../../audit/queries.ts'
import type { Actor } from '../../bank/answers.ts'
import type { NetworkObject } from '../../bank/network-object.ts'
import type { PartQuery } from '../../bank/queries/idea-page.ts'
import { problem } from '../../http/problem.ts'
import { type Whole, whole } from '../../http/route.ts'
import { readCursor, writeCursor } from '../../open-api/cursor.ts'
import type { Given, Operation } from '../../open-api/operation.ts'
import type { reading } from '../../open-api/reading.ts'
import { answerIdeasFile, answerReferencesFile } from '../export-routes.ts'
import type { AuthEnv } from '../middleware/authenticate.ts'
import { memberLimit } from '../middleware/member-limit.ts'

type Reading = typeof reading

/** A request that was checked, with whom it speaks for and their bank. */
export interface Asked<O extends Operation = Operation> {
  c: Context<AuthEnv>
  params: Given<O['params']>
  query: Given<O['query']>
  bank: DurableObjectStub<NetworkObject>
  actor: Actor
}

type Answer = object | Whole<never>
export type ReadHandler<O extends Operation = Operation> = (asked: Asked<O>) => Answer | Promise<Answer>

const notThere = (c: Context): Whole<never> => problem(c, 404, 'not-found', message('idea-not-found'))
const noSuchCursor = (c: Context): Whole<never> => problem(c, 400, 'malformed', message('problem-api-cursor'))

/** A page of a list: `read` gets what the cursor says, and answers its rows and where they go on. */
const paged = async (
  c: Context,
  name: string,
  { cursor, ...filters }: { cursor?: string | undefined },
  read: (after: string | null) => Promise<({ items: unknown[]; next: string | null } & object) | null>,
): Promise<Answer> => {
  const listed = { name, filters }
  const after = cursor === undefined ? null : readCursor(listed, cursor)
  if (after === undefined) return noSuchCursor(c)
  const page = await read(after)
  return page ? { ...page, next: writeCursor(listed, page.next) } : notThere(c)
}

const rows = (texts: readonly string[]): unknown[] => texts.map((text) => JSON.parse(text) as unknown)

/** All of a part of an idea. */
const wholePart = async ({ c, bank, actor }: Asked, of: PartQuery['of'], id: string): Promise<Answer> => {
  const part = await bank.part({ of, id }, actor)
  return part ? { items: rows(part.rows) } : notThere(c)
}

/** The only row of a part. */
const single = async ({ c, bank, actor }: Asked, of: 'idea' | 'clip', id: string): Promise<Answer> => {
  const part = await bank.part({ of, id }, actor)
  return part ? (rows(part.rows)[0] as object) : notThere(c)
}

const further = (
  { c, bank, actor }: Asked,
  of: 'evidence' | 'comments' | 'stances' | 'series',
  id: string,
  query: { cursor?: string | undefined },
) =>
  paged(c, `${of} ${id}`, query, async (after) => {
    const part = await bank.part({ of, id, after }, actor)
    return part && { items: rows(part.rows), next: part.next }
  })

const numbered = /^-?\d{1,16}\.\d{1,16}$/
const isNumbered = (after: string | null): boolean => after === null || numbered.test(after)

/** What answers each of `reading`: one without a line does not compile. */
export const readHandlers: { [Name in keyof Reading]: ReadHandler<Reading[Name]> } = {
  getNetwork: ({ c }) => {
    const { object: _, ...me } = c.get('member')
    return { ...me, scopes: c.get('scopes'), expiresAt: c.get('until') }
  },
  getFramework: ({ bank }) => bank.framework(),
  listTopics: async ({ bank }) => ({ items: (await bank.framework()).topics }),
  listSites: async ({ bank }) => ({ items: (await bank.framework()).sites }),
  listMembers: ({ c, bank, query }) =>
    paged(c, 'members', query, async (after) => {
      const { rows: texts, next } = await bank.people(after)
      return { items: rows(texts), next }
    }),
  getMatrix: ({ bank }) => bank.matrix(),
  getReports: ({ c, bank, query: { from, to } }) =>
    from !== undefined && to !== undefined && from > to
      ? problem(c, 400, 'malformed', message('problem-days-invalid'))
      : bank.reports({ ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }, c.get('member')),
  listNews: async ({ c, bank }) => ({ items: (await bank.news(c.get('member'))).slice(0, 200) }),
  listAudit: ({ c, query }) =>
    paged(c, 'audit', query, async (after) => {
      const { action = '', person = '', from = '0', to = '999999999999999' } = query
      const before = after === null ? 999_999_999_999_999 : Number(after)
      const asked = { before, action, person, from: Number(from), to: Number(to) }
      const { lines, next } = await auditPage(c.env.DIRECTORY, c.get('member').network.slug, asked)
      return { items: lines, next: next === null ? null : String(next) }
    }),
  listIdeas: ({ c, bank, actor, query }) =>
    paged(c, 'ideas', query, async (after) => {
      const { cursor: _, ...filters } = query
      if (!isNumbered(after)) return null
      const { rows: items, total, next } = await bank.ideas({ ...filters, ...(after === null ? {} : { after }) }, actor)
      return { items, total, next }
    }),
  getIdea: (asked) => single(asked, 'idea', asked.params.idea),
  listIdeaHistory: (asked) => wholePart(asked, 'history', asked.params.idea),
  listIdeaStances: (asked) => further(asked, 'stances', asked.params.idea, asked.query),
  listIdeaMeasures: (asked) => further(asked, 'series', asked.params.idea, asked.query),
  listIdeaEvidence: (asked) => further(asked, 'evidence', asked.params.idea, asked.query),
  listIdeaComments: (asked) => further(asked, 'comments', asked.params.idea, asked.query),
  listEvidence: ({ c, bank, actor, query }) =>
    paged(c, 'papers', query, async (after) => {
      const { cursor: _, ...filters } = query
      if (!isNumbered(after)) return null
      const { papers, next } = await bank.papers({ ...filters, ...(after === null ? {} : { after }) }, actor)
      return { items: papers.map(({ count, clips }) => ({ count, clips: clips.map(({ item }) => item) })), next }
    }),
  getEvidence: (asked) => single(asked, 'clip', asked.params.evidence),
  listApprovals: async ({ c, bank }) => ({
    items: (await bank.decisions(c.get('member'))).approvals.map(({ row, approval }) => ({ idea: row, approval })),
  }),
  exportIdeas: ({ c }) => limited(c, answerIdeasFile),
  exportReferences: ({ c }) => limited(c, answerReferencesFile),
}

/** A file, which counts as an export of the member. */
const limited = async (c: Context<AuthEnv>, answer: (c: Context<AuthEnv>) => Promise<Whole<never>>): Promise<Whole<never>> => {
  let made: Whole<never> | undefined
  const refused = await memberLimit('exports')(c, async () => {
    made = await answer(c)
  })
  return made ?? whole(refused as Response)
}
