import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findQuote } from '../../../../extension/page-reader/quote/find-quote.ts'

const sentence = 'Removing lines each day lowered infections by a third in the twelve units that took part.'
const page = `Before it there was nothing. ${sentence} After it came the autumn, and more was found.`
const quote = { exact: sentence, prefix: 'Before it there was nothing. ', suffix: ' After it came the autumn' }

const found = (text: string, sought = quote): string | undefined => {
  const place = findQuote({ text }, sought)
  return place && text.slice(place.start, place.end)
}

describe('finding a quoted sentence again', () => {
  it('finds it letter by letter, whatever the white space, quotation marks and case', () => {
    expect(findQuote({ text: page }, quote)?.likeness).toBe(1)
    const spaced = page.replaceAll(' ', ' \n\t')
    expect(found(spaced)).toBe(sentence.replaceAll(' ', ' \n\t'))
    expect(found(page.toUpperCase())).toBe(sentence.toUpperCase())
  })

  it('of two places takes the one with the same surroundings', () => {
    const twice = `Other words. ${sentence} Others again. ${page}`
    expect(findQuote({ text: twice }, quote)?.start).toBe(twice.lastIndexOf(sentence))
  })

  it('finds it when the page changed a little', () => {
    const changed = page.replace('lowered infections by a third', 'lowered all infections by 35%')
    expect(found(changed)).toBe(sentence.replace('lowered infections by a third', 'lowered all infections by 35%'))
  })

  it('does not take another sentence for it', () => {
    expect(found('Removing nothing changed nothing at all. The units that took part were twelve, and infections stayed.')).toBeUndefined()
    expect(found('')).toBeUndefined()
  })

  it('finds any part of any text', () => {
    fc.assert(
      fc.property(fc.array(fc.lorem({ maxCount: 6 }), { minLength: 3, maxLength: 12 }), fc.nat(), (parts, seed) => {
        const text = parts.join('. ')
        const exact = parts[seed % parts.length] ?? ''
        const place = findQuote({ text }, { exact, prefix: '', suffix: '' })
        expect(place && text.slice(place.start, place.end).toLowerCase()).toBe(exact.toLowerCase())
      }),
      { numRuns: 50 },
    )
  })
})
