import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { freePort } from '../../worker/local/ports.ts'
import { type GleanerBrowser, startChromium } from '../e2e/chromium.ts'
import { findBrowser } from '../e2e/find-browser.ts'

/** One server's data and one person's browser, on which an older build is followed by this one. */
export interface Place {
  state: string
  port: number
  /** Puts a built extension where the other one was: the path stays, and with it the extension's id and data, as in an update. */
  install: (built: string) => void
  startBrowser: () => Promise<GleanerBrowser>
  /** As a power cut would. */
  killBrowser: () => void
  /** A page of the extension's origin in which nothing of it runs. */
  barePage: (browser: GleanerBrowser) => Promise<Page>
  end: () => void
}

export const makePlace = async (): Promise<Place> => {
  const folder = mkdtempSync(join(tmpdir(), 'gleaner-upgrade-'))
  const [extension, executable, pid] = [join(folder, 'extension'), join(folder, 'chromium.sh'), join(folder, 'pid')]
  writeFileSync(executable, `#!/bin/sh\necho $$ > '${pid}'\nexec '${findBrowser()}' "$@"\n`)
  chmodSync(executable, 0o755)
  let installs = 0
  return {
    state: join(folder, 'state'),
    port: await freePort(),
    install: (built) => {
      rmSync(extension, { recursive: true, force: true })
      mkdirSync(extension)
      cpSync(built, extension, { recursive: true })
      // With the number of the one before, the browser would go on with that one's service worker.
      const manifest = join(extension, 'manifest.json')
      installs += 1
      writeFileSync(manifest, JSON.stringify({ ...(JSON.parse(readFileSync(manifest, 'utf8')) as object), version: `0.1.${installs}` }))
    },
    startBrowser: () => startChromium({ profile: join(folder, 'profile'), extension, executable }),
    killBrowser: () => void process.kill(Number(readFileSync(pid, 'utf8')), 'SIGKILL'),
    barePage: (browser) => browser.open(`chrome-extension://${browser.id}/manifest.json`),
    end: () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 }),
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

export const since = (from: number): string => `${((performance.now() - from) / 1000).toFixed(1)} s`
