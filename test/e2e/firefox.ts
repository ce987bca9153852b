import { join } from 'node:path'
import { type Browser, launch, type Page } from 'puppeteer-core'
import { article, articleHtml } from './article.ts'
import { browserPatience, findFirefox } from './find-browser.ts'
import { sidebarScript } from './firefox-sidebar.ts'

/**
 * A real Firefox with the built extension in it. Its toolbar button is pressed and its sidebar is driven in Firefox itself
 * (`--remote-allow-system-access`): WebDriver BiDi names neither.
 */
export interface GleanerFirefox {
  /** A tab in front with this body at that address, without network. */
  openServed: (address: string, body: string) => Promise<Page>
  /** Opens the made-up article so. */
  openArticle: () => Promise<Page>
  /** Opens an address in a tab in front. */
  open: (address: string) => Promise<Page>
  /** Presses the toolbar button on the tab in front, and waits for the sidebar. */
  press: () => Promise<Sidebar>
  /** Presses it where that opens no sidebar. */
  pressOnly: () => Promise<void>
  /** The extension's shortcut with that letter, on the tab in front. */
  shortcut: (letter: string) => Promise<void>
  /** The tab whose address begins so, once there is one. */
  tabAt: (start: string) => Promise<Page>
  /** A page of the extension in a tab of its own. */
  extensionPage: (path: string) => Promise<Page>
  /** The address of the tab in front, as Firefox itself says it. */
  addressInFront: () => Promise<string>
  /** Types into the address bar, and presses the row below it that has this text. */
  addressBar: (typed: string, row: string) => Promise<void>
  close: () => Promise<void>
}

/** What a person does in the sidebar. Each waits until it can be done. */
export interface Sidebar {
  sees: (text: string) => Promise<void>
  text: () => Promise<string>
  fill: (selector: string, text: string) => Promise<void>
  click: (selector: string) => Promise<void>
  /** Ctrl+Enter where the focus is. */
  save: () => Promise<void>
}

interface Options {
  profile: string
  /** A program that starts Firefox with the arguments it gets; for a Firefox in surroundings of its own. */
  executable?: string
}

const built = join(import.meta.dirname, '../../dist/extension/firefox-mv3')
export const firefoxId = 'gleaner@gleaner.example'
const uuid = '6c65616e-6572-4c65-8172-6e6574776f72'
const origin = `moz-extension://${uuid}`
const widget = 'gleaner_gleaner_example'
const patience = 60_000

type Evaluated = { result: { type: 'success'; result: { value?: unknown } } | { type: 'exception'; exceptionDetails: { text: string } } }
interface Connection {
  send: (method: string, parameters: object) => Promise<{ result: unknown }>
}

const connectionOf = (browser: Browser): Connection => (browser as unknown as { connection: Connection }).connection
const contextOf = (page: Page): string => (page.mainFrame() as unknown as { _id: string })._id

export const until = async <Found>(look: () => Promise<Found | undefined>, what: string): Promise<Found> => {
  for (const start = Date.now(); Date.now() - start < patience;) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`Waited ${patience} ms in vain for ${what}`)
}

/** Runs a script in Firefox's own window; what it answers must be plain. */
const inWindow = async (connection: Connection): Promise<(script: string) => Promise<unknown>> => {
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })
  const [window] = (result as { contexts: { context: string }[] }).contexts
  return async (script) => {
    const answer = (await connection.send('script.evaluate', {
      expression: `(async () => JSON.stringify(await (async () => { ${script} })()))()`,
      target: { context: window?.context },
      awaitPromise: true,
      userActivation: true,
    })) as Evaluated
    if (answer.result.type === 'exception') throw new Error(answer.result.exceptionDetails.text)
    const { value } = answer.result.result
    return typeof value === 'string' ? JSON.parse(value) : undefined
  }
}

/** Puppeteer's locators never find an extension's page of Firefox ready, so this is done in the page. */
export const fillIn = async (page: Page, selector: string, text: string): Promise<void> => {
  await page.waitForFunction((wanted) => document.querySelector(wanted) !== null, { polling: 100 }, selector)
  await page.evaluate(
    (wanted, typed) => {
      const field = document.querySelector<HTMLInputElement>(wanted)
      if (!field) return
      field.value = typed
      field.dispatchEvent(new Event('input', { bubbles: true }))
    },
    selector,
    text,
  )
}

/** Clicks the button that says that. */
export const clickButton = async (page: Page, name: string): Promise<void> => {
  await page.waitForFunction(
    (wanted) => {
      const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === wanted)
      button?.click()
      return button !== undefined
    },
    { polling: 200 },
    name,
  )
}

