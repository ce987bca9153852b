import 'fake-indexeddb/auto'
import { fakeBrowser } from '../fake-extension-api.ts'
import { createServer } from 'node:http'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { connect, invitationOf, serverOf, whyNotAt } from '../../../extension/account/connect.ts'
import { databaseName, databaseNamed, unconnectedName } from '../../../extension/store/databases.ts'
import { unsentAsJson } from '../../../extension/backup/other-accounts.ts'
import { readConnection, removeConnection } from '../../../extension/connection/connection.ts'
import { browserRun } from '../../../extension/browser/browser-run.ts'
import { readRemembered, writeRemembered } from '../../../extension/connection/remembered.ts'
import { addMutations, proposal } from '../network-under-test.ts'

beforeEach(() => fakeBrowser.reset())

const me = { person: 'ann', name: 'Ann', role: 'contributor', site: 'site-01', network: { slug: 'demo', name: 'Demo' } }

const answering = async <Result>(
  status: number,
  body: string,
  type: string,
  use: (address: string) => Promise<Result>,
): Promise<Result> => {
  const server = createServer((_request, response) => response.writeHead(status, { 'content-type': type }).end(body))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  try {
    return await use(`http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`)
  } finally {
    server.close()
  }
}

describe('[I40] before a tab opens, the address is probed', () => {
  const problem = (error: string): string => JSON.stringify({ error, message: 'A sentence.' })
  test.each([
    ['a Gleaner', 401, problem('signed-out'), 'application/json', undefined],
    ['a Gleaner that is overrun', 503, problem('busy'), 'application/json', undefined],
    ['a page of the web', 200, '<!doctype html>', 'text/html', 'not-gleaner'],
    ['another service', 404, problem('not-found'), 'application/json', 'not-gleaner'],
    ['another service that knows us', 200, '{}', 'application/json', 'not-gleaner'],
    ['half an answer', 401, '{"error":', 'application/json', 'not-gleaner'],
  ])('%s', async (_, status, body, type, why) => {
    expect(await answering(status, body, type, whyNotAt)).toBe(why)
  })

  test('no answer, and no answer because this computer is offline', async () => {
    const gone = await answering(200, '', 'text/html', (address) => Promise.resolve(address))
    vi.stubGlobal('navigator', { onLine: true })
    expect(await whyNotAt(gone)).toBe('nothing-there')
    vi.stubGlobal('navigator', { onLine: false })
    expect(await whyNotAt(gone)).toBe('no-network')
    vi.unstubAllGlobals()
  })
})

describe('addresses', () => {
  test.each([
    ['https://bank.example', 'https://bank.example'],
    [' https://bank.example/some/page?x=1 ', 'https://bank.example'],
    ['bank.example', 'https://bank.example'],
    ['bank.example:8443', 'https://bank.example:8443'],
    ['http://localhost:8787', 'http://localhost:8787'],
    ['http://127.0.0.1:8787/', 'http://127.0.0.1:8787'],
    ['localhost:8787', 'http://localhost:8787'],
    ['https:/bank.example', 'https://bank.example'],
    ['https//bank.example/connect', 'https://bank.example'],
  ])('%s is a server', (typed, server) => expect(serverOf(typed)).toBe(server))

  test.each([
    '',
    'http://bank.example',
    'ftp://bank.example',
    'javascript:alert(1)',
    'https://user:secret@bank.example',
    'http://localhost.evil.example',
    'https://',
    'a b c',
  ])('%s is none', (typed) => expect(serverOf(typed)).toBeUndefined())

  test('a link carries server and code', () => {
    expect(invitationOf('https://bank.example/connect#AB12-CD34')).toEqual({ server: 'https://bank.example', code: 'AB12-CD34' })
    for (const other of [
      'https://bank.example/connect',
      'https://bank.example/sign-in#AB12',
      'http://bank.example/connect#AB12',
      'https://bank.example/connect#%E0%A4%A',
      'AB12',
    ])
      expect(invitationOf(other)).toBeUndefined()
  })
})

describe('connecting', () => {
  const token = 'x'.repeat(43)

  test('keeps the token on this computer only, and takes over what was clipped before', async () => {
    await addMutations(databaseNamed(unconnectedName), [proposal('Before')])
    const end = await answering(200, JSON.stringify({ token, me }), 'application/json', (server) =>
      connect({ server, code: 'AB12CD34' }, 'Test'),
    )
    expect(end).toMatchObject({ is: 'connected', connection: { me, token } })
    const connection = await readConnection()
    expect(connection).toMatchObject({ token, me })
    expect(await fakeBrowser.storage.sync.get()).toEqual({})
    expect(await databaseNamed(unconnectedName).outbox.count()).toBe(0)
    expect(await databaseNamed(databaseName(connection)).outbox.count()).toBe(1)
    expect(await unsentAsJson(databaseNamed(databaseName(connection)))).not.toContain(token)
    await removeConnection()
    expect(await readConnection()).toBeUndefined()
    expect(await databaseNamed(databaseName(connection)).outbox.count()).toBe(1)
  })

  test.each([
    [
      'a used code',
      401,
      JSON.stringify({ error: 'bad-code', message: 'Used already.' }),
      'application/json',
      { is: 'failed', why: { refused: 'Used already.', english: 'Used already.' } },
    ],
    ['some web page', 200, '<h1>Hello</h1>', 'text/html', { is: 'failed', why: 'not-gleaner' }],
    ['JSON without a token', 200, JSON.stringify({ me }), 'application/json', { is: 'failed', why: 'not-gleaner' }],
    [
      'an unknown role',
      200,
      JSON.stringify({ token, me: { ...me, role: 'owner' } }),
      'application/json',
      { is: 'failed', why: 'not-gleaner' },
    ],
  ])('%s connects nothing and says why', async (_name, status, body, type, expected) => {
    expect(await answering(status, body, type, (server) => connect({ server, code: 'AB12CD34' }, 'Test'))).toEqual(expected)
    expect(await readConnection()).toBeUndefined()
  })

  test('two people, networks or servers never share a database', () => {
    const name = (server: string, person: string, slug: string) =>
      databaseName({ server, me: { ...me, role: 'contributor', person, network: { slug, name: '' } } })
    const names = [
      name('https://a.example', 'ann', 'one'),
      name('https://a.example', 'ben', 'one'),
      name('https://a.example', 'ann', 'two'),
      name('https://b.example', 'ann', 'one'),
      databaseName(undefined),
    ]
    expect(new Set(names).size).toBe(names.length)
  })
})

test('the last choice is offered again; damaged values are an error, not guessed', async () => {
  expect(await readRemembered()).toEqual({ site: '' })
  await writeRemembered({ site: 'site-02' })
  expect(await readRemembered()).toEqual({ site: 'site-02' })
  await fakeBrowser.storage.local.set({ connection: { server: 'nonsense' } })
  await expect(readConnection()).rejects.toThrow()
})

test('a run of the browser has one id', async () => {
  const run = await browserRun()
  expect(await browserRun()).toBe(run)
  await fakeBrowser.storage.session.clear()
  expect(await browserRun()).not.toBe(run)
})
