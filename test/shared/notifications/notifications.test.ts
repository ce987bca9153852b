import { expect, test } from 'vitest'
import type { Change } from '../../../shared/domain/entities.ts'
import { newestOf, newsFrom, type NewsItem } from '../../../shared/notifications/notifications.ts'
import { approval, decided, designed, vote } from '../../sample-approval.ts'
import {
  aClip,
  aComment,
  anIdea,
  aStance,
  coordinator,
  day,
  decision,
  ended,
  hold,
  idea,
  ideaId,
  merged,
  now,
  otherIdea,
  sampleNetwork,
  sender,
  siteLead,
  stance,
  steering,
  tested,
  thirdIdea,
  uuid,
} from '../../sample-network.ts'
import { english } from '../../in-words.ts'

const hour = 60 * 60 * 1000
const told = (rows: Change[], person: string, since = 0): NewsItem[] => newsFrom(rows, person, since)
const kinds = (rows: Change[], person: string, since = 0): string[] => told(rows, person, since).map(({ kind }) => kind)
const moved = { pathway: 'incubator', phase: 'design', movedAt: now, step: { did: 'moved' as const, by: 'coco', why: '' } }

test('[N1] an idea that came in is acknowledged to its sender, with the day of an answer', () => {
  expect(told([anIdea()], 'sam')).toMatchObject([{ kind: 'received', at: now - day, due: now + 13 * day, tie: 'sender', helped: false }])
  expect(kinds([anIdea()], 'cleo')).toEqual([])
})

test.each(['parked', 'declined', 'abandoned'] as const)(
  '[N1] the sender of an idea that was %s is notified with the reason',
  (disposition) => {
    const rows = [anIdea(ended(disposition, { lookAgain: now + day, ending: { reason: 'r', sentence: 'Later.', by: 'coco', at: now } }))]
    expect(told(rows, 'sam')[0]).toMatchObject({ kind: disposition, says: 'Later.', by: 'coco', at: now, lookAgain: now + day })
  },
)

test('[N1] a merge notifies the sender of the surviving idea, and later of what becomes of it', () => {
  const rows = [anIdea(merged(otherIdea)), anIdea({ id: otherIdea, change: 'Weigh daily.', proposedBy: 'cleo', ...moved })]
  const [there, merge] = told(rows, 'sam')
  expect(there).toMatchObject({ kind: 'moved', idea: otherIdea, tie: 'joined', helped: true })
  expect(merge).toMatchObject({ kind: 'merged', into: { id: otherIdea, change: 'Weigh daily.' }, says: 'Later.' })
})

test('[N1] moves forward and back, reopening, a hold and results reach the sender with their reasons', () => {
  const back = { ...moved, phase: 'idea', step: { did: 'moved-back' as const, by: 'coco', why: 'The lead left.' } }
  expect(told([anIdea(back)], 'sam')[0]).toMatchObject({ kind: 'moved-back', says: 'The lead left.', helped: false })
  const again = { movedAt: now, step: { did: 'reopened' as const, by: 'coco', why: 'New evidence.' } }
  expect(told([anIdea(again)], 'sam')[0]).toMatchObject({ kind: 'reopened', says: 'New evidence.', due: now + 13 * day })
  expect(told([anIdea({ hold })], 'sam')).toMatchObject([{ kind: 'held', says: hold?.why }, { kind: 'received' }])
  expect(told([anIdea(), aStance(tested('birch', 'worse', { at: now, note: 'Slower.' }))], 'sam')[0]).toMatchObject({
    kind: 'result',
    site: 'birch',
    result: 'worse',
    says: 'Slower.',
  })
})

test('[N1] notifications match what the mutations write', () => {
  const network = sampleNetwork([anIdea()])
  const ask = (name: Parameters<typeof decision>[0], args: object, by = coordinator, later = 0): void => {
    const changes = decision(name, network, args, { ...by, at: now + later })
    if ('refused' in changes) throw new Error(english(changes.reason))
    network.write(changes)
  }
  const seen = (): NewsItem | undefined =>
    newsFrom(
      network.all('idea').map((value) => ({ kind: 'idea' as const, value })),
      'sam',
      now,
    )[0]
  ask('classifyIdea', { idea: ideaId, pathway: 'single-site' }, coordinator, 1)
  expect(seen()).toMatchObject({ kind: 'classified', pathway: 'single-site', helped: true, by: 'coco' })
  ask('moveIdea', { idea: ideaId, to: 'test', override: true, reason: 'Go.' }, coordinator, 2)
  expect(seen()).toMatchObject({ kind: 'moved', phase: 'test', says: 'Go.' })
  ask('endIdea', { idea: ideaId, as: 'declined', reason: 'already-done', sentence: 'Done in 2019.' }, steering, 3)
  expect(seen()).toMatchObject({ kind: 'declined', says: 'Done in 2019.', by: 'stella' })
  ask('reopenIdea', { idea: ideaId, reason: 'New evidence.' }, steering, 4)
  expect(seen()).toMatchObject({ kind: 'reopened', says: 'New evidence.' })
})

