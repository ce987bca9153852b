import { familyFirst, looseNames } from './formed-names.ts'
import { identifiedNames } from './identified-names.ts'
import { ledNames } from './led-names.ts'
import { namesAfterPeople } from './role-names.ts'
import { labelledNames, titledNames } from './stated-names.ts'
import type { NameSpan } from '../name-spans.ts'
import { coupledNames } from '../spread.ts'
import { isPublished } from '../names.ts'
import type { LabelledReading } from './labels.ts'
import { isEponym, isNameWord } from './words.ts'

/** Names in sentences of other languages than English, and behind labels and titles of any, 164.514(b)(2)(i)(A). */
export function findNamesByLanguage(reading: LabelledReading): NameSpan[] {
  const { text, tokens, languages } = reading
  const stated = [...labelledNames(reading), ...titledNames(reading)]
  const abroad = languages.some((language) => language !== 'en')
  const all = abroad
    ? [
        ...stated,
        ...namesAfterPeople(reading),
        ...ledNames(reading),
        ...identifiedNames(reading),
        ...familyFirst(reading),
        ...looseNames(reading),
      ]
    : stated
  const coupled = coupledNames(tokens, all, (token) => isNameWord(token) && !isEponym(token))
  return [...all, ...coupled].filter(
    (span) =>
      !isPublished(text, tokens, span) &&
      !/^ \((?:19|20)\d\d[a-z]?\)/.test(text.slice(tokens[span.last]?.end, (tokens[span.last]?.end ?? 0) + 8)),
  )
}
