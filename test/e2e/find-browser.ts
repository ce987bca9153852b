import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

/** Chromium only: Google's own Chrome no longer loads an unpacked extension from the command line. */
const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium', '/Applications/Chromium.app/Contents/MacOS/Chromium']

/** With what every Chromium of the tests is started: by root too, and asking nobody for anything by itself. */
export const browserFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Milliseconds for a browser to start, and for it to come to a page, on a machine with much else to do; by default it would be thirty seconds. */
export const browserPatience = 180_000

const found = (): string | undefined =>
  [process.env['CHROMIUM'], ...known, chromium.executablePath()].find((path) => path && existsSync(path))

const succeeds = (command: string, args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0

const isDebianRoot = (): boolean => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

/** The path of a Chromium that loads extensions; installs one where there is none. Throws with what to do where that fails. */
export const findBrowser = (): string => {
  const present = found()
  if (present) return present
  console.log('No Chromium here: installing one …')
  if (isDebianRoot()) {
    succeeds('apt-get', ['update', '-qq'])
    succeeds('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'])
  } else {
    succeeds(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'])
  }
  const installed = found()
  if (installed) return installed
  throw new Error(
    'The browser tests need Chromium, and it could not be installed. On Debian or Ubuntu: `sudo apt-get install chromium`. ' +
      'Elsewhere: `npx playwright-core install chromium`, or set CHROMIUM to the path of a Chromium. Then run this command again.',
  )
}

const knownFirefox = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox']

export const browserVersion = (path: string): string =>
  execFileSync(path, /firefox/i.test(path) ? ['--version'] : ['--version', '--no-sandbox'], { encoding: 'utf8' }).trim()

/** The extension's `strict_min_version` (extension/wxt.config.ts): an older Firefox does not load it. */
const oldestFirefox = 142

const foundFirefox = (): string | undefined =>
  [process.env['FIREFOX'], ...knownFirefox].find(
    (path) => path && existsSync(path) && Number(/\d+/.exec(browserVersion(path))?.[0]) >= oldestFirefox,
  )

/** The path of a Firefox; installs Debian's where that is possible. `undefined` where none is new enough: its tests are skipped then, and say so. */
export const findFirefox = (): string | undefined => {
  const present = foundFirefox()
  if (present || !isDebianRoot()) return present
  console.log(`No Firefox ${oldestFirefox} or newer here: installing one …`)
  succeeds('apt-get', ['update', '-qq'])
  succeeds('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'firefox-esr'])
  return foundFirefox()
}

/** Whether the programs are here that a server of one's own is operated with; installs Debian's where that is possible. Tests that need them are skipped otherwise. */
export const findOperatorsPrograms = (): boolean => {
  const present = (): boolean => ['sqlite3', 'curl'].every((program) => spawnSync(program, ['--version']).status === 0)
  if (present() || !isDebianRoot()) return present()
  console.log('No sqlite3 or curl here: installing them …')
  succeeds('apt-get', ['update', '-qq'])
  succeeds('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'sqlite3', 'curl', 'ca-certificates'])
  return present()
}
