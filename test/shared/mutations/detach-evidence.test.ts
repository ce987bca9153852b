import {
  aClip,
  anIdea,
  clipId,
  colleague,
  coordinator,
  decisions,
  hold,
  ideaId,
  merged,
  otherIdea,
  sender,
  siteLead,
  steering,
} from '../../sample-network.ts'

const args = { evidence: clipId, idea: ideaId }
const given = [anIdea(), aClip({ ideas: [ideaId, otherIdea] })]
const changes = [aClip({ ideas: [otherIdea] })]

decisions('detachEvidence', [
  { it: '[M10] whoever clipped it; the clip stays', given, by: sender, args, changes },
  { it: '[M10] a coordinator', given, by: coordinator, args, changes },
  { it: '[M10] steering', given, by: steering, args, changes },
  { it: '[M10] not a colleague', given, by: colleague, args, refused: 'forbidden' },
  { it: '[M10] not a site lead', given, by: siteLead, args, refused: 'forbidden' },
  { it: '[M20] what is not attached', given: [anIdea(), aClip()], by: sender, args, changes: [] },
  {
    it: '[M14] from a merged idea: from the one it joined',
    given: [anIdea(merged(otherIdea)), anIdea({ id: otherIdea }), aClip({ ideas: [ideaId, otherIdea] })],
    by: sender,
    args,
    changes: [aClip({ ideas: [ideaId] })],
  },
  { it: '[M16] not from an idea on hold', given: [anIdea({ hold }), aClip({ ideas: [ideaId] })], by: sender, args, refused: 'held' },
  { it: '[M10] a clip that is not there', given: [anIdea()], by: sender, args, refused: 'not-found' },
])
