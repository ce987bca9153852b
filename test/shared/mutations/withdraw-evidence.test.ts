import { aClip, anIdea, clipId, colleague, coordinator, decisions, ideaId, otherClip, sender } from '../../sample-network.ts'

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
  { it: '[M23] not a coordinator either', given, by: coordinator, args, refused: 'forbidden' },
  { it: '[M23] a clip that is not there', given, by: sender, args: { evidence: otherClip }, refused: 'not-found' },
])
