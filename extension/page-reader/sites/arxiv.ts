import { normaliseArxiv } from '../../../shared/citations/identifiers.ts'
import type { Extractor } from '../metadata/finding.ts'
import { metaValues } from '../page/page.ts'

/** arXiv is where a preprint stands, not a journal that it appeared in. */
export const extractor: Extractor = {
  hosts: ['arxiv.org'],
  read: (page) => {
    const number = normaliseArxiv(
      metaValues(page, ['citation_arxiv_id']).map((id) => `arXiv:${id}`)[0] ?? page.address.hostname + page.address.pathname,
    )
    return number ? { type: 'article', number: `arXiv:${number}`, publisher: 'arXiv' } : {}
  },
}
