import { aClip, clipId, coordinator, decisions, ideaId, now, otherIdea, sender, uuid } from '../../sample-network.ts'

const run = uuid(41)
const args = { evidence: clipId, run }
const imported = { run, file: 'library.ris', row: 12, ideas: [ideaId], by: coordinator.person, at: now }
const brought = { imported, ideas: [ideaId], kind: null, note: '' }
const said = { by: coordinator.person, at: now }

decisions('removeImportedEvidence', [
  { it: '[O47] takes it out', given: [aClip(brought)], by: coordinator, args, changes: [{ kind: 'evidence', id: clipId, value: null }] },
  { it: '[O47] [M20] what is gone needs nothing', by: coordinator, args, changes: [] },
  { it: '[O47] not what came otherwise', given: [aClip()], by: coordinator, args, refused: 'not-found' },
  {
    it: '[O47] not what came with another import',
    given: [aClip(brought)],
    by: coordinator,
    args: { ...args, run: uuid(42) },
    refused: 'not-found',
  },
  {
    it: '[O47] not once somebody said its kind',
    given: [aClip({ ...brought, kind: 'guideline', kindSaid: said })],
    by: coordinator,
    args,
    refused: 'gone',
  },
  {
    it: '[O47] not once somebody said what it says of the idea',
    given: [aClip({ ...brought, directions: { [ideaId]: { ...said, is: 'against' } } })],
    by: coordinator,
    args,
    refused: 'gone',
  },
  {
    it: '[O47] not once it is for another idea',
    given: [aClip({ ...brought, ideas: [ideaId, otherIdea] })],
    by: coordinator,
    args,
    refused: 'gone',
  },
  { it: '[O47] not once it was taken from its idea', given: [aClip({ ...brought, ideas: [] })], by: coordinator, args, refused: 'gone' },
  {
    it: '[O47] not once it was dismissed',
    given: [aClip({ ...brought, dismissed: { ...said, why: 'Of adults.' } })],
    by: coordinator,
    args,
    refused: 'gone',
  },
  {
    it: '[O47] not once somebody said how it stands',
    given: [aClip({ ...brought, lookedUp: { said: [{ service: 'person', kind: 'none', source: sender.person, asked: now }], at: now } })],
    by: coordinator,
    args,
    refused: 'gone',
  },
  {
    it: '[O47] a look-up is nobody’s work',
    given: [aClip({ ...brought, lookedUp: { said: [{ service: 'crossref', kind: 'retracted', asked: now }], at: now } })],
    by: coordinator,
    args,
    changes: [{ kind: 'evidence', id: clipId, value: null }],
  },
  { it: '[O41] not by others', given: [aClip(brought)], by: sender, args, refused: 'forbidden' },
])
