import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build } from 'vite'
import type { PatientPage } from '../../../extension/patient-page/read-banner.ts'
import { madePortals } from '../../portals/made-portals.ts'
import { nearPages } from '../../portals/near-pages.ts'
import { browserFlags, browserPatience, findBrowser } from '../../e2e/find-browser.ts'

const shared = new URL('../../../../shared/', import.meta.url)
let browser: Browser
let page: Page
let html = ''
let reader = ''

/** Portal.ts as one script that a page can run. */
async function bundled(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL('../../../extension/patient-page/read-banner.ts', import.meta.url)),
        formats: ['iife'],
        name: 'portal',
      },
    },
  })
  const [output] = Array.isArray(result) ? result : [result]
  if (!output || !('output' in output)) throw new Error('nothing was built')
  return `${output.output[0].code};globalThis.portal = portal`
}

/** What is read from a page that shows `body`, at `address`; nothing reaches the network. */
async function read(body: string, address = 'https://ehr.example.test/', prepare = '', whole = false): Promise<PatientPage> {
  // Scripts, style sheets and pictures have no part in it, and waiting for them takes long.
  html = whole ? body : body.replace(/<script\b[\s\S]*?<\/script>|<style\b[\s\S]*?<\/style>|<(?:link|img|source|meta)\b[^>]*>/gi, '')
  await page.goto(address.startsWith('http') ? address : 'https://paper.example.test/', { waitUntil: 'domcontentloaded' })
  await page.evaluate(`${reader};${prepare}`)
  return page.evaluate<PatientPage>(`portal.readPatientPage(document, ${JSON.stringify(address)})`)
}

const bare = (value: string) =>
  value
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z\d]/g, '')
const values = ({ known }: PatientPage) => known.map(({ type, value }) => `${type} ${value}`)

