import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal, type Mutation, objectionTo } from '../../../shared/mutations/engine/mutation.ts'
import type { Context } from '../../../shared/domain/actor.ts'
import { mutationNamed, type MutationName, mutations } from '../../../shared/mutations/index.ts'
import { type Change, type Idea, type Network, roles, survivingIdea } from '../../../shared/domain/entities.ts'
import { partNetwork } from '../../../shared/domain/part-network.ts'
import { suggestPathway } from '../../../shared/rules/pathways.ts'
import type { MemoryNetwork } from '../../memory-network.ts'
import {
  aClip,
  anIdea,
  aStance,
  clipId,
  day,
  decision,
  hold,
  ideaId,
  now,
  otherIdea,
  sampleFramework,
  sampleNetwork,
  tested,
  uuid,
} from '../../sample-network.ts'

interface Attempt {
  name: MutationName
  args: object
  by: Omit<Context, 'at'>
}

const names = Object.keys(mutations) as MutationName[]
const sites = sampleFramework.sites.slice(0, 4).map((site) => site.key)
const idea = fc.integer({ min: 1, max: 3 }).map(uuid)
const clip = fc.integer({ min: 11, max: 13 }).map(uuid)
const words = fc.constantFrom('', 'Weigh.', 'Weigh at noon.')
const site = fc.constantFrom(...sites)
const reason = fc.constantFrom(...sampleFramework.endings.map((ending) => ending.key))
const some = <Value>(of: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> => fc.option(of, { nil: undefined })
const people = fc.constantFrom('sam', 'sam', 'sam', 'lee', 'coco')

/** Args that mostly make sense, so that a sequence gets somewhere. */
const args: Record<MutationName, fc.Arbitrary<object>> = {
  proposeIdea: fc.record({
    idea,
    change: words,
    problem: words,
    topic: fc.constantFrom('', 'feeding'),
    evidence: fc.array(clip, { maxLength: 2 }),
  }),
  clipEvidence: fc.record({
    evidence: clip,
    citation: fc.constant({ type: 'article-journal' }),
    kind: fc.constantFrom('guideline', 'before-after'),
    ideas: fc.array(idea, { maxLength: 2 }),
  }),
  assessEvidence: fc.record({ evidence: clip, idea, set: fc.constantFrom<object>({ kind: 'opinion' }, { direction: 'against' }) }),
  attachEvidence: fc.record({ evidence: clip, idea }),
  detachEvidence: fc.record({ evidence: clip, idea }),
  editIdea: fc.record({
    idea,
    set: fc.record(
      {
        change: words,
        aim: words,
        leads: fc.array(people, { maxLength: 2 }),
        measures: fc.record({ outcome: words }, { requiredKeys: [] }),
      },
      { requiredKeys: [] },
    ),
  }),
  expressStance: fc.record({
    idea,
    site,
    stance: fc.constantFrom('interested', 'testing', 'tested'),
    result: fc.constantFrom(null, 'improved', 'worse'),
    measure: words,
    expectedEnd: some(fc.constant(now + 90 * day)),
  }),
  classifyIdea: fc.record({
    idea,
    pathway: fc.constantFrom('single-site', 'incubator', 'network-wide'),
    topic: fc.constant('feeding'),
    problem: fc.constant('P'),
    override: some(fc.constant('R')),
  }),
  moveIdea: fc.record({
    idea,
    to: fc.constantFrom(...sampleFramework.phases.map((phase) => phase.key)),
    reason: words,
    override: fc.boolean(),
  }),
  endIdea: fc.record({
    idea,
    as: fc.constantFrom('parked', 'declined', 'abandoned'),
    reason,
    sentence: words,
    lookAgain: some(fc.constant(now + 400 * day)),
  }),
  mergeIdeas: fc.record({ idea, into: idea, reason: fc.constantFrom('same-idea', 'part-of-larger'), sentence: fc.constant('Same.') }),
  recordMeasurements: fc.record({
    idea,
    site,
    measure: fc.constantFrom('outcome', 'process', 'balancing'),
    points: fc.array(fc.tuple(fc.integer({ min: 20_000, max: 20_010 }), fc.constantFrom(1, 2, null)), { maxLength: 3 }),
  }),
  reopenIdea: fc.record({ idea, reason: fc.constant('R') }),
  returnToTriage: fc.record({ idea, reason: fc.constant('R') }),
  holdIdea: fc.record({ idea, why: words }),
  watchIdea: fc.record({ idea, watch: fc.boolean() }),
  liftHold: fc.record({ idea, reason: fc.constant('R') }),
  withdrawIdea: fc.record({ idea }),
  withdrawEvidence: fc.record({ evidence: clip }),
  commentIdea: fc.record({ comment: fc.integer({ min: 21, max: 24 }).map(uuid), idea, text: words }),
  configureFramework: fc.record({ set: fc.record({ decisionDays: fc.integer({ min: 0, max: 30 }) }) }),
}

const whoever = fc.record({ person: people, role: fc.constantFrom(...roles), site: fc.constantFrom('', ...sites) })
/** Mostly somebody who may ask for it: refusals alone would lead nowhere. */
const somebody = (name: MutationName): typeof whoever =>
  fc.oneof(
    { weight: 1, arbitrary: whoever },
    {
      weight: 4,
      arbitrary: fc.record({ person: people, role: fc.constantFrom(...mutations[name].roles), site: fc.constantFrom('', ...sites) }),
    },
  )

/** Proposals, merges and what undoes them more often than the rest: the invariants are about them. */
const frequent = ['proposeIdea', 'mergeIdeas', 'reopenIdea', 'withdrawIdea', 'endIdea'] as const
const attempt: fc.Arbitrary<Attempt> = fc
  .constantFrom(...names, ...frequent, ...frequent)
  .chain((chosen) => fc.record({ name: fc.constant(chosen), args: args[chosen], by: somebody(chosen) }))

const started = (): MemoryNetwork =>
  sampleNetwork([anIdea(), anIdea({ id: otherIdea, pathway: 'incubator' }), aClip({ ideas: [ideaId] }), aStance(tested('ash'))])

const rows = (network: MemoryNetwork): string =>
  JSON.stringify([network.framework(), ...(['idea', 'evidence', 'stance', 'comment'] as const).map((kind) => network.all(kind))])

const soundIdeas = (network: MemoryNetwork): void => {
  for (const idea of network.all('idea')) {
    expect(idea.disposition === 'merged').toBe(idea.mergedInto !== null)
    expect(idea.disposition === 'active').toBe(idea.ending === null)
    expect(idea.disposition === 'parked').toBe(idea.lookAgain !== null)
    expect(survivingIdea(network, idea.id)?.mergedInto).toBe(null)
    expect(() => suggestPathway(network, idea, now)).not.toThrow()
  }
}

const soundParts = (network: MemoryNetwork): void => {
  for (const item of network.all('evidence')) {
    expect(new Set(item.ideas).size).toBe(item.ideas.length)
    for (const id of item.ideas) expect(network.idea(id)).toBeDefined()
  }
  for (const stance of network.all('stance')) {
    expect(network.idea(stance.idea)).toBeDefined()
    expect(stance.id).toBe(`${stance.idea}/${stance.site}`)
    expect(stance.stance === 'tested').toBe(stance.result !== null)
  }
}

/** On hold an idea's own row changes by nothing but the lifting and who watches; what sites say of it only by results. */
const respectsHolds = (network: MemoryNetwork, name: MutationName, changes: readonly Change[]): void => {
  for (const change of changes) {
    if (change.kind === 'idea' && network.idea(change.id)?.hold) expect(['liftHold', 'watchIdea']).toContain(name)
    if (change.kind === 'stance' && change.value && network.idea(change.value.idea)?.hold) expect(change.value.stance).toBe('tested')
  }
}

const run = (
  attempts: readonly Attempt[],
  each: (network: MemoryNetwork, attempt: Attempt, context: Context, changes: Change[]) => void,
): MemoryNetwork => {
  const network = started()
  for (const [index, asked] of attempts.entries()) {
    const context = { ...asked.by, at: now + index * day }
    const decided = decision(asked.name, network, asked.args, context)
    if (isRefusal(decided)) expect(decided.message).not.toBe('')
    else each(network, asked, context, decided)
  }
  return network
}

const sequence = fc.array(attempt, { minLength: 1, maxLength: 60, size: 'max' })

test('[M5] whatever is asked in whatever order, nothing is thrown, altered in place or left dangling', () => {
  fc.assert(
    fc.property(sequence, (attempts) => {
      const network = run(attempts, (network, { name }, _context, changes) => {
        respectsHolds(network, name, changes)
        network.write(changes)
      })
      soundIdeas(network)
      soundParts(network)
    }),
    { numRuns: 400 },
  )
})

test('[M20] asked again at once by the same person, everything stays as it is', () => {
  fc.assert(
    fc.property(sequence, (attempts) => {
      run(attempts, (network, { name, args }, context, changes) => {
        network.write(changes)
        const before = rows(network)
        const again = decision(name, network, args, context)
        if (!isRefusal(again)) network.write(again)
        expect(rows(network), name).toBe(before)
      })
    }),
    { numRuns: 150 },
  )
})

/** Each thing that a screen may offer for an idea, with what a person would then fill in. */
const offers = (network: MemoryNetwork, of: Idea): { name: MutationName; about: object; filled: object }[] => {
  const other = network.all('idea').find(({ id, hold, disposition }) => id !== of.id && !hold && disposition === 'active')?.id
  const offer = (name: MutationName, about: object = {}, filled: object = {}) => ({ name, about: { idea: of.id, ...about }, filled })
  const ending = { sentence: 'S', lookAgain: now + 9000 * day }
  const reasons = { parked: 'no-lead', declined: 'out-of-scope', abandoned: 'harm' } as const
  return [
    offer('withdrawIdea'),
    offer('editIdea', { set: { change: 'C' } }),
    offer('editIdea', { set: { leads: ['sam'] } }),
    offer('editIdea', { set: { experts: ['sam'] } }),
    ...sites.flatMap((site) => [
      offer('expressStance', { site, stance: 'interested' }),
      offer('expressStance', { site, stance: 'testing' }),
      offer('expressStance', { site, stance: 'tested' }, { result: 'worse' }),
      offer('recordMeasurements', { site }, { measure: 'outcome', points: [[20_000, 1]] }),
    ]),
    ...network.evidenceOf(of.id).map(({ id }) => offer('detachEvidence', { evidence: id })),
    ...network.all('evidence').map(({ id }) => ({ name: 'withdrawEvidence' as const, about: { evidence: id }, filled: {} })),
    offer('classifyIdea', {}, { pathway: 'incubator', override: 'R' }),
    ...(['parked', 'declined', 'abandoned'] as const).map((as) =>
      offer('endIdea', { as }, { ...ending, reason: endingOf(network, as) ?? reasons[as] }),
    ),
    ...(other ? [offer('mergeIdeas', {}, { into: other, reason: 'same-idea', sentence: 'S' })] : []),
    ...sampleFramework.phases.flatMap(({ key }) => [
      offer('moveIdea', { to: key }, { reason: 'R' }),
      offer('moveIdea', { to: key, override: true }, { reason: 'R' }),
    ]),
    offer('reopenIdea', {}, { reason: 'R' }),
    offer('returnToTriage', {}, { reason: 'R' }),
    offer('holdIdea', {}, { why: 'W' }),
    offer('liftHold', {}, { reason: 'R' }),
  ]
}
const endingOf = (network: MemoryNetwork, of: string): string | undefined =>
  network.framework().endings.find((ending) => ending.of === of)?.key

/** What a page or the panel has of an idea, and nothing else. */
const onScreen = (network: MemoryNetwork, of: Idea): Network =>
  partNetwork({ framework: network.framework(), idea: of, evidence: network.all('evidence'), stances: network.stancesOf(of.id) })

test('[V6] what a screen offers by what it shows is what the server does not refuse for who asks or how things stand', () => {
  fc.assert(
    fc.property(sequence, whoever, (attempts, by) => {
      const network = run(attempts, (before, _attempt, _context, changes) => before.write(changes))
      const context = { ...by, at: now + 100 * day }
      for (const one of network.all('idea').filter(({ mergedInto }) => mergedInto === null)) {
        for (const { name, about, filled } of offers(network, one)) {
          const shown = objectionTo(mutationNamed(name) as Mutation, onScreen(network, one), about, context)
          const decided = decision(name, network, { ...about, ...filled }, context)
          const said = JSON.stringify({ name, about, context, decided })
          if (shown) expect(decided, said).toEqual(shown)
          // What a gate still needs is said beside it; everything else that was offered is taken.
          else if (isRefusal(decided)) expect(decided.message, said).toMatch(/^Before this move: /)
        }
      }
    }),
    { numRuns: 150 },
  )
})

test.each(names)('[M3] %s answers any JSON with changes or a refusal, whoever asks', (name) => {
  const network = sampleNetwork([anIdea(), anIdea({ id: otherIdea, hold }), aClip({ ideas: [ideaId] })])
  const guess = fc.oneof(
    fc.jsonValue(),
    args[name],
    fc
      .tuple(args[name], fc.dictionary(fc.constantFrom('idea', 'set', 'into', 'evidence', 'reason', '__proto__'), fc.jsonValue()))
      .map(([one, other]) => ({ ...one, ...other })),
  )
  fc.assert(
    fc.property(guess, whoever, (value, by) => {
      const decided = decision(name, network, value, { ...by, at: now })
      expect(Array.isArray(decided) || decided.message !== '').toBe(true)
    }),
    { numRuns: 150 },
  )
})

test.each(['proposeIdea', 'mergeIdeas', 'moveIdea', 'clipEvidence'] as const)('[M3] %s: missing args are told by name', (name) => {
  expect(
    decision(name, sampleNetwork(), { idea: ideaId, evidence: clipId }, { person: 'coco', role: 'coordinator', site: '', at: now }),
  ).toMatchObject({ refused: 'invalid' })
})
