import { expect, test } from 'vitest'
import { changeAsSeenBy, hiddenName, viewerClass } from '../../../shared/rules/visibility.ts'
import { decide, isRefusal, isUnnamed, type Mutation } from '../../../shared/mutations/engine/mutation.ts'
import type { Context } from '../../../shared/domain/actor.ts'
import { mutationNamed, mutations } from '../../../shared/mutations/index.ts'
import { copyId } from '../../../shared/mutations/engine/nameless-copy.ts'
import { type Change, type Evidence, type Idea, roles } from '../../../shared/domain/entities.ts'
import { MemoryStore } from '../../memory-store.ts'
import { english } from '../../in-words.ts'

const sender: Context = { person: 'sender', role: 'contributor', site: '', at: 1 }
const peer: Context = { ...sender, person: 'peer' }

const store = (): { memory: MemoryStore; run: (name: string, args: object, context?: Context) => Change[] } => {
  const memory = new MemoryStore()
  let seq = 0
  return {
    memory,
    run: (name, args, context = sender) => {
      const mutation = mutationNamed(name)
      if (!mutation) throw new Error(`No mutation ${name}`)
      const decision = decide(mutation, memory.network, args, context)
      if (isRefusal(decision)) throw new Error(english(decision.reason))
      memory.write(decision, (seq += 1))
      return decision
    },
  }
}
/** An id that says what it is of. */
const uuid = (name: string): string => `00000000-0000-4000-8000-${Buffer.from(name.padEnd(6, '.')).toString('hex').slice(0, 12)}`
const clip = (evidence: string, more: object = {}) => ({
  evidence,
  citation: { type: 'article', title: 'A title' },
  kind: 'opinion',
  ...more,
})
const change = 'Weigh every child in the evening'

test.each(roles)('[W1] only coordinators, admins and the sender see the sender: a %s who is a peer', (role) => {
  const { run } = store()
  const proposed = run('proposeIdea', { idea: uuid('idea-1'), change, nameHidden: true })[0] as Change & { kind: 'idea'; value: Idea }
  const told = role === 'coordinator' || role === 'admin'
  const seen = changeAsSeenBy({ person: 'peer', role }, proposed) as typeof proposed
  expect(seen.value.proposedBy).toBe(told ? 'sender' : hiddenName)
  expect({ ...seen.value, proposedBy: 'sender' }).toEqual(proposed.value)
  expect(JSON.stringify(seen).includes('sender')).toBe(told)
  expect(changeAsSeenBy(sender, proposed)).toEqual(proposed)
})

test('[W1] a hold or an ending by the sender hides the name too; what others said keeps their names', () => {
  const { run } = store()
  const [proposed] = run('proposeIdea', { idea: uuid('idea-1'), change, nameHidden: true })
  const value = proposed?.value as Idea
  const said = (by: string) => ({ reason: 'x', sentence: 'y', by, at: 1 })
  const own = {
    kind: 'idea' as const,
    id: value.id,
    value: {
      ...value,
      ending: { ...said('sender'), nameHidden: true as const },
      hold: { why: 'z', by: 'sender', nameHidden: true as const, at: 1 },
      watchers: ['sender', 'peer'],
    },
  } satisfies Change
  expect(JSON.stringify(changeAsSeenBy(peer, own))).not.toContain('sender')
  const theirs = { ...own, value: { ...value, ending: said('coordinator') } }
  expect((changeAsSeenBy(peer, theirs).value as Idea).ending?.by).toBe('coordinator')
})

test('[W1] [M25] what a hidden sender says of their clip hides the name too; what others say keeps their names', () => {
  const { run } = store()
  const [clipId, ideaId] = [uuid('clip-1'), uuid('idea-1')]
  run('proposeIdea', { idea: ideaId, change })
  run('clipEvidence', clip(clipId, { nameHidden: true, ideas: [ideaId] }))
  const assessed = { evidence: clipId, idea: ideaId, set: { kind: 'randomised-trial', appraisal: 'lower', direction: 'against' } }
  const [own] = run('assessEvidence', assessed)
  expect(JSON.stringify(own).match(/"by":"sender"/g)).toHaveLength(3)
  expect(JSON.stringify(changeAsSeenBy(peer, own as Change))).not.toContain('sender')
  const [theirs] = run('assessEvidence', { ...assessed, set: { kind: 'guideline' } }, { ...peer, role: 'coordinator' })
  expect((changeAsSeenBy({ ...peer, person: 'other' }, theirs as Change).value as Evidence).kindSaid?.by).toBe('peer')
})

