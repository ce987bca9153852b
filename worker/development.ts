import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { html } from 'hono/html'
import type { Context } from '../shared/domain/actor.ts'
import type { Person } from '../shared/domain/entities.ts'
import type { QueuedMutation } from '../shared/sync/protocol.ts'
import { tokenOf } from './auth/device-token.ts'
import { addMembers, addNetwork, makeCode, networkObject } from './auth/one-time-codes.ts'
import { mailbox } from './mail/mail.ts'
import { problem } from './http/problem.ts'
import { sameHash } from './auth/secrets.ts'
import { createSession } from './auth/sessions.ts'
import type { SessionKind } from './directory/member.ts'
import { message } from '../shared/i18n/message.ts'

/** What a developer's machine needs to begin with. Without `DEVELOPMENT_KEY` none of it exists. */
export const development = new Hono<{ Bindings: Env }>()

development.use(
  createMiddleware<{ Bindings: Env }>(async (c, next) => {
    const key = c.env.DEVELOPMENT_KEY
    return key && sameHash(c.req.header('x-development-key') ?? c.req.query('key') ?? '', key)
      ? next()
      : problem(c, 404, 'not-found', message('problem-no-address'))
  }),
)

interface Network {
  slug: string
  name: string
  people: Person[]
}

/** POST Network → {made}: a network with its members, once; whatever was left half-made is finished. */
development.post('/networks', async (c) => {
  const { slug, name, people } = await c.req.json<Network>()
  const made = !(await networkObject(c.env.DIRECTORY, slug))
  if (made) await addNetwork(c.env.DIRECTORY, slug, name, Date.now())
  await addMembers(c.env.DIRECTORY, slug, people, Date.now())
  return c.json({ made })
})

/** POST {steps, people} → {}: what members did in the past, through the same mutations. A step that was taken is not taken again. */
development.post('/networks/:network/story', async (c) => {
  const object = await networkObject(c.env.DIRECTORY, c.req.param('network'))
  if (!object) return problem(c, 404, 'not-found', message('problem-no-network'))
  const { steps, people } = await c.req.json<{ steps: { asked: QueuedMutation; context: Context }[]; people: Person[] }>()
  await c.env.NETWORKS.get(c.env.NETWORKS.idFromName(object)).replay(steps, people)
  return c.json({})
})

/** POST {kind, person, network} → {code}: good for a day. */
development.post('/codes', async (c) => {
  const { kind, person, network } = await c.req.json<{ kind: SessionKind; person: string; network: string }>()
  return c.json({ code: await makeCode(c.env.DIRECTORY, kind, person, network, Date.now() + 24 * 60 * 60 * 1000) })
})

/** POST {kind, people, network} → {secrets}: a session of each of them, in their order: a device's token, or a browser's cookie. */
development.post('/sessions', async (c) => {
  const { kind, people, network } = await c.req.json<{ kind: SessionKind; people: string[]; network: string }>()
  const secrets: (string | undefined)[] = []
  for (const person of people) {
    const made = await createSession(c.env.DIRECTORY, { kind, person, network, label: '', how: 'development', source: '' }, Date.now())
    secrets.push(made && (kind === 'device' ? tokenOf(c.env, made.member, made.secret) : made.secret))
  }
  return c.json({ secrets })
})

interface AddedProvider {
  network: string
  label: string
  issuer: string
  client: string
  secretName: string
  domains: string[]
  trustAddresses?: boolean
  addressClaim?: string
}

/** POST AddedProvider → {id}: what `npm run admin -- add-provider` does, without starting wrangler for it. */
development.post('/providers', async (c) => {
  const {
    network,
    label,
    issuer,
    client,
    secretName,
    domains,
    trustAddresses = false,
    addressClaim = 'email',
  } = await c.req.json<AddedProvider>()
  const id = crypto.randomUUID()
  await c.env.DIRECTORY.prepare(
    'INSERT INTO provider (id, network, label, issuer, client, secret_name, domains, trust_addresses, address_claim) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
    .bind(id, network, label, issuer, client, secretName, JSON.stringify(domains), Number(trustAddresses), addressClaim)
    .run()
  return c.json({ id })
})

/** GET ?key= → a page of what would have been sent, the newest first. */
development.get('/mailbox', async (c) => {
  const mails = await mailbox(c.env.DIRECTORY)
  return c.html(
    html`<!doctype html>
      <html lang="en">
        <title>Development mailbox</title>
        <h1>Development mailbox</h1>
        <p>Nothing is sent from this machine. What would have been is here, the newest first; load the page again for more.</p>
        ${mails.map(
          ({ at, address, subject, text }) =>
            html`<article>
              <h2>${subject}</h2>
              <p>To ${address}, ${new Date(at).toISOString()}</p>
              <pre>${text}</pre>
            </article>`,
        )}
      </html>`,
  )
})
