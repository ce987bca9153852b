import { type MutationName, mutations } from '../../shared/mutations/index.ts'
import type { Random } from './random.ts'

/** What the requests speak of: few enough that they meet. */
export interface Things {
  ideas: readonly string[]
  clips: readonly string[]
  people: readonly string[]
  sites: readonly string[]
}

/** Arguments that a network would take. */
const sensible = (random: Random, { ideas, clips, people, sites }: Things): Partial<Record<MutationName, () => object>> => {
  const [idea, clip] = [() => random.pick(ideas), () => random.pick(clips)]
  const words = (): string => random.pick(['Weigh at noon.', 'Warm the milk first.', 'Ask twice, write once.', 'Name one lead a shift.'])
  return {
    proposeIdea: () => ({ idea: idea(), change: words(), problem: words(), evidence: random.chance(0.3) ? [clip()] : [] }),
    importIdea: () => ({
      idea: idea(),
      run: random.pick(clips),
      file: 'list.csv',
      row: 2 + random.below(50),
      change: words(),
      site: random.pick(sites),
      day: 20_000 + random.below(300),
    }),
    removeImported: () => ({ idea: idea(), run: random.pick(clips) }),
    importEvidence: () => ({
      evidence: clip(),
      run: random.pick(clips),
      file: 'library.ris',
      row: 1 + random.below(50),
      citation: { type: 'article-journal', title: words(), DOI: `10.5555/fuzz.${random.below(50)}` },
      ideas: random.chance(0.5) ? [idea()] : [],
    }),
    removeImportedEvidence: () => ({ evidence: clip(), run: random.pick(clips) }),
    clipEvidence: () => ({
      evidence: clip(),
      citation: { type: 'article-journal', title: words(), DOI: `10.5555/fuzz.${random.below(50)}` },
      kind: random.pick(['guideline', 'before-after', 'opinion']),
      note: words(),
      ideas: random.chance(0.5) ? [idea()] : [],
    }),
    attachEvidence: () => ({ evidence: clip(), idea: idea() }),
    detachEvidence: () => ({ evidence: clip(), idea: idea() }),
    withdrawEvidence: () => ({ evidence: clip() }),
    dismissEvidence: () => ({ evidence: clip(), dismiss: random.chance(0.7), why: words() }),
    editIdea: () => ({ idea: idea(), set: { problem: words(), tags: [words()] } }),
    withdrawIdea: () => ({ idea: idea() }),
    expressStance: () => ({ idea: idea(), site: random.pick(sites), stance: 'interested', note: words() }),
    recordMeasurements: () => ({
      idea: idea(),
      site: random.pick(sites),
      measure: 'outcome',
      points: [[20_000 + random.below(300), random.below(90)]],
    }),
    classifyIdea: () => ({ idea: idea(), pathway: random.pick(['single-site', 'incubator']), override: words() }),
    moveIdea: () => ({ idea: idea(), to: random.pick(['idea', 'design', 'test']), reason: words(), override: true }),
    endIdea: () => ({ idea: idea(), as: 'declined', reason: 'out-of-scope', sentence: words() }),
    mergeIdeas: () => ({ idea: idea(), into: idea(), reason: 'same-idea', sentence: words() }),
    reopenIdea: () => ({ idea: idea(), reason: words() }),
    returnToTriage: () => ({ idea: idea(), reason: words() }),
    holdIdea: () => ({ idea: idea(), why: words() }),
    liftHold: () => ({ idea: idea(), reason: words() }),
    requestApproval: () => ({ approval: random.pick(clips), idea: idea(), to: random.pick(['design', 'test']), due: 8e15, says: words() }),
    decideApproval: () => ({ idea: idea(), approval: random.pick(clips), decision: random.pick(['approved', 'declined']), says: words() }),
    withdrawApproval: () => ({ idea: idea(), approval: random.pick(clips) }),
    takeBack: () => ({ mutation: random.uuid() }),
    takeIdea: () => ({ idea: idea(), take: random.chance(0.5), over: random.chance(0.5) }),
    publishIdea: () => ({ idea: idea(), sites: random.chance(0.5) }),
    unpublishIdea: () => ({ idea: idea() }),
    agreeToBeNamed: () => ({ idea: idea(), agree: random.chance(0.5) }),
    watchIdea: () => ({ idea: idea(), watch: random.chance(0.5) }),
    commentIdea: () => ({ comment: random.uuid(), idea: idea(), text: words(), mentions: [random.pick(people)] }),
    configureFramework: () => ({ set: { decisionDays: 1 + random.below(30) } }),
  }
}

const names = Object.keys(mutations) as MutationName[]

export const anyMutation = (random: Random, things: Things): { name: string; args: object } => {
  const name = random.pick(names)
  // A mutation that came later than this list is asked for without sense.
  const args = sensible(random, things)[name]
  return { name, args: args?.() ?? {} }
}
