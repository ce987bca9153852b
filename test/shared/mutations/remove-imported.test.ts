import { aClip, anIdea, aStance, coordinator, decisions, ideaId, now, sender, stance, uuid } from '../../sample-network.ts'

const run = uuid(41)
const args = { idea: ideaId, run }
const imported = { run, file: 'ideas.xlsx', row: 7, by: coordinator.person, at: now }

decisions('removeImported', [
  { it: '[O43] takes it out', given: [anIdea({ imported })], by: coordinator, args, changes: [{ kind: 'idea', id: ideaId, value: null }] },
  { it: '[O43] [M20] what is gone needs nothing', by: coordinator, args, changes: [] },
  { it: '[O43] not what came otherwise', given: [anIdea()], by: coordinator, args, refused: 'not-found' },
  {
    it: '[O43] not what came with another import',
    given: [anIdea({ imported })],
    by: coordinator,
    args: { ...args, run: uuid(42) },
    refused: 'not-found',
  },
  {
    it: '[O43] not once a site said something',
    given: [anIdea({ imported }), aStance(stance('birch'))],
    by: coordinator,
    args,
    refused: 'gone',
  },
  { it: '[O43] not once it has a clip', given: [anIdea({ imported }), aClip({ ideas: [ideaId] })], by: coordinator, args, refused: 'gone' },
  { it: '[O41] not by others', given: [anIdea({ imported })], by: sender, args, refused: 'forbidden' },
])
