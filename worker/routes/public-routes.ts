import { type Context, Hono } from 'hono'
import labels from '../../shared/i18n/compiled/labels.ts'
import type { PublicIdea } from '../../shared/exports/public-idea.ts'
import { readFramework } from '../../shared/domain/labels.ts'
import { type Language, localeOf } from '../../shared/i18n/language.ts'
import { messageFormat } from '../../shared/i18n/message-format.ts'
import { bankAt } from '../bank/bank-stub.ts'
import { requestLanguage } from '../http/request-language.ts'
import type { AuthEnv } from './middleware/authenticate.ts'
import { nothingPage, publicPage, publicStyle, styleAddress } from './public-page.ts'

/** Under /p: pages of ideas that their networks have published, for everybody, without sign-in and without script. */
export const publicRoutes = new Hono<AuthEnv>()

publicRoutes.get(styleAddress, (c) =>
  c.body(publicStyle, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=3600' }),
)

/** The language that was chosen on the page, else that of the browser. */
const languageOf = (c: Context): Language =>
  requestLanguage([c.req.query('lang'), c.req.header('accept-language')].filter(Boolean).join(','))

const tagOf = async (text: string): Promise<string> =>
  `"${new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))).toBase64({ alphabet: 'base64url' }).slice(0, 27)}"`

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

/**
 * GET ?lang= → the page of one idea (docs/public-pages.md). Asked again each time, with an ETag: what is withdrawn is gone at once. 304; 404 for whatever has no
 * page, always the same, so that nobody learns what there is.
 */
publicRoutes.get('/p/:network/:idea', async (c) => {
  const [language, { network: slug, idea: id }] = [languageOf(c), c.req.param()]
  const row = uuid.test(id)
    ? await c.env.DIRECTORY.prepare('SELECT name, object FROM network WHERE slug = ?').bind(slug).first<{ name: string; object: string }>()
    : null
  const bank = row && bankAt(c.env, row.object)
  const found = bank && (await bank.publicIdea(id))
  c.header('cache-control', 'no-cache')
  c.header('vary', 'Accept-Language')
  if (!found) return c.html(nothingPage(language), 404)
  const framework = readFramework(await bank.framework(), messageFormat(localeOf(language), labels[language]))
  const by = { network: row.name, slug, origin: new URL(c.req.url).origin, language, framework }
  const text = String(await publicPage(JSON.parse(found) as PublicIdea, by))
  const tag = await tagOf(text)
  c.header('etag', tag)
  c.header('content-language', language)
  return c.req.header('if-none-match') === tag ? c.body(null, 304) : c.html(text)
})
publicRoutes.all('/p/*', (c) => {
  c.header('cache-control', 'no-cache')
  c.header('vary', 'Accept-Language')
  return c.html(nothingPage(languageOf(c)), 404)
})
