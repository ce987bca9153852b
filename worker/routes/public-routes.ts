import { type Context, Hono } from 'hono'
import labels from '../../shared/i18n/compiled/labels.ts'
import type { PublicIdea } from '../../shared/exports/public-idea.ts'
import type { Framework } from '../../shared/domain/framework.ts'
import { readFramework } from '../../shared/domain/labels.ts'
import { type Language, localeOf } from '../../shared/i18n/language.ts'
import { messageFormat } from '../../shared/i18n/message-format.ts'
import { admitted } from '../bank/admission.ts'
import type { ObjectReply } from '../bank/answers.ts'
import { bankAt } from '../bank/bank-stub.ts'
import { clientAddress, sourceNetwork } from '../http/client-address.ts'
import { etagOf, namesETag } from '../http/etag.ts'
import { requestLanguage } from '../http/request-language.ts'
import type { AuthEnv } from './middleware/authenticate.ts'
import { closedFor } from './middleware/closed-networks.ts'
import { isClosed } from '../directory/closed.ts'
import { laterPage, nothingPage, publicPage, publicStyle, styleAddress } from './public-page.ts'

/** Under /p: pages of ideas that their networks have published, for everybody, without sign-in and without script. */
export const publicRoutes = new Hono<AuthEnv>()

publicRoutes.get(styleAddress, (c) =>
  c.body(publicStyle, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=3600' }),
)

/** The language that was chosen on the page, else that of the browser. */
const languageOf = (c: Context): Language =>
  requestLanguage([c.req.query('lang'), c.req.header('accept-language')].filter(Boolean).join(','))

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

/** What a page is made of. */
interface Found {
  name: string
  idea: PublicIdea
  framework: Framework
}

/** 503 with Retry-After in seconds. */
const later = (c: Context, retryAfter: number | string): Response | Promise<Response> => {
  c.header('retry-after', String(retryAfter))
  return c.html(laterPage(languageOf(c)), 503)
}

/** The idea, if it is for everybody. Each bank answers its readers in a line of their own, so that however many they are, its members go on. */
const find = (c: Context<AuthEnv>, slug: string, id: string): Promise<Found | undefined | ObjectReply<never>> => {
  const source = sourceNetwork(clientAddress(c.env, c.req.raw))
  return admitted('pages', source, async () => {
    const row = await c.env.DIRECTORY.prepare('SELECT name, object FROM network WHERE slug = ?')
      .bind(slug)
      .first<{ name: string; object: string }>()
    if (!row) return undefined
    const bank = bankAt(c.env, row.object)
    return admitted(`pages of ${bank.id.toString()}`, source, async () => {
      const text = await bank.publicIdea(id)
      return text === null ? undefined : { name: row.name, idea: JSON.parse(text) as PublicIdea, framework: await bank.framework() }
    })
  })
}

/**
 * GET ?lang= → the page of one idea (docs/public-pages.md). Asked again each time, with an ETag: what is withdrawn is gone at once. 304; 404 for whatever has no
 * page, always the same, so that nobody learns what there is; 503 with Retry-After for too many at once, and for a network that is closed.
 */
publicRoutes.get('/p/:network/:idea', async (c) => {
  const [language, { network: slug, idea: id }] = [languageOf(c), c.req.param()]
  c.header('cache-control', 'no-cache')
  c.header('vary', 'Accept-Language')
  if (isClosed(c.env, slug)) return later(c, closedFor)
  const found = uuid.test(id) ? await find(c, slug, id) : undefined
  if (!found) return c.html(nothingPage(language), 404)
  if ('status' in found) return later(c, found.retryAfter ?? 2)
  const framework = readFramework(found.framework, messageFormat(localeOf(language), labels[language]))
  const by = { network: found.name, slug, origin: new URL(c.req.url).origin, language, framework }
  const text = String(await publicPage(found.idea, by))
  const etag = await etagOf(text)
  c.header('etag', etag)
  c.header('content-language', language)
  return namesETag(c.req.header('if-none-match'), etag) ? c.body(null, 304) : c.html(text)
})
publicRoutes.all('/p/*', (c) => {
  c.header('cache-control', 'no-cache')
  c.header('vary', 'Accept-Language')
  return c.html(nothingPage(languageOf(c)), 404)
})
