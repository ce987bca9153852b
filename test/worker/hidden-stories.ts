import fc from 'fast-check'
import { defaultFramework } from '../../shared/domain/framework.ts'
import type { MutationName } from '../../shared/mutations/index.ts'
import type { Role } from '../../shared/domain/entities.ts'

/** Stories of a bank in which somebody hides their name; who that is, X or Y, is open. */

export const start = Date.UTC(2026, 2, 2)
export const minute = 60_000
export const uuid = (group: number, number: number): string =>
  `${group.toString(16).repeat(8)}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`

/** Who does something. `hidden` is X in one bank and Y in the other, and everything that they do goes without a name. */
export type Who = 'hidden' | 'x' | 'y' | 'peer' | 'lead' | 'coordinator' | 'steering' | 'admin'
export interface Step {
  who: Who
  asked: { name: MutationName; args: object }[]
  minutes: number
}

/** Ideas and clips by whose they are: 0 and 1 of the one who hides, 2 of X, 3 of Y, 4 and 5 of others. */
const ownIdea = fc.integer({ min: 0, max: 1 }).map((at) => uuid(1, at))
const otherIdea = fc.integer({ min: 2, max: 5 }).map((at) => uuid(1, at))
const anyIdea = fc.oneof(ownIdea, otherIdea)
const ownClip = fc.integer({ min: 0, max: 1 }).map((at) => uuid(2, at))
const openClip = fc.integer({ min: 2, max: 5 }).map((at) => uuid(2, at))
const anyClip = fc.oneof(ownClip, openClip)
/** Those few that may be edited or deleted afterwards, and many others. */
const fewComments = fc.integer({ min: 0, max: 3 }).map((at) => uuid(3, at))
const comment = fc.oneof(
  fewComments,
  fc.integer({ min: 4, max: 400 }).map((at) => uuid(3, at)),
)
const words = fc.constantFrom('Weigh at noon.', 'Fewer alarms.', 'Call the day before.')
const site = fc.constant('north')
const citation = fc.constant({ type: 'article-journal', title: 'Weights at home' })

