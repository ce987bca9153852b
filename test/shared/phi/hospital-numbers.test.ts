import { afterEach, expect, test } from 'vitest'
import { findPatientInfo, holdsPatientInfo } from '../../../shared/phi/detect.ts'
import { provideHospital } from '../../../shared/phi/hospital-numbers.ts'
import { wrongEntries } from '../../../shared/phi/languages/hospital.ts'

const policy = {
  patientNumberLabels: ['kardex', 'Study-no.', 'n.º de ficho', 'a|b', '', 12, 'HC 2', 'x'.repeat(41)],
  patientNumberPatterns: ['ZZ-9999', 'A99/9999', '9.9', '(a+)+$', '999999*', ' 99_99_99 ', 'H.C 9999', null],
}
const found = (text: string): string[] =>
  findPatientInfo(text, { field: 'note' })
    .filter(({ certainty }) => certainty === 'high')
    .map(({ start, end }) => text.slice(start, end))

afterEach(() => provideHospital({}))

test.each([
  ['why is kardex 4711 empty again', ['4711']],
  ['study no: 331-2', ['331-2']],
  ['n.º de ficho 20987', ['20987']],
  ['order of zz-1234 and ZZ-1234, not ZZ-12345', ['ZZ-1234']],
  ['see B12/3456 and b12/3456', ['B12/3456']],
  ['wrong 12_34_56 printed', ['12_34_56']],
  ['H.C 1234 twice, HXC 1234 never', ['H.C 1234']],
])('[P12] a hospital’s own labels and patterns: %s', (text, expected) => {
  expect(found(text)).toEqual([])
  provideHospital(policy)
  expect(found(text)).toEqual(expected)
  expect(holdsPatientInfo(text, 'note')).toBe(true)
})

test('[P12] entries of another form are named and passed over, and hang nothing', () => {
  expect(wrongEntries(policy)).toEqual(['a|b', '', '12', 'HC 2', 'x'.repeat(41), '9.9', '(a+)+$', '999999*', 'null'])
  expect(wrongEntries({ patientNumberPatterns: Array.from({ length: 52 }, () => '99999') })).toEqual(['99999', '99999'])
  provideHospital({ patientNumberLabels: ['a|b'], patientNumberPatterns: ['(a+)+$'] })
  expect(found('a 4711, b 4711, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')).toEqual([])
})

test('[P12] a selection of a paper that holds a hospital’s number is read by all rules', () => {
  provideHospital(policy)
  expect(findPatientInfo('Table 2, ZZ-1234, seen by Dr. Hansen', { field: 'quote' }).map(({ type }) => type)).toEqual(['MRN', 'NAME'])
})
