import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createWatchListReader, lostFrom, saidByList, type WatchList, withLost } from '../../../shared/import/tables/watch-list.ts'

const head =
  'Record ID,Title,Subject,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason,Notes,'
const row = (id: number, doi: string, nature = 'Retraction', title = 'A title', pmid = '0'): string =>
  `${id},"${title.replaceAll('"', '""')}",(HSC);,5/4/2026 0:00,10.5555/n.${id},0,${doi},${pmid},${nature},+Error in Data;,,`

const whole = (text: string, wanted: string[], size = text.length): WatchList => {
  const reader = createWatchListReader(new Set(wanted))
  for (let at = 0; at < text.length; at += size) reader.push(text.slice(at, at + size))
  const list = reader.end()
  if ('problem' in list) throw new Error(list.problem)
  return list
}

describe('[K9] an uploaded list of Retraction Watch', () => {
  const list = [
    `\uFEFF${head}`,
    row(1, '10.5555/ONE'),
    row(2, '10.5555/one', 'Reinstatement', 'With a "quote",\na line end and a comma'),
    row(3, '10.5555/two', 'Expression of concern'),
    row(4, 'unavailable', 'Retraction', 'By number', '39990004'),
    row(5, '10.5555/three', 'Something new'),
    '',
  ].join('\r\n')
  const wanted = ['doi:10.5555/one', 'pmid:39990004', 'doi:10.5555/three']

  test('keeps what it says of the items that are asked for, by DOI or PMID, and counts the rest', () => {
    const read = whole(list, wanted)
    expect(read).toMatchObject({ rows: 5, told: 4, newest: '2026-05-04' })
    expect([...read.said.keys()].toSorted()).toEqual(['doi:10.5555/one', 'pmid:39990004'])
    expect(saidByList(read, { doi: '10.5555/one', pmid: '39990004' }).map(({ kind, record }) => [kind, record])).toEqual([
      ['reinstated', '2'],
      ['retracted', '1'],
      ['retracted', '4'],
    ])
  })

  test('wherever the parts of the file end, the same is read', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (size) => {
        expect(whole(list, wanted, size)).toEqual(whole(list, wanted))
      }),
    ))

  test.each([
    ['nothing', ''],
    ['another table', 'Idea,Site\nWeigh daily,Ash\n'],
    ['a page', '<!doctype html><title>Sign in</title>'],
    ['signs without an end', '"'.padEnd(1_500_000, 'x')],
  ])('%s is no such list', (_, text) => {
    const reader = createWatchListReader(new Set(wanted))
    for (let at = 0; at < text.length; at += 65_536) reader.push(text.slice(at, at + 65_536))
    expect(reader.end()).toEqual({ problem: 'not-the-list' })
  })

  const semicolons = (text: string): string => text.replaceAll(',', ';').replaceAll('\n', '\r\n')
  test.each([
    ['semicolons', semicolons(`\uFEFF${head}\n${row(1, '10.5555/one')}\n`)],
    ['tabs', `${head}\n${row(1, '10.5555/one')}\n`.replaceAll(',', '\t')],
    ['days before months', `${head}\n${row(1, '10.5555/two')}\n${row(2, '10.5555/one').replace('5/4/2026', '13/04/2026')}\n`],
  ])('a file that a spreadsheet saved with %s is told as such', (_, text) => expect(endsIn(text)).toBe('resaved'))

  const endsIn = (text: string): string => {
    const reader = createWatchListReader(new Set(wanted))
    reader.push(text)
    const end = reader.end()
    return 'problem' in end ? end.problem : 'whole'
  }

  test('a file that was cut anywhere within its last row is not taken, whatever it says until there', () => {
    const text = list.trimEnd()
    const last = text.lastIndexOf('\n') + 1
    expect(endsIn(text)).toBe('whole')
    for (let end = last + 1; end < text.length; end += 1) expect([end - last, endsIn(text.slice(0, end))]).toEqual([end - last, 'cut'])
    expect(endsIn(text.slice(0, text.indexOf('With a "') + 12))).toBe('cut')
  })

  test.each([
    ['a head alone', `${head}\n`],
    ['rows that name nothing known', [head, row(1, 'unavailable'), row(2, '10.5555/one', 'Something new')].join('\n')],
  ])('%s tells nothing, and clears nothing', (_, text) => expect(endsIn(text)).toBe('nothing-told'))

  test('what only an earlier list said is told from what became of it, and can be kept beside the rest', () => {
    const read = whole([head, row(1, '10.5555/one', 'Expression of concern'), row(9, '10.5555/one', 'Correction')].join('\n'), wanted)
    const now = saidByList(read, { doi: '10.5555/one' })
    const before = saidByList(whole(list, wanted), { doi: '10.5555/one' }).map((one) => ({ ...one, asked: 5 }))
    const lost = lostFrom(before, now)
    expect(lost.map(({ record }) => record)).toEqual(['2'])
    expect(lostFrom(before, before)).toEqual([])
    expect(new Set(withLost(now, lost).map(({ record }) => record))).toEqual(new Set(['1', '2', '9']))
  })

  test('a list of sixty thousand rows keeps a few', () => {
    const rows = Array.from({ length: 60_000 }, (_, index) => row(index, `10.5555/many.${index}`, 'Retraction', 'x'.repeat(300)))
    const read = whole([head, ...rows].join('\n'), ['doi:10.5555/many.59999', 'doi:10.5555/other'], 65_536)
    expect(read.rows).toBe(60_000)
    expect([...read.said.keys()]).toEqual(['doi:10.5555/many.59999'])
  })

  const recorded = new URL('../../../../shared/lookups/retraction-watch/rows.csv', import.meta.url)
  test.skipIf(!existsSync(recorded))('the recorded rows', () => {
    const read = whole(readFileSync(recorded, 'utf8'), ['doi:10.1016/s0140-6736(97)11096-0', 'doi:10.1016/j.heliyon.2023.e18637'], 100)
    expect(
      saidByList(read, { doi: '10.1016/s0140-6736(97)11096-0' })
        .map(({ kind, date }) => `${kind} ${date}`)
        .toSorted(),
    ).toEqual(['corrected 2004-03-06', 'retracted 2010-02-06'])
    expect(saidByList(read, { doi: '10.1016/j.heliyon.2023.e18637' }).map(({ kind }) => kind)).toContain('reinstated')
  })
})
