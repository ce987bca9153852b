import {
  aClip,
  anIdea,
  aStance,
  clipId,
  colleague,
  coordinator,
  decisions,
  ended,
  evidence,
  hold,
  ideaId,
  otherIdea,
  sender,
  stance,
  tested,
} from '../../sample-network.ts'

const args = { idea: ideaId }

decisions('withdrawIdea', [
  {
    it: '[M9] by its sender: clips stay, stances are deleted',
    given: [anIdea(), aClip({ ideas: [ideaId, otherIdea] }), aStance(stance('birch'))],
    by: sender,
    args,
    changes: [
      { kind: 'idea', id: ideaId, value: null },
      { kind: 'evidence', id: clipId, value: evidence({ ideas: [otherIdea] }) },
      { kind: 'stance', id: `${ideaId}/birch`, value: null },
    ],
  },
  { it: '[M9] nobody else', given: [anIdea()], by: colleague, args, refused: 'forbidden' },
  { it: '[M9] network staff neither', given: [anIdea()], by: coordinator, args, refused: 'forbidden' },
  { it: '[M9] not once it is classified', given: [anIdea({ pathway: 'incubator' })], by: sender, args, refused: 'gate' },
  { it: '[M9] not once it has ended', given: [anIdea(ended('declined'))], by: sender, args, refused: 'gate' },
  {
    it: '[M9] not when a site tests it',
    given: [anIdea(), aStance(stance('birch', { stance: 'testing' }))],
    by: sender,
    args,
    refused: 'gate',
  },
  {
    it: '[M9] not when a site says that it made things worse',
    given: [anIdea(), aStance(tested('birch', 'worse'))],
    by: sender,
    args,
    refused: 'gate',
  },
  { it: '[M14] not when other ideas joined it', given: [anIdea({ joined: [otherIdea] })], by: sender, args, refused: 'gate' },
  { it: '[M16] not on hold', given: [anIdea({ hold })], by: sender, args, refused: 'held' },
  { it: '[M3] an idea that is not there', by: sender, args, refused: 'not-found' },
])
