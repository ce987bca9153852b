import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { beforeAll, expect, test } from 'vitest'
import { signsOfSite } from './article.ts'
import { connectExtension, control, sees, textOf, writeIdea, writeOver } from './steps.ts'
import { givenBrowser } from './given.ts'

const { world, browser } = givenBrowser('right-paper')
beforeAll(async () => {
  await connectExtension(browser, await world.pairingLink('clinician'))
})

const meta = (fields: Record<string, string>): string =>
  Object.entries(fields)
    .map(([name, content]) => `<meta name="citation_${name}" content="${content}">`)
    .join('')
const pageOf = (title: string, head = '', body = '<p>Two wards counted for a year.</p>'): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${signsOfSite}${head}</head><body><main><h1>${title}</h1>${body}</main></body></html>`
const shot = async (panel: Page, name: string): Promise<void> => {
  const folder = process.env['GLEANER_PICTURES']
  if (folder) await panel.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

const pressed = async (address: string): Promise<{ tab: Page; panel: Page }> => {
  const tab = await browser.open(address)
  return { tab, panel: await browser.press(tab) }
}
const field = (panel: Page, id: string): Promise<string> => panel.$eval(`#${id}`, (element) => (element as HTMLTextAreaElement).value)
const shows = (panel: Page, id: string, value: string): Promise<void> =>
  expect.poll(() => field(panel, id), { timeout: 60_000 }).toBe(value)

/** What each idea of the bank rests on, by its sentence. */
const evidenceOf = async (change: string): Promise<{ title: string | undefined; URL: string | undefined }[]> => {
  const { rows } = await world.ideas('pathway=none')
  const row = rows.find((one) => one.change === change)
  return row ? (await world.idea(row.id)).evidence.map(({ citation: { title, URL } }) => ({ title, URL })) : []
}

test('[C8] [C9] papers under one canonical address, and pages that differ in a parameter, are different items', async () => {
  const library = 'https://library.example.org/document'
  const guide = 'https://guide.example.org/view.aspx?cid='
  const list = `<link rel="canonical" href="${library}/">`
  const pages: [address: string, title: string, change: string, head: string][] = [
    [
      `${library}/1`,
      'Bed alarms on two wards',
      'Lock the sluice',
      list + meta({ title: 'Bed alarms on two wards', doi: '10.5555/beds.1', journal_title: 'Beds' }),
    ],
    [
      `${library}/2`,
      'Doors of theatres',
      'Close every door',
      list + meta({ title: 'Doors of theatres', doi: '10.5555/beds.2', journal_title: 'Beds' }),
    ],
    [`${library}/3`, 'Insulin errors at weekends', 'Count twice', list],
    [`${guide}11`, 'How to wash hands', 'Wash longer', '<link rel="canonical" href="https://guide.example.org/view.aspx">'],
    [`${guide}12`, 'How to lift', 'Lift in pairs', '<link rel="canonical" href="https://guide.example.org/view.aspx">'],
  ]
  for (const [address, title, change, head] of pages) {
    browser.serve(address, pageOf(title, head))
    const { panel } = await pressed(address)
    await shows(panel, 'title', title)
    expect(await textOf(panel)).not.toContain('before')
    await writeIdea(panel, change)
  }
  for (const [URL, title, change] of pages) await expect.poll(() => evidenceOf(change), { timeout: 60_000 }).toEqual([{ title, URL }])
})

test('[C8] the same identifier under another title is shown with both titles, and only the person joins them', async () => {
  const address = 'https://mirror.example.org/beds'
  browser.serve(
    address,
    pageOf('Alarmas en dos plantas', meta({ title: 'Alarmas en dos plantas', doi: '10.5555/BEDS.1', journal_title: 'Camas' })),
  )
  const { panel } = await pressed(address)
  await sees(panel, 'is it the same source?')
  expect(await textOf(panel)).toContain('Bed alarms on two wards')
  expect(await panel.$eval('input[name="reuse"]:checked', (input) => input.closest('label')?.textContent?.trim())).toContain(
    'Clip it again',
  )
  await shot(panel, 'both-titles')
  await writeIdea(panel, 'Write it in Spanish')
  await expect
    .poll(() => evidenceOf('Write it in Spanish'), { timeout: 60_000 })
    .toEqual([{ title: 'Alarmas en dos plantas', URL: address }])
})

