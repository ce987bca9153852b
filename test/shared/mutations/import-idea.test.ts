import { expect, test } from 'vitest'
import { newsFrom } from '../../../shared/notifications/notifications.ts'
import { endOfDay } from '../../../shared/values/calendar-day.ts'
import { decide } from '../../../shared/mutations/engine/mutation.ts'
import { importIdea } from '../../../shared/mutations/import-idea.ts'
import type { Idea } from '../../../shared/domain/entities.ts'
import { MemoryNetwork } from '../../memory-network.ts'
import { anIdea, admin, coordinator, day, decisions, everyRole, idea, ideaId, now, sampleFramework, uuid } from '../../sample-network.ts'

const run = uuid(41)
const args = { idea: ideaId, run, file: 'ideas.xlsx', row: 7, change: 'Warm the towels.', site: 'ash', topic: 'feeding', day: 20_000 }
const imported = { run, file: 'ideas.xlsx', row: 7, by: coordinator.person, at: now }
const made = (value: Partial<Idea> = {}): Idea =>
  idea({
    change: 'Warm the towels.',
    problem: '',
    topic: 'feeding',
    site: 'ash',
    proposedBy: coordinator.person,
    proposedAt: endOfDay(20_000),
    movedAt: endOfDay(20_000),
    decisionDue: endOfDay(Math.floor(now / day) + sampleFramework.decisionDays),
    imported,
    ...value,
  })
const changes = (value: Partial<Idea> = {}) => [{ kind: 'idea' as const, id: ideaId, value: made(value) }]
const parked = { as: 'parked', reason: 'not-now', sentence: 'It was put aside.', lookAgain: now + 90 * day }

decisions('importIdea', [
  { it: '[O40] with its day, and without a pathway to triage', by: coordinator, args, changes: changes() },
  {
    it: '[O40] in the name of a guest',
    by: coordinator,
    args: { ...args, behalf: { guest: 'Ola Tarn' } },
    changes: changes({ guest: 'Ola Tarn' }),
  },
  {
    it: '[O40] where it stands, without asking the gates',
    by: coordinator,
    args: { ...args, pathway: 'network-wide', phase: 'sustain' },
    changes: changes({ pathway: 'network-wide', phase: 'sustain' }),
  },
  {
    it: '[O40] ended, with reason and sentence',
    by: coordinator,
    args: { ...args, ending: parked },
    changes: changes({
      disposition: 'parked',
      ending: { reason: 'not-now', sentence: 'It was put aside.', by: coordinator.person, at: now },
      lookAgain: now + 90 * day,
    }),
  },
  {
    it: '[O40] today where no day is known',
    by: coordinator,
    args: { ...args, day: undefined },
    changes: changes({ proposedAt: now, movedAt: now }),
  },
  { it: '[O40] not a second time', given: [anIdea()], by: coordinator, args, refused: 'exists' },
  { it: '[M8] no site that the network does not have', by: coordinator, args: { ...args, site: 'nowhere' }, refused: 'invalid' },
  { it: '[M8] no topic that the network does not have', by: coordinator, args: { ...args, topic: 'nothing' }, refused: 'invalid' },
  { it: '[M8] no such pathway', by: coordinator, args: { ...args, pathway: 'nowhere' }, refused: 'invalid' },
  { it: '[O40] no phase without a pathway', by: coordinator, args: { ...args, phase: 'test' }, refused: 'invalid' },
  {
    it: '[O40] no phase beyond its pathway',
    by: coordinator,
    args: { ...args, pathway: 'single-site', phase: 'sustain' },
    refused: 'invalid',
  },
  {
    it: '[M13] no ending for another reason',
    by: coordinator,
    args: { ...args, ending: { ...parked, reason: 'same-idea' } },
    refused: 'invalid',
  },
  {
    it: '[M13] not parked until yesterday',
    by: coordinator,
    args: { ...args, ending: { ...parked, lookAgain: now - day } },
    refused: 'invalid',
  },
  { it: '[O32] not proposed on a day to come', by: coordinator, args: { ...args, day: Math.floor(now / day) + 3 }, refused: 'invalid' },
  ...everyRole
    .filter(({ role }) => role !== 'coordinator' && role !== 'admin')
    .map((by) => ({ it: `[O41] not by ${by.role}`, by, args, refused: 'forbidden' as const })),
])

test('[O41] an admin may as well', () => {
  const network = new MemoryNetwork([{ kind: 'framework', id: 'framework', value: sampleFramework }])
  expect(decide(importIdea, network, args, admin)).toMatchObject([{ value: { imported: { by: admin.person } } }])
})

test('[O42] what had become of it before is no news, what becomes of it later is', () => {
  const value = made({
    proposedBy: 'sam',
    disposition: 'parked',
    ending: { reason: 'not-now', sentence: 'Put aside.', by: 'coco', at: now },
  })
  expect(newsFrom([{ kind: 'idea', value }], 'sam', 0)).toEqual([])
  const later = { ...value, ending: { ...value.ending, at: now + day } } as Idea
  expect(newsFrom([{ kind: 'idea', value: later }], 'sam', 0).map(({ kind }) => kind)).toEqual(['parked'])
})
