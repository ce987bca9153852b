import 'fake-indexeddb/auto'
import { fakeBrowser } from '../fake-extension-api.ts'
import { createServer, type IncomingMessage } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { bringCode, isConnectAnswer, isStartPage } from '../../../extension/account/connect-answer.ts'
import { openConnectTab, takeAnswer } from '../../../extension/account/connect-tab.ts'
import { pollDeviceCode, startDeviceCode } from '../../../extension/account/device-code.ts'
import { readPending, writePending } from '../../../extension/account/pending-connection.ts'
import { readConnection } from '../../../extension/connection/connection.ts'
import { newCode } from '../../../worker/auth/secrets.ts'

const me = { person: 'ann', name: 'Ann', role: 'contributor', site: '', network: { slug: 'demo', name: 'Demo' } }
const token = 't'.repeat(43)
const connected = { token, me }
const deviceCode = { deviceCode: 'd'.repeat(43), userCode: 'ABCD-EFGH', address: 'http://server/connect', interval: 0, expiresAt: 0 }

interface Asked {
  path: string
  body: { code?: string; verifier?: string; deviceCode?: string; label?: string }
}
let asked: Asked[] = []
let answers: { status: number; body: unknown }[] = []

const bodyOf = async (request: IncomingMessage): Promise<Asked['body']> => {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return JSON.parse(text) as Asked['body']
}

const server = createServer((request, response) => {
  void bodyOf(request).then((body) => {
    asked.push({ path: request.url ?? '', body })
    const { status, body: reply } = answers.shift() ?? { status: 500, body: {} }
    return response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(reply))
  })
})
let origin = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  origin = `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`
})
afterAll(() => server.close())
beforeEach(() => {
  fakeBrowser.reset()
  asked = []
  answers = []
})

/** Begins, and answers with the question that stands in the tab's address. */
const begin = async (): Promise<URLSearchParams> => {
  await openConnectTab(origin, 'Ward PC')
  const tabs = await fakeBrowser.tabs.query({})
  return new URL(tabs.at(-1)?.url ?? '').searchParams
}
const answer = (parts: Record<string, string>, at = origin): string => `${at}/connected#${new URLSearchParams(parts).toString()}`