const sidebarOf = (run: (script: string) => Promise<unknown>): Sidebar => {
  const ask = (asked: object): Promise<unknown> => run(sidebarScript(asked))
  const act = async (asked: { selector: string; text?: string; do: string }): Promise<void> => {
    await until(async () => (await ask(asked)) || undefined, `“${asked.selector}” in the sidebar`)
  }
  const text = async (): Promise<string> => ((await ask({ do: 'text' })) ?? '') as string
  return {
    text,
    sees: async (wanted) => {
      await until(async () => (await text()).includes(wanted) || undefined, `“${wanted}” in the sidebar`).catch(async (error: unknown) => {
        throw new Error(`It shows: ${await text()}`, { cause: error })
      })
    },
    fill: (selector, value) => act({ do: 'fill', selector, text: value }),
    click: (selector) => act({ do: 'click', selector }),
    save: () => act({ do: 'save', selector: 'textarea' }),
  }
}

/** Starts Firefox with the extension temporarily installed. Throws where there is none: ask `findFirefox` first. */
export const startFirefox = async ({ profile, executable }: Options): Promise<GleanerFirefox> => {
  const executablePath = executable ?? findFirefox()
  if (!executablePath) throw new Error('There is no Firefox here')
  const browser = await launch({
    timeout: browserPatience,
    browser: 'firefox',
    executablePath,
    headless: true,
    userDataDir: profile,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      // Otherwise the extension's address is another one in each profile.
      'extensions.webextensions.uuids': JSON.stringify({ [firefoxId]: uuid }),
      'browser.tabs.warnOnClose': false,
      // An extension that is installed for a test is taken out when Firefox ends; what it kept stays, as a person's does.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
    },
  })
  await browser.installExtension(built)
  const connection = connectionOf(browser)
  const run = await inWindow(connection)
  // As a person does who uses it: out of the menu of extensions, onto the toolbar.
  await run(
    `const { CustomizableUI } = ChromeUtils.importESModule('moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs')
     CustomizableUI.addWidgetToArea('${widget}-browser-action', 'nav-bar')
     await SidebarController.hide()`,
  )
  const open = async (address: string): Promise<Page> => {
    const tab = await browser.newPage()
    // Of an extension's page Firefox never tells that it has loaded: asked to wait for it, it waits for ever.
    await connection.send('browsingContext.navigate', { context: contextOf(tab), url: address, wait: 'none' })
    await until(async () => (await tab.evaluate(() => location.href).catch(() => '')) !== 'about:blank' || undefined, address)
    await tab.bringToFront()
    return tab
  }
  const pressOnly = async (): Promise<void> => {
    await run(`document.getElementById('${widget}-BAP').click()`)
  }
  const openServed = async (address: string, body: string): Promise<Page> => {
    const tab = await browser.newPage()
    tab.setDefaultTimeout(browserPatience)
    await tab.setRequestInterception(true)
    tab.on('request', (request) => void request.respond({ status: 200, contentType: 'text/html; charset=utf-8', body }))
    await tab.goto(address)
    return tab
  }
  return {
    open,
    pressOnly,
    shortcut: async (letter) => {
      await run(
        `[...document.querySelectorAll('keyset[id^="ext-keyset"] key')].find((key) => key.getAttribute('key') === '${letter}').doCommand()`,
      )
    },
    tabAt: (start) => until(async () => (await browser.pages()).find((page) => page.url().startsWith(start)), `a tab at ${start}`),
    openServed,
    openArticle: () => openServed(article.address, articleHtml),
    press: async () => {
      await pressOnly()
      await until(async () => (await run(`return SidebarController.isOpen`)) || undefined, 'the sidebar')
      return sidebarOf(run)
    },
    addressBar: async (typed, row) => {
      await run(`gURLBar.focus(); gURLBar.search(${JSON.stringify(typed)})`)
      const pressed = `const row = [...document.querySelectorAll('.urlbarView-row')].find(({ textContent }) => textContent.includes(${JSON.stringify(row)}))
        const part = row?.querySelector('.urlbarView-row-inner')
        for (const name of ['mousedown', 'mouseup', 'click']) part?.dispatchEvent(new MouseEvent(name, { bubbles: true, view: window }))
        return Boolean(part)`
      await until(async () => (await run(pressed)) || undefined, `“${row}” under the address bar`)
    },
    extensionPage: (path) => open(`${origin}${path}`),
    addressInFront: async () => (await run('return gBrowser.selectedBrowser.currentURI.spec')) as string,
    close: () => browser.close(),
  }
}
