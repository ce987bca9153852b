import { expect, test } from 'vitest'
import type { Happening } from '../../../shared/notifications/digest.ts'
import { digestOf } from '../../../shared/notifications/digest.ts'

const happened = (name: string, id: string, value: Partial<Happening> = {}): Happening => ({
  name,
  by: 'coco',
  at: 1,
  to: '',
  says: '',
  site: '',
  result: null,
  idea: { id, change: id, pathway: null, phase: 'idea', disposition: 'active', topic: '', site: '' },
  ...value,
})

test('[N8] each idea is once in a section, with its latest event, latest first; results once per site', () => {
  const digest = digestOf(
    [
      happened('proposeIdea', 'a', { at: 1 }),
      happened('proposeIdea', 'b', { at: 2 }),
      happened('classifyIdea', 'a', { at: 3 }),
      happened('moveIdea', 'a', { at: 4, to: 'design' }),
      happened('moveIdea', 'b', { at: 5, to: 'spread' }),
      happened('expressStance', 'a', { at: 6, site: 'ash' }),
      happened('expressStance', 'a', { at: 7, site: 'ash', result: 'improved' }),
      happened('expressStance', 'a', { at: 8, site: 'elm', result: 'worse' }),
      happened('endIdea', 'c', { at: 9, to: 'declined' }),
      happened('mergeIdeas', 'd', { at: 10 }),
      happened('holdIdea', 'a', { at: 11 }),
      happened('commentIdea', 'a', { at: 12 }),
    ],
    ['spread', 'sustain'],
  )
  const told = (all: Happening[]): string[] => all.map(({ at, idea }) => `${idea.id}${at}`)
  expect(told(digest.arrived)).toEqual(['b2', 'a1'])
  expect(told(digest.moved)).toEqual(['a4'])
  expect(told(digest.spread)).toEqual(['b5'])
  expect(told(digest.results)).toEqual(['a8', 'a7'])
  expect(told(digest.ended)).toEqual(['d10', 'c9'])
  expect(told(digest.held)).toEqual(['a11'])
})
