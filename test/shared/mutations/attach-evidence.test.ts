import {
  aClip,
  anIdea,
  clipId,
  colleague,
  decisions,
  everyRole,
  hold,
  ideaId,
  merged,
  now,
  otherIdea,
  sender,
} from '../../sample-network.ts'

const args = { evidence: clipId, idea: ideaId }

decisions('attachEvidence', [
  ...everyRole.map((by) => ({
    it: `[M10] a ${by.role} may`,
    given: [anIdea(), aClip()],
    by,
    args,
    changes: [aClip({ ideas: [ideaId], attachedAt: { [ideaId]: now } })],
  })),
  { it: '[M20] twice is once', given: [anIdea(), aClip({ ideas: [ideaId] })], by: colleague, args, changes: [] },
  {
    it: '[M14] to a merged idea: to the one it joined',
    given: [anIdea(merged(otherIdea)), anIdea({ id: otherIdea }), aClip()],
    by: sender,
    args,
    changes: [aClip({ ideas: [otherIdea], attachedAt: { [otherIdea]: now } })],
  },
  {
    it: '[M16] to an idea on hold',
    given: [anIdea({ hold }), aClip()],
    by: sender,
    args,
    changes: [aClip({ ideas: [ideaId], attachedAt: { [ideaId]: now } })],
  },
  { it: '[M10] a clip that is not there', given: [anIdea()], by: sender, args, refused: 'not-found' },
  { it: '[M10] an idea that is not there', given: [aClip()], by: sender, args, refused: 'not-found' },
])
