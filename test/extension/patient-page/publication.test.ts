import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isIdentifiedAddress } from '../../../extension/patient-page/publication/identified-address.ts'
import type { Standing } from '../../../extension/patient-page/publication/sign.ts'
import { browserFlags, browserPatience, findBrowser } from '../../e2e/find-browser.ts'
import { madePrivatePages } from './made-private-pages.ts'
import { htmlOf, link, madePublicPages, type MadePage, meta } from './made-public-pages.ts'

const shared = fileURLToPath(new URL('../../../../shared/', import.meta.url))
const hasShared = existsSync(`${shared}pages/index.json`) && existsSync(`${shared}ehr-pages-2/index.json`)
if (!hasShared) console.warn('SKIPPED: the saved pages, ../shared/pages and ../shared/ehr-pages*, are not here')

let browser: Browser
let page: Page
let script = ''
let html = ''

const bundled = async (): Promise<string> => {
  const entry = fileURLToPath(new URL('../../../extension/patient-page/publication/standing.ts', import.meta.url))
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'publication' } },
  })
  const [first] = Array.isArray(built) ? built : [built]
  if (!first || !('output' in first)) throw new Error('nothing was built')
  return `${first.output[0].code};globalThis.publication = publication`
}

beforeAll(async () => {
  script = await bundled()
  browser = await chromium.launch({ executablePath: findBrowser(), args: [...browserFlags] })
  page = await browser.newPage()
  page.setDefaultTimeout(browserPatience)
  await page.route('**/*', (route) =>
    route.request().isNavigationRequest() && route.request().frame() === page.mainFrame()
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
      : route.abort(),
  )
}, 300_000)
afterAll(() => browser?.close())

/** Programs, styles and pictures have no part in it here, and waiting for them takes long; what scripts say as data stays. */
const withoutPrograms = (text: string): string =>
  text.replace(
    /<script\b(?![^>]*ld\+json)[\s\S]*?<\/script>|<style\b[\s\S]*?<\/style>|<(?:img|source)\b[^>]*>|<link\b[^>]*\b(?:stylesheet|preload|icon)\b[^>]*>/gi,
    '',
  )

const standing = async ({ address, html: body }: Omit<MadePage, 'name'>): Promise<Standing> => {
  html = withoutPrograms(body)
  await page.goto(/^https?:/.test(address) ? address : 'https://somewhere.example/', { waitUntil: 'domcontentloaded' })
  await page.evaluate(script)
  return page.evaluate<Standing>(`publication.standingOf(document, ${JSON.stringify(address)}, ${isIdentifiedAddress(address)})`)
}

const otherwise = async (pages: readonly MadePage[], kind: Standing['kind']): Promise<string[]> => {
  const found: string[] = []
  for (const one of pages) {
    const { kind: is, signs } = await standing(one)
    if (is !== kind) found.push(`${one.name}: ${signs.join(', ')}`)
  }
  return found
}

const savedIn = (folder: string): MadePage[] => {
  const parsed = JSON.parse(readFileSync(`${shared}${folder}/index.json`, 'utf8'))
  const rows: { file: string; url?: string; original_url?: string | null; no_patient?: boolean }[] = Array.isArray(parsed)
    ? parsed
    : parsed.pages
  return rows
    .filter(({ no_patient: isNear }) => !isNear)
    .map(({ file, url, original_url: original }) => ({
      name: file,
      address: original ?? url ?? `https://saved-page.example/${encodeURIComponent(file)}`,
      html: readFileSync(`${shared}${folder}/${file}`, 'utf8'),
    }))
}

describe.skipIf(!hasShared)('[P15] saved pages', { timeout: 300_000 }, () => {
  test('at least 99 % of pages of journals and other public sites are published', async () => {
    const pages = savedIn('pages')
    expect((await otherwise(pages, 'published')).length).toBeLessThanOrEqual(pages.length / 100)
  })

  test('every page of a record system is private', async () => {
    expect(await otherwise([...savedIn('ehr-pages'), ...savedIn('ehr-pages-2')], 'private')).toEqual([])
  })
})

