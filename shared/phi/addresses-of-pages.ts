import { ordinaryWords, roleWords } from './lexicons/ordinary-words.ts'
import type { Candidate, PatientInfoType } from './finding.ts'
import { matchesOf } from './text/prefiltered-pattern.ts'

const keys: readonly [PatientInfoType, RegExp][] = [
  [
    'NAME',
    /^(?:p(?:t|at|atient)?[-_.]?)?(?:name|names|fullname|display ?name|family|given|first|last|firstname|lastname|first[-_.]name|last[-_.]name|fname|lname|surname|forename|maiden|patient)$/i,
  ],
  ['DATE', /^(?:p(?:t|atient)?[-_.]?)?(?:birth[-_.]?date|date[-_.]?of[-_.]?birth|dob|bday|birth|birthday|geburtsdatum)$/i],
  ['SSN', /^(?:ssn|social|social[-_]?security(?:[-_]?number)?|sin|nino)$/i],
  [
    'MRN',
    /^(?:mrn|mr|medrec|medical[-_]?record(?:[-_]?number)?|p(?:t|at|atient)?[-_.]?(?:id|uuid|uid|mrn|no|num|number|key|guid|fhir[-_]?id|ien|dfn)|pid|subject|chart(?:[-_]?(?:id|no))?|empi|dfn|nhs(?:[-_]?number)?|csn|encounter(?:[-_]?id)?|enc|visit(?:[-_]?id)?|identifier|accession(?:[-_]?number)?|account|acct|har|fin|member(?:[-_]?id)?)$/i,
  ],
  ['PHONE', /^(?:phone|tel|telephone|mobile|cell|fax)$/i],
  ['EMAIL', /^(?:e?-?mail)$/i],
  ['LOCATION', /^(?:address|street|city|town|zip|zipcode|postal[-_]?code|postcode)$/i],
]
const parameter = /[?&;#/]([\w.[\]-]{1,40})=([^&;#\s]{1,300})/g
const path = /\/(?:patients?|charts?|pts?|person|people|mrn|encounters?|visits?|demographics|admissions?|records?)\/([^/?#\s]{2,120})/gi
const site = /^https?:\/\/[^/?#\s]*/i

/** What the address of a page says about a patient: named parameters and what follows /patient/ in the path. */
export function findInAddress(text: string): Candidate[] {
  const found: Candidate[] = []
  const from = site.exec(text)?.[0].length ?? 0
  for (const match of text.matchAll(parameter)) {
    const [whole, key = '', value = ''] = match
    const type = keys.find(([, pattern]) => pattern.test(key))?.[0]
    if (type === undefined || match.index + whole.length <= from) continue
    // "https://journal.example/search?name=value": a path word is no key, and a literature search has no birth date.
    found.push({
      start: match.index + whole.length - value.length,
      end: match.index + whole.length,
      type,
      evidence: 'shaped',
      why: 'phi-page-address',
    })
  }
  for (const match of text.matchAll(path)) {
    const value = match[1] ?? ''
    if (match.index < from || !isOnesOwn(decoded(value))) continue
    found.push({
      start: match.index + match[0].length - value.length,
      end: match.index + match[0].length,
      type: 'ID',
      evidence: 'shaped',
      why: 'phi-page-address-of-patient',
    })
  }
  return found
}

const web = /\bhttps?:\/\/[^\s<>"')\]]{3,400}|\bwww\.[^\s<>"')\]]{3,400}/gi
const reference =
  /^(?:https?:\/\/)?(?:[\w-]+\.){0,5}(?:gov|edu|org|int|mil|gc\.ca|ac\.uk|nhs\.uk|(?:jamanetwork|thelancet|bmj|sciencedirect|springer|springernature|wiley|tandfonline|sagepub|nature|oup|cochranelibrary|biomedcentral|mdpi|medscape|uptodate|cell|elsevier|karger|liebertpub|lww|hindawi|researchgate|github|youtube|google|microsoft|healthline|webmd|dynamed|epocrates|clinicalkey|statnews|qualityandsafety)\.(?:com|net|co\.uk)|doi\.org|who\.int)(?:[/:?#]|$)/i

/** Where people tell of themselves and of their family; without "https" as well. */
const personal =
  /(?<![\w@.-])(?:https?:\/\/)?(?:[\w-]+\.)?(?:caringbridge|gofundme|posthope|mealtrain|givebutter|facebook|fb|instagram|tiktok|linkedin|blogspot|wordpress|tumblr|wixsite|weebly|substack)\.(?:com|org|net|me|es)\/[^\s<>"')\]]{3,300}/gi

/** Web addresses inside a text, 164.514(b)(2)(i)(N): what leads to one patient, and sites that are no known source. */
export function findAddresses(text: string): Candidate[] {
  const ofPeople = [...matchesOf(text, { pattern: personal, needs: /\.(?:com|org|net|me|es)\//i })].map(
    ({ 0: match, index }): Candidate => ({
      start: index,
      end: index + match.replace(/[.,;:!?]+$/, '').length,
      type: 'URL',
      evidence: 'suggested',
      why: 'phi-address-unknown',
    }),
  )
  const others = [...matchesOf(text, { pattern: web, needs: /:\/\/|www\./i })].flatMap((match): Candidate[] => {
    const url = match[0].replace(/[.,;:!?]+$/, '')
    const end = match.index + url.length
    if (findInAddress(url).length > 0) return [{ start: match.index, end, type: 'URL', evidence: 'shaped', why: 'phi-address-of-patient' }]
    return reference.test(url) ? [] : [{ start: match.index, end, type: 'URL', evidence: 'suggested', why: 'phi-address-unknown' }]
  })
  return [...ofPeople, ...others]
}

const isOnesOwn = (value: string) =>
  /\d{3}|^[\da-f-]{8,}$/i.test(value) ||
  (value.split(/[^\p{L}]+/u).every((word) => !ordinaryWords.has(word.toLowerCase()) && !roleWords.has(word.toLowerCase())) &&
    /^\p{Lu}\p{L}+[-_ .,+^]{1,2}\p{Lu}\p{L}+$/u.test(value))

// `decodeURIComponent` throws on a lone per cent sign; only the letters matter here.
const decoded = (value: string) =>
  value
    .replace(/%20|\+/g, ' ')
    .replace(/%2C/gi, ',')
    .replace(/%5E/gi, '^')
    .replace(/%27/g, "'")
