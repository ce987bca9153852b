import { describe, expect, test } from 'vitest'
import { guard, textsIn } from '../../../../shared/mutations/engine/phi-guard.ts'

const paper = { type: 'article-journal', title: 'Early feeding', DOI: '10.1000/x' }
const page = { type: 'webpage', title: 'A page' }
const exact = 'Mrs. Jane Doe was fed early.'
const uuid = '018f0000-0000-7000-8000-00000000000a'

describe('[P10] a quote', () => {
  test.each([
    ['with surroundings, of something published', paper, { exact, prefix: 'Before. ', suffix: '' }, false],
    ['without surroundings', paper, { exact, prefix: '', suffix: '' }, true],
    ['of another page', page, { exact, prefix: 'Before. ', suffix: ' After.' }, true],
    ['of no page', undefined, { exact, prefix: 'Before. ', suffix: ' After.' }, true],
    ['that says itself that it is a record', paper, { exact: `${exact} MRN: 4471920`, prefix: 'Before. ', suffix: '' }, true],
  ])('%s', (_, citation, quote, isRefused) => {
    expect(guard({ citation, quote }) !== undefined).toBe(isRefused)
  })
})

describe('[P11] an argument whose name promises a key, not prose', () => {
  const told = 'Patient Marisol Quintanilla, MRN 4471920'
  const names =
    'id idea ideas into evidence comment type kind topic site pathway to as reason result stance language ISSN DOI PMID PMCID author leads experts'
  test.each(names.split(' '))('a text that has not the form of a key is checked as prose: %s', (name) => {
    for (const args of [
      { [name]: told },
      { [name]: [told] },
      { [name]: { deep: told } },
      { set: { [name]: told } },
      { citation: { ...paper, [name]: told } },
    ])
      expect(guard(args)?.refused).toBe('patient-information')
  })

  test('a value in the form of a key passes', () => {
    const args = {
      idea: uuid,
      ideas: [uuid],
      topic: 'feeding',
      site: 'north-2',
      kind: 'before-after',
      reason: 'covered-elsewhere',
      citation: {
        ...paper,
        PMID: '34567890',
        PMCID: 'PMC1234567',
        ISSN: '1234-567X, 1234-5678',
        language: 'en-GB',
        author: [{ family: 'Quintanilla', given: 'Marisol' }],
      },
      set: { leads: [uuid, 'Marisol Quintanilla'] },
    }
    expect(guard(args)).toBeUndefined()
  })

  test('a long number is not a key, and a name is checked as text', () => {
    expect(textsIn({ topic: 'mrn-4471920' })).toEqual([{ path: 'topic', field: 'note', text: 'mrn-4471920' }])
    const refusal = guard({ [told]: 1 })
    expect(refusal?.refused).toBe('patient-information')
    expect(JSON.stringify(refusal)).not.toMatch(/Marisol|4471920/)
    expect(JSON.stringify(guard({ deep: { [told]: { x: told } } }))).not.toMatch(/Marisol|4471920/)
  })

  test('the record of replaced PHI passes', () => {
    expect(guard({ change: 'Ask [name]', checked: { replaced: { NAME: 1, HEALTH_PLAN: 2 }, notPatient: {} } })).toBeUndefined()
  })
})

describe('[P2] the field of a text decides how it is checked', () => {
  test.each([
    ['citation.title', { citation: paper }, 'citation'],
    ['citation.title', { citation: page }, 'title'],
    ['citation.URL', { citation: { type: 'webpage', URL: 'https://a.example/' } }, 'url'],
    ['set.driverDiagram', { set: { driverDiagram: 'https://a.example/' } }, 'url'],
    ['set.measures.outcome', { set: { measures: { outcome: 'Weight' } } }, 'note'],
    ['set.tags.0', { set: { tags: ['weight gain'] } }, 'note'],
    ['anything.else.0', { anything: { else: ['Weight'] } }, 'note'],
  ])('%s', (path, args, field) => {
    expect(textsIn(args).find((text) => text.path === path)).toMatchObject({ field })
  })
})

test.each([
  'Kowalski MD, Rossi RL: Early mobility after stroke. BMJ Qual Saf 2019;28.',
  'What we read:\nCohen PA, Nguyen NP, Silva TK. Hourly rounding on two wards.',
  'See also: Müller A, O’Brien MD, van der Berg RN, et al. Falls at night.',
  '2. Garcia JM, Patel DO: Hourly rounding.',
])('[P13] a byline is no patient: %s', (details) => {
  expect(guard({ details })).toBeUndefined()
})

test.each([
  'Kowalski MD: Seen and examined',
  'Smith RN, Jones MD: Seen at the bedside',
  'Seen by Kowalski MD, Rossi RL: Stable',
  'Patient: Kowalski MD, Rossi RL: Stable',
])('[P13] no byline: %s', (details) => {
  expect(guard({ details })?.refused).toBe('patient-information')
})
