import { dayOf, isoDay } from '../../shared/values/calendar-day.ts'
import { Hono } from 'hono'
import { archiveLimits } from '../../shared/archive/archive-format.ts'
import { message } from '../../shared/i18n/message.ts'
import { networkArchive } from '../archive/network-archive.ts'
import { ArchiveProblem } from '../archive/read-zip.ts'
import { takeArchive } from '../archive/take-archive.ts'
import { problem } from '../http/problem.ts'
import { requestBytes } from '../http/request-body.ts'
import { route, whole } from '../http/route.ts'
import { recordAudit } from './middleware/audit.ts'
import { requireBrowser, requireRole, type AuthEnv } from './middleware/authenticate.ts'
import { memberLimit } from './middleware/member-limit.ts'

/** Under /v1/networks/:network, for its admins in a browser: the whole network as one file (docs/archive.md). */
export const archiveRoutes = new Hono<AuthEnv>()

const admins = [requireBrowser, requireRole('admin')] as const

/** GET → the archive as a zip, made while it is read. It is in the audit before its first byte. 401, 403 unless admin in a browser, 404, 429. */
route(archiveRoutes, 'GET /v1/networks/:network/archive', ...admins, memberLimit('exports')).answers(async (c) => {
  const { network, object } = c.get('member')
  const row = await c.env.DIRECTORY.prepare('SELECT name, created_at AS createdAt FROM network WHERE slug = ?')
    .bind(network.slug)
    .first<{ name: string; createdAt: number }>()
  if (!row) return problem(c, 404, 'not-found', message('problem-no-network'))
  await recordAudit(c, 'export', 'archive')
  const now = Date.now()
  const name = `${network.slug}-archive-${isoDay(dayOf(now))}.zip`
  return whole(
    new Response(networkArchive(c.env, { slug: network.slug, object, ...row }, now), {
      headers: { 'content-type': 'application/zip', 'content-disposition': `attachment; filename="${name}"` },
    }),
  )
})

/**
 * POST an archive (zip) → ArchiveReply (shared/api/archive.ts): it becomes the bank of this network, which has had no idea yet. 400 `archive` with what is
 * wrong, and then nothing is changed; 401, 403 unless admin in a browser, 404, 413.
 */
route(archiveRoutes, 'POST /v1/networks/:network/archive', ...admins).answers(async (c) => {
  const { network, object } = c.get('member')
  const bytes = await requestBytes(c, archiveLimits.packed)
  try {
    const taken = await takeArchive(c.env, { slug: network.slug, object }, bytes, Date.now())
    await recordAudit(c, 'archive-taken', taken.from)
    return taken
  } catch (error) {
    if (!(error instanceof ArchiveProblem)) throw error
    return problem(c, 400, 'archive', error.reason)
  }
})
