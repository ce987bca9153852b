import type { KnownIdentifier } from '../../../shared/phi/finding.ts'
import { daysOf } from './dates.ts'

const mail = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}/g
const phone =
  /(?<![\d./-])(?:\+\d{1,3}[ -]?(?:\(0\) ?)?(?:\(?\d{1,4}\)?[ -]?){2,5}\d{2,4}|\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}|\(?0\d{1,4}\)?[ /-]?\d{2,4}(?:[ -]\d{2,4}){1,4}|\(\d{2}\) ?\d{4,5}-\d{4}|0\d{2,5}[ /-]\d{5,8})(?![\d/-])/g
const capital = "[A-Z\\u00c0-\\u00de][\\w\\u00c0-\\u024f'’.-]*"
/** "427 Balistreri Way Unit 19": a house before its street, as in English. */
const houseFirst = new RegExp(
  `(?<![\\d/.-])\\d{1,6}[A-Z]?,? (?:${capital} ){1,4}(?:st|street|rd|road|ave|avenue|way|lane|ln|dr|drive|blvd|boulevard|court|ct|close|crescent|place|pl|terrace|square|sq|hwy|highway|trail|loop|row|gardens|grove|park|hill|circle|cir|parkway|pkwy)\\b`,
  'i',
)
const streetFirst =
  /(?:^|[\s,(])(?:\d{1,4},? )?(?:rue|avenue|av\.?|avda\.?|boulevard|bd|chemin|impasse|allée|quai|place|route|calle|c\/|plaza|pza\.?|paseo|pasaje|carrera|cra\.?|camino|rua|travessa|alameda|largo|praça|estrada|via|viale|piazza|corso|vicolo|strada) [\wÀ-ɏ].{0,40}|[A-ZÄÖÜ][\wÀ-ɏ.-]*(?:straße|strasse|str\.|weg|gasse|platz|allee|ring|ufer) \d{1,4}/i

const typed = (type: KnownIdentifier['type'], value: string): KnownIdentifier => ({ type, value: value.trim() })

/** A day as written, and where a month word says which number is which, as numbers too: the guard reads English months only. */
export const daysIn = (text: string): KnownIdentifier[] =>
  daysOf(text).flatMap(({ start, end, iso }) => [typed('DATE', text.slice(start, end)), ...(iso === undefined ? [] : [typed('DATE', iso)])])

/** What shows itself by its form anywhere on a patient's page: days, phones, mail and street addresses. */
export const shownIn = (text: string): KnownIdentifier[] => {
  if (text.length > 200 || !/[\d@]/.test(text)) return []
  const street = text.length < 140 && (houseFirst.test(text) || (/\d/.test(text) && streetFirst.test(text)))
  return [
    ...(text.includes('@') ? [...text.matchAll(mail)].map(([found]) => typed('EMAIL', found)) : []),
    ...(/\d{2}[-. )]?\d/.test(text) ? [...text.matchAll(phone)].map(([found]) => typed('PHONE', found)) : []),
    ...(street ? [typed('LOCATION', text.slice(text.lastIndexOf(': ') + 1))] : []),
    ...daysIn(text),
  ]
}
