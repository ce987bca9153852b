import { expect, test } from 'vitest'
import { readDismissed, setupSteps, shownSteps, stepStates, writeDismissed } from '../../../worker/dashboard/start/setup-steps.ts'

const setup = { coordinators: 0, steering: 0, coordinatorsInvited: 0, steeringInvited: 0, extensions: 0 }
const bare = { sites: 0, topics: 0, ideas: 0, lists: 0, setup }
const none = { list: false, steps: [] }

test('[B40] in a bare network every step is open', () => {
  const states = stepStates(bare)
  expect(states.map(({ step, is }) => [step, is])).toEqual(setupSteps.map((step) => [step, 'open']))
  expect(shownSteps(states, none).left).toBe(6)
})

test('[B40] a step is done by what is there; who is invited only is waited for', () => {
  const states = stepStates({
    sites: 3,
    topics: 0,
    ideas: 1,
    lists: 0,
    setup: { ...setup, coordinatorsInvited: 2, steering: 1, steeringInvited: 1 },
  })
  expect(states.map(({ is, count, invited }) => [is, count, invited])).toEqual([
    ['done', 3, 0],
    ['open', 0, 0],
    ['waiting', 0, 2],
    ['done', 1, 1],
    ['open', 0, 0],
    ['open', 0, 0],
    ['done', 1, 0],
  ])
})

test('[B40] a hidden step is neither shown nor left; done, it is shown as done', () => {
  const hidden = { list: false, steps: ['sites', 'steering'] as const }
  const states = stepStates({ ...bare, sites: 2 })
  const { shown, left } = shownSteps(states, hidden)
  expect(shown.map(({ step }) => step)).toEqual(['sites', 'topics', 'coordinator', 'extension', 'import', 'idea'])
  expect(left).toBe(4)
})

test('[B40] where a hidden step is found again the number left is the same, and it can be taken up', () => {
  const hidden = { list: true, steps: ['topics', 'steering'] as const }
  const states = stepStates({ ...bare, sites: 2, setup: { ...setup, steering: 1 } })
  const { shown, left } = shownSteps(states, hidden, true)
  expect(shown.map(({ step, dismissed }) => [step, dismissed])).toEqual(setupSteps.map((step) => [step, step === 'topics']))
  expect(left).toBe(shownSteps(states, hidden).left)
})

test('[B40] what is hidden is read as it was kept, and words of another version are passed over', () => {
  const kept = { list: true, steps: ['topics', 'idea'] as const }
  expect(readDismissed(writeDismissed({ ...kept, steps: [...kept.steps] }))).toEqual(kept)
  expect(readDismissed('')).toEqual(none)
  expect(readDismissed('topics dashboards nothing')).toEqual({ list: false, steps: ['topics'] })
})

test('[B40] a list that was brought in is told; without one nothing is left to do for it', () => {
  const all = { sites: 2, topics: 9, ideas: 1, lists: 0, setup: { ...setup, coordinators: 1, steering: 1, extensions: 1 } }
  expect(shownSteps(stepStates(all), none)).toMatchObject({ left: 0 })
  expect(stepStates({ ...all, lists: 2 }).find(({ step }) => step === 'import')).toMatchObject({ is: 'done', count: 2 })
})
