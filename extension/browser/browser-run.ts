import { browser } from 'wxt/browser'
import { newId } from '../../shared/web/new-id.ts'

const runOf = async (): Promise<string | undefined> => {
  const { run } = await browser.storage.session.get('run')
  return typeof run === 'string' ? run : undefined
}

/** The id of this run of the browser: tab ids start again with each run. Panel and background that start at once get the same id. */
export const browserRun = async (): Promise<string> =>
  (await runOf()) ??
  navigator.locks.request('run', async () => {
    const present = await runOf()
    if (present !== undefined) return present
    const made = newId()
    await browser.storage.session.set({ run: made })
    return made
  })
