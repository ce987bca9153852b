import { aDraft, database, framework, makePanel, source } from './panel-under-test.ts'
import { fakeBrowser } from '../../fake-extension-api.ts'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { keepReading } from '../../../../extension/drafts/keep-reading.ts'
import { blankForm } from '../../../../extension/store/draft.ts'
import { myItems, readMine } from '../../../../extension/bank/my-items.ts'
import { readRecent, recentItems } from '../../../../extension/bank/recent.ts'
import { undoSaved } from '../../../../extension/drafts/undo-saved.ts'
import { countClips } from '../../../../extension/outbox/count-clips.ts'

const known = '00000000-0000-4000-8000-000000000001'
const change = 'Feed within six hours'
const waiting = async () => (await database.outbox.orderBy('cseq').toArray()).map(({ name, args }) => ({ name, args }))
const names = async () => (await waiting()).map(({ name }) => name)
/** A later transaction over drafts: whatever was on its way is written before it. */
const kept = () => database.transaction('rw', database.drafts, () => database.drafts.toArray())

let asked: unknown[] = []
beforeEach(async () => {
  vi.restoreAllMocks()
  fakeBrowser.reset()
  asked = []
  fakeBrowser.runtime.onMessage.addListener((message: unknown) => {
    asked.push(message)
  })
  await Promise.all([database.outbox.clear(), database.drafts.clear()])
})

const failOnce = (name: string) =>
  vi.spyOn(database.outbox, 'bulkAdd').mockImplementationOnce(() => Promise.reject(Object.assign(new Error(name), { name })) as never)

describe('a save', () => {
  test('keeps what stands in the form as an idea and its clip, ends the draft, and asks for a sync', async () => {
    const panel = await makePanel(aDraft('one'))
    panel.edit({ change, note: 'Seen in Oslo' })
    await panel.save()
    expect(await waiting()).toMatchObject([
      { name: 'proposeIdea', args: { change, topic: 'feeding', site: 'north' } },
      { name: 'clipEvidence', args: { citation: source.citation, note: 'Seen in Oslo', site: 'north' } },
    ])
    expect(await kept()).toEqual([])
    expect([panel.justSaved.value, panel.saveState.value, panel.rememberedSite.value]).toEqual(['clip', 'open', 'north'])
    expect(await fakeBrowser.storage.local.get('remembered')).toEqual({ remembered: { site: 'north' } })
    expect(asked).toEqual([{ ask: 'sync' }])
  })

  test('[U5] can be undone at once, offline too: nothing of it waits or shows, and what was typed is a draft again', async () => {
    const panel = await makePanel(aDraft('one'))
    panel.edit({ change, note: 'Seen in Oslo' })
    await panel.save()
    const saved = panel.undoable.value
    expect(saved?.ids).toHaveLength(2)
    if (saved) await undoSaved(database, saved)
    expect(await names()).toEqual(['proposeIdea', 'clipEvidence', 'takeBack', 'takeBack'])
    const [proposed, clipped, ...back] = await database.outbox.orderBy('cseq').toArray()
    // The clip first, since it names the idea.
    expect(back.map(({ args }) => args)).toEqual([{ mutation: clipped?.id }, { mutation: proposed?.id }])
    const me = { person: 'ann', role: 'contributor', site: 'north' } as const
    expect(myItems(await readMine(database), me)).toEqual([])
    expect(recentItems(await readRecent(database), me)).toEqual([])
    expect(await countClips(database)).toEqual({ unsent: 0, refused: 0 })
    expect(await database.drafts.toArray()).toMatchObject([{ form: { change, note: 'Seen in Oslo' }, source }])
  })

  test('[U5] that is undone while the disk is full changes nothing: no second draft, nothing taken back', async () => {
    const panel = await makePanel(aDraft('one'))
    panel.edit({ change })
    await panel.save()
    const [saved, drafts, outbox] = [panel.undoable.value, await kept(), await names()]
    vi.spyOn(database.outbox, 'bulkAdd').mockRejectedValueOnce(new DOMException('', 'QuotaExceededError'))
    await expect(undoSaved(database, saved ?? { ids: [] })).rejects.toThrow()
    expect([await kept(), await names()]).toEqual([drafts, outbox])
  })

  test('of a draft to practise on keeps, remembers and sends nothing', async () => {
    const panel = await makePanel(aDraft('one', { practice: true }))
    panel.edit({ change })
    await panel.save()
    expect([await names(), await kept(), asked, panel.rememberedSite.value]).toEqual([[], [], [], ''])
    expect(panel.justSaved.value).toBe('practice')
  })

  test('that is pressed twice happens once', async () => {
    const panel = await makePanel(aDraft('one'))
    panel.edit({ change })
    const saves = [panel.save(), panel.save()]
    expect(panel.saveState.value).toBe('saving')
    await Promise.all(saves)
    expect(await names()).toEqual(['proposeIdea', 'clipEvidence'])
  })

  test('attaches the bank’s clip of the paper where that says all, unless the person wants their own', async () => {
    const clip = { evidence: known, inBank: true, here: true, otherwise: undefined, quote: null, by: 'ben', at: 0, ideas: [] }
    const panel = await makePanel(aDraft('one'))
    panel.world.reusable = known
    // A clip that is gone from the list is not attached.
    expect(panel.decided.value.reuse).toBe('')
    panel.clips.value = [clip]
    expect(panel.decided.value.reuse).toBe(known)
    panel.edit({ reuse: '' })
    expect(panel.decided.value.reuse).toBe('')
    panel.edit({ change, reuse: known })
    await panel.save()
    expect(await waiting()).toMatchObject([{ name: 'proposeIdea' }, { name: 'attachEvidence', args: { evidence: known } }])
  })

  test('is nothing where no draft is in front', async () => {
    const panel = await makePanel()
    await panel.save()
    expect([await names(), panel.saveState.value, panel.justSaved.value]).toEqual([[], 'open', undefined])
  })
})

