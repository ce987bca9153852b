import type { Assertion } from '../../../shared/lookups/assertion.ts'
import { aClip, admin, clipId, coordinator, day, decisions, everyRole, now } from '../../sample-network.ts'

const said = { kind: 'retracted', source: 'retraction-watch', notice: { doi: '10.5555/notice' }, date: '2026-05-04', record: '7' } as const
const listed: Assertion = { ...said, service: 'retraction-watch', asked: now }
const crossref: Assertion = { service: 'crossref', kind: 'none', asked: now - 1 }
const args = { evidence: clipId, said: [said], day: now - day }
const list = { by: 'coco', at: now, day: now - day }

decisions('recordWatchList', [
  ...everyRole
    .filter(({ role }) => role !== 'coordinator' && role !== 'admin')
    .map((by) => ({ it: `[K9] no ${by.role} may`, given: [aClip()], by, args, refused: 'forbidden' as const })),
  {
    it: '[K9] what a list says is kept beside what services said, with who uploaded it and its day',
    given: [aClip({ lookedUp: { said: [crossref], at: now - 1 } })],
    by: coordinator,
    args,
    changes: [aClip({ lookedUp: { said: [crossref, listed], list, at: now } })],
  },
  {
    it: '[K9] the same list again changes nothing, whoever uploads it',
    given: [aClip({ lookedUp: { said: [crossref, { ...listed, asked: now - 5 }], list, at: now - 5 } })],
    by: admin,
    args: { ...args, day: now + day },
    changes: [],
  },
  {
    it: '[K9] a clip that a newer list names no more',
    given: [aClip({ lookedUp: { said: [crossref, listed], list, at: now - 1 } })],
    by: coordinator,
    args: { ...args, said: [] },
    changes: [aClip({ lookedUp: { said: [crossref], list, at: now } })],
  },
  {
    it: '[K9] in nobody else’s name',
    given: [aClip()],
    by: coordinator,
    args: { ...args, said: [{ ...said, kind: 'hearsay' }] },
    refused: 'invalid',
  },
  { it: '[K9] a day that is none', given: [aClip()], by: coordinator, args: { ...args, day: 'soon' }, refused: 'invalid' },
  { it: '[K9] a clip that is not there', by: coordinator, args, refused: 'not-found' },
])