/** All that a template for programs of the web can bring, at an address that tells nothing. */
const templated = ({ name, html: body }: MadePage): MadePage => {
  const address = 'https://app.carehub.example.org/view/today'
  const head = [
    link('canonical', address),
    ...['og:title', 'og:type', 'og:image', 'twitter:card', 'description'].map((one) =>
      meta(one, 'All about your care in one place, at any time.'),
    ),
    meta('og:url', address),
    meta('robots', 'index,follow'),
    link('alternate', '/es', ' hreflang="es"'),
    '<script type="application/ld+json">{"@type":"Organization","name":"CareHub"}</script>',
  ].join('')
  return { name, address, html: body.includes('</head>') ? body.replace('</head>', `${head}</head>`) : head + body }
}

describe.skipIf(!hasShared)('[P15] saved pages of record systems, made with a template for public sites', { timeout: 300_000 }, () => {
  test('are private all the same', async () => {
    expect(await otherwise([...savedIn('ehr-pages'), ...savedIn('ehr-pages-2')].map(templated), 'private')).toEqual([])
  })
})

describe('[P15] pages made up after real kinds', { timeout: 300_000 }, () => {
  test('at least nine in ten of sixty public ones are published, in six languages', async () => {
    expect(madePublicPages).toHaveLength(60)
    expect((await otherwise(madePublicPages, 'published')).length).toBeLessThanOrEqual(6)
  })

  test('every private one is private', async () => {
    expect(await otherwise(madePrivatePages, 'private')).toEqual([])
  })
})

const paper = (): string =>
  htmlOf(
    'en',
    'Home scales',
    meta('citation_title', 'Home scales') + meta('citation_doi', '10.5555/scales'),
    '<h1>Home scales</h1><a href="/logout">Log out</a><span>Welcome, Example University</span>',
  )

describe('[P15] what outweighs what', () => {
  test('a journal that shows a way to sign out is published', async () => {
    expect(await standing({ address: 'https://journal.example/a', html: paper() })).toEqual({ kind: 'published', signs: ['citation'] })
  })

  test.each([
    'http://localhost:8080/a',
    'https://library/a',
    'https://192.168.3.4/a',
    'https://[fd00::1]/a',
    'https://papers.hospital.local/a',
    'https://papers.internal/a',
    'https://intranet.hospital.example/a',
    'file:///C:/papers/a.html',
    'data:text/html,a',
    '',
  ])('the same paper at %s is private', async (address) => {
    expect((await standing({ address, html: paper() })).kind).toBe('private')
  })

  test('a title for citations alone is no citation', async () => {
    const html = htmlOf('en', 'Summary', meta('citation_title', 'Summary'), '<h1>Summary</h1>')
    expect((await standing({ address: 'https://care.example.org/summary', html })).kind).toBe('private')
  })

  test.each([
    ['a canonical link', link('canonical', 'https://care.example.org/summary')],
    ['sharing metadata', meta('og:title', 'Summary of care') + meta('og:image', '/i.png') + meta('og:type', 'website')],
    ['a description', meta('description', 'Everything about your care in one place, at any time, everywhere.')],
    ['structured data of its firm', '<script type="application/ld+json">{"@type":"Organization","name":"Care"}</script>'],
  ])('a program with %s alone is private', async (_name, head) => {
    const html = htmlOf('en', 'Summary', head, '<div id="root"><h1>Summary</h1><table><tr><td>4.1</td></tr></table></div>')
    expect((await standing({ address: 'https://care.example.org/summary', html })).kind).toBe('private')
  })

  test('no sign of publication, however many there are beside it, outweighs a way to sign out in any of six languages', async () => {
    const open = madePublicPages.find(({ name }) => name.startsWith('a society'))
    const outs = ['Sign out', 'Log off', 'Cerrar sesión', 'Terminar sessão', 'Sair', 'Se déconnecter', 'Abmelden', 'Esci']
    for (const words of outs) {
      const signedIn = {
        ...open,
        address: open?.address ?? '',
        html: (open?.html ?? '').replace('</nav>', `<button>${words}</button></nav>`),
      }
      expect([words, (await standing(signedIn)).kind]).toEqual([words, 'private'])
    }
  })
})
