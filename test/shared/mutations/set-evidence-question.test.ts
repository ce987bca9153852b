import {
  admin,
  anIdea,
  colleague,
  coordinator,
  decisions,
  hold,
  ideaId,
  lead,
  merged,
  now,
  otherIdea,
  sender,
  uuid,
} from '../../sample-network.ts'

const asked = {
  population: 'preterm infants',
  intervention: 'weighing at noon',
  comparison: '',
  outcome: 'growth',
  search: 'infants AND weighing',
}
const evidenceQuestion = { ...asked, at: now }
const args = { idea: ideaId, question: asked }

decisions('setEvidenceQuestion', [
  { it: '[K20] its sender asks', given: [anIdea()], by: sender, args, changes: [anIdea({ evidenceQuestion })] },
  {
    it: '[K20] what may be left out is empty, spaces and unseen signs of a search are one space',
    given: [anIdea()],
    by: coordinator,
    args: { idea: ideaId, question: { population: '', intervention: 'x', search: ' infants\n\u200b AND  weighing ' } },
    changes: [
      anIdea({
        evidenceQuestion: { population: '', intervention: 'x', comparison: '', outcome: '', search: 'infants AND weighing', at: now },
      }),
    ],
  },
  {
    it: '[K20] in other words it counts from the day on which it was first asked',
    given: [anIdea({ leads: ['lee'], pathway: 'incubator', evidenceQuestion: { ...evidenceQuestion, search: 'weighing', at: now - 5 } })],
    by: lead,
    args,
    changes: [anIdea({ leads: ['lee'], pathway: 'incubator', evidenceQuestion: { ...evidenceQuestion, at: now - 5 } })],
  },
  {
    it: '[K20] taken away; dismissed papers stay so',
    given: [anIdea({ evidenceQuestion, dismissedPapers: [{ pmid: '1' }] })],
    by: admin,
    args: { idea: ideaId, question: null },
    changes: [anIdea({ dismissedPapers: [{ pmid: '1' }] })],
  },
  { it: '[M20] nothing to take away', given: [anIdea()], by: sender, args: { idea: ideaId, question: null }, changes: [] },
  { it: '[M20] the same again', given: [anIdea({ evidenceQuestion: { ...evidenceQuestion, at: 5 } })], by: sender, args, changes: [] },
  {
    it: '[M3] of an idea that was merged: the one that lives on asks',
    given: [anIdea(merged(otherIdea)), anIdea({ id: otherIdea })],
    by: coordinator,
    args,
    changes: [anIdea({ id: otherIdea, evidenceQuestion })],
  },
  { it: '[K20] not who only reads it', given: [anIdea()], by: colleague, args, refused: 'forbidden' },
  { it: '[K20] not its sender once it is classified', given: [anIdea({ pathway: 'incubator' })], by: sender, args, refused: 'forbidden' },
  { it: '[M16] not on hold', given: [anIdea({ hold })], by: coordinator, args, refused: 'held' },
  { it: '[M3] an idea that is not there', by: coordinator, args: { ...args, idea: uuid(9) }, refused: 'not-found' },
  ...['', '  ', 'AND', '(infants', 'infants)', '"infants', 'infants [tiab', 'infants AND', 'OR infants', '() AND x y', 'x'.repeat(601)].map(
    (search) => ({
      it: `[K20] no search: ${search.slice(0, 20)}`,
      given: [anIdea()],
      by: sender,
      args: { idea: ideaId, question: { ...asked, search } },
      refused: 'invalid' as const,
    }),
  ),
])
