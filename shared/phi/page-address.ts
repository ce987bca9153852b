import type { Candidate, PatientInfoType } from './finding.ts'

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

/** What the address of a page says about a patient: named parameters and what follows /patient/ in the path. `isWord` tells a word in small letters from a name. */
export function findInPageAddress(text: string, isWord: (word: string) => boolean): Candidate[] {
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
    if (match.index < from || !isOnesOwn(decoded(value), isWord)) continue
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

const isOnesOwn = (value: string, isWord: (word: string) => boolean) =>
  /\d{3}|^[\da-f-]{8,}$/i.test(value) ||
  (value.split(/[^\p{L}]+/u).every((word) => !isWord(word.toLowerCase())) && /^\p{Lu}\p{L}+[-_ .,+^]{1,2}\p{Lu}\p{L}+$/u.test(value))

// `decodeURIComponent` throws on a lone per cent sign; only the letters matter here.
const decoded = (value: string) =>
  value
    .replace(/%20|\+/g, ' ')
    .replace(/%2C/gi, ',')
    .replace(/%5E/gi, '^')
    .replace(/%27/g, "'")
