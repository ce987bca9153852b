import { describe, expect, it } from 'vitest'
import { contradicts } from '../../../extension/reading/contradicts.ts'

describe('[C10] an address and what metadata say', () => {
  it.each([
    ['10.5555/is.2020.1', '10.5555/is.2020.10'],
    ['10.5555/s.12', '10.5555/s.1'],
    ['10.5555/abc', '10.5555/abcd'],
  ])('name two items, whose DOIs begin alike: %s, %s', (one, other) => {
    expect(contradicts({ DOI: one }, { DOI: other })).toBe(true)
    expect(contradicts({ DOI: other }, { DOI: one })).toBe(true)
  })

  it.each([
    ['10.1101/2024.05.01.24300001', '10.1101/2024.05.01.24300001v2'],
    ['10.5555/rs-9000001', '10.5555/rs-9000001/v1'],
    ['10.5555/978-0-00', '10.5555/978-0-00_7'],
    ['10.5555/journal.1', '10.5555/JOURNAL.1.s001'],
  ])('name one item, a version or a part: %s, %s', (one, other) => expect(contradicts({ DOI: one }, { DOI: other })).toBe(false))
})