test('[W2] [M25] what the sender of a hidden idea says, as its lead, of another’s clip has no name', () => {
  const { run } = store()
  const [clipId, ideaId] = [uuid('clip-1'), uuid('idea-1')]
  run('proposeIdea', { idea: ideaId, change, nameHidden: true })
  run('clipEvidence', clip(clipId, { ideas: [ideaId] }), peer)
  run('editIdea', { idea: ideaId, set: { leads: ['sender'] } }, { ...peer, role: 'coordinator' })
  const [said] = run('assessEvidence', { evidence: clipId, idea: ideaId, set: { direction: 'context' } })
  if (!said) throw new Error('Nothing was said')
  expect(said.value).toMatchObject({ directions: { [ideaId]: { is: 'context', nameHidden: true } } })
  expect(changeAsSeenBy(peer, said).value).toMatchObject({ directions: { [ideaId]: { is: 'context', by: hiddenName } } })
})

test('[W1] rows without a hidden name are the same for everybody', () => {
  const { run } = store()
  const all = [
    ...run('proposeIdea', { idea: uuid('idea-1'), change }),
    ...run('clipEvidence', clip(uuid('clip-1'))),
    ...run('commentIdea', { comment: uuid('c-1'), idea: uuid('idea-1'), text: 'Yes' }),
  ]
  for (const one of all) expect(changeAsSeenBy(peer, one)).toEqual(one)
})

const reasonOf = (of: string): string => new MemoryStore().network.framework().endings.find((ending) => ending.of === of)?.key ?? ''
const coordinator: Context = { ...peer, person: 'coordinator', role: 'coordinator' }

test('[W2] what somebody adds to their own hidden idea is hidden too, and what others add is not', () => {
  const { memory, run } = store()
  run('proposeIdea', { idea: uuid('idea-1'), change, nameHidden: true }, { ...sender, site: 'site-1' })
  run('configureFramework', { set: { sites: [{ key: 'site-1', label: 'One' }] } }, { ...peer, role: 'admin' })
  run('clipEvidence', clip(uuid('after'), { ideas: [uuid('idea-1')] }))
  run('commentIdea', { comment: uuid('own'), idea: uuid('idea-1'), text: 'I would add' })
  run('commentIdea', { comment: uuid('theirs'), idea: uuid('idea-1'), text: 'I agree' }, peer)
  const stance = { idea: uuid('idea-1'), site: 'site-1', stance: 'testing', measure: 'Weights', expectedEnd: 9e12 }
  run('expressStance', stance, { ...sender, role: 'site-lead', site: 'site-1' })
  run(
    'recordMeasurements',
    { idea: uuid('idea-1'), site: 'site-1', measure: 'outcome', points: [[7400, 1]] },
    { ...sender, role: 'steering', at: 9e11 },
  )
  const of = (id: string) => (memory.value('evidence', id) ?? memory.value('comment', id))?.nameHidden ?? false
  expect([uuid('after'), uuid('own'), uuid('theirs')].map(of)).toEqual([true, true, false])
  expect([...memory.all('stance'), ...memory.all('series')].map(({ by, nameHidden }) => [by, nameHidden])).toEqual([
    ['sender', true],
    ['sender', true],
  ])
})

test.each([
  ['the sender’s own', sender],
  ['another’s', peer],
])('[W2] beside an idea without a name %s clip is a copy without one, once, and the clip stays as everybody saw it', (_, clipper) => {
  const { memory, run } = store()
  for (const id of ['one', 'two', 'three']) run('clipEvidence', clip(uuid(id)), clipper)
  const before = memory.all('evidence')
  run('proposeIdea', { idea: uuid('idea-1'), change, nameHidden: true, evidence: [uuid('one')] })
  run('attachEvidence', { evidence: uuid('two'), idea: uuid('idea-1') })
  expect(run('attachEvidence', { evidence: uuid('two'), idea: uuid('idea-1') })).toEqual([])
  run('attachEvidence', { evidence: uuid('three'), idea: uuid('idea-1') }, coordinator)
  const linked = {
    ...before.find(({ id }) => id === uuid('three')),
    ideas: [uuid('idea-1')],
    attachedAt: { [uuid('idea-1')]: coordinator.at },
  }
  for (const item of before) expect(memory.value('evidence', item.id)).toEqual(item.id === linked.id ? linked : item)
  const copies = memory.network.evidenceOf(uuid('idea-1')).filter(({ id }) => id !== linked.id)
  expect(copies.map(({ clippedBy, nameHidden }) => [clippedBy, nameHidden])).toEqual([
    [clipper.person, true],
    [clipper.person, true],
  ])
  expect(copies.map(({ id }) => id).toSorted()).toEqual([uuid('one'), uuid('two')].map((id) => copyId(id, uuid('idea-1'))).toSorted())
  // Taken off and put beside it again, it is the same copy; what another put under that id is not taken for it.
  run('detachEvidence', { evidence: copyId(uuid('two'), uuid('idea-1')), idea: uuid('idea-1') }, coordinator)
  run('attachEvidence', { evidence: uuid('two'), idea: uuid('idea-1') })
  expect(memory.network.evidenceOf(uuid('idea-1'))).toHaveLength(3)
  run('clipEvidence', { ...clip(copyId(uuid('three'), uuid('idea-2'))), citation: { type: 'article', title: 'Another' } }, peer)
  expect(() => run('proposeIdea', { idea: uuid('idea-2'), change, nameHidden: true, evidence: [uuid('three')] })).toThrow('clip it again')
})