type Asked = Step['asked'][number]
const asking = (name: MutationName, args: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Asked> =>
  fc.record({ name: fc.constant(name), args: fc.record(args) })
const stanceOf = (idea: fc.Arbitrary<string>, lead: boolean): fc.Arbitrary<Asked> =>
  lead
    ? fc.oneof(
        asking('expressStance', { idea, site, stance: fc.constant('testing'), measure: words, expectedEnd: fc.constant(start + 9e9) }),
        asking('expressStance', { idea, site, stance: fc.constant('tested'), result: fc.constantFrom('improved', 'worse') }),
      )
    : asking('expressStance', { idea, site, stance: fc.constant('interested'), note: words })
const numbers = (idea: fc.Arbitrary<string>): fc.Arbitrary<Asked> =>
  asking('recordMeasurements', {
    idea,
    site,
    measure: fc.constantFrom('outcome', 'process'),
    points: fc.array(fc.tuple(fc.integer({ min: 20_000, max: 20_005 }), fc.constantFrom(1, 2)), { minLength: 1, maxLength: 2 }),
  })
const assessing = (evidence: fc.Arbitrary<string>, idea: fc.Arbitrary<string>): fc.Arbitrary<Asked> =>
  asking('assessEvidence', {
    evidence,
    idea,
    set: fc.record(
      { direction: fc.constantFrom('against', 'context'), kind: fc.constantFrom('before-after', 'opinion') },
      { requiredKeys: [] },
    ),
  })
const endings = defaultFramework.endings
const reasonOf = (of: string): string => endings.find((ending) => ending.of === of)?.key ?? ''

const request = fc.integer({ min: 1, max: 2 }).map((at) => uuid(9, at))

/** What goes without a name: said so, or about what was sent so. */
const unnamed = (role: Role): fc.Arbitrary<Asked> => {
  const hidden = fc.constant(true)
  const proposing = asking('proposeIdea', {
    idea: ownIdea,
    change: words,
    nameHidden: hidden,
    site,
    evidence: fc.array(anyClip, { maxLength: 2 }),
  })
  return fc.oneof(
    { weight: 3, arbitrary: proposing },
    asking('clipEvidence', {
      evidence: ownClip,
      citation,
      kind: fc.constant('guideline'),
      nameHidden: hidden,
      ideas: fc.array(anyIdea, { maxLength: 2 }),
    }),
    asking('attachEvidence', { evidence: anyClip, idea: ownIdea }),
    asking('attachEvidence', { evidence: ownClip, idea: anyIdea }),
    asking('detachEvidence', { evidence: ownClip, idea: anyIdea }),
    assessing(ownClip, anyIdea),
    ...(role === 'contributor' ? [] : [assessing(anyClip, ownIdea)]),
    asking('commentIdea', { comment, idea: anyIdea, text: words, nameHidden: hidden, question: fc.boolean() }),
    asking('commentIdea', { comment, idea: ownIdea, text: words, question: fc.boolean() }),
    asking('editComment', { comment: fewComments, idea: anyIdea, text: words }),
    asking('deleteComment', { comment: fewComments, idea: anyIdea }),
    asking('markQuestionRead', { comment: fewComments, idea: anyIdea }),
    stanceOf(ownIdea, role === 'site-lead'),
    asking('holdIdea', { idea: ownIdea, why: words }),
    asking('watchIdea', { idea: ownIdea, watch: fc.boolean() }),
    asking('editIdea', { idea: ownIdea, set: fc.record({ problem: words }) }),
    asking('withdrawIdea', { idea: ownIdea }),
    ...(role === 'contributor' ? [] : [numbers(ownIdea), asking('moveIdea', { idea: ownIdea, to: fc.constantFrom('design', 'test') })]),
    ...(role === 'steering'
      ? [
          asking('endIdea', { idea: ownIdea, as: fc.constant('declined'), reason: fc.constant(reasonOf('declined')), sentence: words }),
          asking('reopenIdea', { idea: ownIdea, reason: words }),
          asking('decideApproval', { idea: ownIdea, approval: request, decision: fc.constant('approved') }),
        ]
      : []),
  )
}

/** What X and Y do under their names: nothing that names what the one who hides has sent, for that would go without it. */
const named = (number: number, role: Role): fc.Arbitrary<Asked> => {
  const [idea, evidence] = [fc.constant(uuid(1, number)), fc.constant(uuid(2, number))]
  return fc.oneof(
    asking('proposeIdea', { idea, change: words, site }),
    {
      weight: 2,
      arbitrary: asking('clipEvidence', {
        evidence,
        citation,
        kind: fc.constant('guideline'),
        ideas: fc.array(otherIdea, { maxLength: 1 }),
      }),
    },
    asking('attachEvidence', { evidence: openClip, idea: otherIdea }),
    asking('detachEvidence', { evidence, idea: otherIdea }),
    assessing(evidence, otherIdea),
    asking('commentIdea', { comment, idea: otherIdea, text: words, question: fc.boolean() }),
    asking('holdIdea', { idea: otherIdea, why: words }),
    asking('watchIdea', { idea: otherIdea, watch: fc.boolean() }),
    stanceOf(otherIdea, role === 'site-lead'),
    ...(role === 'contributor' ? [] : [numbers(otherIdea)]),
  )
}

const others: Partial<Record<Who, fc.Arbitrary<Asked>>> = {
  peer: fc.oneof(
    asking('proposeIdea', { idea: fc.integer({ min: 4, max: 5 }).map((at) => uuid(1, at)), change: words, site: fc.constant('south') }),
    asking('clipEvidence', {
      evidence: fc.integer({ min: 4, max: 5 }).map((at) => uuid(2, at)),
      citation,
      kind: fc.constant('guideline'),
      ideas: fc.array(anyIdea, { maxLength: 1 }),
    }),
    asking('attachEvidence', { evidence: anyClip, idea: anyIdea }),
    asking('detachEvidence', { evidence: anyClip, idea: anyIdea }),
    asking('commentIdea', { comment, idea: anyIdea, text: words, question: fc.boolean() }),
    asking('watchIdea', { idea: anyIdea, watch: fc.boolean() }),
  ),
  lead: fc.oneof(asking('holdIdea', { idea: anyIdea, why: words }), asking('commentIdea', { comment, idea: anyIdea, text: words })),
  coordinator: fc.oneof(
    asking('commentIdea', { comment, idea: anyIdea, text: words, question: fc.constant(true) }),
    asking('classifyIdea', { idea: anyIdea, pathway: fc.constantFrom('single-site', 'incubator', 'network-wide'), override: words }),
    asking('takeIdea', { idea: anyIdea, take: fc.boolean(), over: fc.boolean() }),
    asking('requestApproval', {
      approval: request,
      idea: anyIdea,
      to: fc.constantFrom('design', 'test'),
      due: fc.constant(8e15),
      says: words,
    }),
    asking('withdrawApproval', { idea: anyIdea, approval: request }),
    asking('moveIdea', { idea: anyIdea, to: fc.constantFrom('design', 'test', 'evaluate'), reason: words, override: fc.constant(true) }),
    {
      weight: 3,
      arbitrary: asking('mergeIdeas', { idea: anyIdea, into: anyIdea, reason: fc.constant(reasonOf('merged')), sentence: words }),
    },
    asking('endIdea', { idea: anyIdea, as: fc.constant('declined'), reason: fc.constant(reasonOf('declined')), sentence: words }),
    asking('reopenIdea', { idea: anyIdea, reason: words }),
  ),
  steering: fc.oneof(
    asking('liftHold', { idea: anyIdea, reason: words }),
    asking('decideApproval', { idea: anyIdea, approval: request, decision: fc.constantFrom('approved', 'conditions'), says: words }),
  ),
}

const stepsOf = (role: Role): fc.Arbitrary<Step[]> => {
  const by = (who: Who, asked: fc.Arbitrary<Asked>, least = 1): fc.Arbitrary<Step> =>
    fc.record({ who: fc.constant(who), asked: fc.array(asked, { minLength: least, maxLength: 4 }), minutes: fc.constantFrom(0, 1, 600) })
  return fc.array(
    fc.oneof(
      { weight: 8, arbitrary: by('hidden', unnamed(role)) },
      { weight: 3, arbitrary: by('x', named(2, role), 0) },
      { weight: 3, arbitrary: by('y', named(3, role), 0) },
      ...(Object.entries(others) as [Who, fc.Arbitrary<Asked>][]).map(([who, asked]) => ({
        weight: who === 'coordinator' ? 5 : 2,
        arbitrary: by(who, asked),
      })),
    ),
    { minLength: 6, maxLength: 24 },
  )
}

/** Something to begin with, so that most of what comes has something to be about. */
const prelude = (role: Role): Step[] => {
  const propose = (number: number, more = {}): Asked => ({
    name: 'proposeIdea',
    args: { idea: uuid(1, number), change: 'Weigh at noon.', site: number > 3 ? 'south' : 'north', ...more },
  })
  const clip = (number: number, more = {}): Asked => ({
    name: 'clipEvidence',
    args: { evidence: uuid(2, number), citation: { type: 'article-journal', title: 'Weights at home' }, kind: 'guideline', ...more },
  })
  const by = (who: Who, ...asked: Asked[]): Step => ({ who, asked, minutes: 1 })
  const staff = role === 'steering' ? [] : [by('steering', { name: 'watchIdea', args: { idea: uuid(1, 4), watch: true } })]
  return [
    by('peer', propose(4), clip(4)),
    by('x', propose(2), clip(2)),
    by('y', clip(3), propose(3)),
    by('hidden', propose(0, { nameHidden: true }), clip(0, { nameHidden: true }), propose(1, { nameHidden: true, evidence: [uuid(2, 2)] })),
    ...staff,
  ]
}

export interface Story {
  role: Role
  /** Whether the bank knows X and Y before they ask for anything. */
  met: boolean
  steps: Step[]
}
export const story: fc.Arbitrary<Story> = fc.constantFrom<Role>('contributor', 'contributor', 'site-lead', 'steering').chain((role) =>
  fc.record({
    role: fc.constant(role),
    met: fc.boolean(),
    steps: fc.tuple(fc.integer({ min: 0, max: 2 }), stepsOf(role)).map(([left, steps]) => [...prelude(role).slice(left), ...steps]),
  }),
)
