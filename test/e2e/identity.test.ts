import { setTimeout } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { type GleanerBrowser, startChromium } from './chromium.ts'
import { type Hospital, startHospital } from './hospital.ts'
import { tabTo } from './keys.ts'
import { control, openDashboard, sees, textOf } from './steps.ts'
import { startTurnstile, type Turnstile } from './turnstile.ts'
import { startWorld, type TestWorld } from './world.ts'

/** How people come in and are cut off, in real browsers, against real providers. One world, one story after another. */
const secrets = { IDP_NORTH: 'the secret of the north', IDP_SOUTH: 'the secret of the south' }

let world: TestWorld
let mine: GleanerBrowser
let page: Page
let north: Hospital
let south: Hospital
let turnstile: Turnstile
beforeAll(async () => {
  turnstile = await startTurnstile()
  world = await startWorld({ secrets: { ...secrets, ...turnstile.secrets } })
  const startNorth = startHospital(world, {
    label: 'North Hospital',
    secretName: 'IDP_NORTH',
    secret: secrets.IDP_NORTH,
    domain: 'north.example',
    addressOf: (name) => `${name}@north.example`,
    inToken: false,
  })
  const startSouth = startHospital(world, {
    label: 'South Hospital',
    secretName: 'IDP_SOUTH',
    secret: secrets.IDP_SOUTH,
    domain: 'south.example',
    // It may say what it likes of its people; whom it can sign in is the network's to say.
    addressOf: (name) => (name === 'impostor' ? 'nora@north.example' : `${name}@south.example`),
    inToken: true,
  })
  ;[north, south, mine] = await Promise.all([startNorth, startSouth, startChromium({ profile: world.profile('mine') })])
  page = await mine.open()
})
afterAll(async () => {
  await mine.close()
  await Promise.all([north.end(), south.end(), turnstile.end()])
  await world.end()
})

const press = (on: Page, name: string): Promise<void> => control(on, name, 'button').click()
const type = (on: Page, name: string, text: string): Promise<void> => control(on, name, 'textbox').fill(text)

/** The same for somebody who has no mouse. */
const byKeys = async (on: Page, name: string): Promise<void> => {
  await tabTo(on, name)
  await on.keyboard.press('Enter')
}

const signOut = async (): Promise<void> => {
  await press(page, 'Sign out')
  await sees(page, 'Sign in to the idea bank')
}

/** At the hospital's own pages: who one is, and that Gleaner may know. */
const passHospital = async (name: string): Promise<void> => {
  await page.locator('input[name=login]').fill(name)
  await page.locator('input[name=password]').fill('secret')
  await page.locator('button[type=submit]').click()
  // The page of consent has a form of its own: the former page's button is not pressed twice.
  await page.locator('form:has(input[value=consent]) button').click()
}

test('[A16] a hospital signs its own people in, and they return to the page where they were', async () => {
  await page.goto(`${world.worker.url}/sign-in?with=${north.id},${south.id}`)
  await sees(page, 'Sign in with South Hospital')
  await page.goto(`${world.worker.url}/connect?challenge=${'A'.repeat(43)}&state=x&label=Ward%20browser`)
  await press(page, 'Sign in with North Hospital')
  await passHospital('nora')
  await sees(page, 'Ward browser')
  expect(await textOf(page)).toContain('nora of North Hospital')
  await signOut()
})

test('[A16] a hospital can sign in its own people, and none of another hospital', async () => {
  await page.goto(`${world.worker.url}/sign-in`)
  await press(page, 'Sign in with South Hospital')
  await passHospital('impostor')
  await sees(page, 'did not let you in')
  // The hospital remembers who sat here: a new browser session of its own.
  await page.deleteCookie(...(await page.cookies(`http://localhost`)))
  await press(page, 'Sign in with South Hospital')
  await passHospital('sam')
  await sees(page, 'sam of South Hospital')
  await signOut()
})

test('[A19] a passkey is made in the account and signs in without a name', async () => {
  const cdp = await page.createCDPSession()
  await cdp.send('WebAuthn.enable')
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
  } as const
  await cdp.send('WebAuthn.addVirtualAuthenticator', { options: { ...options, automaticPresenceSimulation: true } })
  await page.goto(await world.signInLink('clinician'))
  await page.waitForSelector('table')
  await page.goto(`${world.worker.url}/account`)
  await press(page, 'Add a passkey')
  await type(page, 'Name for it', 'Ward laptop')
  await press(page, 'Make the passkey')
  await control(page, 'Remove Ward laptop', 'button').wait()
  await signOut()
  await press(page, 'Sign in with a passkey')
  await sees(page, 'Clara Clinician')
})

