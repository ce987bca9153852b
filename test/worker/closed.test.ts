import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { api } from '../../worker/api.ts'
import { isClosed } from '../../worker/directory/closed.ts'
import { makeNetwork } from './network.ts'
import { newToken } from './open/program.ts'

const ask = async (closed: string, path: string, headers: Record<string, string> = {}): Promise<Response> => {
  const context = createExecutionContext()
  const answer = await api.fetch(new Request(`http://localhost${path}`, { headers }), { ...env, CLOSED_NETWORKS: closed }, context)
  await waitOnExecutionContext(context)
  return answer
}

test('[D57] a closed network answers 503 everywhere: to devices, browsers, programs, FHIR and readers of its public pages', async () => {
  const [shut, open] = [await makeNetwork('shut'), await makeNetwork('shut-not')]
  const [mine, theirs] = [await newToken(shut.contributor), await newToken(open.contributor)]
  const program = ({ secret }: { secret: string }) => ({ authorization: `Bearer ${secret}` })
  const measure = `measure=${crypto.randomUUID()}.outcome`
  const asked: [path: string, headers: Record<string, string>][] = [
    ['/v1/networks/shut/framework', { cookie: shut.admin.cookie }],
    ['/v1/networks/shut/framework', { authorization: `Bearer ${shut.contributor.token}` }],
    ['/api/v1/network', program(mine)],
    ['/api/v1/ideas', program(mine)],
    [`/api/v1/fhir/MeasureReport?${measure}`, program(mine)],
    [`/p/shut/${crypto.randomUUID()}`, {}],
  ]
  for (const closed of ['shut', 'other, shut', '*', ' * '])
    for (const [path, headers] of asked) {
      const answer = await ask(closed, path, headers)
      await answer.text()
      expect([closed, path, answer.status, answer.headers.get('retry-after')]).toEqual([closed, path, 503, '60'])
    }
  expect(await (await ask('shut', '/api/v1/ideas', program(mine))).json()).toMatchObject({ status: 503, code: 'closed' })
  expect(await (await ask('shut', `/p/shut/${crypto.randomUUID()}`, { 'accept-language': 'es' })).text()).toContain('en este momento')
  expect((await ask('shut', '/api/v1/ideas', program(theirs))).status).toBe(200)
  expect((await ask('shut', `/p/shut-not/${crypto.randomUUID()}`)).status).toBe(404)
  expect((await ask('', '/api/v1/ideas', program(mine))).status).toBe(200)
})

test('[D57] only a network that is named is closed', () => {
  const closed = (said: string | null | undefined, slug: string) => isClosed(said === undefined ? {} : { CLOSED_NETWORKS: said }, slug)
  expect(['shut', 'open-shut', 'shu', '', '*'].map((slug) => closed('shut', slug))).toEqual([true, false, false, false, false])
  expect([closed(undefined, ''), closed(null, 'shut'), closed('', ''), closed(',', ''), closed('shut,', '')]).toEqual([
    false,
    false,
    false,
    false,
    false,
  ])
})
