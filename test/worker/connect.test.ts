import { env } from 'cloudflare:workers'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { ConnectionReply, DeviceCodeReply, DeviceTokenReply } from '../../shared/api/access.ts'
import type { DeviceReply } from '../../shared/api/bank.ts'
import type { Role } from '../../shared/domain/entities.ts'
import { approveDeviceCode, makeDeviceCode, pollDeviceCode, pollInterval } from '../../worker/auth/connections.ts'
import { newSecret } from '../../worker/auth/secrets.ts'
import { findSession } from '../../worker/auth/sessions.ts'
import { intoNext } from './clock.ts'
import { asBrowser, asDevice, call, makeNetwork, type TestMember } from './network.ts'
import { challengeOf } from './pkce.ts'

let here: Record<Role, TestMember>
beforeAll(async () => {
  here = await makeNetwork('connect')
})
afterEach(() => {
  vi.useRealTimers()
})

const post = (body: unknown) => ({ method: 'POST', body: JSON.stringify(body) })
const consent = async (verifier: string): Promise<ConnectionReply> => {
  const answer = await asBrowser(
    here.contributor,
    '/v1/networks/connect/connections',
    post({ challenge: await challengeOf(verifier), state: 'state-1', label: 'Ward PC' }),
  )
  return answer.json()
}
const exchange = (code: string, verifier: string) => call('/v1/connections/token', post({ code, verifier }))

test('[A14] a tab connects an extension: code, state and issuer go out, verifier and code come in, a token of the network comes back', async () => {
  const verifier = newSecret()
  const { code, state, iss } = await consent(verifier)
  expect([state, iss]).toEqual(['state-1', 'http://localhost'])
  const { token, me } = await (await exchange(code, verifier)).json<DeviceReply>()
  expect(me.person).toBe(here.contributor.person)
  expect((await asDevice({ token }, '/v1/networks/connect/matrix')).status).toBe(200)
  expect(
    (await asDevice({ token }, '/v1/networks/connect/connections', post({ challenge: await challengeOf(verifier), state: '' }))).status,
  ).toBe(403)
})

test('[A14] a code without its verifier is refused, and used up', async () => {
  const verifier = newSecret()
  const { code } = await consent(verifier)
  expect((await exchange(code, newSecret())).status).toBe(401)
  expect((await exchange(code, verifier)).status).toBe(401)
})

test('[A14] using a code again ends what it made; of ten at once at most one is answered', async () => {
  const verifier = newSecret()
  const { code } = await consent(verifier)
  const { token } = await (await exchange(code, verifier)).json<DeviceReply>()
  expect((await asDevice({ token }, '/v1/me')).status).toBe(200)
  expect((await exchange(code, verifier)).status).toBe(401)
  expect((await asDevice({ token }, '/v1/me')).status).toBe(401)
  const raced = await consent(verifier)
  const answers = await Promise.all(Array.from({ length: 10 }, () => exchange(raced.code, verifier)))
  const won = answers.filter(({ status }) => status === 200)
  expect(won.length).toBeLessThanOrEqual(1)
  for (const answer of won) expect((await asDevice(await answer.json<DeviceReply>(), '/v1/me')).status).toBe(401)
})

test('[A15] a code typed by its person connects the extension that shows it', async () => {
  intoNext(10 * 60 * 1000)
  const { deviceCode, userCode } = await (await call('/v1/device-codes', post({ label: 'Firefox on ward 3' }))).json<DeviceCodeReply>()
  expect(await (await call('/v1/device-codes/token', post({ deviceCode }))).json<DeviceTokenReply>()).toEqual({ is: 'waiting' })
  expect((await call('/v1/device-codes/token', post({ deviceCode }))).status).toBe(429)
  expect(await (await asBrowser(here.contributor, '/v1/device-codes/look', post({ userCode: userCode.toLowerCase() }))).json()).toEqual({
    label: 'Firefox on ward 3',
  })
  expect((await asBrowser(here.contributor, '/v1/networks/connect/device-codes', post({ userCode }))).status).toBe(200)
  expect((await asBrowser(here.admin, '/v1/networks/connect/device-codes', post({ userCode }))).status).toBe(404)
  const polled = await pollDeviceCode(env.DIRECTORY, deviceCode, '', Date.now() + pollInterval)
  expect(polled).toMatchObject({ member: { person: here.contributor.person } })
  expect((await call('/v1/device-codes/token', post({ deviceCode }))).status).toBe(401)
})

test('[A15] of ten people who agree at once one gets the extension; of ten requests at once one gets the token', async () => {
  const now = Date.now()
  const { deviceCode, userCode } = await makeDeviceCode(env.DIRECTORY, '', now)
  const person = await findSession(env.DIRECTORY, here.admin.token, 'device', now)
  const member = person?.member
  if (!member) throw new Error('No member')
  const agreed = await Promise.all(Array.from({ length: 10 }, () => approveDeviceCode(env.DIRECTORY, userCode, member, '', now)))
  expect(agreed.filter(Boolean)).toHaveLength(1)
  const polled = await Promise.all(Array.from({ length: 10 }, () => pollDeviceCode(env.DIRECTORY, deviceCode, '', now)))
  expect(polled.filter((one) => typeof one === 'object')).toHaveLength(1)
  const late = await makeDeviceCode(env.DIRECTORY, '', now)
  expect(await approveDeviceCode(env.DIRECTORY, late.userCode, member, '', now + 16 * 60 * 1000)).toBe(false)
  expect(await pollDeviceCode(env.DIRECTORY, late.deviceCode, '', now + 16 * 60 * 1000)).toBe('unknown')
})

test('[A15] guessing codes is rate limited by person', async () => {
  const look = () => asBrowser(here.steering, '/v1/device-codes/look', post({ userCode: 'AAAA-AAAA' }))
  intoNext(10 * 60 * 1000)
  const statuses: number[] = []
  for (let guess = 0; guess < 21; guess += 1) statuses.push((await look()).status)
  expect(statuses.slice(-2)).toEqual([404, 429])
})
