import type { Candidate, PatientInfoType } from './finding.ts'
import { hasDigit, matchesOf, type Sought } from './text/prefiltered-pattern.ts'

const phoneWord =
  '(?:phone|telephone|tel|mobile|cell(?:phone)?|pager?|call ?back|callback|contact|voicemail|whatsapp|sms|text|call|called|reach(?:ed)?|number|dial|ph|landline|desk|office|home|work|alternate|emergency contact)'
const faxWord = /\b(?:fax|facsimile)\b[^\d\n]{0,20}$/i
const labelled: Sought = {
  needs: /\d[\d ().+/-]{5}/,
  pattern: new RegExp(
    `\\b(?:${phoneWord}|fax)(?:\\s(?:back|number|no\\.?|at|on|is|was|requested|phone|him|her|them|#)){0,3}\\s?[:#=.]?\\s{0,3}(\\+?\\(?\\d[\\d ().+/-]{5,20}\\d)(?!\\d|\\.\\d)`,
    'gi',
  ),
}
const shapes: Sought[] = [
  {
    needs: /\d{3}[-. ]\d{4}/,
    pattern: /(?<![\d.-])(?:\+?1[-. ]?)?(?:\(\d{3}\) ?|\d{3}([-. ]))\d{3}[-. ]\d{4}(?:\s?(?:x|ext\.?)\s?\d{1,6})?(?!\d|-\d)/g,
  },
  {
    needs: /\+\d/,
    pattern: /\+\d{1,3}[ -]?(?:\(0\) ?)?(?:\d{1,4}[ -]?){2,5}\d{2,4}(?!\d)/g,
  },
  {
    needs: /0\d{1,4}\)?[ -]\d/,
    pattern: /(?<![\d.,/-])\(?0\d{1,4}\)?(?:[ -]\d{2,4}){2,4}(?![\d-])/g,
  },
  // 07700 900461
  {
    needs: /0\d{4} \d{6}/,
    pattern: /(?<![\d.,/-])0[1-9]\d{3} \d{6}(?![\d-]|[.,]\d)/g,
  },
]
const short: Sought = {
  needs: /\d{3}[-. ]\d{4}/,
  pattern: /(?<![\d.,/-])\d{3}[-. ]\d{4}(?:x\d{1,6})?(?!\d|[-–]\d| ?(?:mg|ml|kcal|patients|steps|g|units)\b)/g,
}
// "Page 1204" with four digits is a page of a book as often as a pager.
const pager: Sought = {
  needs: /\d{4}/,
  pattern:
    /\b(?:[Pp]ager|PAGER|[Bb]eeper|[Bb]leep|[Ee]xt|[Ee]xtension|[Pp]age(?=\s?#?\d{5})|PAGE(?=\s?#?\d{5}))\.?(?: ?(?:number|no\.?|is))?\s?[:#]?\s?(\d{4,6})(?![\d.,/-]\d|\d)/g,
}
const shortLead =
  /\b(?:phone|tel|telephone|mobile|cell|call|called|pager|page|reach|reached|voicemail|number|contact|answer|text|at|on|ext|dial|ring|fax)\b[^\n;]{0,12}$/i
const after: Sought = {
  needs: /\d[\d ().-]{4}/,
  pattern: /(?<![\d.,/-])\+?\(?\d[\d ().-]{4,18}\d(?=\s(?:office|fax|mobile|cell|home|desk|work|phone)\b)/gi,
}

const phone = (text: string, start: number, end: number, stated: boolean, sure = true): Candidate => {
  const isFax = faxWord.test(text.slice(Math.max(0, start - 24), start))
  const type: PatientInfoType = isFax ? 'FAX' : 'PHONE'
  return { start, end, type, evidence: stated ? 'stated' : sure ? 'shaped' : 'suggested', why: isFax ? 'phi-fax' : 'phi-phone' }
}

function findPhones(text: string): Candidate[] {
  const found: Candidate[] = []
  if (!hasDigit(text)) return found
  for (const match of matchesOf(text, labelled)) {
    const value = match[1] ?? ''
    const start = match.index + match[0].length - value.length
    if (value.replace(/\D/g, '').length < 7 || /^\d{1,2}([/.-])\d{1,2}\1\d{2,4}$/.test(value)) continue
    found.push(phone(text, start, start + value.length, true))
  }
  for (const shape of shapes)
    for (const match of matchesOf(text, shape)) found.push(phone(text, match.index, match.index + match[0].length, false))
  for (const match of matchesOf(text, after))
    if (match[0].replace(/\D/g, '').length > 5) found.push(phone(text, match.index, match.index + match[0].length, false))
  for (const match of matchesOf(text, pager)) {
    const [whole, number = ''] = match
    found.push(phone(text, match.index + whole.length - number.length, match.index + whole.length, true))
  }
  for (const match of matchesOf(text, short)) {
    const start = match.index
    if (shortLead.test(text.slice(Math.max(0, start - 30), start))) found.push(phone(text, start, start + match[0].length, false, false))
  }
  return found
}

const isMailCharacter = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}._%+'-]/u.test(character)

/** Works outwards from each @, so that a long run of letters is read once. */
function findEmails(text: string): Candidate[] {
  const found: Candidate[] = []
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at
    while (start > 0 && at - start < 64 && isMailCharacter(text[start - 1])) start -= 1
    const host = /^[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,5}/u.exec(text.slice(at + 1, at + 250))
    const isWhole = host !== null && (host[0].includes('.') || (host[0].length > 2 && at - start > 2))
    if (start < at && isWhole) found.push({ start, end: at + 1 + host[0].length, type: 'EMAIL', evidence: 'shaped', why: 'phi-email' })
  }
  return found
}

const address4: Sought = {
  needs: /\d\.\d/,
  pattern: /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.]\d|\d)/g,
}
/** Phones of all forms, and the network addresses of computers. */
export const contactPatterns: readonly Sought[] = [labelled, ...shapes, short, pager, after, address4]
const address6 = /(?<![:\w])(?:[0-9a-f]{1,4}:){3,7}(?::?[0-9a-f]{1,4}){1,4}(?![:\w])/gi
const pairs = /[\da-f][:-][\da-f]{1,4}[:-]/i
const machine = /(?<![:\w])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![:\w])/gi

function findNetworkAddresses(text: string): Candidate[] {
  const found: Candidate[] = []
  for (const match of matchesOf(text, address4)) {
    if (/(?:\bv|version|release|section|build|firmware)\.?\s?$/i.test(text.slice(Math.max(0, match.index - 12), match.index))) continue
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      type: 'IP',
      evidence: 'shaped',
      why: 'phi-ip-of-computer',
    })
  }
  // Colons between hexadecimal digits are rare, and the patterns below are not cheap.
  for (const pattern of pairs.test(text) ? [address6, machine] : [])
    for (const match of text.matchAll(pattern))
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        type: 'IP',
        evidence: 'shaped',
        why: 'phi-ip-of-device',
      })
  return found
}

/** Whether a text without a digit can hold any of them: an @, or the pairs of letters of a device's address. */
export const mayHoldContacts = (text: string): boolean => text.includes('@') || pairs.test(text)

/** Phone, fax, e-mail and network addresses, 164.514(b)(2)(i)(D) (E) (F) (O). */
export function findContacts(text: string): Candidate[] {
  return [...findPhones(text), ...findEmails(text), ...findNetworkAddresses(text)]
}
