import { expect, test } from 'vitest'
import { evidenceMapCsv, evidenceMapSvg } from '../../../shared/exports/evidence-map-picture.ts'

const legend = { none: 'Not tested', tested: 'Tested', improved: 'Improved' }
const drawn = (rows: string[], columns: string[]): string =>
  evidenceMapSvg({
    title: 'Evidence <map> & "more"',
    note: 'A network, today',
    rows,
    columns,
    cells: [
      { row: 0, column: 1, count: 4, reached: 'improved' },
      { row: 1, column: 0, count: 1, reached: 'none' },
    ],
    legend,
  })

test('[R11] the map as a picture is whole by itself: topics, designs, counts and legend, and nothing in it is markup that somebody typed', () => {
  const svg = drawn(['Feeding <script>', 'Safety'], ['Trial', 'Guideline'])
  for (const text of [
    'Feeding &lt;script&gt;',
    'Safety',
    'Trial',
    'Guideline',
    '&lt;map&gt; &amp; &quot;more&quot;',
    ...Object.values(legend),
  ])
    expect(svg).toContain(text)
  expect(svg).not.toMatch(/<script|href|url\(/)
  const radii = [...svg.matchAll(/<circle cx="\d+" cy="(?!112)\d+" r="([\d.]+)"/g)].map(([, radius]) => Number(radius))
  expect(radii.length).toBe(2)
  // The area above the least grows with the clips: a quarter of them has half the radius more.
  expect((radii[0] ?? 0) - 10).toBeCloseTo(2 * ((radii[1] ?? 0) - 10), 1)
})

test('[R11] it grows with its topics and designs, and cuts labels between letters', () => {
  const [few, many] = [
    drawn(['A', 'B'], ['C', 'D']),
    drawn(
      Array.from({ length: 30 }, () => '𝒜'.repeat(40)),
      ['C', 'D'],
    ),
  ]
  const heightOf = (svg: string): number => Number(/ height="(\d+)"/.exec(svg)?.[1])
  expect(heightOf(many)).toBeGreaterThan(heightOf(few) * 3)
  expect(many).toContain(`${'𝒜'.repeat(25)}…`)
  expect(few).not.toContain('\u0001')
})

test('[R11] [E2] the map as CSV has a record for each cell, guarded as every CSV is', () => {
  const csv = evidenceMapCsv(
    ['topic', 'kind', 'clips', 'tested', 'improved'],
    [{ topic: '=1+1', kind: 'Trial, randomised', count: 3, tested: 2, improved: 0 }],
  )
  expect(csv).toBe(`\ufefftopic,kind,clips,tested,improved\r\n'=1+1,"Trial, randomised",3,2,0\r\n`)
})
