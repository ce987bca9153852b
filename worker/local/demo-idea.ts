import type { DemoIdea, DemoNetwork } from './demo-network.ts'
import { demoPoints } from './demo-numbers.ts'
import { day, demoEvidence, demoId, demoIdea, minute, step, type StoryStep } from './demo-step.ts'
import { own } from '../../shared/values/own.ts'

/** How one idea came to where it is: who said what, and when. */
interface Plot {
  network: DemoNetwork
  idea: DemoIdea
  id: string
  coordinator: string
  steering: string
  /** Milliseconds: from 0 (it came in) to 1 (about now). */
  when: (fraction: number) => number
}

const coordinators = (network: DemoNetwork): string[] =>
  network.people.filter((person) => person.role === 'coordinator').map((person) => person.id)
const steeringOf = (network: DemoNetwork): string[] =>
  network.people.filter((person) => person.role === 'steering').map((person) => person.id)

/** The site's own lead where it has one among the demonstration's people, else a coordinator who was told. */
const speakerFor = ({ network, coordinator }: Plot, site: string): string =>
  network.people.find((person) => person.site === site && person.role === 'site-lead')?.id ?? coordinator

const anybodyAt = ({ network, coordinator }: Plot, site: string): string =>
  network.people.find((person) => person.site === site)?.id ?? coordinator

const proposal = ({ idea, id, when }: Plot): StoryStep[] => {
  const { change, problem, details, topic, tags, site, sender, evidence, measures, theory } = idea
  return [
    step(sender, when(0), 'proposeIdea', { idea: id, change, problem, details, topic, tags, site, evidence: evidence.map(demoEvidence) }),
    step(sender, when(0) + 6 * minute, 'editIdea', { idea: id, set: { measures, theory } }),
  ]
}

const interest = (plot: Plot): StoryStep[] =>
  [...plot.idea.interested, ...plot.idea.testing].map((site, index) =>
    step(anybodyAt(plot, site), plot.when(0.03 + 0.01 * index), 'expressStance', { idea: plot.id, site, stance: 'interested' }),
  )

/** What network staff says of it before it is classified. */
const marks = ({ idea, id, coordinator, when }: Plot): StoryStep[] => {
  const { leads, experts, registryGap } = idea
  const set = { ...(leads.length > 0 && { leads }), ...(experts.length > 0 && { experts }), ...(registryGap && { registryGap }) }
  return Object.keys(set).length > 0 ? [step(coordinator, when(0.14), 'editIdea', { idea: id, set })] : []
}

const classification = ({ idea, id, coordinator, when }: Plot): StoryStep[] =>
  idea.pathway ? [step(coordinator, when(0.15) + minute, 'classifyIdea', { idea: id, pathway: idea.pathway })] : []

const testing = (plot: Plot, sites: string[], fraction: number): StoryStep[] =>
  sites.map((site, index) => {
    const at = plot.when(fraction + 0.01 * index)
    const { outcome: measure } = plot.idea.measures
    return step(speakerFor(plot, site), at, 'expressStance', {
      idea: plot.id,
      site,
      stance: 'testing',
      measure,
      expectedEnd: Math.round(at + 120 * day),
    })
  })

const results = (plot: Plot, fraction: number): StoryStep[] =>
  plot.idea.tested.map((site, index) => {
    const { result, resultNote, measures } = plot.idea
    const said = { idea: plot.id, site, stance: 'tested' as const, result, measure: measures.outcome, note: resultNote }
    return step(speakerFor(plot, site), plot.when(fraction + 0.02 * index), 'expressStance', said)
  })

/** Drivers are drawn, and each site that tested tells its numbers. */
const numbers = (plot: Plot): StoryStep[] => {
  const { idea, id, coordinator, when } = plot
  if (idea.drivers.length === 0) return []
  return [
    step(coordinator, when(0.2), 'editIdea', { idea: id, set: { drivers: idea.drivers } }),
    ...idea.tested.slice(0, 2).map((site, index) =>
      step(speakerFor(plot, site), when(0.84) + index * minute, 'recordMeasurements', {
        idea: id,
        site,
        measure: 'outcome',
        points: demoPoints(idea, index, when(0.8)),
      }),
    ),
  ]
}

const moves = ({ id }: Plot, by: string, to: string, at: number, override = ''): StoryStep =>
  step(by, at, 'moveIdea', { idea: id, to, ...(override && { override: true, reason: override }) })

/** A site tries it by itself: it says what it measures and until when, its lead moves it. */
const singleSite = (plot: Plot): StoryStep[] => {
  const { phase, tested } = plot.idea
  if (phase === 'idea') return []
  const lead = speakerFor(plot, tested[0] ?? '')
  const steps = [...testing(plot, tested, 0.2), moves(plot, lead, 'test', plot.when(0.3)), ...results(plot, 0.6)]
  return phase === 'test' ? steps : [...steps, moves(plot, lead, 'evaluate', plot.when(0.75))]
}