describe('what blocks a save leaves the draft as it is', () => {
  test.each([
    ['no change', { problem: 'Slow start' }, { field: 'change', why: 'no-change' }],
    ['a patient', { change: 'MRN: 4471920 was fed early' }, { field: 'change', why: 'patient', places: 1 }],
    ['no web address', { change, address: 'journal' }, { field: 'address', why: 'bad-address' }],
  ] as const)('%s, until it is typed otherwise', async (_, form, problem) => {
    const panel = await makePanel(aDraft('one'))
    panel.edit(form)
    await panel.save()
    expect(panel.invalid.value).toMatchObject(problem)
    expect([await names(), panel.justSaved.value, panel.saveState.value, asked]).toEqual([[], undefined, 'open', []])
    expect(await kept()).toMatchObject([{ id: 'one', form }])
    panel.edit({ change, address: null })
    expect(panel.invalid.value).toBeUndefined()
    await panel.save()
    expect(await names()).toEqual(['proposeIdea', 'clipEvidence'])
  })

  test('so that what is typed then is kept, even if its tab is gone', async () => {
    const panel = await makePanel(aDraft('one'))
    await panel.save()
    expect(panel.invalid.value?.why).toBe('no-change')
    await database.drafts.clear()
    panel.edit({ change })
    expect(await kept()).toMatchObject([{ id: 'one', tab: null, form: { change } }])
  })

  test('a page that turns out to be a patient’s as it is saved: nothing of it is sent, and the text is to be read over', async () => {
    const panel = await makePanel(aDraft('one', { page: 'document' }))
    panel.world.lookAgain = async ({ id }) => {
      await keepReading(database, id, { page: 'document', patients: 1 })
      panel.memory.value = { known: [], gone: true, strict: false }
      return true
    }
    panel.edit({ change })
    await panel.save()
    expect(panel.invalid.value).toMatchObject({ field: 'read-over', why: 'not-read-over' })
    panel.edit({ readOver: true })
    await panel.save()
    expect(await names()).toEqual(['proposeIdea'])
  })

  test('what was read over is another text once it is edited', async () => {
    const panel = await makePanel(aDraft('one'))
    panel.edit({ readOver: true })
    panel.edit({ change })
    expect(panel.form.value.readOver).toBe(false)
  })
})

describe('a page that is still being read', () => {
  test('is waited for, and what it says belongs to the clip', async () => {
    const panel = await makePanel(aDraft('one', { state: 'reading', source: null }))
    panel.edit({ change })
    panel.world.whileWaiting = async () => {
      if (panel.world.now < 1000) return
      await keepReading(database, 'one', { page: 'document', source })
      await panel.follow()
    }
    await panel.save()
    expect(panel.world.now).toBe(1000)
    expect(await waiting()).toMatchObject([{ name: 'proposeIdea' }, { args: { citation: source.citation } }])
  })

  test('is waited for five seconds; the person is told, and the next press does not wait', async () => {
    const panel = await makePanel(aDraft('one', { state: 'reading' }))
    panel.edit({ change })
    await panel.save()
    expect([panel.world.now, panel.invalid.value?.why, panel.saveState.value, await names()]).toEqual([5000, 'still-reading', 'open', []])
    expect(await kept()).toMatchObject([{ id: 'one', form: { change } }])
    await panel.save()
    expect(panel.world.now).toBe(5000)
    expect([panel.justSaved.value, await names()]).toEqual(['clip', ['proposeIdea', 'clipEvidence']])
  })
})