test('[C10] a page that changed without loading gives what is on the screen, and what was typed stays with the paper before', async () => {
  const [first, second] = ['https://is.example.org/doi/10.5555/is.2020.1', 'https://is.example.org/doi/10.5555/is.2021.77']
  const head = `<link rel="canonical" href="${first}">${meta({ title: 'Towels in theatres', author: 'Alder, Ann', doi: '10.5555/is.2020.1', journal_title: 'Invented Surgery' })}`
  browser.serve(first, pageOf('Towels in theatres', head))
  const { tab, panel } = await pressed(first)
  await writeIdea(panel, 'Warm the towels')
  await browser.press(tab)
  await writeOver(panel, '#change', 'Fold the towels')
  await tab.evaluate((address) => {
    history.pushState(null, '', address)
    document.body.innerHTML =
      '<main><h1>Feeding tubes at home</h1><p class="authors">Cedric Cole, Dora Dahl</p><p>Four families counted.</p></main>'
  }, second)
  await sees(panel, 'This tab shows another page now.')
  await shot(panel, 'moved-on')
  await browser.press(tab)
  await shows(panel, 'title', 'Feeding tubes at home')
  await sees(panel, 'was taken from the screen')
  const text = await textOf(panel)
  for (const before of ['Clipped here before', 'This source was clipped before', 'Alder', 'Invented Surgery'])
    expect(text).not.toContain(before)
  expect(await field(panel, 'change')).toBe('')
  await shot(panel, 'from-screen')
  await writeIdea(panel, 'Show how at home')
  await expect.poll(() => evidenceOf('Show how at home'), { timeout: 60_000 }).toEqual([{ title: 'Feeding tubes at home', URL: second }])
  const drafts = await panel.evaluate(() => document.body.innerText)
  expect(drafts).toContain('Fold the towels')
})

test.each([
  [
    'https://login.ezproxy.library.example/login?url=https://journals.example/doi/full/10.5555/nejm.9900001',
    'Library sign in',
    '10.5555/nejm.9900001',
    'asks to sign in',
  ],
  ['https://journals.example/doi/full/10.5555/nejm.9900002', 'Iniciar sesión', '10.5555/nejm.9900002', 'asks to sign in'],
  ['https://journals.example/doi/full/10.5555/nejm.9900003', 'Sind Sie ein Roboter?', '10.5555/nejm.9900003', 'whether you are a robot'],
  ['https://journals.example/doi/full/10.5555/nejm.9900004', 'Page introuvable', '10.5555/nejm.9900004', 'shows an error'],
])('[C11] what stands at %s gives nothing but the number', async (address, title, doi, said) => {
  browser.serve(address, pageOf(title, '', '<p>The library is open from eight. </p>'.repeat(60)))
  const { panel } = await pressed(address)
  await sees(panel, said)
  await sees(panel, `doi:${doi}`)
  expect(await field(panel, 'title')).toBe('')
  expect(await textOf(panel)).not.toContain(title)
  await shot(panel, 'blocked')
})

