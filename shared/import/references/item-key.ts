import { identifiersOf, keysIn } from '../../citations/citation-keys.ts'
import type { Citation } from '../../citations/citation.ts'

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/** 53 bits of a text, in hexadecimal digits (cyrb53): enough to tell the items of a bank apart, no secret. */
const hash = (text: string): string => {
  let [one, other] = [0xde_ad_be_ef, 0x41_c6_ce_57]
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    one = Math.imul(one ^ unit, 2_654_435_761)
    other = Math.imul(other ^ unit, 1_597_334_677)
  }
  one = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(other ^ (other >>> 13), 3_266_489_909)
  other = Math.imul(other ^ (other >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909)
  return (4_294_967_296 * (2_097_151 & other) + (one >>> 0)).toString(16)
}

const textKey = ({ title = '', author, issued, type }: Citation): string => {
  const [first] = author ?? []
  const name = first ? ('family' in first ? first.family : first.literal) : ''
  const year = issued?.['date-parts'][0]?.[0] ?? ''
  return `text:${hash(`${plain(title)}|${year}|${plain(name)}${title ? '' : `|${type}`}`)}`
}

/** The key of an item: that of its best identifier (a DOI first), or else a hash of its title, year and first author. */
export const itemKey = (citation: Citation): string => keysIn(identifiersOf(citation))[0] ?? textKey(citation)

/** The key of a second work with the first one's key: what stands in the one and not in the other tells them apart. */
export const keyOfTwo = (citation: Citation): string =>
  `${itemKey(citation)}#${hash([citation.title ?? '', citation.PMID ?? '', citation.volume ?? '', citation.page ?? ''].map(plain).join('|'))}`