const designed = ({ idea, id, coordinator, when }: Plot): StoryStep[] =>
  idea.aim
    ? [step(idea.leads[0] ?? coordinator, when(0.35), 'editIdea', { idea: id, set: { aim: idea.aim, driverDiagram: idea.driverDiagram } })]
    : []

const usualWait = 14 * day

/** Of every third idea that is being designed steering is asked to approve the test, and has not decided yet. */
const request = ({ idea, id, coordinator, when }: Plot): StoryStep[] => {
  if (idea.ending || idea.hold || idea.number % 3 !== 0) return []
  const [approval, at] = [demoId(`approval ${idea.number}`), when(0.9)]
  const says = 'The sites have agreed on what they measure and would begin next month.'
  return [step(coordinator, at, 'requestApproval', { approval, idea: id, to: 'test', due: Math.round(at + usualWait), says })]
}

const incubator = (plot: Plot): StoryStep[] => {
  const { phase, testing: sites } = plot.idea
  const steps = results(plot, 0.06)
  if (phase === 'idea') return steps
  steps.push(moves(plot, plot.coordinator, 'design', plot.when(0.28)))
  if (phase === 'design') return [...steps, ...request(plot)]
  steps.push(...designed(plot), ...testing(plot, sites, 0.4), moves(plot, plot.steering, 'test', plot.when(0.5)))
  return phase === 'test' ? steps : [...steps, moves(plot, plot.idea.leads[0] ?? plot.coordinator, 'evaluate', plot.when(0.8))]
}

const fewestAtOnce = 5
const earlierSites = 'The sites of the earlier trial stand in for the first group; others would only repeat it.'

const networkWide = (plot: Plot): StoryStep[] => {
  const { phase, testing: sites, tested, leads } = plot.idea
  const order = ['idea', 'design', 'test', 'evaluate', 'spread', 'sustain']
  const reached = (name: string): boolean => order.indexOf(phase) >= order.indexOf(name)
  const override = sites.length + tested.length < fewestAtOnce ? earlierSites : ''
  const reliable = step(plot.coordinator, plot.when(0.7), 'editIdea', { idea: plot.id, set: { processReliable: true } })
  return [
    ...results(plot, 0.06),
    ...(reached('design') ? [moves(plot, plot.steering, 'design', plot.when(0.3))] : []),
    ...(reached('test')
      ? [...designed(plot), ...testing(plot, sites, 0.4), moves(plot, plot.coordinator, 'test', plot.when(0.55), override)]
      : []),
    ...(reached('evaluate') ? [reliable, moves(plot, leads[0] ?? plot.coordinator, 'evaluate', plot.when(0.75))] : []),
    ...(reached('spread') ? [moves(plot, plot.steering, 'spread', plot.when(0.85))] : []),
    ...(reached('sustain') ? [moves(plot, plot.steering, 'sustain', plot.when(0.95))] : []),
  ]
}

const works: Record<string, (plot: Plot) => StoryStep[]> = { 'single-site': singleSite, incubator, 'network-wide': networkWide }

const work = (plot: Plot): StoryStep[] => own(works, plot.idea.pathway ?? '')?.(plot) ?? results(plot, 0.2)

const talk = ({ idea, id, when }: Plot): StoryStep[] =>
  idea.comments.map(({ by, text, question }, index) =>
    step(by, when(0.86 + 0.04 * index), 'commentIdea', { comment: demoId(`comment ${idea.number} ${index}`), idea: id, text, question }),
  )

const ending = ({ idea, id, coordinator, when }: Plot): StoryStep[] => {
  if (!idea.ending) return []
  const { as, reason, sentence } = idea.ending
  const at = when(0.97)
  if (as === 'merged') return [step(coordinator, at, 'mergeIdeas', { idea: id, into: demoIdea(idea.ending.into), reason, sentence })]
  const lookAgain = idea.ending.as === 'parked' ? { lookAgain: Math.round(at + idea.ending.lookAgainInDays * day) } : {}
  return [step(coordinator, at, 'endIdea', { idea: id, as, reason, sentence, ...lookAgain })]
}

const hold = (plot: Plot): StoryStep[] =>
  plot.idea.hold ? [step(speakerFor(plot, plot.idea.site), plot.when(0.8), 'holdIdea', { idea: plot.id, why: plot.idea.hold })] : []

/** Everything that was done about one idea, roughly in order; the newest things are hours old. */
export const ideaSteps = (network: DemoNetwork, idea: DemoIdea, now: number): StoryStep[] => {
  const [coordinator = '', other = ''] = coordinators(network)
  const steering = steeringOf(network)
  const plot: Plot = {
    network,
    idea,
    id: demoIdea(idea.number),
    coordinator: idea.number % 3 === 0 ? other : coordinator,
    steering: steering[idea.number % steering.length] ?? '',
    when: (fraction) => now - idea.daysAgo * day * (1 - fraction * 0.98),
  }
  return [proposal, interest, marks, classification, work, numbers, hold, talk, ending].flatMap((part) => part(plot))
}
