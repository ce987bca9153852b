import 'fake-indexeddb/auto'
import { fakeBrowser } from '../fake-extension-api.ts'
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { keepConnection } from '../../../extension/account/connect.ts'
import { isPortal, type Policy, readPolicy } from '../../../extension/browser/managed-policy.ts'
import { readConnection } from '../../../extension/connection/connection.ts'
import { readRemembered, writeRemembered } from '../../../extension/connection/remembered.ts'

const server = 'https://bank.example'
const me = { person: 'ann', name: 'Ann', role: 'contributor', site: '', network: { slug: 'demo', name: 'Demo' } }
const reply = { token: 't'.repeat(43), me }
const rule = (policy: Policy & Record<string, unknown>): Promise<void> => fakeBrowser.storage.managed.set(policy)

beforeEach(() => fakeBrowser.reset())

describe('[I3] the computer’s policy', () => {
  test('without a policy nothing is restricted', async () => {
    expect(Object.values(await readPolicy()).filter((value) => value !== undefined)).toEqual([])
  })

  test('one invalid value does not invalidate the others', async () => {
    await rule({ server, idleMinutes: 'ten' as unknown as number, signIn: 'sms' as 'tab', unknown: true })
    expect(await readPolicy()).toMatchObject({ server, idleMinutes: undefined, signIn: undefined })
  })

  test.each([
    [{ server }, true],
    [{ server: `${server}/` }, true],
    [{ server: 'https://other.example' }, false],
    [{ network: 'demo' }, true],
    [{ network: 'other' }, false],
  ])('%j: connecting there is allowed: %s', async (policy, allowed) => {
    await rule(policy)
    expect((await keepConnection(server, reply)).is).toBe(allowed ? 'connected' : 'failed')
    expect((await readConnection()) !== undefined).toBe(allowed)
  })

  test('a connection that the policy forbids now is no longer used', async () => {
    await keepConnection(server, reply)
    await rule({ network: 'other' })
    expect(await readConnection()).toBeUndefined()
  })

  test('the site of the policy is offered instead of the one chosen last', async () => {
    await writeRemembered({ site: 'south' })
    await rule({ site: 'north' })
    expect(await readRemembered()).toEqual({ site: 'north' })
  })

  test.each([
    ['https://portal.hospital.example/x', true],
    ['https://epic.portal.hospital.example/', true],
    ['https://notportal.hospital.example/', false],
    ['https://portal.hospital.example.evil.example/', false],
    ['about:blank', false],
    ['', false],
  ])('with portal.hospital.example as a portal, %s is one: %s', (address, portal) => {
    for (const host of ['portal.hospital.example', '*.portal.hospital.example', 'Portal.Hospital.example'])
      expect(isPortal({ portalHosts: [host] }, address)).toBe(portal)
  })

  test('the schema for browsers has every policy value, and no other', async () => {
    const schema = JSON.parse(readFileSync('extension/public/managed-schema.json', 'utf8')) as { properties: object }
    const full: Required<Policy> = {
      server,
      network: 'demo',
      site: 'north',
      signIn: 'tab',
      strictPatientCheck: true,
      disabledContexts: ['link'],
      portalHosts: ['portal.example'],
      patientNumberLabels: ['study no'],
      patientNumberPatterns: ['HC-999999'],
      rememberPublicPages: false,
      sharedWorkstation: true,
      noLookups: true,
      idleMinutes: 10,
    }
    await rule(full)
    expect(await readPolicy()).toEqual(full)
    expect(Object.keys(schema.properties).toSorted()).toEqual(Object.keys(full).toSorted())
  })
})
