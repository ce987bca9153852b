import { aDraft, database, makePanel } from './panel-under-test.ts'
import { fakeBrowser } from '../../fake-extension-api.ts'
import { signal } from '@preact/signals'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { copyKey } from '../../../../extension/backup/unsent-tally.ts'
import type { Policy } from '../../../../extension/browser/managed-policy.ts'
import { createGuardState } from '../../../../extension/panel/state/create-guard-state.ts'
import { loadRules } from '../../../../extension/panel/state/load-rules.ts'
import { turns } from '../../../turns.ts'
import { blankForm, type Draft } from '../../../../extension/store/draft.ts'

const certain = 'MRN: 4471920 was fed early'
const uncertain = 'Those from Boston told us how'

beforeEach(async () => {
  fakeBrowser.reset()
  await Promise.all([database.outbox.clear(), database.drafts.clear(), database.meta.clear()])
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const makeGuard = async (...drafts: Draft[]) => {
  const panel = await makePanel(...drafts)
  const policy = signal<Policy>({})
  const guard = createGuardState({ ...panel, loadRules, policy })
  await guard.startGuard()
  vi.advanceTimersByTime(100)
  return { ...panel, ...guard, policy }
}
type Guard = Awaited<ReturnType<typeof makeGuard>>

const type = ({ edit }: Guard, form: Parameters<Guard['edit']>[0]): void => {
  edit(form)
  vi.advanceTimersByTime(100)
}
const marks = ({ findings }: Guard): unknown[] => findings.value.map(({ name, excerpt, word }) => [name, excerpt, word])
const first = ({ findings }: Guard) => {
  const [finding] = findings.value
  if (!finding) throw new Error('Nothing is marked')
  return finding
}

describe('marks', () => {
  test('follow the typing once nobody has typed for a tenth of a second', async () => {
    const guard = await makeGuard(aDraft('one'))
    guard.edit({ change: certain })
    vi.advanceTimersByTime(99)
    guard.edit({ note: certain })
    vi.advanceTimersByTime(99)
    expect(marks(guard)).toEqual([])
    vi.advanceTimersByTime(1)
    expect(marks(guard)).toEqual([
      ['change', '4471920', '[number]'],
      ['note', '4471920', '[number]'],
    ])
    expect(guard.findingsOf('note')).toEqual([guard.findings.value[1]])
    expect(guard.findingsOf('title')).toEqual([])
  })

  test('are made for what the patient’s page showed, as soon as it is known', async () => {
    const guard = await makeGuard(aDraft('one', { patients: 1, source: null }))
    type(guard, { note: 'Fed early, as Rose was' })
    expect(marks(guard)).toEqual([])
    guard.memory.value = { known: [{ type: 'NAME', value: 'Rose, Marisol' }], gone: false, strict: false }
    vi.advanceTimersByTime(100)
    expect(marks(guard)).toEqual([['note', 'Rose', '[name]']])
  })

  test('go with the draft that they are in', async () => {
    const guard = await makeGuard(aDraft('one', { form: { ...blankForm, note: certain } }), aDraft('two', { tab: 5 }))
    expect(marks(guard)).toHaveLength(1)
    guard.front.value = 'two'
    vi.advanceTimersByTime(100)
    expect(marks(guard)).toEqual([])
    guard.front.value = undefined
    vi.advanceTimersByTime(100)
    guard.replaceAll()
    expect(marks(guard)).toEqual([])
  })
})

describe('what is done with a mark', () => {
  test('replaces that place alone, counts it, and is seen at once', async () => {
    const guard = await makeGuard(aDraft('one'))
    type(guard, { change: certain, note: certain })
    guard.replaceOne(first(guard))
    expect(guard.form.value).toMatchObject({ change: 'MRN: [number] was fed early', note: certain, replaced: { change: { MRN: 1 } } })
    expect(marks(guard)).toEqual([['note', '4471920', '[number]']])
  })

  test('that moved since it was shown changes nothing; the marks are where they are now', async () => {
    const guard = await makeGuard(aDraft('one'))
    type(guard, { change: certain })
    const shown = first(guard)
    guard.edit({ change: `A ${certain}` })
    guard.replaceOne(shown)
    expect(guard.form.value.change).toBe(`A ${certain}`)
    expect(first(guard).start).toBe(shown.start + 2)
  })

  test('can be that it is no patient’s: this text in this field, and only where it is uncertain', async () => {
    const guard = await makeGuard(aDraft('one'))
    type(guard, { change: uncertain, note: `${uncertain}. ${certain}` })
    guard.notPatient(first(guard))
    expect(guard.form.value.notPatient).toEqual([{ name: 'change', type: 'NAME', text: 'Boston' }])
    expect(guard.findings.value.map(({ name, excerpt }) => [name, excerpt])).toEqual([
      ['note', 'Boston'],
      ['note', '4471920'],
    ])
    for (const finding of guard.findingsOf('note')) guard.notPatient(finding)
    expect(marks(guard)).toEqual([['note', '4471920', '[number]']])
  })

  test('at once takes out all that is certain, and what is uncertain only when nothing else is left', async () => {
    const guard = await makeGuard(aDraft('one'))
    type(guard, { change: uncertain, note: certain })
    guard.replaceAll()
    expect(guard.form.value).toMatchObject({ change: uncertain, note: 'MRN: [number] was fed early' })
    guard.replaceAll()
    expect(guard.form.value.change).toBe('Those from [name] told us how')
    expect(marks(guard)).toEqual([])
    const { value } = guard.form
    guard.replaceAll()
    expect(guard.form.value).toBe(value)
  })

  test('at once takes out everything where the policy counts what is uncertain as certain', async () => {
    const guard = await makeGuard(aDraft('one'))
    guard.memory.value = { ...guard.memory.value, strict: true }
    type(guard, { change: uncertain, note: certain })
    guard.replaceAll()
    expect(guard.form.value).toMatchObject({ change: 'Those from [name] told us how', note: 'MRN: [number] was fed early' })
  })

  test('one after the other begins in the field that is typed in', async () => {
    const guard = await makeGuard(aDraft('one'))
    type(guard, { change: certain, note: certain })
    guard.replaceNext('note')
    expect(marks(guard)).toEqual([['change', '4471920', '[number]']])
    guard.replaceNext('note')
    expect(marks(guard)).toEqual([])
    const { value } = guard.form
    guard.replaceNext(undefined)
    expect(guard.form.value).toBe(value)
  })
})

describe('the second copy of a draft on this computer', () => {
  const copies = async (...ids: string[]): Promise<boolean[]> => {
    const local = await fakeBrowser.storage.local.get()
    return ids.map((id) => copyKey(database.name, id) in local)
  }
  const sure = aDraft('sure', { form: { ...blankForm, note: certain } })
  const unsure = aDraft('unsure', { tab: 5, form: { ...blankForm, note: uncertain } })

  test('is made a second after the last change, and never of a text in which something is certain', async () => {
    const guard = await makeGuard(sure, unsure)
    vi.advanceTimersByTime(899)
    await guard.follow()
    vi.advanceTimersByTime(999)
    vi.useRealTimers()
    await turns(50)
    expect(await copies('unsure', 'sure')).toEqual([false, false])
  })

  test.each([
    [false, [true, false]],
    [true, [false, false]],
  ])('asks the computer’s policy what is certain (strict: %s)', async (strictPatientCheck, expected) => {
    const guard = await makeGuard(sure, unsure)
    guard.policy.value = { strictPatientCheck }
    vi.advanceTimersByTime(1000)
    vi.useRealTimers()
    await vi.waitFor(async () => expect(await database.meta.get('mark')).toBeDefined(), { timeout: 60_000 })
    await navigator.locks.request(`unsent:${database.name}`, () => {})
    expect(await copies('unsure', 'sure')).toEqual(expected)
  })
})