test('[W2] what is said on an idea with a hidden name is hidden wherever a merge takes it; on the other idea it has a name', () => {
  const { memory, run } = store()
  run('proposeIdea', { idea: uuid('idea-1'), change, nameHidden: true })
  run('proposeIdea', { idea: uuid('idea-2'), change: 'Weigh them in the morning' }, peer)
  run('mergeIdeas', { idea: uuid('idea-1'), into: uuid('idea-2'), reason: reasonOf('merged'), sentence: 'The same' }, coordinator)
  run('commentIdea', { comment: uuid('through'), idea: uuid('idea-1'), text: 'Mine' })
  run('commentIdea', { comment: uuid('direct'), idea: uuid('idea-2'), text: 'Theirs' })
  run('holdIdea', { idea: uuid('idea-1'), why: 'Harm' })
  expect(memory.value('comment', uuid('through'))).toMatchObject({ idea: uuid('idea-2'), nameHidden: true })
  expect(memory.value('comment', uuid('direct'))?.nameHidden).toBeUndefined()
  expect(memory.value('idea', uuid('idea-2'))?.hold).toMatchObject({ by: 'sender', nameHidden: true })
})

test('[W2] what is said about a clip with a hidden name is hidden, on any idea', () => {
  const { memory, run } = store()
  run('proposeIdea', { idea: uuid('idea-2'), change }, peer)
  run('clipEvidence', clip(uuid('secret'), { nameHidden: true }))
  const asked = { evidence: uuid('secret'), idea: uuid('idea-2') }
  const unnamed = (name: 'attachEvidence' | 'detachEvidence', person: string) =>
    isUnnamed(mutations[name] as unknown as Mutation, memory.network, asked, person)
  expect(unnamed('attachEvidence', 'sender')).toBe(true)
  run('attachEvidence', asked)
  expect([unnamed('detachEvidence', 'sender'), unnamed('detachEvidence', 'coordinator')]).toEqual([true, false])
})

test('[W2] a hidden name stays hidden through a merge', () => {
  const { run } = store()
  run('proposeIdea', { idea: uuid('idea-1'), change, nameHidden: true }, { ...sender, site: 'north' })
  run('proposeIdea', { idea: uuid('idea-2'), change: 'Weigh them in the morning' }, peer)
  const merged = run(
    'mergeIdeas',
    { idea: uuid('idea-1'), into: uuid('idea-2'), reason: reasonOf('merged'), sentence: 'The same' },
    coordinator,
  )
  const stances = merged.filter(({ kind }) => kind === 'stance')
  expect(stances).toHaveLength(1)
  expect(JSON.stringify(stances)).toContain('sender')
  expect(JSON.stringify(merged.map((one) => changeAsSeenBy(peer, one)))).not.toContain('sender')
})

test('[W3] a cursor records which names its viewer may see', () => {
  expect(roles.map((role) => viewerClass({ person: 'x', role }))).toEqual(['own', 'own', 'all', 'own', 'all'])
})

test('[W2] who asked steering without a name, or decided so, is told to nobody who may not know', () => {
  const { memory, run } = store()
  const coordinator: Context = { ...peer, person: 'coordinator', role: 'coordinator' }
  const idea = uuid('idea')
  run('proposeIdea', { idea, change, nameHidden: true, problem: 'P' }, coordinator)
  run('classifyIdea', { idea, pathway: 'network-wide', override: 'O' }, coordinator)
  run('requestApproval', { approval: uuid('asked'), idea, to: 'design', due: 2, says: 'S' }, coordinator)
  run('decideApproval', { idea, approval: uuid('asked'), decision: 'approved' }, { ...peer, person: 'member', role: 'steering' })
  const value = memory.value('idea', idea)
  if (!value) throw new Error('The idea is not there')
  const seen = changeAsSeenBy(peer, { kind: 'idea', id: idea, value }).value
  expect(seen).toMatchObject({ approval: { by: hiddenName, votes: [{ by: 'member' }] } })
})
