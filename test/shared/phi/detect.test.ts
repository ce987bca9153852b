import { describe, expect, test } from 'vitest'
import '../../../shared/phi/by-language/provide.ts'
import { findPatientInfo, type Field, type KnownIdentifier } from '../../../shared/phi/detect.ts'

/** The text with its findings in brackets, `?` after those of low certainty. */
function marked(text: string, field: Field = 'note', known: KnownIdentifier[] = []): string {
  return findPatientInfo(text, { field, known }).reduceRight(
    (all, { start, end, type, certainty }) =>
      `${all.slice(0, start)}[${type}${certainty === 'low' ? '?' : ''} ${all.slice(start, end)}]${all.slice(end)}`,
    text,
  )
}

const identifiers: [type: string, text: string, marked: string][] = [
  ['title', 'Mr. Okonjo waited for transport.', 'Mr. [NAME Okonjo] waited for transport.'],
  ['label', 'Patient: Young, Priscilla', 'Patient: [NAME Young, Priscilla]'],
  ['relation', 'Zofia (daughter) asked for the plan.', '[NAME Zofia] (daughter) asked for the plan.'],
  ['deed', 'Tamsin denies pain at rest.', '[NAME? Tamsin] denies pain at rest.'],
  ['possessive', "Brzezinski's wife was not told.", "[NAME? Brzezinski]'s wife was not told."],
  ['family name first', 'ED boarding: Achebe, Ngozi 19 hours', 'ED boarding: [NAME? Achebe, Ngozi] 19 hours'],
  ['initial', 'Discharge of H. Lindqvist was late.', 'Discharge of [NAME? H. Lindqvist] was late.'],
  ['small letters', 'pt rosalind okoye was moved twice', 'pt [NAME? rosalind okoye] was moved twice'],
  ['spread', 'Dr. Vasquez called. Later Vasquez called again.', 'Dr. [NAME Vasquez] called. Later [NAME? Vasquez] called again.'],
  ['degree', 'Ask Imogen Hartley, RN, about it.', 'Ask [NAME Imogen Hartley], RN, about it.'],
  ['images', 'Study of Osei^Kwame^B is filed twice.', 'Study of [NAME Osei^Kwame^B] is filed twice.'],
  ['date', 'Fell on 03/14/2023 and again March 20th.', 'Fell on [DATE 03/14/2023] and again [DATE March 20th].'],
  ['short date', 'Seen on 3/14, no call back.', 'Seen on [DATE? 3/14], no call back.'],
  ['run-together date', 'born 28JUN1999, 31 weeks', 'born [DATE 28JUN1999], 31 weeks'],
  ['age', 'A 93-year-old waited 40 h.', 'A [AGE90 93]-year-old waited 40 h.'],
  ['phone', 'Call (413) 555-0142 first.', 'Call [PHONE (413) 555-0142] first.'],
  ['fax', 'fax: 413-555-0143', 'fax: [FAX 413-555-0143]'],
  ['mail', 'Write to n.achebe@example.org.', 'Write to [EMAIL n.achebe@example.org].'],
  ['record', 'MRN: 00481516 has two charts.', 'MRN: [MRN 00481516] has two charts.'],
  ['security number', 'SSN 078-05-1120 on the form', 'SSN [SSN 078-05-1120] on the form'],
  ['plan', 'insurance ID: QX-481516', 'insurance ID: [HEALTH_PLAN QX-481516]'],
  ['account', 'Acct# 4815162342 was billed twice.', 'Acct# [ACCOUNT 4815162342] was billed twice.'],
  ['device', 'serial number SN-48151-C', 'serial number [DEVICE SN-48151-C]'],
  ['network', 'kiosk 10.20.30.40 froze', 'kiosk [IP 10.20.30.40] froze'],
  [
    'address',
    'lives at 12 Quarry Byway Apt 4, Holyoke, MA 01040 alone',
    'lives at [LOCATION 12 Quarry Byway Apt 4, Holyoke, MA 01040] alone',
  ],
  ['town', 'He lives in Tiverton with a cousin.', 'He lives in [LOCATION? Tiverton] with a cousin.'],
  ['house', 'Transferred from Larkspur General Hospital at night.', 'Transferred from [FACILITY? Larkspur General Hospital] at night.'],
  ['initials', 'Our HLHS infant K.R. was weighed once.', 'Our HLHS infant [NAME? K.R]. was weighed once.'],
  ['small letters alone', 'pt gunnar, he wants texts', 'pt [NAME? gunnar], he wants texts'],
  ['item of a handover', '3. Hussein / 72 / sepsis', '3. [NAME? Hussein] / 72 / sepsis'],
  ['room and name', 'SR1 Sorokina needs a nurse call', 'SR1 [NAME? Sorokina] needs a nurse call'],
  ['strokes of a list', 'HDU 4 // McGillicuddy // wean', 'HDU 4 // [NAME? McGillicuddy] // wean'],
  ['ticked item', '[x] Wrigglesworth – scan done', '[x] [NAME? Wrigglesworth] – scan done'],
  ['initial in an item', '4. I. Jankowski cellulitis', '4. [NAME? I. Jankowski] cellulitis'],
  ['list in small letters', 'Night: abbott desat, barlow fell', 'Night: [NAME? abbott] desat, [NAME? barlow] fell'],
  ['phone in two groups', 'ring mum on 07700 900461', 'ring mum on [PHONE 07700 900461]'],
  ['number behind a name', 'notes of #4471-09 are thin', 'notes of #[ID? 4471-09] are thin'],
  ['relative in small letters', 'mum of maeve told us', 'mum of [NAME? maeve] told us'],
  ['month in Roman figures', 'seen 4-VII-1951', 'seen [DATE 4-VII-1951]'],
  ['beside a bed', 'bed 7 delgado no interpreter', 'bed [ID? 7] [NAME? delgado] no interpreter'],
  ['subject', 'Subject 014-0032 dropped out.', 'Subject [ID? 014-0032] dropped out.'],
  ['personal page', 'see facebook.com/teamjonahstrong for more', 'see [URL? facebook.com/teamjonahstrong] for more'],
  ['web', 'see https://ehr.example.com/patient/481516/summary', 'see [URL https://ehr.example.com/patient/481516/summary]'],
]

