import * as v from 'valibot'
import { tokenScopes } from '../../shared/api/tokens.ts'
import { citationFormatKeys } from '../../shared/citations/citation-formats.ts'
import * as field from '../../shared/domain/field-schemas.ts'
import { roles } from '../../shared/domain/entities.ts'
import { ideaFormats } from '../../shared/exports/idea-export.ts'
import { dayInField } from '../../shared/values/calendar-day.ts'
import { ideasQuerySchema } from '../bank/queries/list-numbers.ts'
import { clipsQuerySchema } from '../bank/queries/clip-queries.ts'
import type { Operation } from './operation.ts'
import * as is from './resources.ts'

const cursor = v.optional(v.pipe(v.string(), v.maxLength(400), v.description('`next` of the page before.')))
const { after: _, ...ideaFilters } = ideasQuerySchema.entries
const { after: __, ...clipFilters } = clipsQuerySchema.entries
const { limit: ___, sort: ____, ...exportFilters } = ideaFilters
const idea = { idea: field.id }
const digits = v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.description('Milliseconds since 1970.')))

const calendarDay = v.optional(
  v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/), v.description('A day such as 2026-01-31 (UTC).'), v.transform(dayInField), v.number()),
)

/** What is read. Each is asked with GET, answers with an ETag, and with 304 where If-None-Match says it. */
export const reading = {
  getNetwork: {
    method: 'get',
    path: '/network',
    tag: 'Network',
    summary: 'Who you are here, and what this token may do',
    scope: 'read',
    reply: v.object({
      person: v.string(),
      name: v.string(),
      role: v.picklist(roles),
      site: v.string(),
      network: v.object({ slug: v.string(), name: v.string() }),
      scopes: v.array(v.picklist(tokenScopes)),
      expiresAt: is.time,
    }),
  },
  getFramework: {
    method: 'get',
    path: '/framework',
    tag: 'Network',
    summary: 'The settings: pathways, phases, gates, topics, sites and endings',
    scope: 'read',
    reply: is.framework,
  },
  listTopics: { method: 'get', path: '/topics', tag: 'Network', summary: 'Topics', scope: 'read', reply: is.all(is.named) },
  listSites: { method: 'get', path: '/sites', tag: 'Network', summary: 'Sites', scope: 'read', reply: is.all(is.named) },
  listMembers: {
    method: 'get',
    path: '/members',
    tag: 'Network',
    summary: 'Members as peers see them',
    scope: 'read',
    query: { cursor },
    reply: is.page(is.member),
  },
  getMatrix: {
    method: 'get',
    path: '/matrix',
    tag: 'Network',
    summary: 'Active ideas by pathway and phase',
    scope: 'read',
    reply: is.matrix,
  },
  getReports: {
    method: 'get',
    path: '/reports',
    tag: 'Network',
    summary: 'Counts of a period, of the last 90 days without `from` and `to`',
    scope: 'read',
    query: { from: calendarDay, to: calendarDay },
    reply: is.reports,
  },
  listNews: {
    method: 'get',
    path: '/news',
    tag: 'Network',
    summary: 'Your notifications, the newest 200',
    scope: 'read',
    reply: is.all(is.newsItem),
  },
  listAudit: {
    method: 'get',
    path: '/audit',
    tag: 'Network',
    summary: 'Who did what to people, sign-in and settings, the newest first',
    scope: 'admin',
    roles: ['admin'],
    query: {
      action: v.optional(v.pipe(v.string(), v.maxLength(60))),
      person: v.optional(v.pipe(v.string(), v.maxLength(80))),
      from: digits,
      to: digits,
      cursor,
    },
    reply: is.page(is.auditLine),
  },
  listIdeas: {
    method: 'get',
    path: '/ideas',
    tag: 'Ideas',
    summary: 'A list of ideas',
    description:
      'The filters of the dashboard: `pathway` (a key, or `none`), `phase`, `disposition` (`active` without it, or `all`), `topic`, `site`, `level` (best level at most, or `unsaid`), `asked`, `taken` (a member, or `none`), `q` (words; the start of a word counts). Pages hold up to `limit` ideas (1 to 200).',
    scope: 'read',
    query: { ...ideaFilters, cursor },
    reply: v.object({
      ...is.page(is.ideaLine).entries,
      total: v.pipe(v.nullable(v.number()), v.description('How many match; null for more than 1,000.')),
    }),
  },
  getIdea: { method: 'get', path: '/ideas/{idea}', tag: 'Ideas', summary: 'One idea', scope: 'read', params: idea, reply: is.idea },
  listIdeaHistory: {
    method: 'get',
    path: '/ideas/{idea}/history',
    tag: 'Ideas',
    summary: 'What happened to an idea, the newest 200 first',
    scope: 'read',
    params: idea,
    reply: is.all(is.historyEntry),
  },
  listIdeaEvidence: {
    method: 'get',
    path: '/ideas/{idea}/evidence',
    tag: 'Ideas',
    summary: 'Its clips',
    scope: 'read',
    params: idea,
    query: { cursor },
    reply: is.page(is.clip),
  },
  listIdeaComments: {
    method: 'get',
    path: '/ideas/{idea}/comments',
    tag: 'Ideas',
    summary: 'Its comments, and those of ideas that were merged into it; the newest first',
    scope: 'read',
    params: idea,
    query: { cursor },
    reply: is.page(is.comment),
  },
  listIdeaStances: {
    method: 'get',
    path: '/ideas/{idea}/stances',
    tag: 'Ideas',
    summary: 'What sites say of it',
    scope: 'read',
    params: idea,
    query: { cursor },
    reply: is.page(is.stance),
  },
  listIdeaMeasures: {
    method: 'get',
    path: '/ideas/{idea}/measures',
    tag: 'Ideas',
    summary: 'Its run charts: values by measure and site',
    scope: 'read',
    params: idea,
    query: { cursor },
    reply: is.page(is.series),
  },
  listEvidence: {
    method: 'get',
    path: '/evidence',
    tag: 'Evidence',
    summary: 'Papers with their clips, the most recently clipped first',
    description:
      'Filters: `topic`, `kind` (or `unsaid`), `level` (1 to 5, or `none`), `state` (`loose`, `attached`, `dismissed`, `all`), `q` (words, or an identifier such as a DOI). Pages hold up to `limit` papers (1 to 100).',
    scope: 'read',
    query: { ...clipFilters, cursor },
    reply: is.page(is.paper),
  },
  getEvidence: {
    method: 'get',
    path: '/evidence/{evidence}',
    tag: 'Evidence',
    summary: 'One clip',
    scope: 'read',
    params: { evidence: field.id },
    reply: is.clip,
  },
  listApprovals: {
    method: 'get',
    path: '/approvals',
    tag: 'Decisions',
    summary: 'What waits for steering, and what it approved and nobody has moved yet',
    scope: 'read',
    reply: is.all(v.object({ idea: is.ideaLine, approval: is.approval })),
  },
  exportIdeas: {
    method: 'get',
    path: '/exports/ideas/{format}',
    tag: 'Files',
    summary: 'The ideas of a list as a file',
    scope: 'export',
    params: { format: v.picklist(ideaFormats) },
    query: exportFilters,
    files: ['text/csv', 'application/json'],
  },
  exportReferences: {
    method: 'get',
    path: '/exports/references/{format}',
    tag: 'Files',
    summary: 'The references of a list, of one idea or of the network as a file',
    scope: 'export',
    params: { format: v.picklist(citationFormatKeys) },
    query: { ...exportFilters, idea: v.optional(field.id), of: v.optional(v.picklist(['list', 'network'])) },
    files: ['application/x-research-info-systems', 'application/x-bibtex', 'application/vnd.citationstyles.csl+json'],
    also: [404],
  },
} as const satisfies Record<string, Operation>
