import type { KeyInput, Page } from 'puppeteer-core'

/** What somebody does who has no mouse. */
const mostTabs = 250

/** What the focus is on, as a person would name it. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return ''
    const label = element instanceof HTMLElement && 'labels' in element ? (element as HTMLInputElement).labels?.[0]?.textContent : ''
    return (element.getAttribute('aria-label') ?? (label || element.textContent) ?? '').trim().replaceAll(/\s+/g, ' ')
  })

export const press = async (page: Page, ...keys: KeyInput[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}

/** Tab until the focus is on a control whose name begins so. */
export const tabTo = async (page: Page, name: string): Promise<void> => {
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    if ((await focused(page)).startsWith(name)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never comes to “${name}”`)
}

/** Ctrl and Enter: sends the open form. */
export const send = async (page: Page): Promise<void> => {
  await page.keyboard.down('Control')
  await page.keyboard.press('Enter')
  await page.keyboard.up('Control')
}

/** Presses a key that opens a form, and waits until the form has the focus. */
export const openForm = async (page: Page, key: KeyInput): Promise<void> => {
  await page.keyboard.press(key)
  await page.waitForFunction(() => document.activeElement?.matches('form input, form select, form textarea'))
}

/**
 * From now on counts what the person does in this page: a key other than letters into a field, with the keys held down as one;
 * a press of the mouse; a text that is pasted. Words are not counted. The page must not be loaded anew meanwhile.
 */
export const countActions = async (page: Page): Promise<() => Promise<number>> => {
  await page.evaluate(() => {
    const isCounting = document.documentElement.dataset['actions'] !== undefined
    document.documentElement.dataset['actions'] = '0'
    if (isCounting) return
    const one = (): void => {
      const { dataset } = document.documentElement
      dataset['actions'] = String(Number(dataset['actions']) + 1)
    }
    const field = 'textarea, input:not([type=radio], [type=checkbox])'
    const listen = { capture: true }
    addEventListener('pointerdown', one, listen)
    addEventListener(
      'keydown',
      ({ key, ctrlKey, metaKey, target }) => {
        const isWord = key.length === 1 && !ctrlKey && !metaKey && target instanceof Element && target.matches(field)
        if (!isWord && !['Control', 'Meta', 'Shift', 'Alt'].includes(key)) one()
      },
      listen,
    )
    addEventListener('beforeinput', ({ data }) => (data?.length ?? 0) > 1 && one(), listen)
  })
  return () => page.evaluate(() => Number(document.documentElement.dataset['actions']))
}
