import { expect } from 'vitest'
import type { NewTokenReply, TokenScope } from '../../../shared/api/tokens.ts'
import { tokenScopes } from '../../../shared/api/tokens.ts'
import { asBrowser, call, type TestMember } from '../network.ts'

/** A new access token of that member, for everything unless said otherwise. */
export const newToken = async (member: TestMember, scopes: readonly TokenScope[] = tokenScopes, days = 30): Promise<NewTokenReply> => {
  const body = JSON.stringify({ label: 'Test', scopes, days })
  const answer = await asBrowser(member, `/v1/networks/${member.slug}/tokens`, { method: 'POST', body })
  if (answer.status !== 200) throw new Error(`No token: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

interface Asking {
  method?: string
  body?: unknown
  headers?: Record<string, string>
}

/** Asks /api/v1 with a token. */
export const asProgram = (secret: string, path: string, { method, body, headers = {} }: Asking = {}): Promise<Response> =>
  call(`/api/v1${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { authorization: `Bearer ${secret}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })

/** The same, answered as JSON; anything but 2xx is thrown. */
export const readsAs = async <Reply>(secret: string, path: string, asking: Asking = {}): Promise<Reply> => {
  const answer = await asProgram(secret, path, asking)
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return answer.json()
}

/** The problem that an answer is, by RFC 9457. */
export const problemOf = async (answer: Response): Promise<{ status: number; code: string; detail: string }> => {
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  const said: { type: string; title: string; status: number; code: string; detail: string } = await answer.json()
  expect(said.status).toBe(answer.status)
  expect(said.type).toBe(`http://localhost/api/v1/docs#problem-${said.code}`)
  expect(said.title).not.toBe('')
  return said
}
