import { clipId, coordinator, aClip, anIdea, decisions, ideaId, now, otherIdea, sender, uuid } from '../../sample-network.ts'

const run = uuid(41)
const citation = { type: 'article-journal', title: 'Warm towels at the scale', DOI: '10.5555/brought' }
const args = { evidence: clipId, run, file: 'library.ris', row: 12, citation }
const made = {
  id: clipId,
  citation,
  quote: null,
  link: '',
  kind: null,
  note: '',
  site: '',
  ideas: [],
  clippedBy: coordinator.person,
  clippedAt: now,
  imported: { run, file: 'library.ris', row: 12, ideas: [], by: coordinator.person, at: now },
}

decisions('importEvidence', [
  { it: '[O46] comes in loose, of no kind', by: coordinator, args, changes: [{ kind: 'evidence', id: clipId, value: made }] },
  {
    it: '[O46] comes in for an idea, the one that lives on, with a kind that is only suggested',
    given: [anIdea(), anIdea({ id: otherIdea, mergedInto: ideaId })],
    by: coordinator,
    args: { ...args, suggested: 'guideline', ideas: [otherIdea] },
    changes: [
      {
        kind: 'evidence',
        id: clipId,
        value: { ...made, suggested: 'guideline', ideas: [ideaId], imported: { ...made.imported, ideas: [ideaId] } },
      },
    ],
  },
  {
    it: '[O46] keeps how it stands',
    by: coordinator,
    args: { ...args, citation: { ...citation, standing: 'retracted', standingSeen: 'type' } },
    changes: [{ kind: 'evidence', id: clipId, value: { ...made, citation: { ...citation, standing: 'retracted', standingSeen: 'type' } } }],
  },
  { it: '[O46] once only', given: [aClip()], by: coordinator, args, refused: 'exists' },
  { it: '[O46] for no idea that there is not', by: coordinator, args: { ...args, ideas: [otherIdea] }, refused: 'not-found' },
  { it: '[O41] not by others', by: sender, args, refused: 'forbidden' },
])
