import { join } from 'node:path'
import { type CDPSession, type Extension, type HTTPRequest, launch, type Page, type Target, TargetType } from 'puppeteer-core'
import { browserFlags, browserPatience, findBrowser } from './find-browser.ts'

/**
 * A real Chromium with the built extension in it, its real toolbar button, and its side panel as a page that can be driven.
 * Puppeteer, not Playwright: Playwright presses the button too, but never hands out the side panel, and it holds on to
 * service workers, which keeps them alive for ever.
 */
export interface GleanerBrowser {
  /** The extension's id; the same for the same folder of the extension. */
  id: string
  /** From now on every tab gets this body at this address, without network. A `#fragment` is not part of an address. */
  serve: (address: string, body: string, contentType?: string) => void
  /** Opens a tab in front, at an address if one is given. Addresses neither served nor on this machine fail as if offline. */
  open: (address?: string) => Promise<Page>
  /** Presses the toolbar button on that tab as a person does (grants `activeTab`); answers with the side panel. */
  press: (tab: Page) => Promise<Page>
  /** Presses the toolbar button where that opens no panel. */
  pressOnly: (tab: Page) => Promise<void>
  /** The tab whose address begins so, once there is one. */
  tabAt: (start: string) => Promise<Page>
  /** The side panel, once it is open. */
  panel: () => Promise<Page>
  /** The options page in a tab of its own; the fragment says how it opens. */
  options: (fragment?: string) => Promise<Page>
  /** Ends the extension's service worker as the browser does when it is idle; waits until it is gone. */
  stopWorker: () => Promise<void>
  /** Whether the service worker runs now. Asking does not keep it alive. */
  workerRuns: () => Promise<boolean>
  /**
   * Runs that in the service worker, woken if need be: for what only the browser's own window can ask for. Attached for no
   * longer than it takes, for whoever is attached to a worker keeps it alive.
   */
  inWorker: <Value>(expression: string) => Promise<Value>
  /** Runs that in the service worker. `debugger` in it halts the worker there; `reached('')` says that it came so far. */
  haltAt: (expression: string) => Promise<Halt>
  /** A keyboard command on the tab in front, as the browser hands it over; the tab must have been granted by a press. */
  command: (name: string) => Promise<void>
  close: () => Promise<void>
}

export interface Halt {
  reached: Promise<void>
  /** Ends the worker where it stands; asked of a page of the extension. */
  kill: (page: Page) => Promise<void>
}

export interface GleanerBrowserOptions {
  /** The browser's profile: the same folder again is the same person at the same computer. */
  profile: string
  extension?: string
  /** A program that starts Chromium with the arguments it gets; for one in surroundings of its own. */
  executable?: string
  headless?: boolean
  width?: number
  height?: number
}

/** Where the built extension is. */
export const built = join(import.meta.dirname, '../../dist/extension/chrome-mv3')
const patience = 60_000

interface Served {
  body: string
  contentType: string
}

const isOfThisMachine = (address: URL): boolean =>
  !/^https?:$/.test(address.protocol) || address.hostname === 'localhost' || address.hostname === '127.0.0.1'

const answer = async (request: HTTPRequest, served: Map<string, Served>): Promise<void> => {
  const address = new URL(request.url())
  address.hash = ''
  const body = served.get(address.href)
  if (body) return request.respond({ status: 200, ...body })
  return isOfThisMachine(address) ? request.continue() : request.abort('internetdisconnected')
}

const until = async <Found>(look: () => Promise<Found | undefined>, what: string): Promise<Found> => {
  for (const start = Date.now(); Date.now() - start < patience;) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`Waited ${patience} ms in vain for ${what}`)
}

