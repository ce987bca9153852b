import { expect, test } from 'vitest'
import type { KnownClipsReply } from '../../../shared/api/imports.ts'
import type { Citation } from '../../../shared/citations/citation.ts'
import { citationKeys } from '../../../shared/citations/citation-keys.ts'
import { readReferences } from '../../../shared/import/references/read-references.ts'
import { askBank, checkItems, type CheckedItem } from '../../../worker/dashboard/import/check-references.ts'
import { referenceOutcomes } from '../../../worker/dashboard/import/reference-outcome.ts'
import { uuid } from '../../sample-network.ts'

const DOI = '10.5555/supplement.1'
const ris = (...works: { title: string; more?: string }[]): string =>
  works.map(({ title, more = '' }) => `TY  - JOUR\nTI  - ${title}\nDO  - ${DOI}\n${more}ER  - \n`).join('')
const [towels, scales, again] = [
  { title: 'Warm towels at the scale' },
  { title: 'Feeding by cup after surgery' },
  { title: 'Warm towels at the scale.', more: 'PMID- 90000001\n' },
]

/** A bank as its routes answer. */
class Bank {
  readonly clips = new Map<string, Citation>()
  readonly ask = ({ evidence, keys }: { evidence: string[]; keys: string[] }): Promise<KnownClipsReply> => {
    const known = evidence.filter((id) => this.clips.has(id))
    const found = [...this.clips].filter(([id, citation]) => known.includes(id) || citationKeys(citation).some((key) => keys.includes(key)))
    return Promise.resolve({ known, clips: found.map(([id, citation]) => ({ id, citation })) })
  }
  async bring(text: string): Promise<string[]> {
    const file = readReferences(new TextEncoder().encode(text), 'a.ris')
    if (typeof file === 'string') throw new Error(file)
    const of = { network: 'test', run: uuid(41), file: 'a.ris', ideas: [] }
    const checked: CheckedItem[] = await checkItems(file.items, of, new AbortController().signal, () => undefined)
    const { items, known } = await askBank(checked, this.ask)
    const { outcomes, coming } = referenceOutcomes(file, items, known)
    for (const { args } of coming) {
      expect(this.clips.has(args.evidence)).toBe(false)
      this.clips.set(args.evidence, args.citation)
    }
    return outcomes.map(({ fate }) => fate)
  }
  get titles(): (string | undefined)[] {
    return [...this.clips.values()].map(({ title }) => title).toSorted((one = '', other = '') => one.localeCompare(other))
  }
}

test('[O53] two works that share a DOI come in as two, once each, and the same one twice as one', async () => {
  const bank = new Bank()
  expect(await bank.bring(ris(towels, scales, again))).toEqual(['add', 'add', 'same'])
  expect(await bank.bring(ris(towels, scales))).toEqual(['there', 'there'])
  expect(await bank.bring(ris(scales, towels))).toEqual(['there', 'there'])
  expect(bank.titles).toEqual([scales.title, towels.title])
})

test('[O53] the second work comes in also by itself, in another file, and beside a clip that somebody made', async () => {
  const bank = new Bank()
  expect(await bank.bring(ris(towels))).toEqual(['add'])
  expect(await bank.bring(ris(scales))).toEqual(['add'])
  expect(await bank.bring(ris(scales, towels))).toEqual(['there', 'there'])
  const clipped = new Bank()
  clipped.clips.set(uuid(11), { type: 'article-journal', title: towels.title, DOI: DOI.toUpperCase() })
  expect(await clipped.bring(ris(towels, scales))).toEqual(['there', 'add'])
  expect(await clipped.bring(ris(scales))).toEqual(['there'])
  expect(clipped.titles).toEqual([scales.title, towels.title])
})
