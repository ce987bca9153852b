import * as fc from 'fast-check'
import type { Context } from '../../../shared/domain/actor.ts'
import { roles } from '../../../shared/domain/entities.ts'
import { type MutationName, mutations } from '../../../shared/mutations/index.ts'
import { day, now, sampleFramework, uuid } from '../../sample-network.ts'

export interface Attempt {
  name: MutationName
  args: object
  by: Omit<Context, 'at'>
}

export const names = Object.keys(mutations) as MutationName[]
export const sites = sampleFramework.sites.slice(0, 4).map((site) => site.key)
const idea = fc.integer({ min: 1, max: 3 }).map(uuid)
const request = fc.integer({ min: 31, max: 32 }).map(uuid)
const clip = fc.integer({ min: 11, max: 13 }).map(uuid)
const words = fc.constantFrom('', 'Weigh.', 'Weigh at noon.')
const site = fc.constantFrom(...sites)
const reason = fc.constantFrom(...sampleFramework.endings.map((ending) => ending.key))
const some = <Value>(of: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> => fc.option(of, { nil: undefined })
const people = fc.constantFrom('sam', 'sam', 'sam', 'lee', 'coco')

/** Args that mostly make sense, so that a sequence gets somewhere. */
export const argsOf: Record<MutationName, fc.Arbitrary<object>> = {
  proposeIdea: fc.record({
    idea,
    change: words,
    problem: words,
    topic: fc.constantFrom('', 'feeding'),
    evidence: fc.array(clip, { maxLength: 2 }),
    behalf: some(fc.constantFrom<object>({ member: 'sam' }, { guest: 'Maria Guest' })),
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
  importIdea: fc.record({
    idea,
    run: fc.integer({ min: 41, max: 42 }).map(uuid),
    file: fc.constant('list.csv'),
    row: fc.constant(2),
    change: words,
    pathway: some(fc.constantFrom('single-site', 'incubator')),
    phase: some(fc.constantFrom('idea', 'test')),
    day: some(fc.constant(20_000)),
  }),
  removeImported: fc.record({ idea, run: fc.integer({ min: 41, max: 42 }).map(uuid) }),
  importEvidence: fc.record({
    evidence: clip,
    run: fc.integer({ min: 41, max: 42 }).map(uuid),
    file: fc.constant('library.ris'),
    row: fc.constant(1),
    citation: fc.constant({ type: 'article-journal', DOI: '10.5555/brought' }),
    ideas: fc.array(idea, { maxLength: 1 }),
  }),
  removeImportedEvidence: fc.record({ evidence: clip, run: fc.integer({ min: 41, max: 42 }).map(uuid) }),
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
  requestApproval: fc.record({
    approval: request,
    idea,
    to: fc.constantFrom('design', 'test', 'spread'),
    due: fc.constant(now + 14 * day),
    says: words,
  }),
  decideApproval: fc.record({ idea, approval: request, decision: fc.constantFrom('approved', 'conditions', 'declined'), says: words }),
  withdrawApproval: fc.record({ idea, approval: request }),
  dismissEvidence: fc.record({ evidence: clip, dismiss: fc.boolean(), why: some(words) }),
  takeBack: fc.record({ mutation: request }),
  markQuestionRead: fc.record({ comment: fc.integer({ min: 21, max: 24 }).map(uuid), idea }),
  editComment: fc.record({ comment: fc.integer({ min: 21, max: 24 }).map(uuid), idea, text: words }),
  deleteComment: fc.record({ comment: fc.integer({ min: 21, max: 24 }).map(uuid), idea }),
  withdrawStance: fc.record({ idea, site }),
  takeIdea: fc.record({ idea, take: fc.boolean(), over: fc.boolean() }),
  recordLookup: fc.record({ evidence: clip, said: fc.constant([]) }),
  recordWatchList: fc.record({
    evidence: clip,
    said: fc.constantFrom([], [{ kind: 'retracted', date: '2026-05-04' }]),
    day: fc.constant(1),
  }),
  setEvidenceQuestion: fc.record({
    idea,
    question: fc.constantFrom<object | null>(null, {
      population: 'preterm infants',
      intervention: 'weighing at noon',
      search: 'weighing AND noon',
    }),
  }),
  dismissPaper: fc.record({ idea, paper: fc.constantFrom<object>({ pmid: '39990001' }, { doi: '10.5555/found' }) }),
  checkStanding: fc.record({ evidence: clip, as: fc.constantFrom('checked', 'reinstated', null) }),
  publishIdea: fc.record({ idea, sites: fc.boolean() }),
  unpublishIdea: fc.record({ idea }),
  agreeToBeNamed: fc.record({ idea, agree: fc.boolean() }),
  watchIdea: fc.record({ idea, watch: fc.boolean() }),
  liftHold: fc.record({ idea, reason: fc.constant('R') }),
  withdrawIdea: fc.record({ idea }),
  withdrawEvidence: fc.record({ evidence: clip }),
  commentIdea: fc.record({ comment: fc.integer({ min: 21, max: 24 }).map(uuid), idea, text: words }),
  configureFramework: fc.record({ set: fc.record({ decisionDays: fc.integer({ min: 0, max: 30 }) }) }),
}

export const whoever: fc.Arbitrary<Omit<Context, 'at'>> = fc.record({
  person: people,
  role: fc.constantFrom(...roles),
  site: fc.constantFrom('', ...sites),
})
/** Mostly somebody who may ask for it: refusals alone would lead nowhere. */
const somebody = (name: MutationName): typeof whoever =>
  mutations[name].roles.length === 0
    ? fc.constant({ person: '', role: 'admin', site: '', system: true })
    : fc.oneof(
        { weight: 1, arbitrary: whoever },
        {
          weight: 4,
          arbitrary: fc.record({ person: people, role: fc.constantFrom(...mutations[name].roles), site: fc.constantFrom('', ...sites) }),
        },
      )

/** Proposals, merges and what undoes them more often than the rest: the invariants are about them. */
const frequent = ['proposeIdea', 'mergeIdeas', 'reopenIdea', 'withdrawIdea', 'endIdea'] as const
export const attempt: fc.Arbitrary<Attempt> = fc
  .constantFrom(...names, ...frequent, ...frequent)
  .chain((chosen) => fc.record({ name: fc.constant(chosen), args: argsOf[chosen], by: somebody(chosen) }))
