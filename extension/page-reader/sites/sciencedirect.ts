import type { Extractor } from '../metadata/finding.ts'
import { all, first, textOf } from '../page/page.ts'

/** ScienceDirect prints authors only in the body: parts of names since 2017, whole names before. */
export const extractor: Extractor = {
  hosts: ['sciencedirect.com'],
  read: ({ document }) => {
    const parts = all(document, '.author-group .surname', 100).map((family) => ({
      family: textOf(family, 200),
      given: textOf(family.parentElement ? first(family.parentElement, '.given-name') : undefined, 200),
    }))
    const whole = all(document, '.authorGroup .authorName', 100).map((name) => textOf(name, 200))
    const names = parts.length > 0 ? parts.map((name) => (name.given ? name : { literal: name.family })) : whole
    return { authors: names.length > 0 ? names : undefined }
  },
}
