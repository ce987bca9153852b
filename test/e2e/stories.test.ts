import { randomUUID } from 'node:crypto'
import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import type { ArgsOf, MutationName } from '../../shared/mutations/index.ts'
import { openForm, press, send, tabTo } from './keys.ts'
import { sees } from './steps.ts'
import { givenWindows } from './given.ts'

/** The stories of a coordinator's work, told with the keyboard only: one world, one browser, a window a person. */
const { world, windows } = givenWindows()

const did = <Name extends MutationName>(person: string, name: Name, args: Partial<ArgsOf<Name>>): Promise<void> =>
  windows.did(person, name, args)
const open = (person: string, path: string, text: string): Promise<Page> => windows.open(person, path, text)
const windowOf = (person: string): Promise<Page> => windows.of(person)

const proposed = async (change: string, problem: string): Promise<string> => {
  const idea = randomUUID()
  await did('clinician', 'proposeIdea', { idea, change, problem, topic: 'feeding', site: 'north' })
  return idea
}

/** The idea that triage shows now. */
const turnOf = (page: Page, change: string): Promise<unknown> =>
  page.waitForFunction((wanted) => document.querySelector('#triage-idea')?.textContent === wanted, { timeout: 60_000 }, change)

const scale = 'Lend every family a home scale.'
const scaleTwin = 'Give every family a home scale to keep.'
const visit = 'See every family within ten days.'
const poster = 'Hang a poster in the lift.'
let main = ''

test('[B8] triage with the keyboard alone: classify, ask, merge, decline, each undone or answered', async () => {
  main = await proposed(scale, 'Babies gain weight slowly after surgery.')
  const asked = await proposed(visit, '')
  const twin = await proposed(scaleTwin, 'Weights at home are guessed.')
  const clip = randomUUID()
  await did('clinician', 'clipEvidence', {
    evidence: clip,
    citation: { type: 'article-journal', title: 'Home scales' },
    kind: 'before-after',
    ideas: [twin],
  })
  const declined = await proposed(poster, 'Nobody knows the number to call.')
  const page = await open('coordinator', '/triage', scale)

  const classify = async (): Promise<void> => {
    await turnOf(page, scale)
    await openForm(page, 'c')
    await press(page, 'Enter')
    await turnOf(page, visit)
  }
  await classify()
  await press(page, 'u')
  await turnOf(page, scale)
  expect((await world.idea(main)).idea.pathway).toBe(null)
  await classify()

  await openForm(page, 'a')
  await page.keyboard.type('What goes wrong today?')
  await send(page)
  await turnOf(page, scaleTwin)

  const merge = async (): Promise<void> => {
    await openForm(page, 'm')
    await tabTo(page, scale)
    await press(page, 'Space')
    await sees(page, 'Goes along: 1 clip')
    await tabTo(page, 'One sentence')
    await page.keyboard.type('Both lend scales; yours lives on there.')
    await send(page)
    await turnOf(page, poster)
  }
  await merge()
  expect((await world.idea(main)).evidence).toHaveLength(1)
  expect((await world.idea(main)).joined).toMatchObject([{ change: scaleTwin, proposedBy: 'clinician' }])
  expect((await world.idea(twin)).idea.ending?.sentence).toContain('yours lives on')
  await press(page, 'u')
  await turnOf(page, scaleTwin)
  expect((await world.idea(main)).evidence).toHaveLength(0)
  expect((await world.idea(twin)).evidence).toHaveLength(1)
  await merge()

  await openForm(page, 'd')
  await page.keyboard.type('Outside')
  await press(page, 'Tab')
  await page.keyboard.type('The hospital decides what hangs there.')
  await send(page)
  await sees(page, 'Every idea has its answer')
  expect((await world.idea(declined)).idea.ending).toMatchObject({ reason: 'out-of-scope' })

  await did('clinician', 'commentIdea', { comment: randomUUID(), idea: asked, text: 'Families wait three weeks.' })
  await turnOf(page, visit)
})

