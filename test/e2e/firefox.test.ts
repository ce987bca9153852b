import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { article } from './article.ts'
import { findFirefox } from './find-browser.ts'
import { clickButton, fillIn, type GleanerFirefox, startFirefox } from './firefox.ts'
import { endDevices, sees, selectFinding } from './steps.ts'
import { startWorld, type TestWorld } from './world.ts'

const firefox = findFirefox()
if (!firefox) console.warn('SKIPPED: no Firefox here and none could be installed; set FIREFOX to the path of one.')

describe.skipIf(!firefox)('[C1] in Firefox', () => {
  let world: TestWorld
  let browser: GleanerFirefox
  beforeAll(async () => {
    world = await startWorld()
    browser = await startFirefox({ profile: world.profile('firefox') })
  })
  afterAll(async () => {
    await browser.close()
    await world.end()
  })

  test('[I1] a tab connects the extension: the person agrees there and presses the button', async () => {
    const dashboard = await browser.open(await world.signInLink('clinician'))
    await dashboard.waitForFunction(() => document.querySelector('table'), { polling: 200 })
    const options = await browser.extensionPage('/options.html')
    await fillIn(options, '#server', world.worker.url)
    await clickButton(options, 'Connect')
    const tab = await browser.tabAt(`${world.worker.url}/connect?challenge=`)
    await clickButton(tab, 'Connect')
    await sees(tab, 'One press to finish')
    await browser.pressOnly()
    await sees(options, 'Clara Clinician')
    expect(await browser.addressInFront()).toMatch(/^moz-extension:.*#welcome$/)
  })

  test('the toolbar button clips a sentence into the sidebar, and its idea reaches the bank with citation and link', async () => {
    const tab = await browser.openArticle()
    await selectFinding(tab)
    const sidebar = await browser.press()
    await sidebar.sees(article.journal)
    await sidebar.fill('#change', 'Lend every family a home scale')
    await sidebar.save()
    await sidebar.sees('Saved on this computer')
    await sidebar.sees('In the bank')

    const { rows } = await world.ideas('pathway=none')
    expect(rows).toMatchObject([{ change: 'Lend every family a home scale', site: 'north', evidence: 1 }])
    const { evidence } = await world.idea(rows[0]?.id ?? '')
    expect(evidence).toMatchObject([{ citation: { title: article.title, DOI: article.doi }, quote: { exact: article.sentence } }])
    expect(evidence[0]?.link).toContain(`${article.address}#:~:text=`)
  })

  test('[C6] the shortcut of a quick clip keeps another sentence without opening anything', async () => {
    const options = await browser.extensionPage('/options.html')
    const tab = await browser.openArticle()
    await tab.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('main p:last-child') ?? document.body))
    await browser.shortcut('Q')
    await options.waitForFunction("browser.action.getTitle({}).then((title) => title.includes('It is on this computer'))", { polling: 200 })
    expect(await options.evaluate('browser.action.getBadgeText({})')).toBe('✓')
  })

  test('[C7] the address bar suggests an idea of the bank, and opens it when it is chosen', async () => {
    const [idea] = (await world.ideas('pathway=none')).rows
    await browser.addressBar('gleaner home fam', 'Lend every family a home scale')
    await expect.poll(browser.addressInFront, { timeout: 60_000 }).toBe(`${world.worker.url}/ideas/${idea?.id}`)
  })

  test('[I2] after its access was revoked it keeps what is clipped; after connecting by a code from any device everything arrives once', async () => {
    const dashboard = await browser.open(`${world.worker.url}/connect`)
    expect(await endDevices(dashboard)).toBe(1)
    await browser.openArticle()
    const sidebar = await browser.press()
    await sidebar.fill('#change', 'Ring every family after a week')
    await sidebar.save()
    await sidebar.sees('The server no longer knows this browser')

    const options = await browser.extensionPage('/options.html')
    await clickButton(options, 'Connect with a code instead')
    await options.waitForFunction(() => document.querySelector('.user-code'), { polling: 200 })
    const code = await options.evaluate(() => document.querySelector('.user-code')?.textContent ?? '')
    await fillIn(dashboard, 'input[required]', code)
    await clickButton(dashboard, 'Continue')
    await clickButton(dashboard, 'Connect')
    await sees(dashboard, 'Connected.')
    await sees(options, 'Everything is sent')
    const { rows } = await world.ideas('pathway=none')
    expect(rows.map(({ change }) => change).toSorted()).toEqual(['Lend every family a home scale', 'Ring every family after a week'])
  })

  test('[N11] [V7] in the sidebar a question is answered, and “my site too” is said and taken back, without the dashboard', async () => {
    const idea = (await world.ideas('pathway=none&q=scale')).rows[0]?.id ?? ''
    const calls = crypto.randomUUID()
    await world.happens(
      ['other-clinician', 'proposeIdea', { idea: calls, change: 'Weigh twice a week', site: 'south' }],
      ['coordinator', 'classifyIdea', { idea: calls, pathway: 'single-site', override: 'Agreed.' }],
      ['coordinator', 'commentIdea', { comment: crypto.randomUUID(), idea, text: 'For which families?', question: true }],
    )
    const options = await browser.extensionPage('/options.html')
    await options.evaluate('browser.runtime.sendMessage({ ask: "sync" })')
    await options.waitForFunction("browser.action.getTitle({}).then((title) => title.includes('1 question for you'))", { polling: 200 })
    await browser.openArticle()
    const sidebar = await browser.press()
    // Above the clip in the making, which comes a moment later.
    await sidebar.click('#change')
    await sidebar.sees('For which families?')
    await sidebar.click('#questions ~ ul button')
    await sidebar.fill('#questions ~ ul textarea', 'For those who live far away.')
    await sidebar.click('#questions ~ ul button.main')
    await expect.poll(async () => (await world.idea(idea)).comments.at(-1)?.text, { timeout: 60_000 }).toBe('For those who live far away.')
    await expect.poll(sidebar.text, { timeout: 60_000 }).not.toContain('question for you')

    const sites = async (): Promise<string[]> => (await world.idea(calls)).stances.map(({ site }) => site)
    await sidebar.click('#tab-bank')
    await sidebar.click('button[aria-pressed="false"][aria-label*="Weigh twice"]')
    await expect.poll(sites, { timeout: 60_000 }).toContain('north')
    await sidebar.click('button[aria-pressed="true"][aria-label*="Weigh twice"]')
    await expect.poll(sites, { timeout: 60_000 }).not.toContain('north')
    await sidebar.click('#tab-clip')
  })

  test('[P14] [P16] of a private page the sidebar keeps nothing until the person says that it is public', async () => {
    const address = 'https://handbook.hospital.example/alarms'
    await browser.openServed(address, '<!doctype html><title>Alarms of May</title><h1>Alarms of May</h1><a href="/logout">Sign out</a>')
    const sidebar = await browser.press()
    await sidebar.sees('does not show that it is public')
    expect(await sidebar.text()).not.toContain('handbook.hospital')
    await sidebar.click('.private .button')
    await sidebar.sees(`Alarms of May ${address}`)
    await sidebar.click('.private .actions .button')
    await expect.poll(sidebar.text, { timeout: 60_000 }).not.toContain('This would be kept')
    await sidebar.sees('handbook.hospital.example')
  })
})