test('[N2] whoever gave evidence is notified when the idea goes on, not when it is commented on', () => {
  const rows = [anIdea(moved), aClip({ clippedBy: 'cleo', ideas: [ideaId] }), aComment({ by: 'lee' })]
  expect(told(rows, 'cleo')).toMatchObject([{ kind: 'moved', helped: true, tie: 'evidence' }])
  expect(told(rows, 'sam').find(({ kind }) => kind === 'moved')).toMatchObject({ helped: true, tie: 'sender' })
})

test('[N3] a question notifies the sender, the answer the asker, later comments everybody who took part', () => {
  const rows = [
    anIdea(),
    aComment({ id: uuid(31), by: 'coco', question: true, text: 'Which hour?', at: now }),
    aComment({ id: uuid(32), by: 'lee', text: 'Six?', at: now + hour }),
    aComment({ id: uuid(33), by: 'sam', text: 'Six.', at: now + 2 * hour }),
  ]
  expect(told(rows, 'sam', now - 1)).toMatchObject([
    { kind: 'comment', by: 'lee' },
    { kind: 'question', says: 'Which hour?' },
  ])
  expect(told(rows, 'coco')).toMatchObject([
    { kind: 'answer', by: 'sam', tie: 'asked' },
    { kind: 'comment', by: 'lee' },
  ])
  expect(told(rows, 'lee')).toMatchObject([{ kind: 'comment', by: 'sam' }])
  expect(told(rows, 'fay')).toEqual([])
})

test('[N4] a mention notifies the mentioned person, who needs no other tie to the idea', () => {
  const rows = [anIdea(), aComment({ by: 'coco', text: 'Fay knows.', mentions: ['fay'] })]
  expect(told(rows, 'fay')).toMatchObject([{ kind: 'mention', says: 'Fay knows.', tie: 'mentioned' }])
  expect(kinds(rows, 'sam')).toEqual(['comment', 'received'])
})

test('[N5] leads, advisers and watchers are notified of moves, endings and results', () => {
  const rows = [
    anIdea({ ...moved, leads: ['lee'], experts: ['eve'], watchers: ['wim'] }),
    aStance(tested('birch', 'improved', { at: now + 1 })),
  ]
  for (const person of ['lee', 'eve', 'wim']) expect(kinds(rows, person)).toEqual(['result', 'moved'])
  expect(kinds([anIdea({ ...merged(otherIdea), watchers: ['wim'] }), anIdea({ id: otherIdea, ...moved })], 'wim')).toEqual([
    'moved',
    'merged',
  ])
})

test('[N5] a chain of merges is followed, a damaged one ends', () => {
  const chain = [anIdea(merged(otherIdea)), anIdea({ id: otherIdea, ...merged(thirdIdea), proposedBy: 'x' })]
  expect(kinds([...chain, anIdea({ id: thirdIdea, proposedBy: 'y', ...moved })], 'sam')).toContain('moved')
  expect(kinds(chain, 'sam')).toEqual(['merged', 'merged', 'received'])
  expect(kinds([anIdea(merged(otherIdea)), anIdea({ id: otherIdea, ...merged(ideaId) })], 'sam').length).toBeGreaterThan(0)
})

test('[N6] nobody is notified of their own actions, and one event makes one notification', () => {
  const mine = [
    anIdea({ ...moved, step: { did: 'moved', by: 'sam', why: '' }, leads: ['sam'], watchers: ['sam'] }),
    aStance(stance('ash', { by: 'sam' })),
  ]
  expect(kinds(mine, 'sam')).toEqual(['received'])
  const twice = [anIdea({ ...moved, leads: ['sam'], watchers: ['sam'] }), aClip({ clippedBy: 'sam', ideas: [ideaId] })]
  const ids = told(twice, 'sam').map(({ id }) => id)
  expect(ids).toEqual([...new Set(ids)])
  expect(ids).toHaveLength(2)
})

test('[N7] only what is newer than the last seen, in the order of time, whatever the order of rows', () => {
  const rows = [
    anIdea({ ...moved, watchers: [siteLead.person] }),
    aComment({ by: 'coco', at: now - hour }),
    aStance(stance('birch', { at: now - 2 * hour })),
  ]
  const all = told(rows, sender.person)
  expect(all.map(({ at }) => at)).toEqual([now, now - hour, now - 2 * hour, now - day])
  expect(told(rows.toReversed(), 'sam')).toEqual(all)
  expect(kinds(rows, 'sam', newestOf(all, 0))).toEqual([])
  expect(kinds(rows, 'sam', now - hour)).toEqual(['moved'])
  expect(newestOf([], 7)).toBe(7)
})

