import type { Assertion } from '../../../shared/lookups/assertion.ts'
import { aClip, clipId, decisions, everyRole, now, sender, theNetwork } from '../../sample-network.ts'

const retracted: Assertion = { service: 'crossref', kind: 'retracted', source: 'publisher', notice: { doi: '10.5555/notice' }, asked: now }
const none: Assertion = { service: 'pubmed', kind: 'none', asked: now }
const args = { evidence: clipId, said: [retracted, none] }
const kept = { lookedUp: { said: [retracted, none], at: now } }
const title = 'On weights'
const person: Assertion = { service: 'person', kind: 'checked', source: 'coco', asked: now - 1 }
const many = (count: number, service: Assertion['service']): Assertion[] =>
  Array.from({ length: count }, (_, at) => ({ service, kind: 'corrected', notice: { doi: `10.5555/${service}.${at}` }, asked: now }))

decisions('recordLookup', [
  ...everyRole.map((by) => ({ it: `[K4] no ${by.role} may`, given: [aClip()], by, args, refused: 'forbidden' as const })),
  { it: '[K4] nor whoever clipped it', given: [aClip()], by: sender, args, refused: 'forbidden' },
  { it: '[K4] what is said is kept', given: [aClip()], by: theNetwork, args, changes: [aClip(kept)] },
  {
    it: '[K4] the same again changes nothing, whenever it was asked',
    given: [aClip(kept)],
    by: theNetwork,
    args: { ...args, said: args.said.map((one) => ({ ...one, asked: now + 7 })) },
    changes: [],
  },
  {
    it: '[K4] an event keeps the day on which it was first heard of, whatever is added to it',
    given: [aClip(kept)],
    by: theNetwork,
    args: { ...args, said: [{ ...retracted, date: '2026-05-04', asked: now + 7 }, none] },
    changes: [aClip({ lookedUp: { said: [{ ...retracted, date: '2026-05-04', asked: now }, none], at: now } })],
  },
  {
    it: '[K4] a person’s word stays however much services say',
    given: [aClip({ lookedUp: { said: [...many(1, 'crossref'), person], at: now - 1 } })],
    by: theNetwork,
    args: { evidence: clipId, said: many(40, 'pubmed') },
    changes: [aClip({ lookedUp: { said: [...many(1, 'crossref'), ...many(38, 'pubmed'), person], at: now } })],
  },
  {
    it: '[K4] who gave no answer keeps its word; a person’s stays',
    given: [aClip({ lookedUp: { said: [none, { service: 'person', kind: 'checked', source: 'coco', asked: now - 1 }], at: now - 1 } })],
    by: theNetwork,
    args: { ...args, said: [retracted] },
    changes: [
      aClip({ lookedUp: { said: [retracted, none, { service: 'person', kind: 'checked', source: 'coco', asked: now - 1 }], at: now } }),
    ],
  },
  {
    it: '[K4] what a service does not say any more goes',
    given: [aClip(kept)],
    by: theNetwork,
    args: { ...args, said: [{ service: 'crossref', kind: 'none', asked: now + 7 }] },
    changes: [aClip({ lookedUp: { said: [{ service: 'crossref', kind: 'none', asked: now + 7 }, none], at: now } })],
  },
  {
    it: '[K2] missing fields are filled, with who said them; what is there stays',
    given: [aClip()],
    by: theNetwork,
    args: {
      ...args,
      said: [],
      citation: { title: 'Another', volume: '7', DOI: '10.5555/w' },
      by: { title: 'crossref', volume: 'crossref', DOI: 'pubmed' },
    },
    changes: [
      aClip({
        citation: { type: 'article-journal', title, volume: '7', DOI: '10.5555/w' },
        lookedUp: { said: [], filled: { volume: 'crossref', DOI: 'pubmed' }, at: now },
      }),
    ],
  },
  {
    it: '[K2] differences are kept beside it, and go when there are none',
    given: [aClip({ lookedUp: { said: [], differs: [{ field: 'volume', service: 'pubmed', citation: { volume: '8' } }], at: now - 1 } })],
    by: theNetwork,
    args: { ...args, said: [] },
    changes: [aClip({ lookedUp: { said: [], at: now } })],
  },
  { it: '[K4] a clip that is not there', by: theNetwork, args, refused: 'not-found' },
  {
    it: '[K4] a service that nobody knows',
    given: [aClip()],
    by: theNetwork,
    args: { ...args, said: [{ ...none, service: 'hearsay' }] },
    refused: 'invalid',
  },
])