describe('in a real browser', () => {
  beforeAll(async () => {
    reader = await bundled()
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

  const banner =
    '<div><b>Achebe, Ngozi</b> <span>F</span> <span>66 yrs</span> <span>DOB: 03/09/1957</span> <span>MRN: 00481516</span></div>'

  test('a banner with labels', async () => {
    const found = await read(banner)
    expect(found.patients).toBe(1)
    expect(values(found)).toEqual(expect.arrayContaining(['NAME Achebe, Ngozi', 'DATE 03/09/1957', 'MRN 00481516']))
  })

  test('labels and values in cells of a table', async () => {
    const found = await read(
      '<table><tr><th>Patient name</th><td>Kwame Osei</td></tr><tr><th>Date of birth</th><td>9 Mar 1957</td></tr><tr><th>Hospital number</th><td>H481516</td></tr></table>',
    )
    expect(values(found)).toEqual(expect.arrayContaining(['NAME Kwame Osei', 'DATE 9 Mar 1957', 'MRN H481516']))
  })

  test('a frame of the same origin, and an open shadow root inside another', async () => {
    const inFrame = await read(
      '<p>Desk</p><iframe></iframe>',
      undefined,
      `document.querySelector('iframe').contentDocument.body.innerHTML = ${JSON.stringify(banner)}`,
    )
    expect(inFrame.patients).toBe(1)
    // A picture in an `<object>`, or a frame that is still to come.
    const inBodiless = await read(
      '<p>Desk</p><iframe></iframe>',
      undefined,
      `const inner = document.querySelector('iframe').contentDocument; inner.body.remove(); inner.documentElement.innerHTML = ${JSON.stringify(banner)}; inner.body.remove()`,
    )
    expect(inBodiless).toEqual({ patients: 0, known: [] })
    const inPicture = await read(
      '<p>Desk</p><iframe></iframe>',
      undefined,
      `const inner = document.querySelector('iframe').contentDocument; inner.body.remove(); inner.documentElement.append(${JSON.stringify(banner.replace(/<[^>]*>/g, '~'))}.split('~').map((text) => Object.assign(inner.createElement('i'), { textContent: text })).reduce((all, one) => { all.append(one); return all }, inner.createElement('b')))`,
    )
    expect(inPicture.patients).toBe(1)
    const inNamed = await read(
      `<form><input name="contentDocument"></form><form><b>1</b><input name="contentDocument"><input name="contentDocument"></form>${banner}`,
    )
    expect(inNamed.patients).toBe(1)
    const inShadow = await read(
      '<main></main>',
      undefined,
      `const inner = document.createElement('div'); document.querySelector('main').attachShadow({ mode: 'open' }).append(inner); inner.attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(banner)}`,
    )
    expect(values(inShadow)).toContain('NAME Achebe, Ngozi')
  })

  test('every element that can have a shadow root is searched', async () => {
    await read('<p>Desk</p>')
    const names =
      'a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption cite code col colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark menu meta meter nav noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp script search section select slot small source span strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track u ul var video own-element'
    const [can, missed] = await page.evaluate<[string[], string[]]>(`(() => {
      const can = []
      const missed = ${JSON.stringify(names)}.split(' ').filter((name) => {
        const host = document.createElement(name)
        document.body.replaceChildren(host)
        try {
          host.attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(banner)}
        } catch {
          return false
        }
        can.push(name)
        return portal.readPatientPage(document, 'https://ehr.example.test/').patients !== 1
      })
      return [can, missed]
    })()`)
    expect(can).toEqual(expect.arrayContaining(['article', 'p', 'section', 'span', 'own-element']))
    expect(missed).toEqual([])
  })

  test('several patients are counted one by one', async () => {
    const found = await read(
      `<ul><li>${banner}</li><li>${banner.replace('Achebe, Ngozi', 'Osei^Kwame').replace('00481516', '00481517')}</li></ul>`,
    )
    expect(found.patients).toBe(2)
    expect(values(found)).toEqual(expect.arrayContaining(['NAME Achebe, Ngozi', 'NAME Osei^Kwame', 'MRN 00481517']))
  })

  test('what the address says of the patient', async () => {
    const found = await read(banner, 'https://ehr.example.test/patient/481516-77/summary?name=Ng%C3%B3zi')
    expect(values(found)).toEqual(expect.arrayContaining(['ID 481516-77', 'NAME Ngózi']))
  })

  test.each([
    ['authors of a paper', '<p>Achebe, Ngozi; Osei, Kwame</p><p>Published: March 9, 2021</p><p>DOI: 10.1000/481516</p>'],
    [
      'a table of results',
      '<table><tr><td>Female</td><td>66 years</td></tr><tr><td>Male</td><td>61 years</td></tr></table><p>Born in hospital: 41</p>',
    ],
    ['an empty form', '<form><label>Patient name:</label><input><label>Date of birth:</label><input><label>MRN:</label><input></form>'],
    ['a case', '<p>A 66-year-old woman was admitted on March 9, 2021. Patient 481516 was excluded.</p>'],
  ])('%s is no patient', async (_, body) => {
    expect(await read(body)).toEqual({ patients: 0, known: [] })
  })

  test.each(madePortals)('a made-up page of a record system: $file', async ({ html: body, url, shows, file }) => {
    const whole = `<!doctype html><meta charset="utf-8"><body>${body}</body>`
    const { patients, known } = await read(whole, url, '', true)
    expect(patients, file).toBeGreaterThan(0)
    const said = known.map(({ value }) => bare(value)).join(' ')
    const missing = shows.filter((value) => !value.split(/[ ,^]+/).every((word) => said.includes(bare(word))))
    expect(missing).toEqual([])
  })

  test.each(nearPages)('no patient: $file', async ({ html: body }) => {
    const whole = `<!doctype html><meta charset="utf-8"><body>${body}</body>`
    expect(await read(whole, 'https://www.example.org/page', '', true)).toEqual({ patients: 0, known: [] })
  })

  test('a page of 40,000 elements that all look like signs is read in a bounded time', async () => {
    await read('<p>Desk</p>')
    const took = await page.evaluate<number>(`(() => {
      const row = '<tr><td>Patient</td><td>MRN</td><td>Sex</td><td>F, 34 y</td></tr>'
      document.body.innerHTML = '<table>' + row.repeat(4000) + '</table>' + '<div><span>Name</span><i>Doe, Jane</i>'.repeat(6000)
      const start = performance.now()
      portal.readPatientPage(document, 'https://ehr.example.test/')
      return performance.now() - start
    })()`)
    expect(took).toBeLessThan(60_000)
  })

  const portals = new URL('ehr-pages/index.json', shared)
  describe.skipIf(!existsSync(portals))(`saved portals${existsSync(portals) ? '' : ' (skipped: ../shared is missing)'}`, () => {
    type Saved = { file: string; url: string; identifiers: { type: string; value: string }[] }
    const saved: Saved[] = existsSync(portals) ? JSON.parse(readFileSync(portals, 'utf8')).pages : []
    test.each(saved)('$file', async ({ file, url, identifiers }) => {
      const { patients, known } = await read(readFileSync(new URL(`ehr-pages/${file}`, shared), 'utf8'), url)
      expect(patients).toBeGreaterThan(0)
      for (const { type, value } of identifiers)
        expect(known.some((one) => one.type === type && bare(one.value) === bare(value))).toBe(true)
    })
  })

  const papers = new URL('pages/index.json', shared)
  describe.skipIf(!existsSync(papers))(`saved papers${existsSync(papers) ? '' : ' (skipped: ../shared is missing)'}`, () => {
    type Saved = { file: string; original_url: string | null }
    const saved: Saved[] = existsSync(papers) ? JSON.parse(readFileSync(papers, 'utf8')) : []
    test('none is taken for a patient page', { timeout: 300_000 }, async () => {
      await read('')
      const mistaken: string[] = []
      for (const { file, original_url } of saved) {
        const text = JSON.stringify(readFileSync(new URL(`pages/${file}`, shared), 'utf8'))
        // Parsed and not shown: ninety layouts would take minutes.
        const parsed = `new DOMParser().parseFromString(${text}, 'text/html')`
        const found = await page.evaluate<PatientPage>(`portal.readPatientPage(${parsed}, ${JSON.stringify(original_url ?? '')})`)
        if (found.patients > 0) mistaken.push(file)
      }
      expect(mistaken).toEqual([])
    })
  })
})
