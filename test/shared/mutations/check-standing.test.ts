import type { Assertion } from '../../../shared/lookups/assertion.ts'
import { aClip, admin, clipId, coordinator, decisions, now, sender } from '../../sample-network.ts'

const retracted: Assertion = { service: 'crossref', kind: 'retracted', source: 'publisher', notice: { doi: '10.5555/notice' }, asked: now }

const person = (as: 'checked' | 'reinstated', by = 'coco'): Assertion => ({ service: 'person', kind: as, source: by, asked: now })

decisions('checkStanding', [
  {
    it: '[K5] a coordinator says that it stands',
    given: [aClip({ lookedUp: { said: [retracted], at: now - 1 } })],
    by: coordinator,
    args: { evidence: clipId, as: 'checked' },
    changes: [aClip({ lookedUp: { said: [retracted, person('checked')], at: now } })],
  },
  {
    it: '[K5] another word takes the place of the last',
    given: [aClip({ lookedUp: { said: [person('checked')], at: now - 1 } })],
    by: admin,
    args: { evidence: clipId, as: 'reinstated' },
    changes: [aClip({ lookedUp: { said: [person('reinstated', 'ada')], at: now } })],
  },
  {
    it: '[K5] taken back',
    given: [aClip({ lookedUp: { said: [retracted, person('checked')], at: now - 1 } })],
    by: coordinator,
    args: { evidence: clipId, as: null },
    changes: [aClip({ lookedUp: { said: [retracted], at: now } })],
  },
  { it: '[K5] nothing to take back', given: [aClip()], by: coordinator, args: { evidence: clipId, as: null }, changes: [] },
  { it: '[K5] not whoever clipped it', given: [aClip()], by: sender, args: { evidence: clipId, as: 'checked' }, refused: 'forbidden' },
  { it: '[K5] a clip that is not there', by: coordinator, args: { evidence: clipId, as: 'checked' }, refused: 'not-found' },
])