/** A card's handle, so many phases on, and down: what the gate requires is shown. */
const carry = async (person: string, pathway: string, phases: number, through: string): Promise<void> => {
  const page = await open(person, `/board?pathway=${pathway}`, scale)
  await tabTo(page, `Move “${scale}”`)
  await press(page, 'Enter', ...Array.from({ length: phases }, () => 'ArrowRight' as const), 'Enter')
  await page.waitForFunction(() => document.querySelector('dialog.gate .move, dialog.gate .gate-body p'))
  if (!through) return
  await tabTo(page, `Move to ${through}`)
  await press(page, 'Enter')
  await page.waitForFunction(() => !document.querySelector('dialog.gate'))
}
const phaseOf = async (): Promise<string> => {
  const { idea } = await world.idea(main)
  return `${idea.pathway} ${idea.phase}`
}
const offer = async (pathway: string): Promise<void> => {
  const page = await open('coordinator', `/ideas/${main}`, scale)
  await tabTo(page, 'Choose another pathway')
  await openForm(page, 'Enter')
  await press(page, 'ArrowDown')
  await send(page)
  await sees(page, `Classified as ${pathway}.`)
}
const improved = (site: string): Promise<void> =>
  did('coordinator', 'expressStance', { idea: main, site, stance: 'tested', result: 'improved', measure: 'Grams a day' })

test('[B8] a single-site idea finds three willing sites, passes the incubator’s gates, is offered network-wide and spreads', async () => {
  await did('lead', 'expressStance', {
    idea: main,
    site: 'north',
    stance: 'testing',
    measure: 'Grams a day',
    expectedEnd: Date.now() + 60 * 24 * 60 * 60 * 1000,
  })
  await carry('coordinator', 'single-site', 2, 'Test')
  await improved('north')
  await carry('coordinator', 'single-site', 1, 'Evaluate')
  for (const site of ['south', 'east']) await did('coordinator', 'expressStance', { idea: main, site, stance: 'interested' })
  await did('coordinator', 'editIdea', { idea: main, set: { theory: 'Weighed daily, loss is seen early.' } })
  await sees(await open('coordinator', '/', 'Needs one more thing'), 'Incubator: no lead')
  await did('coordinator', 'editIdea', { idea: main, set: { leads: ['lead'] } })
  await sees(await windowOf('coordinator'), 'Ready for Incubator')

  await offer('Incubator')
  await carry('coordinator', 'incubator', 1, 'Design')
  await did('coordinator', 'editIdea', {
    idea: main,
    set: {
      aim: 'A tenth more weight by May.',
      drivers: [{ name: 'Weighed daily', interventions: ['Lend scales'] }],
      measures: { outcome: 'Grams a day', process: 'Families with a scale', balancing: 'Calls' },
    },
  })
  for (const site of ['south', 'east']) await did('coordinator', 'expressStance', { idea: main, site, stance: 'testing', measure: 'Grams' })
  await carry('coordinator', 'incubator', 1, '')
  await sees(await windowOf('coordinator'), 'This move is for: steering member')
  expect(await phaseOf()).toBe('incubator design')
  await carry('steering', 'incubator', 1, 'Test')
  await improved('south')
  await carry('coordinator', 'incubator', 1, '')
  await sees(await windowOf('coordinator'), '1 result due')
  await improved('east')
  await carry('coordinator', 'incubator', 1, 'Evaluate')
  await did('coordinator', 'expressStance', { idea: main, site: 'west', stance: 'interested' })
  await sees(await open('coordinator', '/', 'Ready to advance'), 'Ready for Network-wide')

  await offer('Network-wide')
  await did('coordinator', 'editIdea', { idea: main, set: { experts: ['a', 'b', 'c', 'd', 'e', 'f'] } })
  await carry('coordinator', 'network-wide', 1, '')
  await sees(await windowOf('coordinator'), 'This move is for: steering member')
  await carry('steering', 'network-wide', 1, 'Design')
  await did('coordinator', 'expressStance', { idea: main, site: 'west', stance: 'testing', measure: 'Grams' })
  await carry('coordinator', 'network-wide', 1, 'Test')
  await improved('west')
  await carry('coordinator', 'network-wide', 1, 'Evaluate')
  await did('coordinator', 'editIdea', { idea: main, set: { processReliable: true } })
  await carry('steering', 'network-wide', 1, 'Spread')
  expect(await phaseOf()).toBe('network-wide spread')
})

test('[B8] a hold stops every decision until steering lifts it', async () => {
  const page = await open('coordinator', `/ideas/${main}`, scale)
  await tabTo(page, 'Report harm')
  await openForm(page, 'Enter')
  await page.keyboard.type('A scale tipped over.')
  await send(page)
  await sees(page, 'nothing is decided about it until steering lifts the hold')
  const shown = await page.evaluate(() => document.body.innerText)
  for (const control of ['Move to', 'Choose another pathway', 'Park …', 'Merge into', 'Edit the idea']) expect(shown).not.toContain(control)
  const board = await open('coordinator', '/board?pathway=network-wide', scale)
  expect(await board.$(`[data-idea="${main}"] .handle`)).toBe(null)
  await expect(did('coordinator', 'moveIdea', { idea: main, to: 'sustain' })).rejects.toThrow()
  expect(await phaseOf()).toBe('network-wide spread')

  const steering = await open('steering', `/ideas/${main}`, scale)
  await tabTo(steering, 'Lift the hold')
  await openForm(steering, 'Enter')
  await steering.keyboard.type('Scales stand on the floor now.')
  await send(steering)
  await sees(steering, 'The hold is lifted.')
  expect((await world.idea(main)).idea.hold).toBe(null)
})

