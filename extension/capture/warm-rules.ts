import * as v from 'valibot'
import { pageReadingSchema, type RawReading } from '../reading/reading.ts'
import { endOf } from './source-of.ts'

const title = 'Home scales after surgery: a before-and-after study'
const address = 'https://journal.example/doi/10.5555/example.1'

/** A page of a paper, made up, that says something of everything that is looked at. */
const page: RawReading = {
  kind: 'citation',
  citation: { type: 'article-journal', title, 'container-title': 'Example', DOI: '10.5555/example.1', URL: address },
  publicationTypes: ['Journal Article'],
  quote: { exact: 'Weight gain rose.', prefix: '', suffix: '' },
  entries: [],
  little: 'Weight gain rose from 18 to 26 grams a day.',
  reason: null,
  signs: {
    titles: [{ seen: 'heading', text: title }],
    types: ['Research article'],
    subjects: ['Infant'],
    sections: ['Methods'],
    abstract: 'We compared infants before and after.',
    banners: ['Free access'],
  },
  address,
  canonical: address,
  window: `${title} | Example`,
  headings: [title],
  described: true,
}

/**
 * Reads a page that nobody wrote. The first reading takes some 50 ms more than the next, nearly all of it for the rules'
 * expressions, which are compiled at their first use: done while a real page is still looked at, nobody waits for it.
 */
export const warmRules = (): void => {
  const read = v.safeParse(pageReadingSchema, page)
  if (read.success) endOf(read.output)
}
