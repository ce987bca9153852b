import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identifiersInAddress } from '../../../shared/citations/address-identifiers.ts'
import type { Citation } from '../../../shared/citations/citation.ts'
import { citationKeys } from '../../../shared/citations/citation-keys.ts'
import { compareItems, onceEach, sameItem } from '../../../shared/citations/same-item.ts'
import { titlesAgree } from '../../../shared/citations/titles.ts'
import { addressKey } from '../../../shared/citations/tracking.ts'

const item = (fields: Partial<Citation>): Citation => ({ type: 'article-journal', ...fields })
const title = 'Bed alarms and falls on two wards'
const URL = 'https://library.example.org/document/'

describe('[C8] two citations', () => {
  it.each<[string, Partial<Citation>, Partial<Citation>]>([
    ['the DOI, in other letters', { DOI: '10.5555/ABC.1' }, { DOI: '10.5555/abc.1' }],
    [
      'the DOI at two addresses',
      { DOI: '10.5555/a', URL: 'https://a.example.org/1' },
      { DOI: '10.5555/a', URL: 'https://b.example.org/2' },
    ],
    ['the PMID, with zeros', { PMID: '012' }, { PMID: '12' }],
    ['two versions at bioRxiv', { DOI: '10.1101/2020.01.02.123456v1' }, { DOI: '10.1101/2020.01.02.123456v2.full' }],
    ['two versions at Research Square', { DOI: '10.21203/rs.3.rs-123456/v1' }, { DOI: '10.21203/rs.3.rs-123456/v2' }],
    ['two versions at Preprints.org', { DOI: '10.20944/preprints202001.0001.v1' }, { DOI: '10.20944/preprints202001.0001.v3' }],
    ['two versions at PsyArXiv', { DOI: '10.31234/osf.io/abcde_v1' }, { DOI: '10.31234/osf.io/abcde' }],
    ['two versions at ChemRxiv', { DOI: '10.26434/chemrxiv-2021-abcde-v2' }, { DOI: '10.26434/chemrxiv-2021-abcde' }],
    ['two versions at F1000Research', { DOI: '10.12688/f1000research.12345.1' }, { DOI: '10.12688/f1000research.12345.2' }],
    ['arXiv’s DOI and its number', { DOI: '10.48550/arXiv.2101.00001' }, { number: 'arXiv:2101.00001v3' }],
    ['a registry’s number', { number: 'ISRCTN 12345678' }, { number: 'isrctn12345678' }],
    ['the DOI that the other’s address holds', { DOI: '10.5555/a.b' }, { URL: 'https://j.example.org/doi/full/10.5555/a.b' }],
    ['the address and the title', { URL, title }, { URL, title: `${title}: a before-and-after study` }],
    [
      'the address, one as a plain page and one by DOI',
      { URL, title, DOI: '10.5555/a' },
      { URL, title: `${title} | The Invented Journal` },
    ],
    ['the address and the title of a paper that was retracted since', { URL, title }, { URL, title: `RETRACTED ARTICLE: ${title}` }],
    [
      'an address with a campaign',
      { URL: 'https://p.example.org/5?utm_source=mail&fbclid=1#section-2', title },
      { URL: 'http://www.p.example.org/5/', title },
    ],
    ['the DOI with a platform’s tail', { DOI: '10.5555/a.b.1' }, { DOI: '10.5555/A.B.1/full' }],
    ['the DOI with the ending of a file', { DOI: '10.5555/a.b.1' }, { DOI: 'https://doi.org/10.5555/a.b.1.pdf' }],
    ...[
      ['on a telephone', 'https://m.p.example.org/paper/5'],
      ['to print', 'https://p.example.org/paper/5/print'],
      ['with a slash too many', 'https://p.example.org//paper/5/index.html'],
      ['with the click id of a shop', 'https://p.example.org/paper/5?srsltid=AfmBO'],
    ].map(([name = '', other = '']): [string, Partial<Citation>, Partial<Citation>] => [
      `an address ${name}`,
      { URL: 'https://p.example.org/paper/5', title },
      { URL: other, title },
    ]),
    [
      'parameters in another order',
      { URL: 'https://p.example.org/view?id=5&lang=en', title },
      { URL: 'https://p.example.org/view?lang=en&id=5', title },
    ],
  ])('are one by %s', (_name, a, b) => expect(sameItem(item(a), item(b))).toBe(true))

  it.each<[string, Partial<Citation>, Partial<Citation>]>([
    ['the DOI, at one address, with one title', { URL, title, DOI: '10.5555/beds.1' }, { URL, title, DOI: '10.5555/beds.2' }],
    ['the PMID, at one address', { URL, title, PMID: '39990001' }, { URL, title, PMID: '39990002' }],
    ['the PMID, with one DOI', { DOI: '10.5555/a', PMID: '39990001', title }, { DOI: '10.5555/a', PMID: '39990002', title }],
    ['the PMCID', { URL, title, PMCID: 'PMC1' }, { URL, title, PMCID: 'PMC2' }],
    ['the registry’s number', { URL, title, number: 'NCT00000001' }, { URL, title, number: 'NCT00000002' }],
    ['the number of a report', { URL, title, number: 'WHO/NMH/19.1' }, { URL, title, number: 'WHO/NMH/19.2' }],
    ['the title, at one address', { URL, title }, { URL, title: 'Insulin errors at weekends' }],
    ['the part of a series, at one address', { URL, title: `${title}: part 1` }, { URL, title: `${title}: part 2` }],
    ['the address', { URL: 'https://g.example.org/view.aspx?cid=11', title }, { URL: 'https://g.example.org/view.aspx?cid=12', title }],
    [
      'the route behind the address',
      { URL: 'https://g.example.org/#/article/11', title },
      { URL: 'https://g.example.org/#/article/12', title },
    ],
    ...[
      ['app', '#article-11', '#article-12'],
      ['app', '#?id=11', '#?id=12'],
      ['app', '#pub/11', '#pub/12'],
      ['item', '?pk_article=7', '?pk_article=8'],
      ['item', '?ns_id=7', '?ns_id=8'],
      ['item', '?fb_id=7', '?fb_id=8'],
    ].map(([path, one, other]): [string, Partial<Citation>, Partial<Citation>] => [
      `the number in ${String(one)}`,
      { URL: `https://g.example.org/${String(path)}${String(one)}`, title },
      { URL: `https://g.example.org/${String(path)}${String(other)}`, title },
    ]),
    [
      'a parameter of a list at a publisher that marks visits',
      { URL: 'https://www.bmj.com/2020/list?hash=7', title },
      { URL: 'https://www.bmj.com/2020/list?hash=8', title },
    ],
    ['a correction and what it corrects', { URL, title }, { URL, title: `Correction to: ${title}` }],
    ['a correction under the DOI of what it corrects', { DOI: '10.5555/a', title }, { DOI: '10.5555/a', title: `Erratum: ${title}` }],
    ['nothing that both are known by', { title }, { title }],
  ])('are two by %s', (_name, a, b) => expect(sameItem(item(a), item(b))).toBe(false))

  it('with the same identifier but another title, or none, are left to a person', () => {
    expect(compareItems(item({ DOI: '10.5555/a', title }), item({ DOI: '10.5555/a', title }))).toBe('same')
    expect(compareItems(item({ DOI: '10.5555/a', title }), item({ DOI: '10.5555/a', title: 'Insulin errors' }))).toBe('differently-named')
    expect(compareItems(item({ URL, title }), item({ URL }))).toBe('differently-named')
    const [author, other] = [[{ family: 'Okada', given: 'Prue' }], [{ family: 'OKADA', given: 'P.' }]]
    expect(compareItems(item({ URL, title, author }), item({ URL, title: 'Sängar och larm', author: other }))).toBe('differently-named')
  })

  const few = (...values: string[]): fc.Arbitrary<string | undefined> => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 2 })
  const anything = fc
    .record({
      DOI: few('10.5555/a', '10.5555/A', '10.5555/b', '10.1101/2020.01.02.1v1', '10.1101/2020.01.02.1v2', '10.48550/arXiv.2101.00001'),
      PMID: few('1', '01', '2'),
      PMCID: few('PMC1', 'PMC2'),
      number: few('arXiv:2101.00001', 'NCT00000001', 'NCT00000002', 'ISRCTN12345678', 'Report 7', 'ISBN 978-0-00-000000-2'),
      URL: few(
        'https://a.example.org/1',
        'http://www.a.example.org/1/?utm_source=x',
        'https://a.example.org/doi/10.5555/b',
        'https://a.example.org/?id=1',
        'https://a.example.org/#/1',
      ),
      title: few(title, `${title}: a study`, `Erratum: ${title}`, 'Insulin errors at weekends', ''),
      author: fc.option(fc.constantFrom([{ family: 'Okada' }], [{ family: 'Stone' }], [{ literal: 'A group' }]), { nil: undefined }),
    })
    .map((fields) => item(JSON.parse(JSON.stringify(fields)) as Partial<Citation>))

  it('are compared symmetrically, found by a shared key, and each equals itself', () => {
    fc.assert(
      fc.property(anything, anything, (a, b) => {
        expect(compareItems(a, b)).toBe(compareItems(b, a))
        if (sameItem(a, b)) expect(citationKeys(a).some((key) => citationKeys(b).includes(key))).toBe(true)
        if (citationKeys(a).length > 0) expect(sameItem(a, a)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('that differ in an identifier of one kind are never the same item', () => {
    fc.assert(
      fc.property(anything, anything, (a, b) => {
        expect(sameItem({ ...a, DOI: '10.5555/one' }, { ...b, DOI: '10.5555/two' })).toBe(false)
        expect(sameItem({ ...a, PMID: '11' }, { ...b, PMID: '12' })).toBe(false)
      }),
    )
  })

  it('of a sequence are kept once each', () => {
    const once = onceEach()
    const stream = [
      item({ URL, title }),
      item({ URL, title: 'Insulin errors' }),
      item({ URL, title }),
      item({ DOI: '10.5555/A' }),
      item({ DOI: '10.5555/a' }),
      item({}),
      item({}),
    ]
    expect(stream.map(once)).toEqual([true, true, false, true, false, true, true])
  })
})

describe('[C8] titles', () => {
  it.each([
    ['Growth of small babies', 'Growth of Small Babies.'],
    ['Growth of small babies', 'Growth of small babies: a randomised trial'],
    ['Growth of small babies', 'Growth of small babies - The Invented Journal'],
    ['Crecimiento de los niños pequeños', 'Crecimiento de los ninos pequenos'],
    ['Hospital infection control practice in small units', 'Hospital infections control practices in small units'],
    ['小さな赤ちゃんの成長とその測定', '小さな赤ちゃんの成長とその測定'],
  ])('%s and %s agree', (a, b) => expect([titlesAgree(a, b), titlesAgree(b, a)]).toEqual([true, true]))

  it.each([
    ['Growth of small babies', 'Growth of tall trees'],
    ['Falls', 'Falls in hospitals'],
    ['Growth of small babies', 'Growth of small babies 2'],
    ['Growth of small babies', 'Growth of small babies part two'],
    ['Growth of small babies', 'Retraction notice: Growth of small babies'],
    ['', ''],
  ])('%s and %s do not', (a, b) => expect([titlesAgree(a, b), titlesAgree(b, a)]).toEqual([false, false]))

  it('that only begin with such a word are not notices', () => {
    expect(titlesAgree('Correction of low sodium on wards', 'Correction of low sodium on wards: a trial')).toBe(true)
    expect(titlesAgree('Response to feeding in small babies', 'Feeding in small babies')).toBe(false)
  })
})

describe('[C9] an address', () => {
  it.each([
    ['https://j.example.org/doi/10.5555/a.b.1/information', '10.5555/a.b.1'],
    ['https://j.example.org/doi/10.5555/a.b.1.short', '10.5555/a.b.1'],
    ['https://j.example.org/doi/suppl/10.5555/a.b.1/suppl_file/a_1.pdf', '10.5555/a.b.1'],
    ['https://j.example.org/cdsr/doi/10.5555/14651858.CD1.pub2/full/es', '10.5555/14651858.CD1.pub2'],
    ['https://j.example.org/doi/10.5555/jdg/1645207506', '10.5555/jdg/1645207506'],
    ['https://j.example.org/doi/10.5555/abstract.12/pdf', '10.5555/abstract.12'],
    ['https://j.example.org/doi/10.1016/S0735-1097(99)00387-3/fulltext', '10.1016/S0735-1097(99)00387-3'],
    ['https://j.example.org/action/showPdf?doi=10.5555%2Fa.b.1', '10.5555/a.b.1'],
    ['https://j.example.org/article?id=doi:10.5555/a.b.1&lang=es', '10.5555/a.b.1'],
    ['https://j.example.org/app#/doi/10.5555/a.b.1', '10.5555/a.b.1'],
    ['https://files.example.org/10.1136_bmjqs-2021-014463.pdf', '10.1136/bmjqs-2021-014463'],
    ['https://files.example.org/10.1136-bmjqs-2021-014463%20(1).pdf', '10.1136/bmjqs-2021-014463'],
    ['https://files.example.org/10.1136%2Fbmjqs-2021-014463.pdf', '10.1136/bmjqs-2021-014463'],
    ['https://files.example.org/10.1136%252Fbmjqs-2021-014463.full.pdf', '10.1136/bmjqs-2021-014463'],
    ['https://papers.example.org/viewer?file=/store/10.1136_bmjqs-2021-014463.pdf', '10.1136/bmjqs-2021-014463'],
    ['https://www.biorxiv.org/content/10.1101/2020.01.02.123456v2.full.pdf', '10.1101/2020.01.02.123456'],
    ['https://login.ezproxy.example/login?url=https://journals.example/doi/full/10.5555/nejm.9900001', '10.5555/nejm.9900001'],
    [
      'https://go.openathens.net/redirector/hospital.example?url=https%3A%2F%2Fj.example.org%2Fdoi%2Ffull%2F10.5555%2Fa.b.1',
      '10.5555/a.b.1',
    ],
    ['https://idp.example.org/sso?target=https%3A%2F%2Fj.example.org%2Fopen%3Fdoi%3D10.5555%252Fa.b.1', '10.5555/a.b.1'],
    ['https://search.example.org/?q=10.5555/a.b.1', undefined],
    ['https://j.example.org/paper/12?ref=10.5555/a.b.1', undefined],
    ['https://j.example.org/2010.12345/x', undefined],
  ])('%s names the DOI %s', (address, doi) => expect(identifiersInAddress(address).DOI).toBe(doi))

  it.each([
    ['https://pubmed.ncbi.nlm.nih.gov/39990002/?from=x', { PMID: '39990002' }],
    ['https://www.ncbi.nlm.nih.gov/pubmed/39990002', { PMID: '39990002' }],
    ['https://europepmc.org/article/MED/39990002', { PMID: '39990002' }],
    ['https://j.example.org/find?pmid=39990002', { PMID: '39990002' }],
    ['https://pmc.ncbi.nlm.nih.gov/articles/PMC9999998/pdf/main.pdf', { PMCID: 'PMC9999998' }],
    ['https://europepmc.org/backend/ptpmcrender.fcgi?accid=PMC9999998&blobtype=pdf', { PMCID: 'PMC9999998' }],
    ['https://files.example.org/PMC9999998.pdf', { PMCID: 'PMC9999998' }],
    ['https://arxiv.org/pdf/2101.00001v2.pdf', { number: 'arXiv:2101.00001' }],
    ['https://clinicaltrials.gov/study/NCT00000001', { number: 'NCT00000001' }],
    ['https://example.org/a%zz', {}],
    ['no address', {}],
  ])('%s names %o', (address, wanted) => {
    const found = identifiersInAddress(address)
    expect(JSON.parse(JSON.stringify(found))).toEqual(wanted)
  })

  it.each([
    ['https://www.Example.org/a/?b=1#c', 'http://example.org/a?b=1'],
    ['https://example.org/doi/10.5555/a?src=recsys&journalCode=x', 'https://example.org/doi/10.5555/a'],
    ['https://pubmed.ncbi.nlm.nih.gov/39990002/?from_term=a&from_pos=1', 'https://pubmed.ncbi.nlm.nih.gov/39990002/'],
    ['https://example.org/#/article/11:~:text=bed', 'https://example.org/#/article/11'],
    ['https://example.org/article/5;jsessionid=A1', 'https://example.org/article/5'],
  ])('%s is the page %s', (a, b) => expect(addressKey(a)).toBe(addressKey(b)))

  it.each(['id', 'cid', 'src', 'hash', 'ref', 'sid', 'token', 'from', 'share', 'md5', 'via', 'source'])(
    'keeps %s, which may be an item’s',
    (name) =>
      expect(addressKey(`https://example.org/view.aspx?${name}=11`)).not.toBe(addressKey(`https://example.org/view.aspx?${name}=12`)),
  )
  it.each(['#/article/11', '#!article/11', '#!/11', '#id=11'])('keeps the route %s', (route) =>
    expect(addressKey(`https://example.org/app${route}`)).not.toBe(addressKey(`https://example.org/app${route.replace('11', '12')}`)),
  )
})
