import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal, type Mutation, objectionTo } from '../../../shared/mutations/engine/mutation.ts'
import type { Context } from '../../../shared/domain/actor.ts'
import { mutationNamed, type MutationName } from '../../../shared/mutations/index.ts'
import { type Change, type Idea, type Network, survivingIdea } from '../../../shared/domain/entities.ts'
import { partNetwork } from '../../../shared/domain/part-network.ts'
import { suggestPathway } from '../../../shared/rules/pathways.ts'
import type { MemoryNetwork } from '../../memory-network.ts'
import { argsOf, type Attempt, attempt, names, sites, whoever } from './any-attempt.ts'
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
} from '../../sample-network.ts'
import { english } from '../../in-words.ts'

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
    if (change.kind === 'idea' && network.idea(change.id)?.hold)
      expect(['liftHold', 'takeIdea', 'watchIdea', 'unpublishIdea', 'agreeToBeNamed']).toContain(name)
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
    if (isRefusal(decided)) expect(english(decided.reason)).toMatch(/ /)
    else each(network, asked, context, decided)
  }
  return network
}

const sequence = fc.array(attempt, { minLength: 1, maxLength: 60, size: 'max' })

test('[M5] property: no mutations in any order throw, change a value in place or leave a dangling reference', () => {
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

test('[M20] property: the same mutation again by the same person changes nothing', () => {
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

test('[V6] property: a screen offers exactly what the server does not refuse because of the person or the state', () => {
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
          else if (isRefusal(decided)) expect(decided.reason.code, said).toBe('move-lacks')
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
    argsOf[name],
    fc
      .tuple(argsOf[name], fc.dictionary(fc.constantFrom('idea', 'set', 'into', 'evidence', 'reason', '__proto__'), fc.jsonValue()))
      .map(([one, other]) => ({ ...one, ...other })),
  )
  fc.assert(
    fc.property(guess, whoever, (value, by) => {
      expect(decision(name, network, value, { ...by, at: now })).toSatisfy((decided) => Array.isArray(decided) || isRefusal(decided))
    }),
    { numRuns: 150 },
  )
})

test.each(['proposeIdea', 'mergeIdeas', 'moveIdea', 'clipEvidence'] as const)('[M3] %s: a refusal names the missing arguments', (name) => {
  expect(
    decision(name, sampleNetwork(), { idea: ideaId, evidence: clipId }, { person: 'coco', role: 'coordinator', site: '', at: now }),
  ).toMatchObject({ refused: 'invalid' })
})
