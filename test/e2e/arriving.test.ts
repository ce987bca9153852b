import { randomUUID } from 'node:crypto'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InvitationReply } from '../../shared/api/access.ts'
import type { Matrix } from '../../shared/api/bank.ts'
import { callDevelopment } from '../../worker/local/local-worker.ts'
import { settled, violations } from './axe.ts'
import { type GleanerBrowser, startChromium } from './chromium.ts'
import { openForm, send } from './keys.ts'
import { picture } from './pictures.ts'
import { control, openArticle, openDashboard, sees, writeIdea } from './steps.ts'
import { openWindows, type Windows } from './windows.ts'
import { slug, startWorld, type TestWorld } from './world.ts'

/** How one begins: somebody who was invited, a network without anything, and a coordinator on a phone. */
let world: TestWorld
let windows: Windows
let browser: GleanerBrowser
let page: Page

/** A link that an admin made, who then leaves this browser. */
const invitation = async (): Promise<string> => {
  const admin = await openDashboard(browser, await world.signInLink('admin'))
  const { code } = await admin.evaluate(
    async (address, body) => {
      const made = (await (await fetch(address, { method: 'POST', body })).json()) as InvitationReply
      await fetch('/v1/session', { method: 'DELETE' })
      return made
    },
    `/v1/networks/${slug}/invitations`,
    JSON.stringify({ role: 'contributor', site: 'north' }),
  )
  await admin.close()
  return `${world.worker.url}/join#${code}`
}

beforeAll(async () => {
  world = await startWorld({ secrets: { EXTENSION_CHROME: 'https://store.example/gleaner' } })
  browser = await startChromium({ profile: world.profile('arriving') })
  // The extension's own welcome, read and closed.
  await (await browser.tabAt(`chrome-extension://${browser.id}/options.html#welcome`)).close()
})
afterAll(async () => {
  await browser.close()
  await windows.close()
  await world.end()
})

test('[A40] whoever joins gets three steps, connects with the button on that page, and sees there that it is connected', async () => {
  const link = await invitation()
  page = await browser.open(link)
  await control(page, 'Your name').fill('Nadia Newcomer')
  await control(page, 'Join', 'button').click()
  await sees(page, 'Welcome to Test network')
  await sees(page, 'You are here as contributor, for North Hospital.')
  await sees(page, 'Gleaner for Chrome')
  await sees(page, 'You have no way to sign in again')
  expect(await violations(page)).toEqual([])
  await picture(page, 'start')
  await control(page, 'Connect this browser', 'button').click()
  await sees(page, 'Now press the Gleaner button')
  expect(await violations(page)).toEqual([])

  await browser.pressOnly(page)
  const options = await browser.tabAt(`chrome-extension://${browser.id}/options.html`)
  await sees(options, 'Welcome to Gleaner')
  // The code is in no address any more, and nothing is connected before the person agrees.
  expect(options.url()).not.toContain('start=')
  expect(await options.evaluate(() => document.body.innerText)).not.toContain('Nadia Newcomer')
  await control(options, 'Connect', 'button').click()
  await sees(options, 'Nadia Newcomer')
  await options.close()

  await page.bringToFront()
  await sees(page, 'Your extension is connected')
  await sees(page, 'Nothing has arrived from it yet.')
  expect(page.url()).toBe(`${world.worker.url}/start`)
})

test('[A40] the first clip is told on the same page, without a reload', async () => {
  const panel = await browser.press(await openArticle(browser))
  await panel.waitForSelector('#change')
  await writeIdea(panel, 'Lend every family a home scale', 'They travel far to be weighed.')
  await page.bringToFront()
  await sees(page, 'Last clip arrived')
  await picture(page, 'start-connected')
  expect((await world.ideas('pathway=none')).rows.map(({ change }) => change)).toEqual(['Lend every family a home scale'])
})

test('[A40] it is found again, and a phone is told that the extension is for a computer', async () => {
  await page.goto(`${world.worker.url}/account`)
  await control(page, 'Get and connect the extension, step by step', 'link').click()
  await sees(page, 'Your extension is connected')
  const phone = await browser.open()
  await phone.setUserAgent({
    userAgent: 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile',
  })
  await phone.setViewport({ width: 360, height: 800, isMobile: true, hasTouch: true })
  await phone.goto(`${world.worker.url}/start`)
  await sees(phone, 'The extension is for a computer')
  await sees(phone, 'Go on to the bank')
  expect(await phone.$eval('a[href^="mailto:"]', (link) => link.getAttribute('href'))).toContain(encodeURIComponent('/start'))
  expect(await violations(phone)).toEqual([])
})

