import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Webhook } from 'standardwebhooks'
import { hookEventTypes, hookTest } from '../../../shared/webhooks/hook-events.ts'
import { pauseAfter, restAfter, triedFor } from '../../../shared/webhooks/retries.ts'

const page = readFileSync('docs/webhooks.md', 'utf8')

type Verify = (secret: string, headers: Headers, body: string, now?: number) => Promise<boolean>

test('[O61] the code that the documentation gives to receivers accepts what the library of Standard Webhooks signs, and nothing else', async () => {
  const code = /```js verify\n([\s\S]*?)```/.exec(page)?.[1] ?? ''
  const { isGenuine } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as { isGenuine: Verify }
  const [secret, other] = ['one', 'another'].map((name) => `whsec_${btoa(name.padEnd(32, '!'))}`) as [string, string]
  const [body, at] = ['{"type":"idea.moved","data":{"words":{"idea":"Wiegen – früh"}}}', new Date('2026-12-01T10:00:00Z')]
  const signature = new Webhook(secret).sign('msg_1', at, body)
  const headers = (more: Record<string, string> = {}) =>
    new Headers({ 'webhook-id': 'msg_1', 'webhook-timestamp': String(at.getTime() / 1000), 'webhook-signature': signature, ...more })
  const now = at.getTime() + 1000
  expect(await isGenuine(secret, headers(), body, now)).toBe(true)
  const both = `${new Webhook(other).sign('msg_1', at, body)} ${signature}`
  expect(await isGenuine(secret, headers({ 'webhook-signature': both }), body, now)).toBe(true)
  expect(await isGenuine(other, headers({ 'webhook-signature': both }), body, now)).toBe(true)
  expect(await isGenuine(other, headers(), body, now)).toBe(false)
  expect(await isGenuine(secret, headers(), `${body} `, now)).toBe(false)
  expect(await isGenuine(secret, headers({ 'webhook-id': 'msg_2' }), body, now)).toBe(false)
  expect(await isGenuine(secret, headers({ 'webhook-timestamp': '' }), body, now)).toBe(false)
  expect(await isGenuine(secret, headers(), body, at.getTime() + 301_000)).toBe(false)
  expect(await isGenuine(secret, new Headers(), body, now)).toBe(false)
})

test('[O60] the documentation has a row for every event', () => {
  const rows = [...page.matchAll(/^\| `([\w.]+)` \|/gm)].map(([, type]) => type)
  expect(rows).toEqual([...hookEventTypes, hookTest])
})

test('[O65] pauses grow, end within a day, and are never shorter than what a receiver asked for, up to an hour', () => {
  for (const spread of [0, 0.5, 1]) {
    const pauses = Array.from({ length: 12 }, (_, index) => pauseAfter(index + 1, 0, spread)).filter((pause) => pause !== undefined)
    expect(pauses.toSorted((one, other) => one - other)).toEqual(pauses)
    expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeLessThan(triedFor)
  }
  expect(pauseAfter(1, 600, 0)).toBe(600_000)
  expect(pauseAfter(1, 1e9, 0)).toBe(3_600_000)
  for (let failures = 1; failures < 1000; failures += 1) expect(restAfter(failures, 1)).toBeLessThanOrEqual(2 * 3_600_000)
})
