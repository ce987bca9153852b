import { launch, type Page } from 'puppeteer-core'
import type { ArgsOf, MutationName } from '../../shared/mutations/index.ts'
import { browserPatience, findBrowser } from './find-browser.ts'
import { sees } from './steps.ts'
import type { TestWorld } from './world.ts'

/** One browser in which each member of the test network has a window of their own, signed in. */
export interface Windows {
  of: (person: string) => Promise<Page>
  /** Their window at a path of the dashboard, once it shows that text. */
  open: (person: string, path: string, text: string) => Promise<Page>
  /** What somebody does elsewhere: in the extension, on a call, at their site. Throws where it is refused. */
  did: <Name extends MutationName>(person: string, name: Name, args: Partial<ArgsOf<Name>>) => Promise<void>
  close: () => Promise<void>
}

export const openWindows = async (world: TestWorld): Promise<Windows> => {
  const browser = await launch({
    timeout: browserPatience,
    executablePath: findBrowser(),
    pipe: true,
    // Each person's window is in front of that person: none is throttled for standing behind another.
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-background-timer-throttling',
      '--disable-backgrounding-occluded-windows',
      '--disable-renderer-backgrounding',
    ],
    defaultViewport: { width: 1280, height: 900 },
  })
  const windows = new Map<string, Page>()
  const of = async (person: string): Promise<Page> => {
    const known = windows.get(person)
    if (known) {
      await known.bringToFront()
      return known
    }
    const page = await (await browser.createBrowserContext()).newPage()
    page.setDefaultTimeout(60_000)
    await page.goto(await world.signInLink(person))
    await page.waitForSelector('table')
    windows.set(person, page)
    return page
  }
  return {
    of,
    open: async (person, path, text) => {
      const page = await of(person)
      await page.goto(`${world.worker.url}${path}`)
      await sees(page, text)
      return page
    },
    did: (person, name, args) => world.happens([person, name, args]),
    close: () => browser.close(),
  }
}
