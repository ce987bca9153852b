import { expect, test } from 'vitest'
import type { Citation } from '../../../../shared/citations/citation.ts'
import { itemKey } from '../../../../shared/import/references/item-key.ts'
import { readReferences } from '../../../../shared/import/references/read-references.ts'
import { createKnownItems } from '../../../../shared/import/references/known-items.ts'
import { clipArgsOf, clipIdOf, guardedClip } from '../../../../shared/import/references/to-clips.ts'
import { uuid } from '../../../sample-network.ts'

const of = { network: 'ash', run: uuid(41), file: 'library.ris', ideas: [] }
const itemOf = (citation: Citation) => ({ citation, line: 3, key: itemKey(citation) })
const read = (text: string, name: string) => {
  const file = readReferences(new TextEncoder().encode(text), name)
  if (typeof file === 'string') throw new Error(file)
  return file.items.map((item) => clipArgsOf(item, of))
}

test('[O46] the same item has one id in every file of a network, and another in another network', () => {
  const [ris] = read('TY  - JOUR\nTI  - Warm towels\nDO  - 10.5555/TOWELS\nER  - \n', 'a.ris')
  const [bib] = read('@article{a, title = {Warm towels}, doi = {https://doi.org/10.5555/towels}}', 'b.bib')
  expect(ris?.evidence).toBe(bib?.evidence)
  expect(clipIdOf('birch', 'doi:10.5555/towels')).not.toBe(ris?.evidence)
})

test('[O46] publication types and title suggest a kind, and say how it stands', () => {
  const [trial] = read('PMID- 90000001\nTI  - Warm towels\nPT  - Randomized Controlled Trial\nPT  - Retracted Publication\n', 'pubmed.nbib')
  expect(trial).toMatchObject({ suggested: 'randomised-trial', citation: { PMID: '90000001', standing: 'retracted' } })
  expect(read('TY  - JOUR\nTI  - Weighing at noon\nER  - \n', 'a.ris')[0]).not.toHaveProperty('suggested')
})

test('[O34] [O46] an address that could name a patient’s record is left out, where an identifier tells the item', () => {
  const URL = 'https://records.example.org/view?action=show&id=L2009990001&from=export'
  const told = clipArgsOf(itemOf({ type: 'article-journal', title: 'Lights off', DOI: '10.5555/lights', URL }), of)
  expect(guardedClip(told)).toMatchObject({ refusal: undefined, withoutAddress: true })
  expect(guardedClip(told).args.citation).not.toHaveProperty('URL')
  const untold = clipArgsOf(itemOf({ type: 'webpage', title: 'Lights off', URL }), of)
  expect(guardedClip(untold)).toMatchObject({ refusal: { refused: 'patient-information' }, withoutAddress: false })
  const patient = clipArgsOf(
    itemOf({ type: 'article-journal', title: 'Patient Jane Hollow, MRN 99120034', DOI: '10.5555/hollow', URL }),
    of,
  )
  expect(guardedClip(patient).refusal).toBeDefined()
})

test.each([
  [{ title: 'Patient Jane Hollow, MRN 99120034, went home without milk' }, true],
  [{ title: 'Jane Hollow, MRN 99120034', DOI: '10.5555/hollow' }, true],
  [{ title: 'Jane Hollow, born 03/04/2019, went home without milk' }, true],
  [{ title: 'Warm towels at the scale: a randomised trial in 1200 infants' }, false],
  [{ title: 'Infants of 500 to 1500 grams: case report', DOI: '10.5555/grams' }, false],
])('[O34] [O46] what a file says to be published is no page: %j', (said, held) => {
  const asked = clipArgsOf(itemOf({ type: 'article-journal', ...said }), of)
  expect(guardedClip(asked).refusal !== undefined).toBe(held)
})

test('[O46] what is known is the same item, not what only shares an address', () => {
  const known = createKnownItems()
  known.add({ title: 'Warm towels at the scale', DOI: '10.5555/towels', PMID: '90000001' })
  known.add({ title: 'A chapter on milk', URL: 'https://books.example.org/9' })
  expect(known.has({ title: 'Warm towels at the scale', PMID: '90000001' })).toBe(true)
  expect(known.has({ title: 'Warm towels at the scale', DOI: '10.5555/other', PMID: '90000001' })).toBe(false)
  expect(known.has({ title: 'Another chapter, on light', URL: 'https://books.example.org/9' })).toBe(false)
})
