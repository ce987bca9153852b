import { browser } from 'wxt/browser'
import { newId } from '../../shared/web/new-id.ts'

const runOf = async (): Promise<string | undefined> => {
  const { run } = await browser.storage.session.get('run')
  return typeof run === 'string' ? run : undefined
}

/** Names this run of the browser: the numbers of tabs begin anew with each. Panel and background that begin at once make one name. */
export const browserRun = async (): Promise<string> =>
  (await runOf()) ??
  navigator.locks.request('run', async () => {
    const present = await runOf()
    if (present !== undefined) return present
    const made = newId()
    await browser.storage.session.set({ run: made })
    return made
  })
