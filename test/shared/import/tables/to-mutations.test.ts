import { describe, expect, test } from 'vitest'
import type { ReadIdea } from '../../../../shared/import/tables/row.ts'
import { argsOf, endsBefore, ideaIdOf, type ImportOf, runIdOf } from '../../../../shared/import/tables/to-mutations.ts'
import { idOf } from '../../../../shared/values/id-of-text.ts'
import { decide } from '../../../../shared/mutations/engine/mutation.ts'
import { importIdea } from '../../../../shared/mutations/import-idea.ts'
import { MemoryNetwork } from '../../../memory-network.ts'
import { coordinator, day, now, sampleFramework, uuid } from '../../../sample-network.ts'

const of: ImportOf = {
  network: 'test',
  run: uuid(41),
  file: 'ideas.xlsx',
  framework: sampleFramework,
  reasons: { parked: 'not-now', declined: 'out-of-scope', abandoned: 'no-improvement' },
  sentence: 'So it stood in the list.',
  lookAgain: now + 90 * day,
  memberNamed: (name) => (name === 'Sam' ? 'sam' : undefined),
}
const blank: ReadIdea = {
  idea: 'Warm the towels.',
  problem: '',
  details: '',
  aim: '',
  theory: '',
  tags: [],
  site: '',
  topic: '',
  pathway: '',
  state: null,
  date: null,
  day: null,
  proposer: '',
  reference: '',
}
const args = (idea: Partial<ReadIdea>) => argsOf({ row: 2 }, { ...blank, ...idea }, of)
const network = new MemoryNetwork([{ kind: 'framework', id: 'framework', value: sampleFramework }])

describe('what is asked for of a row', () => {
  test.each([
    ['new ideas go to triage', { state: { phase: 'idea', disposition: 'active' } }, { pathway: null, phase: 'idea' }],
    [
      'the smallest pathway that goes so far',
      { state: { phase: 'test', disposition: 'active' } },
      { pathway: 'single-site', phase: 'test' },
    ],
    [
      'a longer one where the smallest ends before',
      { state: { phase: 'sustain', disposition: 'active' } },
      { pathway: 'network-wide', phase: 'sustain' },
    ],
    [
      'the pathway that the list says',
      { pathway: 'incubator', state: { phase: 'design', disposition: 'active' } },
      { pathway: 'incubator', phase: 'design' },
    ],
    [
      'at the end of a pathway that ends before',
      { pathway: 'single-site', state: { phase: 'sustain', disposition: 'active' } },
      { pathway: 'single-site', phase: 'evaluate' },
    ],
    ['declined', { state: { disposition: 'declined' } }, { disposition: 'declined', pathway: null }],
    ['parked', { state: { disposition: 'parked' } }, { disposition: 'parked', lookAgain: now + 90 * day }],
    ['a member by their name', { proposer: 'Sam' }, { proposedBy: 'sam', enteredBy: coordinator.person }],
    ['anybody else by name alone', { proposer: 'Ola Tarn' }, { proposedBy: coordinator.person, guest: 'Ola Tarn' }],
  ] as [string, Partial<ReadIdea>, object][])('[O40] %s', (_, idea, made) => {
    expect(decide(importIdea, network, args(idea), coordinator)).toMatchObject([{ value: made }])
  })

  test('[O40] an idea whose state goes further than its pathway stands at the pathway’s end, and it is said', () => {
    const further = { ...blank, pathway: 'incubator', state: { phase: 'sustain', disposition: 'active' as const } }
    const last = sampleFramework.pathways.find(({ key }) => key === 'incubator')?.lastPhase
    expect(args(further)).toMatchObject({ pathway: 'incubator', phase: last })
    expect(endsBefore(sampleFramework, further)).toBe(last)
    expect(endsBefore(sampleFramework, { ...further, pathway: '' })).toBeUndefined()
    expect(endsBefore(sampleFramework, { ...further, state: { phase: 'idea', disposition: 'active' } })).toBeUndefined()
  })

  test('[O40] what is too long for its field is kept whole in the details', () => {
    const long = `${'Warm the towels before the scale. '.repeat(30)}End`
    const asked = args({ idea: long, problem: 'Cold.' })
    expect(asked.change.length).toBeLessThanOrEqual(500)
    expect(asked.details).toContain(long)
    expect(decide(importIdea, network, asked, coordinator)).toHaveLength(1)
  })

  test('[O40] [O45] the same row is the same idea, in whatever case, and another row another', () => {
    const ids = [
      blank,
      { ...blank, idea: ' warm the TOWELS' },
      { ...blank, site: 'ash', state: { disposition: 'parked' as const } },
      { ...blank, idea: 'Warm the scales.' },
      { ...blank, reference: 'A-1' },
      { ...blank, proposer: 'Ola Tarn' },
    ].map((idea) => ideaIdOf('test', idea))
    expect(new Set(ids.slice(0, 3)).size).toBe(1)
    expect(new Set(ids).size).toBe(4)
    expect(ideaIdOf('other', blank)).not.toBe(ids[0])
    expect(runIdOf('a1', 0)).toBe(runIdOf('a1', 0))
    expect(new Set([runIdOf('a1', 0), runIdOf('a1', 1), runIdOf('b2', 0)]).size).toBe(3)
  })

  test('[O45] ids of many rows differ', () => {
    const ids = Array.from({ length: 50_000 }, (_, number) => idOf(`row ${number}`))
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(ids.map((id) => id.slice(0, 18))).size).toBe(ids.length)
    expect(ids[0]).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/)
  })
})