/** A network of its own in the same Worker, of which only its admin knows. */
const bare = 'bare'
const admin = { id: 'bare-admin', name: 'Ana Admin', role: 'admin', site: '' }
const bareWindow = async (): Promise<Page> => {
  await callDevelopment(world.worker, '/networks', { slug: bare, name: 'Bare network', people: [admin] })
  const code = { kind: 'web', person: admin.id, network: bare }
  const signIn = async (): Promise<string> =>
    `${world.worker.url}/sign-in#${(await callDevelopment<{ code: string }>(world.worker, '/codes', code)).code}`
  windows = await openWindows({ ...world, worker: world.worker, signInLink: signIn })
  return windows.of(admin.id)
}

/** What the bank of that network has. */
const bankOf = (window: Page): Promise<Matrix> =>
  window.evaluate(async () => (await (await fetch('/v1/networks/bare/matrix')).json()) as Matrix)

test('[B40] a bare network is led from nothing to a first idea, by what is there', async () => {
  const window = await bareWindow()
  await sees(window, '6 steps left')
  await settled(window)
  expect(await violations(window)).toEqual([])
  await picture(window, 'setup')
  await control(window, 'Choose a set', 'button').click()
  await window.select('.setup select', 'perinatal')
  await control(window, 'Add these topics', 'button').click()
  await sees(window, '10 topics')
  await sees(window, '5 steps left')
  await control(window, 'Name the sites', 'link').click()
  await window.waitForSelector('[aria-labelledby="settings-sites"]')
  await control(window, 'Add', 'button').wait()
  await window.evaluate(() => {
    const part = document.querySelector('[aria-labelledby="settings-sites"]')
    ;[...(part?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent === 'Add')?.click()
  })
  await window.locator('[aria-labelledby="settings-sites"] input[type="text"]').fill('Harbour Hospital')
  await window.evaluate(() =>
    document.querySelector<HTMLButtonElement>('[aria-labelledby="settings-sites"] button[type="submit"]')?.click(),
  )
  await sees(window, 'Saved. Everybody works with it from now on.')
  await window.evaluate(async () => {
    const body = JSON.stringify({ role: 'coordinator' })
    await fetch('/v1/networks/bare/invitations', { method: 'POST', body })
  })
  await windows.open(admin.id, '/', '4 steps left')
  await sees(window, '1 invitation is open')
  await control(window, 'Not for us: Invite steering', 'button').click()
  await sees(window, '3 steps left')
  // Where it is found again it says the same number, and the step can be taken up.
  await windows.open(admin.id, '/start', '3 steps left')
  await control(window, 'For us after all: Invite steering', 'button').click()
  await sees(window, '4 steps left')
  await control(window, 'Not for us: Invite steering', 'button').click()
  await sees(window, '3 steps left')
})

test('[D41] sample ideas are looked at and leave nothing behind', async () => {
  const window = await windows.open(admin.id, '/sample', 'These ideas are made up.')
  await sees(window, 'Abandoned: tested at two sites')
  expect(await violations(window)).toEqual([])
  await picture(window, 'sample')
  const { dispositions, looseEvidence } = await bankOf(window)
  expect([Object.values(dispositions), looseEvidence]).toEqual([[0, 0, 0, 0, 0], 0])
})

test('[M31] [B40] its admin adds a first idea and answers it, until somebody coordinates', async () => {
  const window = await windows.open(admin.id, '/triage', 'No ideas yet')
  await windows.open(admin.id, '/', '3 steps left')
  await control(window, 'Add a first idea', 'button').click()
  await window.waitForFunction(() => document.activeElement?.matches('dialog.add textarea'))
  await window.keyboard.type('Weigh every infant at noon.')
  await window.keyboard.press('Tab')
  await window.keyboard.type('Weights differ by hour.')
  await window.select('dialog.add select', 'feeding-and-growth')
  await send(window)
  await sees(window, 'The idea is in the bank.')
  await windows.open(admin.id, '/triage', 'Weigh every infant at noon.')
  await openForm(window, 'c')
  await send(window)
  await sees(window, 'Every idea has its answer')
  expect((await bankOf(window)).cells.filter(({ count }) => count > 0)).toMatchObject([{ phase: 'idea', count: 1 }])

  await callDevelopment(world.worker, '/networks', {
    slug: bare,
    name: 'Bare network',
    people: [{ id: 'bare-coordinator', name: 'Cleo Coordinator', role: 'coordinator', site: '' }],
  })
  await windows.open(admin.id, '/triage', 'Triage is for coordinators')
  await windows.close()
})

test('[B42] on a phone an idea is classified by touch with the bar at the lower edge, and nothing is wider than the screen', async () => {
  const [first, second] = [randomUUID(), randomUUID()]
  for (const [idea, change] of [
    [first, 'Call families the evening before.'],
    [second, 'Print the plan for the bedside.'],
  ] as const)
    await world.happens(['clinician', 'proposeIdea', { idea, change, problem: 'They wait.', topic: 'safety', site: 'north' }])
  windows = await openWindows(world)
  const phone = await windows.of('coordinator')
  await phone.setViewport({ width: 360, height: 740, isMobile: true, hasTouch: true })
  await windows.open('coordinator', `/triage?idea=${first}`, 'Call families the evening before.')
  await phone.waitForSelector('.triage-foot')
  const sizes = await phone.$$eval('.triage-foot button, header.top a, header.top button', (all) =>
    all.filter((one) => one.checkVisibility()).map((one) => Math.round(one.getBoundingClientRect().height)),
  )
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44)
  expect(await violations(phone)).toEqual([])
  await phone.tap('.triage-foot .answer:last-child')
  await phone.waitForSelector('#triage-more')
  expect(await phone.$$eval('#triage-more button', (all) => all.length)).toBe(3)
  expect(await violations(phone)).toEqual([])
  await phone.tap('.triage-foot .classify')
  await phone.waitForSelector('.decision form')
  // Closed again, it leaves the focus at the thumb.
  await phone.tap('.decision form .button.plain')
  await phone.waitForFunction(() => document.activeElement?.matches('.triage-foot .classify'))
  await phone.tap('.triage-foot .classify')
  await phone.waitForSelector('.decision form')
  await phone.tap('.decision form button[type="submit"]')
  await sees(phone, 'Classified:')
  expect((await world.idea(first)).idea.pathway).toBe('single-site')

  await phone.tap('.menu-button')
  await phone.waitForSelector('#menu a[href="/evidence"]')
  expect(await violations(phone)).toEqual([])
  await phone.tap('#menu a[href="/ideas"]')
  await phone.waitForSelector('.fold-button')
  expect(await phone.$eval('.fold', (fold) => fold.checkVisibility())).toBe(false)
  await phone.tap('.fold-button')
  await phone.waitForSelector('.fold.is-open select')
  for (const path of [
    '/',
    '/board',
    '/ideas',
    '/evidence',
    '/evidence/map',
    '/triage',
    '/approvals',
    '/news',
    '/digest',
    '/reports',
    '/members',
    '/account',
    '/start',
    '/sample',
    '/connect',
    '/import',
  ]) {
    await phone.goto(`${world.worker.url}${path}`)
    await settled(phone)
    expect(await phone.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360)
    // A page that is opened first has all of its styles, whichever parts come later.
    expect(await phone.$eval('.top .button', (button) => getComputedStyle(button).borderRadius), path).not.toBe('0px')
  }
})

test('[B41] the navigation is one row at 360, 768 and 1280 pixels; what does not fit is in the menu, by keyboard too', async () => {
  const window = await windows.of('admin')
  const inMenu: number[] = []
  for (const width of [360, 768, 1280]) {
    await window.setViewport({ width, height: 800 })
    await windows.open('admin', '/ideas', 'Ideas')
    await settled(window)
    expect(await window.$eval('header.top', (top) => top.getBoundingClientRect().height), `${width}`).toBeLessThan(60)
    const inRow = await window.$$eval('.tabs .tab', (tabs) => tabs.length)
    if (!(await window.$('.menu-button'))) {
      expect(inRow, `${width}`).toBe(10)
      continue
    }
    inMenu.push(width)
    await window.focus('.menu-button')
    await window.keyboard.press('Enter')
    await window.waitForSelector('#menu .tab')
    expect(inRow + (await window.$$eval('#menu > .tab', (tabs) => tabs.length)), `${width}`).toBe(10)
    await window.keyboard.press('Escape')
    await window.waitForFunction(() => !document.querySelector('#menu .tab') && document.activeElement?.matches('.menu-button'))
  }
  // No row of ten is so narrow.
  expect(inMenu).toContain(360)
})
