import type { Candidate } from './finding.ts'
import { indexOfLabels, type LabelHit, labelsIn, type LabelIndex } from './labels.ts'
import { type HospitalPolicy, rightEntries } from './languages/hospital.ts'
import type { Token } from './text/tokens.ts'

interface HospitalRules {
  labels: LabelIndex<'MRN'>
  patterns: readonly RegExp[]
}

/** "HC-999999": A is a letter, 9 a digit, anything else itself. Every place is one character, so that it reads no letter twice. */
const expressionOf = (entry: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])${entry
      .split('')
      .map((sign) => (sign === 'A' ? '\\p{Lu}' : sign === '9' ? '\\d' : sign === '.' || sign === '/' ? `\\${sign}` : sign))
      .join('')}(?![\\p{L}\\p{N}])`,
    'gu',
  )

let rules: HospitalRules | undefined

/** From here on the guard finds the hospital's own numbers too. In a browser: the Worker knows no computer's policy. */
export const provideHospital = (policy: HospitalPolicy): void => {
  const { labels, patterns } = rightEntries(policy)
  rules =
    labels.length + patterns.length === 0
      ? undefined
      : { labels: indexOfLabels([['MRN', labels.join('|')]]), patterns: patterns.map(expressionOf) }
}

/** Where the hospital's own labels stand. */
export const hospitalLabelsIn = (text: string, tokens: readonly Token[]): LabelHit<'MRN'>[] =>
  rules ? labelsIn(text, tokens, rules.labels) : []

/** What is written as the hospital writes its numbers: certain, whatever stands around it, 164.514(b)(2)(i)(H). */
export const findHospitalNumbers = (text: string): Candidate[] =>
  (rules?.patterns ?? []).flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: code, index }): Candidate => ({
      start: index,
      end: index + code.length,
      type: 'MRN',
      evidence: 'stated',
      why: 'phi-record-number',
    })),
  )

/** Whether the first look of `holdsPatientInfo` has to be passed over: it knows nothing of a hospital's numbers. */
export const hasHospital = (): boolean => rules !== undefined
