import { describe, expect, test } from 'vitest'
import { signalsAt } from '../../../shared/phi/banner.ts'

describe('[P3] a name with the family name first is a sign of a banner', () => {
  test.each([
    ['Smith, Anna', true],
    ['Smith^Anna^B', true],
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
  ])('%s', (piece, is) => expect(signalsAt([piece], 0).includes('name')).toBe(is))
})

test.each([
  ['34 y M', true],
  ['(34 years old, female)', true],
  ['male, 34', true],
  ['(F, 34)', true],
  ['3 months · weiblich', true],
  ['MÄNNLICH, 71', true],
  ['féminin 9 mois', false],
  ['34yF', true],
  ['34', false],
  ['Methods 34', false],
  ['12 Smith F', false],
  ['f, 1960', false],
])('[P3] whether "%s" is an age with the sex', (piece, is) => expect(signalsAt([piece], 0).includes('age')).toBe(is))

test.each([
  ['Date of birth (mm/dd/yyyy)', '12/03/1960', 'birth'],
  ['D.O.B.', '3 May 1960', 'birth'],
  ['Fecha de nacimiento', '12/03/1960', 'birth'],
  ['Published', '3 May 1960', ''],
  ['Stillborn', '3 May 1960', ''],
  ['Medical record number', '00481516', 'record'],
  ['http://hospital.example/mrn', '00481516', 'record'],
  ['NHS no. :', 'A-4815', 'record'],
  ['Volume', '00481516', ''],
  ['Grid', '00481516', ''],
])('[P3] the label "%s" before "%s" is a sign of: %s', (label, value, sign) => expect(signalsAt([label, value], 1).join()).toBe(sign))