describe('identifiers of 45 CFR 164.514(b)(2)(i)', () => {
  test.each(identifiers)('%s: %s', (_, text, expected) => expect(marked(text)).toBe(expected))
})

const allowed = [
  'A 67-year-old had surgery in 2019 and does well.',
  'Patients over 90 fall more often.',
  'Kaposi sarcoma, Wells score 3, Foley out by day 2.',
  'Give Eliquis 5 mg BID and hold aspirin.',
  'BP 120/80, strength 5/5, a 2/6 murmur and 20/20 vision.',
  'Go from 12/20 to 18/20 charts by June 2025 with weekly huddles.',
  'Aim: reduce line infections from 1.8 to 0.9 per 1,000 line days by June 2025.',
  'Osei et al. and Lindqvist (2019) disagree; see NCT04815162 and PMID 31415926.',
  'Version 2.1.3 of the order set breaks the calculator.',
  'Run cycle 2 with 5 patients on Tuesday.',
  'Spanish and Haitian Creole leaflets for families from Mexico.',
  'Weigh infants at home after the Norwood procedure.',
]

test.each(allowed)('lets pass what identifies no one: %s', (text) => expect(marked(text)).toBe(text))

describe('leniency follows the field', () => {
  const authors = 'Osei K, Lindqvist H. Home monitoring. J Test Med. 2019 Mar 4;12(3):45-51. k.osei@example.edu'
  test('a citation is made of names and days', () => expect(marked(authors, 'citation')).toBe(authors))
  const methods = 'We enrolled 40 infants from June 12, 2010 at Larkspur General Hospital; Dr. Osei reviewed all charts.'
  test('a quote keeps its study dates', () => expect(marked(methods, 'quote')).toBe(methods))
  test('a quote that states a record number is no paper', () =>
    expect(marked('Ngozi Achebe, MRN 00481516, came on June 12, 2010.', 'quote')).toBe(
      '[NAME Ngozi Achebe], MRN [MRN 00481516], came on [DATE June 12, 2010].',
    ))
  test('a title of a chart', () =>
    expect(marked('Achebe, Ngozi - 4815162 - Chart Review', 'title')).toBe('[NAME Achebe, Ngozi] - [MRN 4815162] - Chart Review'))
  test.each([
    ['BRANDVOLD, OSKAR [4471902] - Chart Review', '[NAME BRANDVOLD, OSKAR] [[MRN 4471902]] - Chart Review'],
    ['Encounter for Wren Szymanski - OpenMRS', 'Encounter for [NAME Wren Szymanski] - OpenMRS'],
    ["Priya Raman's record | Family portal", "[NAME Priya Raman]'s record | Family portal"],
    ['Szymanski, Wren (MRN 88120-4) Flowsheets', '[NAME Szymanski, Wren] (MRN [MRN 88120-4]) Flowsheets'],
  ])('a window of a record system: %s', (text, expected) => expect(marked(text, 'title')).toBe(expected))
  test('a title of a paper', () =>
    expect(marked('Late Outcomes of the Fontan Operation in Boston - PubMed', 'title')).toBe(
      'Late Outcomes of the Fontan Operation in Boston - PubMed',
    ))
  test('an address of a chart', () =>
    expect(marked('https://ehr.example.org/Patient?name=Achebe&birthdate=1957-03-09', 'url')).toBe(
      'https://ehr.example.org/Patient?name=[NAME Achebe]&birthdate=[DATE 1957-03-09]',
    ))
  test('an address of a paper', () =>
    expect(marked('https://doi.org/10.1056/NEJMoa2034577', 'url')).toBe('https://doi.org/10.1056/NEJMoa2034577'))
})

test('a reason never holds anything of the text', () => {
  for (const [, text] of identifiers)
    for (const { why, start, end } of findPatientInfo(text, { field: 'note' })) expect(why).not.toContain(text.slice(start, end))
})
