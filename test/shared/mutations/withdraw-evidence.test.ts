import {
  aClip,
  admin,
  anIdea,
  clipId,
  colleague,
  coordinator,
  decisions,
  ideaId,
  otherClip,
  sender,
  steering,
} from '../../sample-network.ts'

const args = { evidence: clipId }
const given = [anIdea(), aClip()]

decisions('withdrawEvidence', [
  {
    it: '[M23] whoever clipped it, while it supports no idea',
    given,
    by: sender,
    args,
    changes: [{ kind: 'evidence', id: clipId, value: null }],
  },
  { it: '[M23] not while it supports one', given: [anIdea(), aClip({ ideas: [ideaId] })], by: sender, args, refused: 'gate' },
  { it: '[M23] not a colleague', given, by: colleague, args, refused: 'forbidden' },
  ...[coordinator, steering, admin].map((by) => ({
    it: `[M23] a ${by.role} takes out any clip, from its ideas too`,
    given: [anIdea(), aClip({ ideas: [ideaId] })],
    by,
    args,
    changes: [{ kind: 'evidence' as const, id: clipId, value: null }],
  })),
  { it: '[M23] a clip that is not there', given, by: sender, args: { evidence: otherClip }, refused: 'not-found' },
])
