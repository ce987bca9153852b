import { fakeBrowser } from '../fake-extension-api.ts'
import { afterEach, expect, test } from 'vitest'
import { readTabPatients, readTabPatientsAgain } from '../../../extension/patient-page/inspect-tab.ts'

interface Asked {
  files?: string[]
  func?: () => unknown
}

const mark = Symbol.for('gleaner')
const world = globalThis as { [name: symbol]: (() => unknown) | undefined }
const shown = (patients: number) => ({ patients, known: [], standing: { kind: 'published', signs: [] } })
const believed = (patients: number) => ({ patients, known: [], isPrivate: false, page: 'document' })

/** A page in which scripts run as the browser runs them; its own script answers `now` and leaves what looks. */
const page = (now: () => unknown): string[] => {
  const run: string[] = []
  const executeScript = ({ files, func }: Asked): Promise<unknown> => {
    run.push(files?.[0] ?? 'again')
    if (func) return Promise.resolve([{ result: func() ?? null, documentId: 'document' }])
    world[mark] = now
    return Promise.resolve([{ result: now(), documentId: 'document' }])
  }
  Object.assign(fakeBrowser, { scripting: { executeScript } })
  return run
}

afterEach(() => {
  delete world[mark]
})

test('[P4] before a save the page is checked again by the script of the first check, without compiling it again', async () => {
  let patients = 0
  const run = page(() => shown(patients))
  expect(await readTabPatients(1)).toEqual(believed(0))
  patients = 2
  expect(await readTabPatientsAgain(1)).toEqual(believed(2))
  expect(run).toEqual(['/portal.js', 'again'])
})

test('[P4] a page that was not checked yet, such as the next one of the tab, is checked as the first time', async () => {
  const run = page(() => shown(1))
  expect(await readTabPatientsAgain(1)).toEqual(believed(1))
  expect(run).toEqual(['again', '/portal.js'])
})

test('[P4] an implausible answer counts as a patient page, the second time too', async () => {
  world[mark] = () => ({ patients: -1, known: 'none' })
  page(() => shown(0))
  expect(await readTabPatientsAgain(1)).toMatchObject({ patients: 1 })
})

test('[P14] an answer that does not say that the page is published, or not in its words, counts as a private page', async () => {
  for (const standing of [undefined, null, 'published', { kind: 'yes' }, { kind: ['published'] }, []]) {
    page(() => ({ patients: 0, known: [], standing }))
    expect(await readTabPatients(1)).toMatchObject({ patients: 0, isPrivate: true })
  }
})
