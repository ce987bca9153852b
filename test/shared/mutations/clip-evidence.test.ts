import {
  aClip,
  anIdea,
  clipId,
  colleague,
  decisions,
  everyRole,
  evidence,
  hold,
  ideaId,
  merged,
  now,
  otherIdea,
  sender,
  uuid,
} from '../../sample-network.ts'

const item = { evidence: clipId, citation: { type: 'article-journal', title: 'On weights' }, kind: 'before-after' }
const clipped = { clippedAt: now }

decisions('clipEvidence', [
  ...everyRole.map((by) => ({
    it: `[M10] an item alone is enough, from a ${by.role}`,
    by,
    args: item,
    changes: [aClip({ ...clipped, clippedBy: by.person, site: by.site })],
  })),
  {
    it: '[M10] with its sentence, its link and the ideas that it supports, each once',
    given: [anIdea(), anIdea({ id: otherIdea })],
    by: sender,
    args: {
      ...item,
      quote: { exact: 'Weights differ.', prefix: '', suffix: '' },
      link: 'https://a.example/#:~:text=Weights',
      note: 'N',
      ideas: [ideaId, otherIdea, ideaId],
    },
    changes: [
      aClip({
        ...clipped,
        quote: { exact: 'Weights differ.', prefix: '', suffix: '' },
        link: 'https://a.example/#:~:text=Weights',
        note: 'N',
        ideas: [ideaId, otherIdea],
      }),
    ],
  },
  {
    it: '[P9] with the record of what was taken out of it, as types and counts',
    by: sender,
    args: { ...item, checked: { replaced: { NAME: 2, DATE: 1 } } },
    changes: [aClip({ ...clipped, checked: { replaced: { NAME: 2, DATE: 1 }, notPatient: {} } })],
  },
  { it: '[P9] a value in that record', by: sender, args: { ...item, checked: { replaced: { NAME: 'Marisol' } } }, refused: 'invalid' },
  { it: '[P9] a type that there is not', by: sender, args: { ...item, checked: { replaced: { Marisol: 1 } } }, refused: 'invalid' },
  {
    it: '[M14] named for a merged idea and for the one it joined, it supports that one once',
    given: [anIdea(merged(otherIdea)), anIdea({ id: otherIdea })],
    by: sender,
    args: { ...item, ideas: [ideaId, otherIdea] },
    changes: [{ kind: 'evidence', id: clipId, value: evidence({ ...clipped, ideas: [otherIdea] }) }],
  },
  {
    it: '[M16] for an idea on hold',
    given: [anIdea({ hold })],
    by: sender,
    args: { ...item, ideas: [ideaId] },
    changes: [aClip({ ...clipped, ideas: [ideaId] })],
  },
  {
    it: '[M24] without a kind it has none',
    by: sender,
    args: { ...item, kind: undefined },
    changes: [aClip({ ...clipped, kind: null })],
  },
  {
    it: '[M24] the default kind of an older extension, which nobody may have chosen, counts as not said',
    by: sender,
    args: { ...item, kind: 'opinion' },
    changes: [aClip({ ...clipped, kind: null })],
  },
  {
    it: '[M24] the kind “opinion”, when somebody said it',
    by: sender,
    args: { ...item, kind: 'opinion', kindSaid: true },
    changes: [aClip({ ...clipped, kind: 'opinion' })],
  },
  {
    it: '[M24] a kind that nobody said, with what the page suggests as a hint',
    by: sender,
    args: { ...item, kind: 'opinion', kindSaid: false, suggested: 'randomised-trial' },
    changes: [aClip({ ...clipped, kind: null, suggested: 'randomised-trial' })],
  },
  {
    it: '[M24] a suggestion is dropped when a kind was said',
    by: sender,
    args: { ...item, kind: 'guideline', kindSaid: true, suggested: 'randomised-trial' },
    changes: [aClip({ ...clipped, kind: 'guideline' })],
  },
  { it: '[M3] a suggestion that there is not', by: sender, args: { ...item, suggested: 'hearsay' }, refused: 'invalid' },
  { it: '[M7] an id in use', given: [aClip()], by: colleague, args: item, refused: 'exists' },
  { it: '[M10] an idea that is not there', by: sender, args: { ...item, ideas: [uuid(99)] }, refused: 'not-found' },
  { it: '[M8] a site that the network does not have', by: sender, args: { ...item, site: 'nowhere' }, refused: 'invalid' },
  {
    it: '[M3] a sentence longer than 600 characters',
    by: sender,
    args: { ...item, quote: { exact: 'x'.repeat(601), prefix: '', suffix: '' } },
    refused: 'invalid',
  },
  { it: '[M3] a link that would run', by: sender, args: { ...item, link: 'javascript:alert(1)' }, refused: 'invalid', saying: 'http(s)' },
  { it: '[M3] a kind that there is not', by: sender, args: { ...item, kind: 'hearsay' }, refused: 'invalid' },
])
