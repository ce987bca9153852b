import { expect, test } from 'vitest'
import { cuts, noAnswers, others } from './faults.ts'
import { askedAbout, asking } from './looking-up.ts'
import { askAll, clipRecorded, clipsNow, forgetAnswers, readAlone, recorded, saidOf } from './recorded.ts'

const network = async () => {
  const the = await asking('recorded-faults', undefined, false)
  const clips = await clipRecorded(the)
  const before = await clipsNow(the.slug, clips)
  const right = saidOf(await askAll(the.slug, clips))
  return { slug: the.slug, clips, before, right }
}
/** Without the recordings these tests are left out. */
const shared = recorded.length > 0 ? await network() : undefined
const recordings = (): NonNullable<typeof shared> => {
  if (!shared) throw new Error('there are no recordings')
  return shared
}

test.runIf(shared).each([...noAnswers, ...cuts])('[K1] none of the recorded answers is read where it comes %s', async (fault) => {
  const { clips } = recordings()
  const read = await Promise.all(clips.map((one) => readAlone(one, fault)))
  for (const [index, { file, id }] of clips.entries())
    expect(read[index], `${file} ${id}`).toMatchObject({ failed: expect.stringMatching(/busy|down|unreadable/) })
})

test.runIf(shared).each([...noAnswers, ...cuts, ...others])(
  '[K1] where all recorded answers come %s nothing is kept with any clip, and what was kept stays',
  async (fault) => {
    const { slug, clips, before, right } = recordings()
    await forgetAnswers(slug, before)
    const says = others.some((one) => one === fault)
    const outcomes = await askAll(slug, clips, fault)
    expect(outcomes.map(({ kept }) => kept)).toEqual(before.map(({ citation }) => ({ citation })))
    if (!says) expect(outcomes.flatMap(({ answered }) => answered)).toEqual([])
    for (const { due } of outcomes) expect(due).toBeGreaterThan(Date.now())
    expect(await askedAbout('/elsewhere')).toEqual([])
    // Each item that a list spoiled is asked about alone.
    if (fault !== 'cut-half') return
    expect(saidOf(await askAll(slug, clips))).toEqual(right)
    expect(saidOf(await askAll(slug, clips, fault))).toEqual(right)
  },
)
