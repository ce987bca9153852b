import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { article, articleHtml } from '../e2e/article.ts'
import { startChromium } from '../e2e/chromium.ts'
import { now, watchFor } from './seen.ts'

/** Pressed, it opens its panel and shows the page's address there: no database, no reader, no guard. */
const files = {
  'manifest.json': JSON.stringify({
    manifest_version: 3,
    name: 'Gleaner',
    version: '1',
    permissions: ['activeTab', 'scripting', 'storage', 'sidePanel'],
    action: {},
    background: { service_worker: 'background.js' },
    side_panel: { default_path: 'sidepanel.html' },
    options_ui: { page: 'options.html' },
  }),
  'background.js': `chrome.action.onClicked.addListener(({ id, windowId }) => {
    chrome.sidePanel.open({ windowId })
    chrome.scripting.executeScript({ target: { tabId: id }, func: () => location.href }).then(([{ result }]) => chrome.storage.session.set({ result }))
  })
  chrome.runtime.onMessage.addListener(() => undefined)`,
  'sidepanel.html': '<!doctype html><meta charset="utf-8"><title>Bare</title><p id="address"></p><script src="sidepanel.js"></script>',
  'sidepanel.js': `const show = (text) => { document.querySelector('#address').textContent = text ?? '' }
  chrome.storage.session.onChanged.addListener(({ result }) => show(result?.newValue))
  chrome.storage.session.get('result').then(({ result }) => show(result))`,
  'options.html': '<!doctype html><title>Bare</title>',
}

/** Button → the page's address shown, of an extension that does nothing else: what the browser itself takes on this machine. The first opens the panel. NaN where it was not shown. */
export const timeBareExtension = async (rounds: number): Promise<number[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'bare-extension-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const browser = await startChromium({ profile: join(folder, 'profile'), extension: folder })
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const address = `${article.address}-${round}`
    browser.serve(address, articleHtml)
    const tab = await browser.open(address)
    const seen = await watchFor(browser, round > 0, '#address', address)
    const from = now()
    await browser.pressOnly(tab)
    // Now and then the browser hands over the press without the right to read the page; this extension does not ask again.
    times.push((await seen()) - from)
    await tab.close()
  }
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
  return times
}
