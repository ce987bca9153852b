import { afterAll, beforeAll, expect, test } from 'vitest'
import { startReceiver } from '../receivers.ts'
import { settled, violations } from './axe.ts'
import { press, tabTo } from './keys.ts'
import { picture } from './pictures.ts'
import { sees, textOf } from './steps.ts'
import { givenWindows } from './given.ts'

const { windows } = givenWindows()
let receiver: Awaited<ReturnType<typeof startReceiver>>
beforeAll(async () => {
  receiver = await startReceiver()
})
afterAll(async () => {
  receiver.stop()
})

test('[O66] [O61] an admin adds a webhook with the keyboard, sees its secret once, tests it, reads its log and sends again', async () => {
  const page = await windows.open('admin', '/settings', 'Webhooks: tell other programs what happens here')
  await tabTo(page, 'Webhooks: tell other programs what happens here')
  await press(page, 'Enter')
  await sees(page, 'Nobody is told anything yet.')
  await tabTo(page, 'Add a webhook')
  await press(page, 'Enter')
  await page.waitForFunction(() => document.activeElement?.matches('.form input'))
  await page.keyboard.type('Channel of the steering group')
  await press(page, 'Tab')
  await page.keyboard.type('http://10.0.0.1/hook')
  expect(await violations(page)).toEqual([])
  await picture(page, 'webhooks-form')
  await press(page, 'Enter')
  await sees(page, 'A webhook’s address begins with https:// and is on the public internet')
  const address = await page.$('.form input[inputmode=url]')
  await address?.click({ count: 3 })
  await page.keyboard.type(`${receiver.address}/ok/page`)
  await press(page, 'Enter')
  await sees(page, 'It is shown this once: copy it now.')
  expect(await textOf(page)).toMatch(/whsec_[\w+/]{43}=/)
  await tabTo(page, 'Send a test Channel of the steering group')
  await press(page, 'Enter')
  await sees(page, 'Test: Accepted (200)')
  await tabTo(page, 'Deliveries Channel of the steering group')
  await press(page, 'Enter')
  await sees(page, '(6 bytes answered')
  await settled(page)
  expect(await violations(page)).toEqual([])
  await picture(page, 'webhooks-log')
  await page.locator('.hook-log button').click()
  await sees(page, 'It is sent again in a moment.')
  await expect
    .poll(async () => ((await (await fetch(`${receiver.address}/seen/page`)).json()) as unknown[]).length, { timeout: 60_000 })
    .toBe(2)
  await page.reload()
  await sees(page, 'Last: Accepted (200)')
  expect(await textOf(page)).not.toContain('whsec_')
  await tabTo(page, 'Pause Channel of the steering group')
  await press(page, 'Enter')
  await sees(page, 'Paused. What happens meanwhile waits for a day.')
})

test('[O66] the page says in Spanish what it says in English, and is for admins only', async () => {
  const page = await windows.of('admin')
  await page.evaluate(() => localStorage.setItem('gleaner-language', 'es'))
  await page.reload()
  await sees(page, 'Channel of the steering group')
  await settled(page)
  expect(await textOf(page)).toContain('Avise a otros programas')
  expect(await violations(page)).toEqual([])
  await picture(page, 'webhooks-es')
  const other = await windows.open('coordinator', '/webhooks', 'Webhooks are for the network’s admins.')
  expect(await violations(other)).toEqual([])
})
