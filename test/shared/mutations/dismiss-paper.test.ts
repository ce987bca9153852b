import { mostDismissed } from '../../../shared/domain/evidence-question.ts'
import { anIdea, colleague, coordinator, decisions, hold, ideaId, lead, sender, uuid } from '../../sample-network.ts'

const args = { idea: ideaId, paper: { pmid: '39990001', doi: '10.5555/Found' } }
const dismissedPapers = [{ doi: '10.5555/found', pmid: '39990001' }]

decisions('dismissPaper', [
  {
    it: '[K22] its sender dismisses a paper, as services write its numbers',
    given: [anIdea()],
    by: sender,
    args,
    changes: [anIdea({ dismissedPapers })],
  },
  {
    it: '[K22] and a lead another, by its PMID alone',
    given: [anIdea({ leads: ['lee'], pathway: 'incubator', dismissedPapers })],
    by: lead,
    args: { idea: ideaId, paper: { pmid: '0039990002' } },
    changes: [anIdea({ leads: ['lee'], pathway: 'incubator', dismissedPapers: [...dismissedPapers, { pmid: '39990002' }] })],
  },
  {
    it: '[M20] dismissed already, by either number',
    given: [anIdea({ dismissedPapers })],
    by: sender,
    args: { idea: ideaId, paper: { doi: '10.5555/FOUND' } },
    changes: [],
  },
  {
    it: '[K22] it is of use after all',
    given: [anIdea({ dismissedPapers: [...dismissedPapers, { pmid: '5' }] })],
    by: coordinator,
    args: { idea: ideaId, paper: { doi: '10.5555/found' }, dismiss: false },
    changes: [anIdea({ dismissedPapers: [{ pmid: '5' }] })],
  },
  {
    it: '[K22] it is of use after all, under a DOI of another service',
    given: [anIdea({ dismissedPapers })],
    by: coordinator,
    args: { idea: ideaId, paper: { doi: '10.5555/preprint', pmid: '39990001' }, dismiss: false },
    changes: [anIdea({ dismissedPapers: [] })],
  },
  { it: '[M20] it was not dismissed', given: [anIdea()], by: sender, args: { ...args, dismiss: false }, changes: [] },
  { it: '[K22] not who only reads it', given: [anIdea()], by: colleague, args, refused: 'forbidden' },
  { it: '[K22] no paper', given: [anIdea()], by: sender, args: { idea: ideaId, paper: { pmid: 'Unavailable' } }, refused: 'invalid' },
  { it: '[M16] not on hold', given: [anIdea({ hold })], by: coordinator, args, refused: 'held' },
  { it: '[M3] an idea that is not there', by: coordinator, args: { ...args, idea: uuid(9) }, refused: 'not-found' },
  {
    it: '[K22] the last 300 are named',
    given: [anIdea({ dismissedPapers: Array.from({ length: mostDismissed }, (_, index) => ({ pmid: String(index + 1) })) })],
    by: sender,
    args,
    changes: [
      anIdea({
        dismissedPapers: [...Array.from({ length: mostDismissed - 1 }, (_, index) => ({ pmid: String(index + 2) })), ...dismissedPapers],
      }),
    ],
  },
])
