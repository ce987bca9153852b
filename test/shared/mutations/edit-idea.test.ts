import { admin, anIdea, colleague, coordinator, decisions, ended, hold, ideaId, lead, merged, otherIdea, sender, siteLead, steering } from '../../sample-network.ts'

const edit = (set: object): object => ({ idea: ideaId, set })
const led = anIdea({ pathway: 'incubator', leads: ['lee'] })

decisions('editIdea', [
  { it: '[M9] the sender, until it is classified', given: [anIdea()], by: sender, args: edit({ change: 'Better.' }), changes: [anIdea({ change: 'Better.' })] },
  { it: '[M9] not the sender afterwards', given: [anIdea({ pathway: 'incubator' })], by: sender, args: edit({ change: 'Better.' }), refused: 'forbidden' },
  { it: '[M9] not a colleague', given: [anIdea()], by: colleague, args: edit({ change: 'Better.' }), refused: 'forbidden' },
  { it: '[M9] not a site lead', given: [anIdea()], by: siteLead, args: edit({ change: 'Better.' }), refused: 'forbidden' },
  ...[coordinator, steering, admin].map((by) => ({
    it: `[M9] a ${by.role}, at any time`,
    given: [anIdea({ pathway: 'incubator' })],
    by,
    args: edit({ leads: ['lee'], registryGap: 'Sites differ.', processReliable: true }),
    changes: [anIdea({ pathway: 'incubator', leads: ['lee'], registryGap: 'Sites differ.', processReliable: true })],
  })),
  { it: '[M9] one who leads it', given: [led], by: lead, args: edit({ aim: 'A', experts: ['x'] }), changes: [anIdea({ pathway: 'incubator', leads: ['lee'], aim: 'A', experts: ['x'] })] },
  { it: '[M9] one who leads it does not name leads', given: [led], by: lead, args: edit({ leads: ['lee', 'pal'] }), refused: 'forbidden' },
  { it: '[M9] one who leads it does not mark a registry gap', given: [led], by: lead, args: edit({ registryGap: 'Sites differ.' }), refused: 'forbidden' },
  ...[{ leads: ['sam'] }, { experts: ['sam'] }, { registryGap: 'Sites differ.' }, { processReliable: true }].map((set) => ({
    it: `[M9] the sender sets no mark: ${Object.keys(set)[0]}`,
    given: [anIdea()],
    by: sender,
    args: edit(set),
    refused: 'forbidden' as const,
  })),
  {
    it: '[M19] one measure named leaves the others',
    given: [anIdea({ measures: { outcome: 'O', process: 'P', balancing: 'B' } })],
    by: sender,
    args: edit({ measures: { process: 'Q' } }),
    changes: [anIdea({ measures: { outcome: 'O', process: 'Q', balancing: 'B' } })],
  },
  { it: '[M9] one lead named twice is one lead, and nobody is none', given: [anIdea()], by: coordinator, args: edit({ leads: ['lee', ' lee', ''] }), changes: [anIdea({ leads: ['lee'] })] },
  { it: '[M20] nothing named changes nothing', given: [anIdea()], by: sender, args: edit({}), changes: [] },
  { it: '[M19] a field that there is not is passed over', given: [anIdea()], by: sender, args: edit({ pathway: 'network-wide' }), changes: [] },
  { it: '[M8] a topic that the network does not have', given: [anIdea()], by: sender, args: edit({ topic: 'nothing' }), refused: 'invalid' },
  { it: '[M3] an empty change', given: [anIdea()], by: sender, args: edit({ change: '' }), refused: 'invalid', saying: 'set.change' },
  { it: '[M3] a driver diagram that would run', given: [anIdea()], by: sender, args: edit({ driverDiagram: 'data:text/html,x' }), refused: 'invalid' },
  { it: '[M16] not on hold', given: [anIdea({ hold })], by: coordinator, args: edit({ aim: 'A' }), refused: 'held', saying: 'Two infants fell.' },
  { it: '[M13] an ended idea, so that it may be reopened better', given: [anIdea(ended('declined'))], by: sender, args: edit({ problem: 'P' }), changes: [anIdea({ ...ended('declined'), problem: 'P' })] },
  {
    it: '[M14] a merged idea: the one it joined, if that may be edited',
    given: [anIdea(merged(otherIdea)), anIdea({ id: otherIdea, proposedBy: 'cleo' })],
    by: sender,
    args: edit({ change: 'Mine again.' }),
    refused: 'forbidden',
  },
  { it: '[M3] an idea that is not there', by: sender, args: edit({ change: 'Better.' }), refused: 'not-found' },
])
