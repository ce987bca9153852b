import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settled, violations } from './axe.ts'
import { focused, press, tabTo } from './keys.ts'
import { picture } from './pictures.ts'
import { sees, textOf } from './steps.ts'
import { openWindows, type Windows } from './windows.ts'
import { startWorld, type TestWorld } from './world.ts'

let world: TestWorld
let windows: Windows
beforeAll(async () => {
  world = await startWorld()
  windows = await openWindows(world)
})
afterAll(async () => {
  await windows.close()
  await world.end()
})

/** As a program asks that was given the token. */
const asks = (token: string, path: string, body?: object): Promise<Response> =>
  fetch(`${world.worker.url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
  })

const backTab = async (page: Page): Promise<void> => {
  await page.keyboard.down('Shift')
  await press(page, 'Tab')
  await page.keyboard.up('Shift')
}

/** What a language calls the way of a token. */
interface Words {
  make: string
  label: string
  right: string
  makeIt: string
  once: string
  copy: string
  copied: string
  revoke: string
  revokedNow: string
  revoked: string
}

/** Makes a token with the keyboard, and copies it; answers what the clipboard has then. */
const makes = async (page: Page, words: Words): Promise<string> => {
  await tabTo(page, words.make)
  await press(page, 'Enter')
  await page.waitForFunction(() => document.activeElement?.matches('.form input'))
  await page.keyboard.type(words.label)
  await tabTo(page, words.right)
  await press(page, 'Space')
  expect(await violations(page)).toEqual([])
  await tabTo(page, words.makeIt)
  await press(page, 'Enter')
  await sees(page, words.once)
  // The focus is back where the form was opened; the token stands before it.
  await page.waitForFunction((name) => document.activeElement?.textContent?.startsWith(name), {}, words.make)
  await backTab(page)
  expect(await focused(page)).toBe(words.copy)
  await press(page, 'Enter')
  await sees(page, words.copied)
  expect(await violations(page)).toEqual([])
  return page.evaluate(() => navigator.clipboard.readText())
}

const takesBack = async (page: Page, words: Words): Promise<void> => {
  await tabTo(page, words.revoke)
  await press(page, 'Enter')
  await sees(page, words.revokedNow)
  await sees(page, words.revoked)
  expect(await focused(page)).toContain(words.label)
}

const english: Words = {
  make: 'Make an access token',
  label: 'Monthly figures',
  right: 'Propose: ideas, evidence',
  makeIt: 'Make the token',
  once: 'Copy the token now: it is not shown again.',
  copy: 'Copy: Access token',
  copied: 'Copied: Access token.',
  revoke: 'Take back Monthly figures',
  revokedNow: 'Monthly figures opens nothing any more.',
  revoked: 'taken back',
}
const spanish: Words = {
  make: 'Crear una clave de acceso',
  label: 'Cifras mensuales',
  right: 'Proponer: ideas, pruebas',
  makeIt: 'Crear la clave',
  once: 'Copie la clave ahora: no se vuelve a mostrar.',
  copy: 'Copiar: Clave de acceso',
  copied: 'Copiado: Clave de acceso.',
  revoke: 'Retirar Cifras mensuales',
  revokedNow: 'Cifras mensuales ya no abre nada.',
  revoked: 'retirada',
}

test('[O1] [O2] [O3] somebody makes a token with the keyboard, copies it, a program works with it, and it opens nothing once it is taken back', async () => {
  const page = await windows.open('clinician', '/account', 'Access tokens')
  await page.browserContext().setPermission(world.worker.url, { permission: { name: 'clipboard-read' }, state: 'granted' })
  const token = await makes(page, english)
  expect(token).toMatch(/^glnr_pat_[\dA-Za-z]{46}$/)
  expect(await textOf(page)).toContain(token)
  await picture(page, 'tokens-made')

  expect(await (await asks(token, '/network')).json()).toMatchObject({ person: 'clinician', scopes: ['read', 'propose'] })
  const proposed = await asks(token, '/ideas', { change: 'Warm the towels.' })
  expect(proposed.status).toBe(201)
  expect((await asks(token, '/exports/ideas/csv')).status).toBe(403)

  await page.reload()
  await sees(page, english.label)
  await sees(page, 'last used')
  expect(await textOf(page)).not.toContain('glnr_pat_')
  await takesBack(page, english)
  expect((await asks(token, '/network')).status).toBe(401)
  await settled(page)
  expect(await violations(page)).toEqual([])
  await picture(page, 'tokens-taken-back')
  expect((await world.ideas('q=towels')).rows.map(({ change }) => change)).toEqual(['Warm the towels.'])
})

test('[O1] [O2] the same in Spanish', async () => {
  const page = await windows.of('clinician')
  await page.evaluate(() => localStorage.setItem('gleaner-language', 'es'))
  await page.reload()
  await sees(page, 'Claves de acceso')
  const token = await makes(page, spanish)
  expect((await asks(token, '/ideas')).status).toBe(200)
  await picture(page, 'tokens-es')
  await takesBack(page, spanish)
  expect((await asks(token, '/ideas')).status).toBe(401)
  await settled(page)
  expect(await violations(page)).toEqual([])
})
