import { aDraft, database, makePanel, source } from './panel-under-test.ts'
import { fakeBrowser } from '../../fake-extension-api.ts'
import { beforeEach, expect, test, vi } from 'vitest'
import { createKnownState } from '../../../../extension/panel/state/create-known-state.ts'
import { turns } from '../../../turns.ts'
import { blankForm, type Draft } from '../../../../extension/store/draft.ts'

beforeEach(async () => {
  vi.restoreAllMocks()
  fakeBrowser.reset()
  fakeBrowser.runtime.onMessage.addListener(() => {})
  await Promise.all([database.outbox.clear(), database.drafts.clear()])
})

const other = aDraft('other', {
  tab: 5,
  source: { ...source, citation: { type: 'article-journal', title: 'Sleep', DOI: '10.5555/sleep' } },
})
const again = (id: string, change: Partial<Draft> = {}) => aDraft(id, { tab: 6, ...change })

const makeKnown = async (...drafts: Draft[]) => {
  const panel = await makePanel(...drafts)
  return { ...panel, known: createKnownState(panel) }
}
/** Long enough for what follows the database to have read it, however busy the machine is: the database is in this process, and answers in turn. */
const quiet = async (): Promise<void> => {
  for (let asked = 0; asked < 20; asked += 1) await database.outbox.count()
  await turns(100)
}
/** As the person clips the draft in front, without an idea. */
const clip = async ({ edit, save, follow }: Awaited<ReturnType<typeof makeKnown>>): Promise<void> => {
  edit({ withIdea: false })
  await save()
  await follow()
}

test('a clip of the paper in front is known once it is saved, is used instead of a second one, and goes with the paper', async () => {
  const panel = await makeKnown(aDraft('one'), again('two'), other)
  const { known, front } = panel
  known.watchKnown()
  expect([known.clips.value, known.reusable('', '')]).toEqual([[], ''])
  await clip(panel)
  front.value = 'two'
  await vi.waitFor(() => expect(known.clips.value).toMatchObject([{ inBank: false, here: true, by: '', quote: null }]), { timeout: 60_000 })
  expect(known.reusable('', '')).toBe(known.clips.value[0]?.evidence)
  // A note of one's own, or other words, are a clip of its own.
  expect([known.reusable('', 'Seen in Oslo'), known.reusable('Fed early.', '')]).toEqual(['', ''])
  front.value = 'other'
  expect([known.clips.value, known.reusable('', '')]).toEqual([[], ''])
  await quiet()
  const read = vi.spyOn(database, 'transaction')
  await database.outbox.clear()
  await quiet()
  // For the paper in front alone.
  expect(read).toHaveBeenCalledOnce()
})

test('what is removed while the paper is in front is no longer known', async () => {
  const panel = await makeKnown(aDraft('one'), again('two'))
  panel.known.watchKnown()
  await clip(panel)
  panel.front.value = 'two'
  await vi.waitFor(() => expect(panel.known.clips.value).toHaveLength(1), { timeout: 60_000 })
  await database.outbox.clear()
  await vi.waitFor(() => expect(panel.known.clips.value).toEqual([]), { timeout: 60_000 })
})

test('nothing is known beside a patient’s page', async () => {
  const panel = await makeKnown(aDraft('one'), again('two', { patients: 1 }))
  panel.known.watchKnown()
  await panel.known.loadKnown()
  await clip(panel)
  const read = vi.spyOn(database, 'transaction')
  panel.front.value = 'two'
  await quiet()
  expect([panel.known.clips.value, read.mock.calls]).toEqual([[], []])
})

test('other drafts of the same paper are those in which something was typed', async () => {
  const typed = { form: { ...blankForm, change: 'Feed early' } }
  const { known } = await makeKnown(aDraft('one'), again('typed', typed), again('untouched'), { ...other, ...typed })
  expect(known.unfinishedOfPaper.value).toEqual([])
  await known.loadKnown()
  expect(known.unfinishedOfPaper.value.map(({ id }) => id)).toEqual(['typed'])
})

test('what cannot be read is a fault', async () => {
  const { known, fault } = await makeKnown(aDraft('one'))
  vi.spyOn(database, 'transaction').mockImplementation(() => Promise.reject(new Error('broken')) as never)
  known.watchKnown()
  await vi.waitFor(() => expect(fault.value).toMatchObject({ message: 'broken' }), { timeout: 60_000 })
})
