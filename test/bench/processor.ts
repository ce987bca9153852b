import { readdirSync, readFileSync } from 'node:fs'
import type { Browser } from 'puppeteer-core'
import { cpuOf } from './processor-time.ts'

const parentOf = (pid: string): string | undefined => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]

/** Processor time so far, in milliseconds, of the workerd that this process started. */
export const cpuOfServer = (): number => {
  const isOurs = (pid: string): boolean => {
    try {
      return readFileSync(`/proc/${pid}/comm`, 'utf8') === 'workerd\n' && parentOf(pid) === String(process.pid)
    } catch {
      return false // It ended meanwhile.
    }
  }
  const found = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isOurs(name))
  return found.reduce((sum, pid) => sum + cpuOf(Number(pid)), 0)
}

/** The same of a browser: of its renderers, and of all the rest. */
export const cpuOfBrowser = async (browser: Browser): Promise<{ pages: number; rest: number }> => {
  const session = await browser.target().createCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const sum = (isPage: boolean): number =>
    processInfo.filter(({ type }) => (type === 'renderer') === isPage).reduce((total, { cpuTime }) => total + cpuTime * 1000, 0)
  return { pages: sum(true), rest: sum(false) }
}
