import { ordinaryWords, roleWords } from './lexicons/ordinary-words.ts'
import type { Candidate } from './finding.ts'
import { findInPageAddress } from './page-address.ts'
import { matchesOf } from './text/prefiltered-pattern.ts'

/** What the address of a page says about a patient, its names told from words by the guard's lists. */
export const findInAddress = (text: string): Candidate[] =>
  findInPageAddress(text, (word) => ordinaryWords.has(word) || roleWords.has(word))

const web = /\bhttps?:\/\/[^\s<>"')\]]{3,400}|\bwww\.[^\s<>"')\]]{3,400}/gi
const reference =
  /^(?:https?:\/\/)?(?:[\w-]+\.){0,5}(?:gov|edu|org|int|mil|gc\.ca|ac\.uk|nhs\.uk|(?:jamanetwork|thelancet|bmj|sciencedirect|springer|springernature|wiley|tandfonline|sagepub|nature|oup|cochranelibrary|biomedcentral|mdpi|medscape|uptodate|cell|elsevier|karger|liebertpub|lww|hindawi|researchgate|github|youtube|google|microsoft|healthline|webmd|dynamed|epocrates|clinicalkey|statnews|qualityandsafety)\.(?:com|net|co\.uk)|doi\.org|who\.int)(?:[/:?#]|$)/i

/** Where people tell of themselves and of their family; without "https" as well. */
const personal =
  /(?<![\p{L}\d@.-])(?:https?:\/\/)?(?:[\p{L}\d-]+\.)?(?:caringbridge|gofundme|posthope|mealtrain|givebutter|facebook|fb|instagram|tiktok|linkedin|blogspot|wordpress|tumblr|wixsite|weebly|substack)\.(?:com|org|net|me|es)\/[^\s<>"')\]]{3,300}/giu

/** Web addresses inside a text, 164.514(b)(2)(i)(N): what leads to one patient, and sites that are no known source. */
export function findAddresses(text: string, sureOnly = false): Candidate[] {
  const ofPeople = sureOnly
    ? []
    : [...matchesOf(text, { pattern: personal, needs: /\.(?:com|org|net|me|es)\//i })].map(({ 0: match, index }): Candidate => ({
        start: index,
        end: index + match.replace(/[.,;:!?]+$/, '').length,
        type: 'URL',
        evidence: 'suggested',
        why: 'phi-address-unknown',
      }))
  const others = [...matchesOf(text, { pattern: web, needs: /:\/\/|www\./i })].flatMap((match): Candidate[] => {
    const url = match[0].replace(/[.,;:!?]+$/, '')
    const end = match.index + url.length
    if (findInAddress(url).length > 0) return [{ start: match.index, end, type: 'URL', evidence: 'shaped', why: 'phi-address-of-patient' }]
    return reference.test(url) ? [] : [{ start: match.index, end, type: 'URL', evidence: 'suggested', why: 'phi-address-unknown' }]
  })
  return [...ofPeople, ...others]
}
