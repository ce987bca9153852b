import { headingText } from '../metadata/heading.ts'
import type { Extractor } from '../metadata/finding.ts'
import { all, first, textOf } from '../page/page.ts'

const journals: readonly [RegExp, string][] = [
  [/^\/pcd\//i, 'Preventing Chronic Disease'],
  [/^\/mmwr\//i, 'MMWR. Morbidity and Mortality Weekly Report'],
]

/** Months are not needed to tell a year; volumes print the year of the issue above the title. */
const yearOf = (text: string): string | undefined => /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(text)?.[1]

/** CDC's journals name the first author only, some pages no journal or date, and translations carry no metadata at all. */
export const extractor: Extractor = {
  hosts: ['cdc.gov'],
  read: ({ document, address }) => {
    const journal = journals.find(([path]) => path.test(address.pathname))?.[1]
    const heading = all(document, 'h1', 4).find((element) => textOf(element, 600).length > 5)
    if (!journal || !heading || /\/(?:index|toc)/i.test(address.pathname)) return {}
    const label = textOf(first(heading, '.featuretext'), 200)
    const title = headingText(heading).replace(label, '').trim()
    const issue =
      /\/(?:issues|volumes\/\d+)\/((?:19|20)\d{2})\//.exec(address.pathname)?.[1] ?? yearOf(textOf(first(document, '.dateline'), 200))
    return { type: 'article-journal', title, journal, date: issue }
  },
}