describe('a save that fails', () => {
  test('[C23] after the clip is on the disk does not let a keystroke bring the saved draft back', async () => {
    const panel = await makePanel(aDraft('one'))
    panel.edit({ change })
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('No room for the remembered site'))
    await expect(panel.save()).rejects.toThrow('No room')
    panel.edit({ change: 'Feed within two hours' })
    expect([await kept(), await names()]).toEqual([[], ['proposeIdea', 'clipEvidence']])
  })

  test('because the disk is full says so, keeps the draft, and can be pressed again', async () => {
    const panel = await makePanel(aDraft('one'))
    panel.edit({ change })
    failOnce('QuotaExceededError')
    await panel.save()
    expect([panel.saveState.value, panel.justSaved.value, asked, await names()]).toEqual(['disk-full', undefined, [], []])
    expect(await kept()).toMatchObject([{ id: 'one', form: { change } }])
    await panel.save()
    expect([panel.saveState.value, panel.justSaved.value, await names()]).toEqual(['open', 'clip', ['proposeIdea', 'clipEvidence']])
  })

  test('for another reason is a fault for the caller, and what is typed afterwards is still kept', async () => {
    const panel = await makePanel(aDraft('one'))
    panel.edit({ change })
    failOnce('UnknownError')
    await expect(panel.save()).rejects.toThrow('UnknownError')
    expect([panel.saveState.value, panel.justSaved.value, await names()]).toEqual(['open', undefined, []])
    // The tab is gone meanwhile: what is typed brings the draft back, as it was not saved.
    await database.drafts.clear()
    panel.edit({ note: 'Later' })
    expect(await kept()).toMatchObject([{ id: 'one', tab: null, form: { change, note: 'Later' } }])
  })
})

describe('what is typed', () => {
  test('is kept with every letter, and leads over what the database answers of it', async () => {
    const panel = await makePanel(aDraft('one'))
    panel.edit({ change: 'F' })
    panel.edit({ change: 'Fe' })
    panel.edit({ change: 'Fee' })
    await vi.waitFor(async () => expect(await kept()).toMatchObject([{ form: { change: 'Fee' } }]), { timeout: 60_000 })
    panel.edit({ change: 'Feed' })
    panel.drafts.value = [aDraft('one', { form: { ...blankForm, change: 'Fee' } })]
    expect(panel.form.value.change).toBe('Feed')
  })

  test.each(['save', 'discard'] as const)('just before a %s does not bring the draft back', async (end) => {
    const panel = await makePanel(aDraft('one'))
    panel.edit({ change })
    panel.edit({ change: `${change}.` })
    await new Promise((resolve) => setImmediate(resolve))
    await panel[end]()
    panel.edit({ change: `${change}..` })
    expect(await kept()).toEqual([])
  })

  test('that cannot be written is a fault', async () => {
    const panel = await makePanel(aDraft('one'))
    vi.spyOn(database.drafts, 'put').mockImplementationOnce(() => Promise.reject(new Error('broken')) as never)
    panel.edit({ change })
    await vi.waitFor(() => expect(panel.fault.value).toMatchObject({ message: 'broken' }), { timeout: 60_000 })
  })
})

test('another draft that comes to the front brings its own text, and nothing that was said of the one before', async () => {
  const panel = await makePanel(aDraft('one'), aDraft('two', { tab: 5, form: { ...blankForm, change: 'Dim the lights' } }))
  panel.edit({ problem: 'Slow start' })
  await panel.save()
  panel.justSaved.value = 'clip'
  expect(panel.invalid.value?.why).toBe('no-change')
  panel.front.value = 'two'
  expect([panel.form.value.change, panel.invalid.value, panel.justSaved.value]).toEqual(['Dim the lights', undefined, undefined])
  await expect.poll(() => panel.follow()).toMatchObject([{ form: { problem: 'Slow start' } }, { id: 'two' }])
  panel.front.value = 'one'
  expect(panel.form.value.problem).toBe('Slow start')
})

test('[C23] a draft that another one replaced in front while its page was looked at stays as it was typed, and is not sent with the other’s text', async () => {
  const panel = await makePanel(aDraft('one'), aDraft('two', { tab: 5, form: { ...blankForm, change: 'Dim the lights' } }))
  panel.edit({ change })
  panel.world.lookAgain = async () => {
    panel.front.value = 'two'
    return false
  }
  await panel.save()
  expect([await names(), panel.justSaved.value, panel.form.value.change]).toEqual([[], undefined, 'Dim the lights'])
  expect(await kept()).toMatchObject([{ form: { change } }, { form: { change: 'Dim the lights' } }])
})

describe('topic and site', () => {
  test('follow what is typed until the person chooses; not sure is a choice', async () => {
    const panel = await makePanel(aDraft('one', { source: null, address: '' }))
    expect(panel.topic.value).toBe('')
    panel.edit({ change: 'Dim the lights for sleep' })
    expect(panel.topic.value).toBe('sleep')
    panel.edit({ topic: '' })
    expect(panel.topic.value).toBe('')
  })

  test('a contributor speaks for their own site, network staff for any; a site that is no longer there is none', async () => {
    const panel = await makePanel(aDraft('one'))
    expect([panel.sites.value.map(({ key }) => key), panel.site.value]).toEqual([['north'], 'north'])
    panel.rememberedSite.value = 'south'
    expect(panel.site.value).toBe('')
    panel.reader.value = { person: 'clara', role: 'coordinator' as never, site: '' }
    expect([panel.sites.value, panel.site.value]).toEqual([framework.sites, 'south'])
    panel.edit({ site: 'west' })
    expect(panel.site.value).toBe('')
  })
})