/** The code in the newest mail, as the development mailbox shows it. */
const codeInMailbox = async (): Promise<string> => {
  const mailbox = await mine.open(`${world.worker.url}/development/mailbox?key=${world.worker.key}`)
  const code = /code for Gleaner is (\d{4} \d{4})/.exec(await textOf(mailbox))?.[1] ?? ''
  await mailbox.close()
  return code
}

test('[A13] an address is added in the account, and a code to it signs in', async () => {
  await page.goto(`${world.worker.url}/account`)
  await press(page, 'Add an e-mail address')
  await type(page, 'E-mail address', 'clara@north.example')
  await press(page, 'Send me a code')
  await sees(page, 'a code is on its way')
  await type(page, 'Code from the mail', await codeInMailbox())
  await press(page, 'Add it')
  await control(page, 'Remove clara@north.example', 'button').wait()
  await signOut()
  await type(page, 'E-mail address', 'Clara@North.example')
  await press(page, 'Send me a code')
  await sees(page, 'a code is on its way')
  await type(page, 'Code from the mail', await codeInMailbox())
  await control(page, 'Code from the mail', 'textbox').wait()
  await page.keyboard.press('Enter')
  await sees(page, 'Clara Clinician')
  await signOut()
})

test('[A10] [A11] an invitation link makes a member; when an admin removes them their open page says so at once', async () => {
  const theirs = await startChromium({ profile: world.profile('admin') })
  try {
    const admin = await openDashboard(theirs, await world.signInLink('admin'))
    await admin.goto(`${world.worker.url}/members`)
    await byKeys(admin, 'Make an invitation link')
    await byKeys(admin, 'Make the link')
    await sees(admin, 'Copy the link now')
    const link = await admin.$eval('.copy-text', (element) => element.textContent)
    await page.goto(link)
    await sees(page, 'Test network')
    expect(page.url()).not.toContain('#')
    expect(await violations(page)).toEqual([])
    await type(page, 'Your name', 'Jo Joiner')
    await press(page, 'Join')
    await sees(page, 'You have no way to sign in again')
    await page.goto(`${world.worker.url}/ideas`)
    await sees(page, 'Jo Joiner')
    await admin.reload()
    await sees(admin, 'Jo Joiner')
    await tabTo(admin, 'Name, site or role')
    await admin.keyboard.type('Joiner')
    await byKeys(admin, 'Suspend or remove')
    await sees(admin, 'All of it stays in the bank')
    await byKeys(admin, 'Remove Jo Joiner')
    await sees(page, 'Your session has ended, or you are no longer in this network')
    await admin.goto(`${world.worker.url}/audit`)
    await sees(admin, 'Jo Joiner')
    await tabTo(admin, 'What')
    await admin.keyboard.type('Member removed')
    const shown = (): Promise<(string | null)[]> => admin.$$eval('table.audit tbody tr', (rows) => rows.map((row) => row.textContent))
    await expect.poll(shown, { timeout: 60_000 }).toEqual([expect.stringMatching(/Ada Admin.*Jo Joiner/)])
    expect(await violations(admin)).toEqual([])
  } finally {
    await theirs.close()
  }
})

test('[A23] [A26] behind an address that floods, a new person passes Turnstile with the keyboard, and gets their code', async () => {
  // Counts begin anew every ten minutes by the clock: not in the middle of this.
  const left = 600_000 - (Date.now() % 600_000)
  if (left < 45_000) await setTimeout(left)
  const flood = { method: 'POST', body: '{"address":"flood@north.example"}', headers: { 'x-client-address': '192.0.2.9' } }
  for (let asked = 0; asked < 220; asked += 20)
    await Promise.all(Array.from({ length: 20 }, () => fetch(`${world.worker.url}/v1/email-codes`, flood).then((answer) => answer.text())))
  const theirs = await startChromium({ profile: world.profile('new') })
  try {
    const stranger = await theirs.open()
    await stranger.setExtraHTTPHeaders({ 'x-client-address': '192.0.2.9' })
    await stranger.goto(`${world.worker.url}/sign-in`)
    await type(stranger, 'E-mail address', 'new@north.example')
    await press(stranger, 'Send me a code')
    await sees(stranger, 'Show that you are a person')
    await sees(stranger, 'You are a person')
    expect(await violations(stranger)).toEqual([])
    await byKeys(stranger, 'Go on')
    await type(stranger, 'E-mail address', 'new@north.example')
    await press(stranger, 'Send me a code')
    await sees(stranger, 'a code is on its way')
  } finally {
    await theirs.close()
  }
})
