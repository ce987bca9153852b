import { describe, expect, test } from 'vitest'
import { cleanTitle } from '../../../extension/page-reader/page/clean.ts'
import { isPerson } from '../../../extension/page-reader/printed/people.ts'
import { merge } from '../../../extension/page-reader/metadata/merge.ts'
import { readNames } from '../../../extension/page-reader/metadata/names.ts'

const spoken = (...raw: string[]): string[] =>
  readNames(raw).map((name) => ('family' in name ? `${name.family} | ${name.given}` : name.literal))

describe('names in any letters', () => {
  test.each([
    [
      ['Öztürk Ş', 'Żak-Nowak MŁ'],
      ['Öztürk | Ş', 'Żak-Nowak | MŁ'],
    ],
    [
      ['Émile Žižek', 'María de la Cruz'],
      ['Žižek | Émile', 'de la Cruz | María'],
    ],
    [['ÁLVAREZ-MÁRQUEZ, JOSÉ'], ['Álvarez-Márquez | José']],
    [
      ["O'BRIEN, SEÁN", 'D’ARCY, ÉVA'],
      ["O'Brien | Seán", 'D’Arcy | Éva'],
    ],
    [
      ['Иванов И', 'Петрова АБ'],
      ['Иванов | И', 'Петрова | АБ'],
    ],
    [
      ['王小明', '李伟'],
      ['王小明', '李伟'],
    ],
    [['Lena Weiß and Émile Roux'], ['Weiß | Lena', 'Roux | Émile']],
    [
      ['Ana Ruiz.', 'J. K. Lee'],
      ['Ruiz | Ana', 'Lee | J. K.'],
    ],
    [['†', '2024', '—'], []],
    // "MA" is a degree, "M A" are initials.
    [
      ['Roe, M A', 'Poe, MA'],
      ['Roe | M A', 'Poe'],
    ],
    [
      ['Ana Ruiz, Ph.D., FRCP, MRCP', 'Tor Ode, M.B. Ch.B.', 'Mia Berg, B.Sc., Dr. med.'],
      ['Ruiz | Ana', 'Ode | Tor', 'Berg | Mia'],
    ],
    [
      ['Roe, Jr., Jo', 'Max Poe III'],
      ['Roe Jr. | Jo', 'Poe III | Max'],
    ],
  ])('%j', (raw, names) => expect(spoken(...raw)).toEqual(names))

  test.each([
    ['Émile Žižek', true],
    ['José Ortega y Gasset', true],
    ["Jeanne d'Arc", true],
    ['ünal ozan', false],
    ['Open Access', false],
    ['Room 12', false],
    ['One [Two]', false],
    ['Corresponding Author', false],
    ['Peer Reviewed', false],
    ['View Figures', false],
    ['Ana Mores', true],
    ['Lena Weiss', true],
  ])('whether "%s" looks like one', (text, is) => expect(isPerson(text)).toBe(is))
})

test.each([
  ['Épilepsie à l’âge adulte.', 'Épilepsie à l’âge adulte'],
  ['Sepsis care in the U.S.', 'Sepsis care in the U.S.'],
  ['Outcomes (2019).', 'Outcomes (2019)'],
  ['Falls in Ward A.', 'Falls in Ward A.'],
])('the full stop of the title "%s"', (title, clean) => expect(cleanTitle(title)).toBe(clean))

test.each([
  ['Méd. Sci.', 'Médecine Sciences', 'Médecine Sciences'],
  ['Chem. Commun.', 'Nature', 'Chem. Commun.'],
  ['J. Health and Care', 'Journal of Health Care', 'J. Health and Care'],
])('of "%s" and "%s" the journal is "%s"', (short, long, journal) =>
  expect(merge([{ journal: short }, { journal: long }])['container-title']).toBe(journal),
)

test.each([['ERROR! NO ISSN'], ['No title'], ['0000-0000'], ['N/A'], ['--']])('"%s" is no value', (value) =>
  expect(merge([{ ISSN: value }, { ISSN: '1111-2222' }]).ISSN).toBe('1111-2222'),
)
