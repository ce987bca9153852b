import { aClip, clipId, colleague, coordinator, decisions, ideaId, now, sender, siteLead, steering } from '../../sample-network.ts'

const args = { evidence: clipId, dismiss: true, why: 'It is about adults.' }
const given = [aClip()]
const dismissed = (by: string) => ({ dismissed: { by, at: now, why: 'It is about adults.' } })

decisions('dismissEvidence', [
  { it: '[M26] whoever clipped it', given, by: sender, args, changes: [aClip(dismissed('sam'))] },
  { it: '[M26] a coordinator', given, by: coordinator, args, changes: [aClip(dismissed('coco'))] },
  { it: '[M26] steering', given, by: steering, args, changes: [aClip(dismissed('stella'))] },
  { it: '[M26] not a colleague', given, by: colleague, args, refused: 'forbidden' },
  { it: '[M26] not a site lead', given, by: siteLead, args, refused: 'forbidden' },
  { it: '[M26] not without a reason', given, by: sender, args: { ...args, why: ' ' }, refused: 'invalid' },
  { it: '[M26] not while it supports an idea', given: [aClip({ ideas: [ideaId] })], by: coordinator, args, refused: 'gate' },
  {
    it: '[M26] taken back',
    given: [aClip(dismissed('coco'))],
    by: sender,
    args: { evidence: clipId, dismiss: false },
    changes: [aClip()],
  },
  { it: '[M20] dismissed already', given: [aClip(dismissed('coco'))], by: sender, args, changes: [] },
  { it: '[M20] not dismissed at all', given, by: sender, args: { ...args, dismiss: false }, changes: [] },
  {
    it: '[M26] without the name of who clipped it without theirs',
    given: [aClip({ nameHidden: true })],
    by: sender,
    args,
    changes: [aClip({ nameHidden: true, dismissed: { by: 'sam', nameHidden: true, at: now, why: 'It is about adults.' } })],
  },
  { it: '[M26] a clip that is not there', by: sender, args, refused: 'not-found' },
])
