import { defaultFramework } from '../../shared/domain/framework.ts'
import { ideaSteps } from './demo-idea.ts'
import type { DemoNetwork } from './demo-network.ts'
import { day, demoEvidence, minute, step, type StoryStep } from './demo-step.ts'

export { demoNetwork } from './demo-network.ts'

/** The admin's first act: topics, sites and reasons of this network. */
const settings = ({ people, topics, sites, endings }: DemoNetwork, at: number): StoryStep => {
  const admin = people.find((person) => person.role === 'admin')?.id ?? ''
  return step(admin, at, 'configureFramework', { set: { topics, sites, endings: [...defaultFramework.endings, ...endings] } })
}

const clip = (network: DemoNetwork, key: string, by: string, at: number): StoryStep[] => {
  const item = network.evidence[key]
  return item ? [step(by, at, 'clipEvidence', { evidence: demoEvidence(key), ...item, kindSaid: true })] : []
}

/** Each item is clipped once, minutes before the first idea that it supports; later ideas name the same clip. */
const clips = (network: DemoNetwork, now: number): StoryStep[] => {
  const seen = new Set<string>()
  const oldestFirst = network.ideas.toSorted((one, other) => other.daysAgo - one.daysAgo)
  return oldestFirst.flatMap((idea) => {
    const fresh = idea.evidence.filter((key) => !seen.has(key))
    for (const key of fresh) seen.add(key)
    return fresh.flatMap((key, index) => clip(network, key, idea.sender, now - idea.daysAgo * day - (index + 1) * 4 * minute))
  })
}

/**
 * The story of the demonstration network as mutations in order of time. Every date is counted back from `now` (milliseconds since
 * 1970), so the newest idea is always a day old; each step passes its mutation when all before it were run.
 */
export const demoStory = (network: DemoNetwork, now: number): StoryStep[] => {
  const oldest = Math.max(...network.ideas.map((idea) => idea.daysAgo))
  const reader = network.people.find((person) => person.role === 'coordinator')?.id ?? ''
  return [
    settings(network, now - (oldest + 7) * day),
    ...clips(network, now),
    ...network.looseEvidence.flatMap((key) => clip(network, key, reader, now - 3 * day)),
    ...network.ideas.flatMap((idea) => ideaSteps(network, idea, now)),
  ].toSorted((one, other) => one.at - other.at)
}
