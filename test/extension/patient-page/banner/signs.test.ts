import { describe, expect, test } from 'vitest'
import { ageAndSexOf } from '../../../../extension/patient-page/banner/ages.ts'
import { daysOf } from '../../../../extension/patient-page/banner/dates.ts'
import { valueOfKind } from '../../../../extension/patient-page/banner/values.ts'
import { keyOfWords, labelOf } from '../../../../extension/patient-page/banner/label-key.ts'
import { bannerLanguages } from '../../../../extension/patient-page/banner/labels/label-index.ts'
import { isCaretName, isFamilyFirst, isGivenFirst, isNameValue } from '../../../../extension/patient-page/banner/names.ts'
import { numberIn, withBrackets } from '../../../../extension/patient-page/banner/numbers.ts'

describe('[P3] a name with the family name first is a sign of a banner', () => {
  test.each([
    ['Smith, Anna', true],
    ['Smith^Anna^B', true],
    ['OKONJO^Ifeoma^^MRS', true],
    ['Whitcombe, Thandeka, Rose', true],
    ['GARCÍA LÓPEZ, MARÍA JOSÉ', true],
    ['Quiroga Itur…, Fernanda', true],
    ['O’Brien, Seán', true],
    ['Müller-Lüdenscheidt, Jörg', true],
    ['Ångström, Åsa (called 2nd)', true],
    ['van der Weiß, Łukasz', true],
    ['Ørsted, Bjørn', true],
    ['Иванов, Пётр', true],
    ['Dvořák, Zdeněk'.normalize('NFD'), true],
    ['Dvořák, Zdeněk', true],
    ['ångström, åsa', false],
    ['Journal of Care, 2021, 12–15', false],
    ['Care – Made Up, Anna', false],
    ['Smith, 12', false],
    ['Smith, Anna.', false],
    ['Patients, All', false],
    ['Lima, Peru', false],
  ])('%s', (text, is) => expect(isFamilyFirst(text)).toBe(is))
  test('carets are a name of DICOM or HL7', () => {
    expect(isCaretName('OKONJO^Ifeoma^^MRS')).toBe(true)
    expect(isCaretName('Okonjo, Ifeoma')).toBe(false)
  })
})

test.each([
  ['Radhika Vasudevan Pillai', true],
  ['Dona Iracema de Souza e Silva', true],
  ['ANNA MEIER', true],
  ['Clinical Summary', false],
  ['Historia Clínica', false],
  ['Date of birth', false],
  ['Rose', false],
])('[P3] whether "%s" is a name with the given name first', (text, is) => expect(isGivenFirst(text)).toBe(is))

test.each([
  ['Suharti', true],
  ['Mme Solange Tchoukouadjé-Abega', true],
  ['Unknown', false],
  ['Sexo', false],
  ['P-204', false],
])('[P3] whether a label can have "%s" as a name', (text, is) => expect(isNameValue(text)).toBe(is))

test.each([
  ['34 y M', true],
  ['(34 years old, female)', true],
  ['male, 34', true],
  ['(F, 34)', true],
  ['3 months · weiblich', true],
  ['MÄNNLICH, 71', true],
  ['34yF', true],
  ['34yr • Female', true],
  ['Female, 34 years 2 months 11 days', true],
  ['Masculin, 31 heures', true],
  ['Femenino 42 año(s)', true],
  ['072Y M', true],
  ['M/34', true],
  ['2 j, F', true],
  ['34', false],
  ['Methods 34', false],
  ['12 Smith F', false],
  ['f, 1960', false],
])('[P3] whether "%s" is an age with the sex', (text, is) => {
  const said = ageAndSexOf(text)
  expect(said?.age === true && said.sex).toBe(is)
})

