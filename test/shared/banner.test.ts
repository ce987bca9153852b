import { describe, expect, test } from 'vitest'
import { signalsAt } from '../../shared/patient-info/banner.ts'

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
