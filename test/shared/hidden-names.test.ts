import { expect, test } from 'vitest'
import { changeAsSeenBy, hiddenName, viewOf } from '../../shared/hidden-names.ts'
import type { Context } from '../../shared/mutation.ts'
import { decide, isRefusal } from '../../shared/mutation.ts'
import { mutationNamed } from '../../shared/mutations/index.ts'
import { type Change, type Evidence, type Idea, roles } from '../../shared/network.ts'
import { MemoryStore } from '../memory-store.ts'

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
      if (isRefusal(decision)) throw new Error(decision.message)
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

test.each(roles)('[W1] the sender is told to coordinators, admins and the sender only: a %s who is a peer', (role) => {
  const { run } = store()
  const proposed = run('proposeIdea', { idea: uuid('idea-1'), change, nameHidden: true })[0] as Change & { kind: 'idea'; value: Idea }
  const told = role === 'coordinator' || role === 'admin'
  const seen = changeAsSeenBy({ person: 'peer', role }, proposed) as typeof proposed
  expect(seen.value.proposedBy).toBe(told ? 'sender' : hiddenName)
  expect({ ...seen.value, proposedBy: 'sender' }).toEqual(proposed.value)
  expect(JSON.stringify(seen).includes('sender')).toBe(told)
  expect(changeAsSeenBy(sender, proposed)).toEqual(proposed)
})

test('[W1] a hold or an ending by the sender does not tell the name either; what others said of it keeps theirs', () => {
  const { run } = store()
  const [proposed] = run('proposeIdea', { idea: uuid('idea-1'), change, nameHidden: true })
  const value = proposed?.value as Idea
  const said = (by: string) => ({ reason: 'x', sentence: 'y', by, at: 1 })
  const own = {
    kind: 'idea' as const,
    id: value.id,
    value: { ...value, ending: said('sender'), hold: { why: 'z', by: 'sender', at: 1 }, watchers: ['sender', 'peer'] },
  } satisfies Change
  expect(JSON.stringify(changeAsSeenBy(peer, own))).not.toContain('sender')
  const theirs = { ...own, value: { ...value, ending: said('coordinator') } }
  expect((changeAsSeenBy(peer, theirs).value as Idea).ending?.by).toBe('coordinator')
})

test('[W1] [M25] what a hidden sender says of their clip does not tell the name either; what others say of it keeps theirs', () => {
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

test('[W2] [M25] the sender of a hidden idea who leads it says something of another’s clip under no name', () => {
  const { run } = store()
  const [clipId, ideaId] = [uuid('clip-1'), uuid('idea-1')]
  run('proposeIdea', { idea: ideaId, change, nameHidden: true })
  run('clipEvidence', clip(clipId, { ideas: [ideaId] }), peer)
  run('editIdea', { idea: ideaId, set: { leads: ['sender'] } }, { ...peer, role: 'coordinator' })
  const [said] = run('assessEvidence', { evidence: clipId, idea: ideaId, set: { direction: 'context' } })
  expect(said?.value).toMatchObject({ directions: { [ideaId]: { is: 'context', by: hiddenName } } })
})

test('[W1] what does not hide its name is the same for everybody', () => {
  const { run } = store()
  const all = [
    ...run('proposeIdea', { idea: uuid('idea-1'), change }),
    ...run('clipEvidence', clip(uuid('clip-1'))),
    ...run('commentIdea', { comment: uuid('c-1'), idea: uuid('idea-1'), text: 'Yes' }),
  ]
  for (const one of all) expect(changeAsSeenBy(peer, one)).toEqual(one)
})

test('[W2] what somebody adds to their own hidden idea is hidden too, and what others add is not', () => {
  const { memory, run } = store()
  run('clipEvidence', clip(uuid('before')))
  run('clipEvidence', clip(uuid('of-peer')), peer)
  run('proposeIdea', { idea: uuid('idea-1'), change, nameHidden: true, evidence: [uuid('before'), uuid('of-peer')] })
  run('clipEvidence', clip(uuid('after'), { ideas: [uuid('idea-1')] }))
  run('clipEvidence', clip(uuid('attached')))
  run('attachEvidence', { evidence: uuid('attached'), idea: uuid('idea-1') })
  run('commentIdea', { comment: uuid('own'), idea: uuid('idea-1'), text: 'I would add' })
  run('commentIdea', { comment: uuid('theirs'), idea: uuid('idea-1'), text: 'I agree' }, peer)
  const hidden = (id: string) => (memory.value('evidence', id) ?? memory.value('comment', id))?.nameHidden ?? false
  expect([uuid('before'), uuid('after'), uuid('attached'), uuid('own')].map(hidden)).toEqual([true, true, true, true])
  expect([uuid('of-peer'), uuid('theirs')].map(hidden)).toEqual([false, false])
})

test('[W2] a merge does not put a hidden name into a site’s stance', () => {
  const { run } = store()
  run('proposeIdea', { idea: uuid('idea-1'), change, nameHidden: true }, { ...sender, site: 'north' })
  run('proposeIdea', { idea: uuid('idea-2'), change: 'Weigh them in the morning' }, peer)
  const reason = new MemoryStore().network.framework().endings.find((ending) => ending.of === 'merged')?.key
  const merged = run(
    'mergeIdeas',
    { idea: uuid('idea-1'), into: uuid('idea-2'), reason, sentence: 'The same' },
    { ...peer, role: 'coordinator' },
  )
  const stances = merged.filter(({ kind }) => kind === 'stance')
  expect(stances).toHaveLength(1)
  expect(JSON.stringify(stances)).not.toContain('sender')
})

test('[W3] a cursor says which names its reader was told', () => {
  expect(roles.map((role) => viewOf({ person: 'x', role }))).toEqual(['own', 'own', 'all', 'own', 'all'])
})