test.each([
  ['Date of birth (mm/dd/yyyy)', 'birth'],
  ['D.O.B.', 'birth'],
  ['Fecha de nacimiento', 'birth'],
  ['F. nac.:', 'birth'],
  ['Né(e) le', 'birth'],
  ['Geb.-Datum', 'birth'],
  ['PatientBirthDate', 'birth'],
  ['Medical record number', 'record'],
  ['http://hospital.example/mrn', 'record'],
  ['NHS no. :', 'record'],
  ['N.º de historia clínica', 'record'],
  ['N° de dossier', 'record'],
  ['Patienten-Nr.', 'record'],
  ['Código do paciente', 'record'],
  ['OpenMRS ID', 'record'],
  ['Nombre y apellidos', 'name'],
  ['Nome do paciente', 'patient'],
  ['Cognome e nome', 'name'],
  ['Father/Husband’s Name', 'kin'],
  ['Versichertennummer', 'insurance'],
  ['Codice fiscale', 'national'],
  ['ID', 'code'],
  ['ORCID iD', 'against'],
  ['Study ID', 'against'],
  ['Article ID', 'against'],
  ['Volume', undefined],
  ['Grid', undefined],
  ['Stillborn', undefined],
])('[P3] the label "%s" announces: %s', (text, kind) => expect(labelOf(text)).toBe(kind))

test.each([
  ['12/03/1960', '12/03/1960', undefined],
  ['3 May 1960', '3 May 1960', '1960-05-03'],
  ['14 feb 33', '14 feb 33', '1933-02-14'],
  ['28-nov.-2021', '28-nov.-2021', '2021-11-28'],
  ['28Nov2021', '28Nov2021', '2021-11-28'],
  ['2 de mayo de 1960', '2 de mayo de 1960', '1960-05-02'],
  ['9 août 1957 04:12', '9 août 1957', '1957-08-09'],
  ['14.02.1933 (93)', '14.02.1933', undefined],
  ['Mar 9, 1957', 'Mar 9, 1957', '1957-03-09'],
])('[P3] the day in "%s"', (text, day, iso) => {
  const [found] = daysOf(text)
  expect(text.slice(found?.start, found?.end)).toBe(day)
  expect(found?.iso).toBe(iso)
})
test.each(['DD-MMM-YYYY', '1992', '12/2020', '3.14', '40/13/2020', 'page 3 of 1960'])('[P3] no day in "%s"', (text) =>
  expect(daysOf(text)).toEqual([]),
)

test.each([
  ['706 8001 2345 6781', '706 8001 2345 6781'],
  ['943\u00a0476\u00a05919'.replaceAll('\u00a0', ' '), '943 476 5919'],
  ['1.847.209', '1.847.209'],
  ['4471/26', '4471/26'],
  ['P-8wTmB', 'P-8wTmB'],
  ['12', undefined],
  ['12 Main Street', undefined],
  ['12/03/1957', undefined],
  ['10.0.0.1', undefined],
  ['{{mrn}}', undefined],
])('[P3] the number in "%s" is %s', (text, number) => expect(numberIn(text)).toBe(number))

test('[P3] a name with a number in brackets', () => {
  expect(withBrackets('Iracema (AM-0031)')).toEqual({ before: 'Iracema', number: 'AM-0031' })
  expect(withBrackets('Figure (2)')).toBeUndefined()
})

test('[P3] a value counts if it is of its label’s kind', () => {
  expect(valueOfKind('birth', 'Saturday, May 23, 1942')).toBe('Saturday, May 23, 1942')
  expect(valueOfKind('birth', 'DD-MMM-YYYY')).toBeUndefined()
  expect(valueOfKind('sex', 'All')).toBeUndefined()
  expect(valueOfKind('patient', 'Date of birth')).toBeUndefined()
})

test('[P3] every label is written as labels are looked up', () => {
  const wrong = Object.entries(bannerLanguages).flatMap(([language, labels]) =>
    Object.values(labels)
      .flatMap((list) => list.split('|'))
      .filter((key) => keyOfWords(key.split(' ')) !== key)
      .map((key) => `${language} ${key}`),
  )
  expect(wrong).toEqual([])
})