test('[C12] a sentence selected in a frame of the same site or in an open shadow tree is the quote; for a frame of another site the panel says why not', async () => {
  const [address, inner, foreign] = [
    'https://course.example.org/unit/1',
    'https://course.example.org/unit/1/text',
    'https://reader.example.net/text',
  ]
  const sentence = 'Weight rose by a third in the first month.'
  browser.serve(inner, `<!doctype html><p>Before it nothing changed.</p><p id="s">${sentence}</p><p>After it all went on.</p>`)
  browser.serve(foreign, `<!doctype html><p id="s">${sentence}</p>`)
  browser.serve(
    address,
    pageOf(
      'A unit of a course',
      '',
      `<iframe id="own" src="${inner}"></iframe><iframe id="other" src="${foreign}"></iframe><div id="host"></div>`,
    ),
  )
  const { tab, panel } = await pressed(address)
  await tab.evaluate(() => {
    const frame = document.querySelector<HTMLIFrameElement>('#own')
    frame?.contentWindow?.getSelection()?.selectAllChildren(frame.contentDocument?.querySelector('#s') as Element)
  })
  await browser.press(tab)
  await shows(panel, 'quote', sentence)
  await tab.evaluate((text) => {
    document.querySelector<HTMLIFrameElement>('#own')?.contentWindow?.getSelection()?.removeAllRanges()
    const root = document.querySelector('#host')?.attachShadow({ mode: 'open' })
    if (!root) throw new Error('No tree')
    root.innerHTML = `<p>Before.</p><p id="s">In a tree of its own: ${text}</p>`
    getSelection()?.selectAllChildren(root.querySelector('#s') as Element)
  }, sentence)
  await browser.press(tab)
  await shows(panel, 'quote', `In a tree of its own: ${sentence}`)
  await tab.evaluate(() => getSelection()?.removeAllRanges())
  const other = await tab.$('#other')
  await (await other?.contentFrame())?.click('#s')
  await browser.press(tab)
  await sees(panel, 'comes from another site cannot be read')
  expect(await field(panel, 'quote')).toBe('')
  await shot(panel, 'unread-selection')
  await control(panel, 'Discard', 'button').click()
})

test('[R3] [M24] a retracted paper is marked before it is saved, and an untouched kind is not set, suggested or not', async () => {
  const address = 'https://trials.example.org/doi/10.5555/zinc.1'
  const head = meta({ title: 'Zinc for croup: a randomised trial', author: 'Ash, Ted', doi: '10.5555/zinc.1', journal_title: 'Trials' })
  browser.serve(address, pageOf('RETRACTED ARTICLE: Zinc for croup: a randomised trial', head))
  const { panel } = await pressed(address)
  await sees(panel, 'This was retracted or withdrawn.')
  await sees(panel, 'suggested: Randomised trial')
  const chosen = await panel.$eval('input[name="kind"]:checked', (input) => input.closest('label')?.textContent)
  expect(chosen).toBe('Kind not said')
  await shot(panel, 'retracted')
  await writeIdea(panel, 'Give zinc')
  const kept = async (): Promise<unknown> => {
    const row = (await world.ideas('pathway=none')).rows.find(({ change }) => change === 'Give zinc')
    const [item] = row ? (await world.idea(row.id)).evidence : []
    return item && [item.kind, item.suggested, item.citation.standing, row?.bestLevel]
  }
  await expect.poll(kept, { timeout: 60_000 }).toEqual([null, 'randomised-trial', 'retracted', null])
})

test('[C10] the panel says which field to look at where page and metadata differ, and that a preprint is one', async () => {
  const address = 'https://server.example.org/read/31'
  const title = 'Scales at home after the ward: a cohort study'
  const head = meta({ title, doi: '10.1101/2026.01.02.26300001', journal_title: 'medRxiv' })
  const other = '<a href="https://doi.org/10.5555/scales.31">10.5555/scales.31</a>'
  browser.serve(
    address,
    pageOf(title, head, `<p>Ann Poe, Luis Ruiz and Mei Lee</p><p>doi: ${other}</p><p>Two wards counted for a year.</p>`),
  )
  const { panel } = await pressed(address)
  await panel.setViewport({ width: 360, height: 800 })
  await sees(panel, 'A preprint: not peer reviewed.')
  await sees(panel, '(preprint, not peer reviewed)')
  await shot(panel, 'look-at')
  await panel.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }])
  await shot(panel, 'look-at-dark')
  await sees(panel, 'Look at the DOI: what the page and its metadata say differs.')
})
