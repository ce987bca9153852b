import { afterAll, beforeAll } from 'vitest'
import { type GleanerBrowser, startChromium } from './chromium.ts'
import { openWindows, type Windows } from './windows.ts'
import { startWorld, type TestWorld } from './world.ts'

/** Stands for what is made before the first test, so that a file can name it at once. */
const standIn = <Made extends object>(what: string, made: () => Made | undefined): Made =>
  new Proxy<Made>({} as Made, {
    get: (_, name) => {
      const real = made()
      if (!real) throw new Error(`${what} is there from the first test on`)
      return Reflect.get(real, name) as unknown
    },
  })

/**
 * For the tests of a file: a world, and a browser with a window for each of its people. Both end with the last test.
 * @param secrets what else its Worker is told.
 */
export const givenWindows = (secrets?: () => Promise<Record<string, string>>): { world: TestWorld; windows: Windows } => {
  let world: TestWorld | undefined
  let windows: Windows | undefined
  beforeAll(async () => {
    world = await startWorld(secrets ? { secrets: await secrets() } : {})
    windows = await openWindows(world)
  })
  afterAll(async () => {
    await windows?.close()
    await world?.end()
  })
  return { world: standIn('The world', () => world), windows: standIn('The browser', () => windows) }
}

/** For the tests of a file: a world, and a browser with the extension, under a profile of that name. */
export const givenBrowser = (profile: string): { world: TestWorld; browser: GleanerBrowser } => {
  let world: TestWorld | undefined
  let browser: GleanerBrowser | undefined
  beforeAll(async () => {
    world = await startWorld()
    browser = await startChromium({ profile: world.profile(profile) })
  })
  afterAll(async () => {
    await browser?.close()
    await world?.end()
  })
  return { world: standIn('The world', () => world), browser: standIn('The browser', () => browser) }
}