export const startChromium = async ({
  profile,
  extension = built,
  executable,
  headless = true,
  width = 1280,
  height = 900,
}: GleanerBrowserOptions): Promise<GleanerBrowser> => {
  const browser = await launch({
    timeout: browserPatience,
    executablePath: executable ?? findBrowser(),
    headless,
    pipe: true,
    enableExtensions: [extension],
    userDataDir: profile,
    defaultViewport: null,
    args: [...browserFlags, '--enable-unsafe-extension-debugging', `--window-size=${width},${height}`],
    // Never attached, so that it dies when the browser wants it to.
    targetFilter: (target) => target.type() !== TargetType.SERVICE_WORKER,
  })
  const served = new Map<string, Served>()
  const cdp: CDPSession = await browser.target().createCDPSession()
  const installed: Extension = await until(
    async () => [...(await browser.extensions()).values()].find(({ name }) => name === 'Gleaner'),
    'the extension',
  )
  const origin = `chrome-extension://${installed.id}`
  const isPanel = (target: Target): boolean => target.url().startsWith(`${origin}/sidepanel.html`)

  const watch = async (tab: Page): Promise<Page> => {
    await tab.setRequestInterception(true)
    tab.setDefaultTimeout(patience)
    tab.on('request', (request) => void answer(request, served))
    return tab
  }
  const worker = async () => {
    const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{}] })
    return targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(origin))
  }
  const panel = async (): Promise<Page> => {
    const target = await browser.waitForTarget(isPanel, { timeout: patience })
    const page = (await target.page()) ?? (await target.asPage())
    page.setDefaultTimeout(patience)
    await page.waitForFunction('document.readyState === "complete"', { timeout: patience })
    return page
  }

  const options = async (fragment = ''): Promise<Page> => {
    const tab = await browser.newPage()
    tab.setDefaultTimeout(patience)
    await tab.goto(`${origin}/options.html${fragment}`, { waitUntil: 'load' })
    return tab
  }
  const wake = async (): Promise<string> => {
    const running = await worker()
    if (running) return running.targetId
    const page = await options()
    await page.evaluate('chrome.runtime.sendMessage({})')
    await page.close()
    return until(async () => (await worker())?.targetId, 'the service worker')
  }
  const attach = async (): Promise<CDPSession> => {
    const { sessionId } = await cdp.send('Target.attachToTarget', { targetId: await wake(), flatten: true })
    const session = cdp.connection()?.session(sessionId)
    if (!session) throw new Error('The service worker cannot be asked')
    return session
  }
  const run = async <Value>(session: CDPSession, expression: string): Promise<Value> => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value as Value
  }
  const inWorker = async <Value>(expression: string): Promise<Value> => {
    const session = await attach()
    try {
      return await run<Value>(session, expression)
    } finally {
      await cdp.send('Target.detachFromTarget', { sessionId: session.id() })
    }
  }
  const haltAt = async (expression: string): Promise<Halt> => {
    const session = await attach()
    const reached = new Promise<void>((resolve) => {
      session.once('Debugger.paused', () => resolve())
      session.once('Runtime.bindingCalled', () => resolve())
    })
    await session.send('Debugger.enable')
    await session.send('Runtime.addBinding', { name: 'reached' })
    // Halted in what it was asked to do, the worker never answers.
    const answered = run(session, `(() => { ${expression} })()`).catch(() => undefined)
    await Promise.race([answered, reached])
    const kill = async (page: Page): Promise<void> => {
      const asked = await page.createCDPSession()
      await asked.send('ServiceWorker.enable')
      await asked.send('ServiceWorker.stopAllWorkers')
      await asked.detach()
      // A session that stays would halt the next worker before its first line.
      await cdp.send('Target.detachFromTarget', { sessionId: session.id() })
    }
    return { reached, kill }
  }
  const pressOnly = async (tab: Page): Promise<void> => {
    await tab.bringToFront()
    await tab.triggerExtensionAction(installed)
  }

  // Pressed while the worker of a fresh install is still starting, the press is not taken for a person's act any more.
  const first = await options()
  await first.evaluate('chrome.runtime.sendMessage({})')
  await first.close()

  return {
    id: installed.id,
    panel,
    options,
    serve: (address, body, contentType = 'text/html; charset=utf-8') => void served.set(address, { body, contentType }),
    open: async (address) => {
      const tab = await watch(await browser.newPage())
      if (address) await tab.goto(address, { waitUntil: 'load' })
      return tab
    },
    inWorker,
    haltAt,
    command: (name) =>
      inWorker(
        `chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => chrome.commands.onCommand.dispatch(${JSON.stringify(name)}, tab))`,
      ),
    pressOnly,
    press: async (tab) => {
      await pressOnly(tab)
      return panel()
    },
    tabAt: (start) => until(async () => (await browser.pages()).find((page) => page.url().startsWith(start)), `a tab at ${start}`),
    workerRuns: async () => (await worker()) !== undefined,
    stopWorker: async () => {
      const running = await worker()
      if (!running) return
      await cdp.send('Target.closeTarget', { targetId: running.targetId })
      await until(async () => ((await worker())?.targetId === running.targetId ? undefined : true), 'the service worker to end')
    },
    close: () => browser.close(),
  }
}
