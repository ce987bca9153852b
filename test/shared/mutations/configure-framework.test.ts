import { admin, aFramework, coordinator, decisions, sampleFramework, sender, siteLead, steering } from '../../sample-network.ts'

const set = (settings: object): object => ({ set: settings })
const { pathways, phases, gates, topics } = sampleFramework
const [first] = pathways
const renamed = pathways.map((pathway) => ({ ...pathway, label: pathway.label.toUpperCase() }))

decisions('configureFramework', [
  { it: '[M19] only what is named changes', by: admin, args: set({ decisionDays: 7 }), changes: [aFramework({ decisionDays: 7 })] },
  { it: '[M18] pathways get other labels', by: admin, args: set({ pathways: renamed }), changes: [aFramework({ pathways: renamed })] },
  {
    it: '[M18] topics come and go',
    by: admin,
    args: set({ topics: [{ key: 'sleep', label: 'Sleep' }] }),
    changes: [aFramework({ topics: [{ key: 'sleep', label: 'Sleep' }] })],
  },
  { it: '[M20] as they are', by: admin, args: set({ decisionDays: sampleFramework.decisionDays }), changes: [] },
  {
    it: '[M21] what others added meanwhile stays',
    by: admin,
    args: { set: { topics: [...topics.slice(1), { key: 'sleep', label: 'Sleep' }] }, base: { topics: topics.slice(1) } },
    changes: [aFramework({ topics: [...topics, { key: 'sleep', label: 'Sleep' }] })],
  },
  {
    it: '[M21] what others changed otherwise is not written over',
    by: admin,
    args: { set: { decisionDays: 7 }, base: { decisionDays: 21 } },
    refused: 'gate',
    saying: 'somebody else',
  },
  ...[sender, siteLead, coordinator, steering].map((by) => ({
    it: `[M4] not a ${by.role}`,
    by,
    args: set({ decisionDays: 7 }),
    refused: 'forbidden' as const,
  })),
  { it: '[M18] no pathway goes', by: admin, args: set({ pathways: pathways.slice(1) }), refused: 'invalid', saying: 'single-site' },
  { it: '[M18] no phase goes', by: admin, args: set({ phases: phases.slice(0, -1) }), refused: 'invalid', saying: 'sustain' },
  { it: '[M18] no key twice', by: admin, args: set({ topics: [...topics, ...topics] }), refused: 'invalid', saying: 'twice' },
  {
    it: '[M18] no gate to a phase that there is not',
    by: admin,
    args: set({ gates: gates.map((gate) => ({ ...gate, to: 'trial' })) }),
    refused: 'invalid',
    saying: 'trial',
  },
  {
    it: '[M18] no gate of a pathway that there is not',
    by: admin,
    args: set({ gates: gates.map((gate) => ({ ...gate, pathway: 'local' })) }),
    refused: 'invalid',
    saying: 'local',
  },
  {
    it: '[M18] no pathway whose next pathway does not exist',
    by: admin,
    args: set({ pathways: [{ ...first, next: 'nowhere' }, ...pathways.slice(1)] }),
    refused: 'invalid',
    saying: 'nowhere',
  },
  {
    it: '[M18] no pathway that ends at a phase that there is not',
    by: admin,
    args: set({ pathways: [{ ...first, lastPhase: 'end' }, ...pathways.slice(1)] }),
    refused: 'invalid',
    saying: 'end',
  },
  { it: '[M3] no need that there is not', by: admin, args: set({ triage: [{ need: 'money' }] }), refused: 'invalid' },
])
