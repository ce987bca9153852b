import { describe, expect, it } from 'vitest'
import { hostBehindProxy } from '../../../../extension/page-reader/page/address.ts'
import { canonicalAddress } from '../../../../extension/page-reader/page/canonical-address.ts'

describe('addresses', () => {
  it.each([
    ['www-nature-com.ezproxy.example.edu', 'www.nature.com'],
    ['www.nature.com.ezproxy.example.edu', 'www.nature.com'],
    ['www-nature-com.eu1.proxy.openathens.net', 'www.nature.com'],
    ['0-www.nature.com.library.example.edu', 'www.nature.com'],
    ['a--b-example-org.libproxy.example.edu', 'a-b.example.org'],
    ['www.nature.com', undefined],
    ['library.example.edu', undefined],
    ['pmc.ncbi.nlm.nih.gov', undefined],
    ['my-journal.example.com', undefined],
  ])('behind %s is %s', (host, site) => expect(hostBehindProxy(host)).toBe(site))

  it.each([
    ['https://login.ezproxy.example.edu/login?url=https://www.nature.com/articles/a1', 'https://www.nature.com/articles/a1'],
    ['https://www.nature.com/articles/a1?utm_source=x&utm_medium=y#sec', 'https://www.nature.com/articles/a1'],
    ['https://example.org/article.aspx?articleid=415195&fbclid=1', 'https://example.org/article.aspx?articleid=415195'],
    ['https://pubmed.ncbi.nlm.nih.gov/123/?from_term=a&from_pos=1', 'https://pubmed.ncbi.nlm.nih.gov/123/'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
  ])('%s is kept as %s', (found, kept) => expect(canonicalAddress(found)).toBe(kept))
})
