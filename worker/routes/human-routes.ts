import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { NONCE, type SecureHeadersVariables } from 'hono/secure-headers'
import { anonymousRateLimit } from './middleware/anonymous-rate-limit.ts'
import { csrf, type AuthEnv } from './middleware/authenticate.ts'
import { action, givePass, isOfPerson, type Turnstile, turnstileOf } from '../auth/human.ts'
import messages from '../../shared/i18n/compiled/human.ts'
import { requestLanguage } from '../http/request-language.ts'
import { pageHeaders } from '../http/page-headers.ts'
import { problem } from '../http/problem.ts'
import { requestText } from '../http/request-body.ts'
import { route, type Whole, whole } from '../http/route.ts'
import { message } from '../../shared/i18n/message.ts'

type Shown = { Bindings: Env; Variables: AuthEnv['Variables'] & SecureHeadersVariables }

export const humanPath = '/v1/human'

/** Under /v1: the page on which somebody shows that they are a person. Its own, so that no other page runs what is not ours. */
export const humanRoutes = new Hono<Shown>()

/** Only a path of ours, and none that browsers read as another host. */
const placeOf = (said: string | undefined): string => (said && /^\/(?![/\\])[\x21-\x7e]*$/.test(said) ? said : '/sign-in')

const page = async (c: Context<Shown>, { siteKey, address }: Turnstile, back: string, notYet: boolean): Promise<Whole<never>> => {
  const language = requestLanguage(c.req.header('accept-language'))
  const words = messages[language]
  const shown = await c.html(
    html`<!doctype html>
      <html lang="${language}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <title>${words['human-title']} · Gleaner</title>
          <style nonce="${c.get('secureHeadersNonce') ?? ''}">
            :root {
              color-scheme: light dark;
            }
            body {
              font:
                1rem/1.5 system-ui,
                sans-serif;
              max-width: 34rem;
              margin: 3rem auto;
              padding: 0 1rem;
            }
            button {
              font: inherit;
              padding: 0.5rem 1.25rem;
              margin-top: 1rem;
            }
            .widget {
              min-height: 65px;
            }
          </style>
          <script src="${address}/turnstile/v0/api.js" async defer></script>
        </head>
        <body>
          <main>
            <h1>${words['human-title']}</h1>
            <p>${words['human-lead']}</p>
            ${notYet ? html`<p role="alert">${words['human-not-yet']}</p>` : ''}
            <form method="post" action="/v1/human">
              <input type="hidden" name="back" value="${back}" />
              <div
                class="widget cf-turnstile"
                data-sitekey="${siteKey}"
                data-action="${action}"
                data-language="${language}"
                data-size="flexible"
              ></div>
              <button>${words['human-go-on']}</button>
            </form>
            <p><small>${words['human-whose']}</small></p>
          </main>
        </body>
      </html>`,
    notYet ? 403 : 200,
  )
  return whole(shown)
}

const nothingHere = (c: Context): Whole<never> => problem(c, 404, 'not-found', message('problem-no-address'))

humanRoutes.use(humanPath, (c, next) => {
  const turnstile = turnstileOf(c.env)
  if (!turnstile) return next()
  const theirs = new URL(turnstile.address).origin
  return pageHeaders({ scriptSrc: [theirs], frameSrc: [theirs], styleSrc: [NONCE] })(c, next)
})

/** GET ?back= → the page. 404 where Turnstile is not set up. */
route(humanRoutes, 'GET /v1/human').answers((c) => {
  const turnstile = turnstileOf(c.env)
  return turnstile ? page(c, turnstile, placeOf(c.req.query('back')), false) : nothingHere(c)
})

/** POST form {back, cf-turnstile-response} → 303 to `back` with a pass for ten minutes. 403 with the page again if the check has not passed, or from another site's page, 404, 429. */
route(humanRoutes, 'POST /v1/human', csrf, anonymousRateLimit('humans')).answers(async (c) => {
  const turnstile = turnstileOf(c.env)
  if (!turnstile) return nothingHere(c)
  const form = new URLSearchParams(await requestText(c, 8192))
  const [back, token] = [placeOf(form.get('back') ?? undefined), form.get('cf-turnstile-response') ?? '']
  if (token === '' || !(await isOfPerson(turnstile, token, new URL(c.req.url).hostname))) return page(c, turnstile, back, true)
  await givePass(c, turnstile, Date.now())
  return whole(c.redirect(back, 303))
})
