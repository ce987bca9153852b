import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { translator } from '../../../shared/i18n/translation.ts'

const said = translator(
  [
    ['no topic', 'sin tema'],
    ['no site says what and when', 'ningún centro dice qué ni cuándo'],
    ['needs {#1} more site', 'falta {1} centro'],
    ['needs {#1} more sites', 'faltan {1} centros'],
    ['has {#1} sites, at most {#2}', 'tiene {1} centros, como máximo {2}'],
    ['From {1} it goes to {2} first.', 'A {2} se pasa antes desde {1}.'],
    ['Before this: {1}.', 'Antes: {1}.'],
    ['{1}: {2}', '{1}: {2}'],
  ],
  [
    [', ', ', '],
    [' and ', ' y '],
  ],
)

afterEach(() => void vi.restoreAllMocks())

test.each([
  ['no topic', 'sin tema'],
  ['needs 1 more site', 'falta 1 centro'],
  ['needs 12 more sites', 'faltan 12 centros'],
  ['From here it goes to there first.', 'A there se pasa antes desde here.'],
  ['From no topic it goes to {1} first.', 'A {1} se pasa antes desde sin tema.'],
  ['no topic, needs 1 more site', 'sin tema, falta 1 centro'],
  ['no topic and needs 1 more site', 'sin tema y falta 1 centro'],
  ['has 7 sites, at most 5, no topic', 'tiene 7 centros, como máximo 5, sin tema'],
  ['no topic, no site says what and when', 'sin tema, ningún centro dice qué ni cuándo'],
  ['Before this: Incubator: no topic, needs 1 more site.', 'Antes: Incubator: sin tema, falta 1 centro.'],
])('[L1] %j is said as %j', (text, other) => {
  expect(said(text)).toBe(other)
})

test.each([
  ['a word that is not ours', 'Weigh every infant.'],
  ['a part of ours', 'topic'],
  ['ours and more', 'no topic at all'],
  ['a word for a number', 'needs some more sites'],
  ['a number that is none', 'needs -1 more sites'],
  ['nothing for a number', 'needs  more sites'],
  ['literals that lie on one another', 'From it goes to first.'],
  ['a list with something else', 'no topic, more money'],
  ['nothing', ''],
  ['a name of every object', 'constructor'],
  ['a place for a value', '{1}: {2}'],
])('[L1] %s stays as it is: %j', (_, text) => {
  expect(said(text)).toBe(text)
})

describe('[L1] for any text', () => {
  const letters = fc
    .string({ unit: 'grapheme', maxLength: 40 })
    .filter((text) => text.trim() !== '' && !/no |needs|has|From|Before/.test(text))

  test('what is not ours stays', () => {
    fc.assert(
      fc.property(letters, (text) => {
        expect(said(text)).toBe(text)
      }),
    )
  })

  test('values are kept to the letter', () => {
    fc.assert(
      fc.property(letters, letters, (one, other) => {
        fc.pre(!one.includes(' it goes to '))
        expect(said(`From ${one} it goes to ${other} first.`)).toBe(`A ${other} se pasa antes desde ${one}.`)
        expect(said(`Before this: ${one}.`)).toBe(`Antes: ${one}.`)
      }),
    )
  })
})

describe('[L1] a hostile text takes no longer than its length', () => {
  const literal = 'From x it goes to '
  const hostile: [string, (size: number) => string][] = [
    ['one literal over and over', (size) => literal.repeat(size / literal.length)],
    ['names over and over', (size) => 'a: '.repeat(size / 3)],
    ['a list of ours', (size) => Array.from({ length: size / 10 }, () => 'no topic').join(', ')],
    ['a list of ours but the last', (size) => `${Array.from({ length: size / 10 }, () => 'no topic').join(', ')}, x`],
    ['lists in lists', (size) => 'no topic, no topic and '.repeat(size / 23)],
    ['joints alone', (size) => ', '.repeat(size / 2)],
    ['literals one in another', (size) => 'Before this: '.repeat(size / 13) + '.'.repeat(13)],
    ['numbers', (size) => `needs ${'9'.repeat(size)} more site`],
  ]

  /** Looks for a literal in a text, which is all that takes long. */
  const steps = (text: string): number => {
    const spies = (['indexOf', 'startsWith', 'endsWith', 'split'] as const).map((name) => vi.spyOn(String.prototype, name))
    said(text)
    const count = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0)
    vi.restoreAllMocks()
    return count
  }

  test.each(hostile)('%s', (_, make) => {
    said('once, so that the table is made')
    const [short, long] = [steps(make(240)), steps(make(1900))]
    expect(short).toBeGreaterThan(0)
    // Eight times as long may take eight times as many, and a little that any text takes.
    expect(long).toBeLessThanOrEqual(8 * short + 50)
  })

  test('what is too long to be ours is not looked at', () => {
    const text = `Before this: ${'no topic, '.repeat(300)}no topic.`
    expect(steps(text)).toBe(0)
    expect(said(text)).toBe(text)
  })
})
