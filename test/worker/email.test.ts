import { env } from 'cloudflare:workers'
import { beforeAll, expect, test, vi } from 'vitest'
import type { Me } from '../../shared/api/bank.ts'
import type { Role } from '../../shared/domain/entities.ts'
import { requestEmailCode, redeemEmailCode } from '../../worker/auth/email-codes.ts'
import { mailbox, mailerOf } from '../../worker/mail/mail.ts'
import { intoNext } from './clock.ts'
import { asBrowser, call, makeNetwork, type TestMember } from './network.ts'

let here: Record<Role, TestMember>
beforeAll(async () => {
  here = await makeNetwork('mail')
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})

const post = (body: unknown, cookie = '') => ({ method: 'POST', body: JSON.stringify(body), headers: { cookie } })
const cookieOf = (answer: Response, name: string): string =>
  answer.headers
    .getSetCookie()
    .find((line) => line.startsWith(`${name}=`))
    ?.split(';')[0] ?? ''
const mailTo = (address: string) => mailbox(env.DIRECTORY).then((mails) => mails.find((mail) => mail.address === address))
const codeIn = (text = ''): string => text.match(/(\d{4} \d{4})/)?.[1] ?? ''
const mailedCode = (address: string) =>
  vi.waitFor(async () => codeIn((await mailTo(address))?.text) || Promise.reject(new Error('No mail')), { timeout: 60_000 })

test('[A13] an address is added by its owner and then signs them in, with the code of the mail, in the browser that asked', async () => {
  const address = 'ada@hospital.example'
  const asked = await asBrowser(here.contributor, '/v1/email-codes', {
    method: 'POST',
    body: JSON.stringify({ address: 'Ada@Hospital.example ' }),
  })
  const both = `${here.contributor.cookie}; ${cookieOf(asked, 'gleaner-code')}`
  expect((await call('/v1/email-codes/redeem', post({ code: await mailedCode(address) }, both))).status).toBe(200)
  await env.DIRECTORY.prepare('DELETE FROM development_mail').run()
  const again = await call('/v1/email-codes', post({ address }))
  const code = await mailedCode(address)
  expect((await call('/v1/email-codes/redeem', post({ code }))).status).toBe(401)
  const entered = await call('/v1/email-codes/redeem', post({ code }, cookieOf(again, 'gleaner-code')))
  expect(entered.status).toBe(200)
  expect(await (await call('/v1/me', { headers: { cookie: cookieOf(entered, 'gleaner') } })).json<Me>()).toMatchObject({
    person: here.contributor.person,
  })
  expect((await call('/v1/email-codes/redeem', post({ code }, cookieOf(again, 'gleaner-code')))).status).toBe(401)
})

test('[A13] [L2] the mail is in the language of the browser that asked', async () => {
  await env.DIRECTORY.prepare('DELETE FROM development_mail').run()
  await call('/v1/email-codes', {
    ...post({ address: 'ada@hospital.example' }),
    headers: { 'accept-language': 'es-MX,es;q=0.9,en;q=0.8' },
  })
  await mailedCode('ada@hospital.example')
  expect(await mailTo('ada@hospital.example')).toMatchObject({ subject: 'Su código para Gleaner' })
})

test('[A13] an unknown address gets the same answer, and no mail', async () => {
  const [known, unknown] = await Promise.all(
    ['ada@hospital.example', 'nobody@hospital.example'].map((address) => call('/v1/email-codes', post({ address }))),
  )
  expect([unknown?.status, await unknown?.text()]).toEqual([known?.status, await known?.text()])
  expect(await mailTo('nobody@hospital.example')).toBeUndefined()
})

test('[A13] of ten guesses at once five count as tries, and then the right code is void', async () => {
  const asked = await requestEmailCode(env.DIRECTORY, 'guess@hospital.example', here.admin.person, Date.now())
  if (asked === 'too-many') throw new Error('Rate limited')
  const wrong = asked.code === '00000000' ? '11111111' : '00000000'
  await Promise.all(Array.from({ length: 10 }, () => redeemEmailCode(env.DIRECTORY, asked.browser, wrong, Date.now())))
  expect(await redeemEmailCode(env.DIRECTORY, asked.browser, asked.code, Date.now())).toBeUndefined()
})

test('[A13] of ten people who use the right code at once, one signs in; after ten minutes nobody does', async () => {
  const ask = async () => {
    const asked = await requestEmailCode(env.DIRECTORY, `${crypto.randomUUID()}@hospital.example`, here.admin.person, Date.now())
    if (asked === 'too-many') throw new Error('Rate limited')
    return asked
  }
  const { browser, code } = await ask()
  const all = await Promise.all(Array.from({ length: 10 }, () => redeemEmailCode(env.DIRECTORY, browser, code, Date.now())))
  expect(all.filter(Boolean)).toHaveLength(1)
  const late = await ask()
  expect(await redeemEmailCode(env.DIRECTORY, late.browser, late.code, Date.now() + 10 * 60 * 1000 + 1)).toBeUndefined()
})

test('[A13] a mailbox gets five mails an hour at most', async () => {
  intoNext(60 * 60 * 1000)
  const asked = await Promise.all(Array.from({ length: 8 }, () => call('/v1/email-codes', post({ address: 'flood@hospital.example' }))))
  vi.useRealTimers()
  expect(asked.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 200, 200, 200, 200, 429, 429, 429])
})

test('[A13] another’s address is not taken over', async () => {
  const address = 'ada@hospital.example'
  await env.DIRECTORY.prepare('DELETE FROM development_mail').run()
  const asked = await asBrowser(here.steering, '/v1/email-codes', { method: 'POST', body: JSON.stringify({ address }) })
  const code = await mailedCode(address)
  expect((await call('/v1/email-codes/redeem', post({ code }, cookieOf(asked, 'gleaner-code')))).status).toBe(409)
})

test('[A13] without a mail binding and without the development key nothing pretends to send', () => {
  const { DEVELOPMENT_KEY: _, ...rest } = env
  expect(() => mailerOf(rest)).toThrow('no mail binding')
})

test('[A12] [A22] an address and its line in the audit log are added together or not at all, and the owner is told once', async () => {
  const db = env.DIRECTORY
  const address = 'grace@hospital.example'
  const member = here['site-lead']
  const add = async (): Promise<number> => {
    await db.prepare('DELETE FROM development_mail').run()
    const asked = await asBrowser(member, '/v1/email-codes', { method: 'POST', body: JSON.stringify({ address }) })
    const cookie = `${member.cookie}; ${cookieOf(asked, 'gleaner-code')}`
    return (await call('/v1/email-codes/redeem', post({ code: await mailedCode(address) }, cookie))).status
  }
  const kept = async (): Promise<number[]> => {
    const [identities, lines] = await db.batch<{ count: number }>([
      db.prepare('SELECT count(*) AS count FROM identity WHERE subject = ?').bind(address),
      db.prepare("SELECT count(*) AS count FROM audit WHERE action = 'sign-in-added' AND person = ?").bind(member.person),
    ])
    return [identities, lines].map((found) => found?.results[0]?.count ?? -1)
  }
  await db.prepare("CREATE TRIGGER no_audit BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no room'); END").run()
  expect(await add()).toBe(500)
  await db.prepare('DROP TRIGGER no_audit').run()
  expect(await kept()).toEqual([0, 0])
  expect(await add()).toBe(200)
  expect(await add()).toBe(200)
  expect(await kept()).toEqual([1, 1])
})