describe('[I1] by a tab', () => {
  test('the code is sent with the verifier of its own challenge (PKCE)', async () => {
    const question = await begin()
    answers = [{ status: 200, body: connected }]
    const end = await takeAnswer(answer({ code: 'c', state: question.get('state') ?? '', iss: origin }))
    expect(end).toMatchObject({ is: 'connected', connection: { server: origin, token } })
    const [exchange] = asked
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(exchange?.body.verifier))
    expect(Buffer.from(digest).toString('base64url')).toBe(question.get('challenge'))
    expect(await readConnection()).toMatchObject({ token })
    expect(await readPending()).toBeUndefined()
  })

  test.each<[string, (state: string) => string, string]>([
    ['another state', () => answer({ code: 'c', state: 'other', iss: origin }), 'not-ours'],
    ['another issuer', (state) => answer({ code: 'c', state, iss: 'https://evil.example' }), 'not-ours'],
    ['a page of another server', (state) => answer({ code: 'c', state, iss: origin }, 'https://evil.example'), 'not-ours'],
    ['a person who did not agree', (state) => answer({ error: 'access_denied', state, iss: origin }), 'denied'],
  ])('%s connects nothing and asks no server', async (_name, made, why) => {
    const state = (await begin()).get('state') ?? ''
    expect(await takeAnswer(made(state))).toEqual({ is: 'failed', why })
    expect(asked).toEqual([])
    expect(await readConnection()).toBeUndefined()
  })

  test('a connection that was begun too long ago, or never, is refused', async () => {
    const state = (await begin()).get('state') ?? ''
    const pending = await readPending()
    if (!pending) throw new Error('Nothing is pending')
    await writePending({ ...pending, until: Date.now() - 1 })
    expect(await takeAnswer(answer({ code: 'c', state, iss: origin }))).toEqual({ is: 'failed', why: 'over' })
    fakeBrowser.reset()
    expect(await takeAnswer(answer({ code: 'c', state, iss: origin }))).toEqual({ is: 'failed', why: 'over' })
  })

  test('a refused code ends the connection attempt, with the server’s reason', async () => {
    const state = (await begin()).get('state') ?? ''
    answers = [{ status: 401, body: { error: 'bad-code', message: 'Used already.' } }]
    expect(await takeAnswer(answer({ code: 'c', state, iss: origin }))).toEqual({
      is: 'failed',
      why: { refused: 'Used already.', english: 'Used already.' },
    })
    expect(await readPending()).toBeUndefined()
  })

  test('only the page that answers a connecting browser is accepted', () => {
    const iss = encodeURIComponent('https://bank.example')
    expect(isConnectAnswer(`https://bank.example/connected#code=a&state=b&iss=${iss}`)).toBe(true)
    expect(isConnectAnswer(`https://bank.example/connected#error=access_denied&state=b&iss=${iss}`)).toBe(true)
    for (const other of [
      'https://bank.example/connected',
      'https://shop.example/connected#state=open',
      `https://shop.example/connected#state=b&iss=${iss}`,
      `https://bank.example/a#state=b&iss=${iss}`,
      'about:blank',
      '',
      'nonsense',
    ])
      expect([other, isConnectAnswer(other)]).toEqual([other, false])
  })

  test('only a code of a server on its first steps opens the settings; any other page of that name is clipped', async () => {
    const code = newCode()
    expect(isStartPage(`https://bank.example/start#connect=${code}`)).toBe(true)
    for (const other of [
      `https://bank.example/start#${code}`,
      'https://trial.example/start#inclusion-criteria',
      'https://trial.example/start#connect=inclusion',
      `https://trial.example/start/more#connect=${code}`,
      'https://trial.example/start',
      '',
    ])
      expect([other, isStartPage(other)]).toEqual([other, false])
    const opened = vi.spyOn(fakeBrowser.tabs, 'create')
    await bringCode(`https://bank.example/start#connect=${code}`)
    expect(opened).toHaveBeenCalledWith({ url: `/options.html#start=${encodeURIComponent(`https://bank.example/connect#${code}`)}` })
  })
})

describe('[I1] by a code', () => {
  const begun = async (): Promise<void> => {
    answers = [{ status: 200, body: { ...deviceCode, expiresAt: Date.now() + 60_000 } }]
    expect(await startDeviceCode(origin, 'Ward PC')).toBeUndefined()
  }

  test('it polls until the person agreed, and keeps the token', async () => {
    await begun()
    expect(await fakeBrowser.alarms.get('connect')).toBeDefined()
    answers = [
      { status: 200, body: { is: 'waiting' } },
      { status: 429, body: { error: 'too-many', message: '' } },
      { status: 200, body: { is: 'connected', ...connected } },
    ]
    expect([await pollDeviceCode(), await pollDeviceCode()]).toEqual([undefined, undefined])
    expect(await readConnection()).toBeUndefined()
    expect(await pollDeviceCode()).toMatchObject({ is: 'connected' })
    expect(await readConnection()).toMatchObject({ token })
    expect(await pollDeviceCode()).toBeUndefined()
    expect(await fakeBrowser.alarms.get('connect')).toBeUndefined()
    expect(asked).toHaveLength(4)
  })

  test('of two contexts that poll at once, one does', async () => {
    await begun()
    answers = [{ status: 200, body: { is: 'waiting' } }]
    await Promise.all([pollDeviceCode(), pollDeviceCode()])
    expect(asked).toHaveLength(2)
  })

  test('a code that the server no longer knows ends the attempt; an unreachable server is polled again', async () => {
    await begun()
    answers = [{ status: 503, body: { error: 'busy', message: '' } }]
    expect(await pollDeviceCode()).toBeUndefined()
    expect(await readPending()).toBeDefined()
    answers = [{ status: 401, body: { error: 'bad-code', message: '' } }]
    expect(await pollDeviceCode()).toEqual({ is: 'failed', why: 'over' })
    expect(await readPending()).toBeUndefined()
  })
})
