import type { Page } from 'puppeteer-core'
import { settled } from './axe.ts'

/** Where pictures go; nowhere unless `GLEANER_PICTURES` names a folder. */
const folder = process.env['GLEANER_PICTURES']

/** A page of the dashboard as it stands, at three widths, light and dark. */
export const picture = async (page: Page, name: string): Promise<void> => {
  if (!folder) return
  for (const scheme of ['light', 'dark'])
    for (const width of [360, 768, 1280]) {
      await page.setViewport({ width, height: 900 })
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
      await settled(page)
      await page.screenshot({ path: `${folder}/${name}-${width}-${scheme}.png`, fullPage: true })
    }
  await page.setViewport({ width: 1280, height: 900 })
  await page.emulateMediaFeatures([])
}

/** The panel as it stands. */
export const shot = async (panel: Page, name: string): Promise<void> => {
  if (folder) await panel.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