test('[B8] a diagram is drawn from what was typed, as text, and numbers become a run chart with its shift', async () => {
  const page = await open('coordinator', `/ideas/${main}`, scale)
  await tabTo(page, 'Edit the diagram')
  await openForm(page, 'Enter')
  await page.keyboard.down('Control')
  await press(page, 'a')
  await page.keyboard.up('Control')
  await page.keyboard.type('Weighed <b>daily</b> & noted\n- Lend scales\n- Call at noon')
  await send(page)
  await sees(page, 'Diagram saved.')
  await page.waitForFunction(() => document.querySelector('.kdd-frame svg')?.textContent?.includes('Weighed <b>daily</b> &'))
  expect(await page.$$('.kdd-frame svg b')).toEqual([])

  await tabTo(page, 'Record numbers')
  await openForm(page, 'Enter')
  await page.keyboard.type('North')
  await tabTo(page, 'Numbers')
  const days = Array.from(
    { length: 12 },
    (_, index) => `2026-01-${String(index + 1).padStart(2, '0')} ${index < 6 ? 20 + (index % 2) : 30}`,
  )
  await page.keyboard.type(`${days.join('\n')}\n2026-01-13 4 Ada`)
  await send(page)
  await sees(page, 'Line 13 has more than a day and a number')
  await press(page, 'Backspace', 'Backspace', 'Backspace', 'Backspace')
  await send(page)
  await sees(page, 'Numbers recorded.')
  await sees(page, 'Shift: 6 values in a row above the median')
  await page.waitForSelector('.chart-canvas svg')
})

const inColumn = (page: Page, phase: string): Promise<unknown> =>
  page.waitForFunction(
    (id, wanted) => document.querySelector(`[data-idea="${id}"]`)?.closest('section')?.querySelector('h2')?.textContent?.startsWith(wanted),
    { timeout: 60_000, polling: 20 },
    main,
    phase,
  )

test('[B8] two coordinators see each other’s moves at once, and neither loses what they wrote', async () => {
  const other = await open('other-coordinator', '/board?pathway=network-wide', scale)
  const times: number[] = []
  for (const [key, back, phase] of [
    ['ArrowRight', false, 'Sustain'],
    ['ArrowLeft', true, 'Spread'],
    ['ArrowRight', false, 'Sustain'],
  ] as const) {
    const page = await open('coordinator', '/board?pathway=network-wide', scale)
    await tabTo(page, `Move “${scale}”`)
    await press(page, 'Enter', key, 'Enter')
    await page.waitForFunction(() => document.querySelector('dialog.gate form button[type=submit]'))
    if (back) {
      await tabTo(page, 'Why')
      await page.keyboard.type('Too early.')
      await send(page)
    } else {
      await tabTo(page, `Move to ${phase}`)
      await press(page, 'Enter')
    }
    const from = performance.now()
    await inColumn(other, phase)
    times.push(performance.now() - from)
  }
  // Told of it, and not by a page that connects anew. `npm run load` says how long it takes.
  expect(Math.min(...times)).toBeLessThan(10_000)

  const [one, two] = [await open('coordinator', `/ideas/${main}`, scale), await open('other-coordinator', `/ideas/${main}`, scale)]
  for (const [page, field, text] of [
    [one, 'Problem', ' They also tire.'],
    [two, 'Theory', ' So help comes early.'],
  ] as const) {
    await page.bringToFront()
    await tabTo(page, 'Edit the idea')
    await openForm(page, 'Enter')
    await tabTo(page, field)
    await press(page, 'End')
    await page.keyboard.type(text)
  }
  for (const page of [one, two]) {
    await page.bringToFront()
    await send(page)
    await sees(page, 'Changes saved.')
  }
  const { idea } = await world.idea(main)
  expect([idea.problem, idea.theory]).toEqual([expect.stringContaining('They also tire.'), expect.stringContaining('So help comes early.')])
})
