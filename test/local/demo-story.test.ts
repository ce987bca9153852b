import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { guard } from '../../shared/mutations/engine/phi-guard.ts'
import { isRefusal } from '../../shared/mutations/engine/mutation.ts'
import type { Idea } from '../../shared/domain/entities.ts'
import { suggestPathway } from '../../shared/rules/pathways.ts'
import { mostSimilar } from '../../shared/rules/similarity.ts'
import { type DemoIdea, demoNetwork } from '../../worker/local/demo-network.ts'
import { day, demoIdea } from '../../worker/local/demo-step.ts'
import { demoStory } from '../../worker/local/demo-story.ts'
import { MemoryNetwork } from '../memory-network.ts'
import { decision } from '../sample-network.ts'
import { english } from '../in-words.ts'

const now = Date.parse('2026-11-24T12:00:00Z')
const demo = demoNetwork(JSON.parse(readFileSync(new URL('../../worker/local/demo-network.json', import.meta.url), 'utf8')))
const steps = demoStory(demo, now)

const run = (): { network: MemoryNetwork; refusals: string[] } => {
  const [network, people] = [new MemoryNetwork(), new Map(demo.people.map((person) => [person.id, person]))]
  const refusals = steps.flatMap((step) => {
    const person = people.get(step.person)
    if (!person) return [`${step.name}: nobody is ${step.person}`]
    const decided = decision(step.name, network, step.args, { person: person.id, role: person.role, site: person.site, at: step.at })
    if (isRefusal(decided)) return [`${step.name} by ${person.id}: ${english(decided.reason)}`]
    network.write(decided)
    return []
  })
  return { network, refusals }
}
const { network, refusals } = run()
const ideas = network.all('idea')
const told = (idea: DemoIdea): Idea => network.idea(demoIdea(idea.number)) ?? expect.fail(`Idea ${idea.number} is not there`)
const values = (of: (idea: Idea) => string): Set<string> => new Set(ideas.map(of))

test('[D1] the story passes every mutation', () => {
  expect(refusals).toEqual([])
})

test('[D1] nothing in the story may identify a patient', () => {
  const refused = steps.flatMap((step) => guard(step.args) ?? [])
  expect(refused).toEqual([])
})

test('[D1] the story is in order, ends before now, and is the same the next time', () => {
  const times = steps.map((step) => step.at)
  expect(times).toEqual(times.toSorted((one, other) => one - other))
  expect(times.at(-1)).toBeLessThan(now)
  expect(new Set(steps.map((step) => step.id)).size).toBe(steps.length)
  expect(demoStory(demo, now)).toEqual(steps)
  expect(demoStory(demo, now + day).map((step) => step.at - day)).toEqual(times)
})

test('[D2] 60 ideas of 24 sites; the newest is a day old', () => {
  expect(ideas).toHaveLength(60)
  expect(network.framework().sites).toHaveLength(24)
  expect(now - Math.max(...ideas.map((idea) => idea.proposedAt))).toBe(day)
})

test('[D2] every pathway in several phases, every phase, every ending, a hold and an open question appear', () => {
  const places = values((idea) => `${idea.pathway} ${idea.phase}`)
  for (const { key } of network.framework().pathways)
    expect([...places].filter((place) => place.startsWith(key)).length, key).toBeGreaterThan(2)
  expect(values((idea) => idea.phase)).toEqual(new Set(network.framework().phases.map((phase) => phase.key)))
  expect(values((idea) => idea.disposition)).toEqual(new Set(['active', 'parked', 'declined', 'abandoned', 'merged']))
  expect(ideas.filter((idea) => idea.hold)).toHaveLength(1)
  const questions = network.all('comment').filter((comment) => comment.question)
  expect(questions.some((asked) => !network.all('comment').some((said) => said.idea === asked.idea && said.at > asked.at))).toBe(true)
})

test('[D2] ideas end where the data says', () => {
  for (const idea of demo.ideas) {
    const { pathway, phase, disposition } = told(idea)
    expect({ pathway, phase, disposition }, `idea ${idea.number}`).toEqual({
      pathway: idea.pathway,
      phase: idea.phase,
      disposition: idea.ending?.as ?? 'active',
    })
  }
})

test('[D2] nine ideas wait in the triage queue, two of them overdue', () => {
  const open = ideas.filter((idea) => idea.pathway === null && idea.disposition === 'active')
  expect(open).toHaveLength(9)
  expect(open.filter((idea) => idea.decisionDue < now)).toHaveLength(2)
})

test('[D2] every kind of member acts, and every stance and result appears', () => {
  const roles = new Map(demo.people.map((person) => [person.id, person.role]))
  expect(new Set(steps.map((step) => roles.get(step.person)))).toEqual(
    new Set(['contributor', 'site-lead', 'coordinator', 'steering', 'admin']),
  )
  expect(demo.people.filter((person) => person.name.includes('partner'))).toHaveLength(2)
  expect(new Set(network.all('stance').map((stance) => stance.result ?? stance.stance))).toEqual(
    new Set(['interested', 'testing', 'improved', 'no-change', 'worse']),
  )
})

/**
 * Where the suggestion's words are not the data's:
 * - the data says that an incubator lacks sites ("incubator needs 1 more site(s) to reach 3"), the suggestion names the pathway by its label;
 * - the data gives "no improvement seen yet and no published evidence of level 4 or better" as a reason for a local test and not as a
 *   shortfall; to whoever wants the incubator it is what is missing, so the suggestion says it there.
 */
const inOurWords = (shortfall: string, pathway: string | null): string => {
  const more = Number(/needs (\d+) more/.exec(shortfall)?.[1])
  return `${pathway === 'single-site' ? 'Incubator: ' : ''}needs ${more} more ${more === 1 ? 'site' : 'sites'}`
}
const unpromising = 'Incubator: no improvement yet, no guideline, nothing published of level 4 or better'

test.each(demo.ideas.map((idea) => [idea.number, idea] as const))('[D3] the suggestion for idea %i agrees with the data', (_, idea) => {
  const { pathway, shortfalls } = suggestPathway(network, told(idea), now)
  expect(pathway).toBe(idea.expected.pathway)
  expect(shortfalls.map((lack) => english(lack)).filter((lack) => lack !== unpromising)).toEqual(
    idea.expected.shortfalls.map((lack) => inOurWords(lack, pathway)),
  )
})

test.each(demo.ideas.map((idea) => [idea.number, idea] as const))(
  '[D3] as many sites are willing for idea %i as the data says',
  (_, idea) => {
    const { id, site } = told(idea)
    const willing = new Set([site, ...network.stancesOf(id).map((stance) => stance.site)])
    expect(willing.size).toBe(idea.expected.willing)
  },
)

test('[G13] merged ideas are among the most similar to the idea that they were merged into', () => {
  for (const gone of ideas.filter((idea) => idea.mergedInto !== null)) {
    const alike = mostSimilar(gone, ideas).map(({ item }) => item.id)
    expect(alike).toContain(gone.mergedInto)
  }
})