test('[N7] deleted rows, unknown rows and rows without their idea are skipped', () => {
  const rows = [
    { kind: 'idea' as const, value: null },
    { kind: 'comment' as const, value: { ...idea(), idea: uuid(99) } as never },
  ]
  expect(newsFrom(rows, 'sam', 0)).toEqual([])
})

test('[N10] a request reaches steering until each has decided, and the outcome whoever asked, sent, leads or watches', () => {
  const votes = [vote('stan', 'approved')]
  const open = [anIdea({ ...designed, watchers: ['wim'], approval: approval({ votes }) })]
  const heard = (rows: Change[], person: string, steers = false) =>
    newsFrom(rows, person, 0, { steers }).map(({ kind, tie }) => `${kind} ${tie}`)
  expect(heard(open, 'stella', true)).toEqual(['approval-asked steering'])
  expect(heard(open, 'stan', true)).toEqual([])
  expect(heard(open, 'stella')).toEqual([])
  expect(newsFrom(open, 'stella', 0, { steers: true })).toMatchObject([
    { says: 'Three sites are ready.', due: now + 14 * day, phase: 'test' },
  ])
  const conditions = decided('approved', ...votes, vote('stella', 'conditions', 'Report each month.'))
  const done = [anIdea({ ...designed, watchers: ['wim'], approval: conditions })]
  expect(heard(done, 'stella', true)).toEqual([])
  expect(heard(done, 'coco')).toEqual(['approved-conditions asked'])
  expect(['sam', 'lee', 'wim'].map((person) => heard(done, person)[0])).toEqual([
    'approved-conditions sender',
    'approved-conditions lead',
    'approved-conditions watcher',
  ])
  expect(newsFrom(done, 'coco', 0)).toMatchObject([{ says: 'Report each month.' }])
  const gone = [anIdea({ ...designed, movedAt: now, approval: approval() })]
  expect(heard(gone, 'stella', true)).toEqual([])
  expect(heard([anIdea({ ...designed, approval: decided('declined', vote('stella', 'declined', 'No.')) })], 'coco')).toEqual([
    'not-approved asked',
  ])
})

test('[N12] what nobody took reminds every coordinator two days before its answer is due, and a request whoever of steering has not decided', () => {
  const reminded = (value: object, moment: number, who: object, person = 'coco') =>
    newsFrom([anIdea(value)], person, 0, { now: moment, ...who })
      .filter(({ due }) => due !== null)
      .map(({ kind, at, tie }) => [kind, at, tie])
  const coordinates = { free: new Set([ideaId]) }
  expect(reminded({}, now + 10 * day, coordinates)).toEqual([])
  expect(reminded({}, now + 11 * day, coordinates)).toEqual([['due-soon-untaken', now + 11 * day, 'coordinator']])
  expect(reminded({}, now + 11 * day, {})).toEqual([])
  for (const other of [{ pathway: 'incubator' }, { disposition: 'parked' }, { taken: { by: 'cody', at: now } }])
    expect(reminded(other, now + 11 * day, coordinates)).toEqual([])
  const waits = { ...designed, approval: approval({ at: now, due: now + 14 * day }) }
  expect(reminded(waits, now + 12 * day, { steers: true }, 'stella')).toEqual([
    ['approval-due', now + 12 * day, 'steering'],
    ['approval-asked', now, 'steering'],
  ])
  expect(reminded(waits, now + 11 * day, { steers: true }, 'stella')).toEqual([['approval-asked', now, 'steering']])
  const voted = { ...designed, approval: approval({ due: now + 14 * day, votes: [vote('stella', 'approved')] }) }
  expect(reminded(voted, now + 13 * day, { steers: true }, 'stella')).toEqual([])
})

test('[B20] whoever took an idea is told what becomes of it, and reminded two days before its answer is due, until there is one', () => {
  const taken = { by: 'coco', at: now - day }
  const at = (moment: number, value: object = {}) =>
    newsFrom([anIdea({ taken, ...value })], 'coco', 0, { now: moment }).map(({ kind, at: when }) => [kind, when])
  expect(at(now + 10 * day)).toEqual([])
  expect(at(now + 11 * day)).toEqual([['due-soon', now + 11 * day]])
  expect(at(now + 11 * day, { pathway: 'incubator' })).toEqual([])
  // Taken the day before, they know; they are told once it is due.
  expect(at(now + 12 * day, { taken: { by: 'coco', at: now + 12 * day } })).toEqual([])
  expect(at(now + 13 * day, { taken: { by: 'coco', at: now + 12 * day } })).toEqual([['due-soon', now + 13 * day]])
  expect(newsFrom([anIdea({ taken })], 'stella', 0, { now: now + 12 * day })).toEqual([])
  expect(kinds([anIdea({ taken, hold })], 'coco')).toEqual(['held'])
})
