import * as v from 'valibot'
import type { ItemIds } from '../lookups/assertion.ts'
import { itemIds } from '../lookups/item-ids.ts'
import { longestSearch, type QuestionParts, searchFault } from '../lookups/search-string.ts'
import type { FormCode } from '../values/issue-message.ts'
import * as field from './field-schemas.ts'

/** What an idea asks of the literature, and the search that is kept for it, in PubMed's syntax. */
export interface EvidenceQuestion extends QuestionParts {
  search: string
  /** Since when: only what appears from then on is new. */
  at: number
}

/** What an idea keeps of its question. */
export interface AskingLiterature {
  /** Absent while nobody asks. */
  evidenceQuestion?: EvidenceQuestion
  /** Papers that its search found and that are of no use for it; absent until the first. */
  dismissedPapers?: ItemIds[]
}

/** Of each part, in characters: one line. */
const longestPart = 200

const part = v.pipe(v.string(), v.trim(), v.maxLength(longestPart, 'form-too-long' satisfies FormCode))

const faultCodes = {
  empty: 'form-empty',
  'too-long': 'form-too-long',
  unpaired: 'form-search-unpaired',
  operator: 'form-search-operator',
} as const

/** A search that can be sent as it is. */
export const searchSchema = v.pipe(
  v.string(),
  v.trim(),
  v.transform((text) => text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')),
  v.maxLength(longestSearch, faultCodes['too-long'] satisfies FormCode),
  v.check((text) => searchFault(text) !== 'empty', faultCodes.empty satisfies FormCode),
  v.check((text) => searchFault(text) !== 'unpaired', faultCodes.unpaired satisfies FormCode),
  v.check((text) => searchFault(text) !== 'operator', faultCodes.operator satisfies FormCode),
)

export const questionSchema = v.object({
  population: part,
  intervention: part,
  comparison: v.optional(part, ''),
  outcome: v.optional(part, ''),
  search: searchSchema,
})

/** As a bank keeps it; what came from an archive may be anything. */
const keptSchema = v.object({ ...questionSchema.entries, at: field.time })
export const keptQuestion = (value: unknown): EvidenceQuestion | undefined => {
  const parsed = v.safeParse(keptSchema, value)
  return parsed.success ? parsed.output : undefined
}

/** Dismissed papers that an idea names, the last ones; of those before them the bank alone knows (indexes/question-index.ts). */
export const mostDismissed = 300

const number = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(300)))

/** A paper by its DOI or PMID, as services write them. */
export const paperSchema = v.pipe(
  v.object({ doi: number, pmid: number }),
  v.transform(({ doi = '', pmid = '' }): ItemIds => itemIds({ doi, pmid })),
  v.check(({ doi, pmid }) => (doi ?? pmid) !== undefined, 'form-empty' satisfies FormCode),
)
