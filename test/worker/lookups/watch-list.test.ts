import { expect, test } from 'vitest'
import type { ListedClipsReply } from '../../../shared/api/lookups.ts'
import { evidenceStanding } from '../../../shared/rules/evidence-standing.ts'
import { asBrowser } from '../network.ts'
import { askedAbout, asking, clipIn, inBank, lookUpOnce } from './looking-up.ts'
import { uploadList } from './uploading.ts'

const day = Date.UTC(2026, 10, 27)

const file = [
  'Record ID,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason',
  '33598,5/4/2026 0:00,10.5555/plain.listed.notice,34710116,10.5555/plain.listed,9500320,Retraction,Error;',
  '33599,5/4/2026 0:00,10.5555/plain.other.notice,0,10.5555/plain.other,0,Retraction,Error;',
].join('\n')

test('[K9] an uploaded list marks the network’s papers while look-ups are off, and nobody is asked', async () => {
  const the = await asking('watch-list', undefined, false)
  const named = await the.clip({ DOI: '10.5555/PLAIN.listed' })
  const other = await the.clip({ DOI: '10.5555/plain.unlisted' })
  const upload = (text: string): Promise<number> => uploadList(the.coordinator, text, day)
  expect(await upload(file)).toBe(1)
  const item = await clipIn(the.slug, named)
  expect(evidenceStanding(item)).toMatchObject({ is: 'retracted', date: '2026-05-04' })
  expect(item.lookedUp?.list).toMatchObject({ by: expect.any(String), day })
  const listed = await asBrowser(the.coordinator, `/v1/networks/${the.slug}/lookups/clips`)
  const { clips } = await listed.json<ListedClipsReply>()
  expect(clips.find(({ evidence }) => evidence === named)).toMatchObject({ day, said: [{ record: '33598' }] })
  expect(clips.find(({ evidence }) => evidence === other)).not.toHaveProperty('day')
  expect((await clipIn(the.slug, other)).lookedUp).toBeUndefined()
  await upload(file)
  const changed = await inBank(the.slug, (sql) => sql.exec("SELECT seq FROM entity WHERE kind = 'evidence' AND id = ?", named).one()['seq'])
  await upload(file)
  expect(await inBank(the.slug, (sql) => sql.exec("SELECT seq FROM entity WHERE kind = 'evidence' AND id = ?", named).one()['seq'])).toBe(
    changed,
  )
  // A newer list without it.
  await upload(
    file
      .split('\n')
      .filter((line) => !line.startsWith('33598,'))
      .join('\n'),
  )
  expect(evidenceStanding(await clipIn(the.slug, named)).is).not.toBe('retracted')
  await lookUpOnce(the.slug)
  expect(await askedAbout('plain.listed')).toEqual([])
})
