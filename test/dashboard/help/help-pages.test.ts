import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { helpAt } from '../../../worker/dashboard/help/help-pages.ts'
import { triageHelpKeys } from '../../../worker/dashboard/help/help-keys.ts'

/** The addresses that the dashboard has pages at, with something in the place of their parts. */
const addresses = [...readFileSync('worker/dashboard/app/routes.tsx', 'utf8').matchAll(/^ {2}\['(\/[^']*)'/gm)].map(([, path = '']) =>
  path.replaceAll(/:\w+/g, 'x'),
)

test('[V20] each page has a help of its own, with words; what is no page has one too', () => {
  expect(addresses.length).toBeGreaterThan(15)
  const without = addresses.filter((path) => helpAt(path).name === 'other' || helpAt(path).words.length === 0)
  expect(without.filter((path) => path !== '/hospital-trial')).toEqual([])
  expect(helpAt('/nowhere')).toMatchObject({ name: 'other' })
  for (const path of addresses) {
    const { words } = helpAt(path)
    expect(new Set(words).size).toBe(words.length)
  }
})

test('[V20] the help of triage names the keys that triage has', async () => {
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
  const { triageKeys } = await import('../../../worker/dashboard/triage/triage-keys.ts')
  vi.unstubAllGlobals()
  const said = Object.fromEntries(triageHelpKeys.map(([key, does]) => [does, key]))
  for (const [action, key] of Object.entries(triageKeys)) expect([action, said[action]]).toEqual([action, key])
})
