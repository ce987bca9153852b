import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { proposedSearch } from '../../../shared/lookups/proposed-search.ts'
import { europePmcSearch, searchFault } from '../../../shared/lookups/search-string.ts'

const parts = (population = '', intervention = '', comparison = '', outcome = '') => ({ population, intervention, comparison, outcome })

test.each([
  [parts('preterm infants', 'kangaroo care'), '(preterm infants) AND (kangaroo care)'],
  [
    parts('preterm infants or newborns', 'kangaroo care, skin-to-skin contact', '', 'mortality'),
    '(preterm infants OR newborns) AND (kangaroo care OR skin-to-skin contact) AND (mortality)',
  ],
  [
    parts('recién nacidos o prematuros', 'método canguro', 'atención habitual', 'mortalidad'),
    '(recién nacidos OR prematuros) AND (método canguro) AND (mortalidad)',
  ],
  [parts('', 'chlorhexidine'), 'chlorhexidine'],
  [parts('children', 'a checklist', 'usual care', ''), '(children) AND (a checklist)'],
  [parts('children', 'vancomycin', 'teicoplanin', ''), '(children) AND (vancomycin) AND (teicoplanin)'],
  [
    parts('children (<18 years) [ICU]', 'bundle "A" AND not B', 'placebo', 'a: death; b: stay'),
    '(children 18 years ICU) AND (bundle A B) AND (a death OR b stay)',
  ],
  [parts(), ''],
  [parts('?', '...', '–', '()'), ''],
])('[K20] a search is proposed: %j', (asked, search) => {
  expect(proposedSearch(asked)).toBe(search)
})

test('[K20] whatever is typed, what is proposed can be sent, to both services', () => {
  const text = fc.oneof(fc.string({ maxLength: 60, unit: 'grapheme' }), fc.stringMatching(/^[a-zA-Z()"[\] ,ORANDot]{0,60}$/))
  fc.assert(
    fc.property(text, text, text, text, (...all) => {
      const search = proposedSearch(parts(...all))
      if (search === '') return
      expect(searchFault(search)).toBeUndefined()
      expect(europePmcSearch(search)).toMatch(/TITLE_ABS:/)
    }),
  )
})

test.each([
  ['infants', undefined],
  ['(infants OR "newborn infants"[tiab]) NOT rats[mh]', undefined],
  ['"(" AND infants', undefined],
  ['', 'empty'],
  ['[tiab] AND', 'empty'],
  ['x'.repeat(601), 'too-long'],
  [')infants(', 'unpaired'],
  ['infants"', 'unpaired'],
  ['infants[[ti]]', 'unpaired'],
  ['infants AND OR rats', 'operator'],
  ['NOT rats', 'operator'],
  ['(infants OR) rats', 'operator'],
  ['() infants', 'operator'],
])('[K20] %j is faulty: %s', (search, fault) => {
  expect(searchFault(search)).toBe(fault)
})

test.each([
  ['infants', 'TITLE_ABS:"infants"'],
  ['kangaroo care', '(TITLE_ABS:"kangaroo" AND TITLE_ABS:"care")'],
  ['"kangaroo care"', 'TITLE_ABS:"kangaroo care"'],
  ['kangaroo care[ti]', 'TITLE:"kangaroo care"'],
  ['"Infant, Premature"[MeSH Terms]', '(TITLE_ABS:"Infant" AND TITLE_ABS:"Premature")'],
  ['Catheters/adverse effects[mh]', 'TITLE_ABS:"Catheters"'],
  ['neonat*[tiab]', 'TITLE_ABS:neonat*'],
  ['Randomized Controlled Trial[pt]', 'PUB_TYPE:"Randomized Controlled Trial"'],
  ['a1 OR b2 AND c3', '((TITLE_ABS:"a1" OR TITLE_ABS:"b2") AND TITLE_ABS:"c3")'],
  ['a1 AND (b2 OR c3) NOT d4', '((TITLE_ABS:"a1" AND (TITLE_ABS:"b2" OR TITLE_ABS:"c3")) NOT TITLE_ABS:"d4")'],
  ['(a1)(b2)', '(TITLE_ABS:"a1" AND TITLE_ABS:"b2")'],
  ['(TITLE:x OR FIRST_IDATE:[1900-01-01 TO 3000-01-01])', undefined],
  ['x* SRC:MED', '(TITLE_ABS:"x" AND TITLE_ABS:"SRC" AND TITLE_ABS:"MED")'],
  ['infants[dp]', undefined],
  ['infants[tiab:~3]', undefined],
  ['infants[constructor]', undefined],
])('[K20] %j is for Europe PMC %s', (search, theirs) => {
  expect(europePmcSearch(search)).toBe(theirs)
})

test('[K20] a deep search ends', () => {
  expect(europePmcSearch(`${'('.repeat(299)}ab${')'.repeat(299)}`)).toBe('TITLE_ABS:"ab"')
})
