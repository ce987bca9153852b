import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Name } from '../../../shared/citations/citation.ts'
import { readNames } from '../../../extension/page-reader/metadata/names.ts'

type Wanted = { family: string; given?: string; suffix?: string } | { literal: string }
interface Case {
  id: string
  raw: string[]
  want: Wanted[]
  or?: Wanted[][]
}

/** A suffix is kept behind the family name, where indexes file it. */
const kept = (name: Wanted): Name =>
  'literal' in name ? name : { family: [name.family, name.suffix].filter(Boolean).join(' '), given: name.given }

const file = new URL('../../../../shared/cases/names.json', import.meta.url)
const present = existsSync(file)
const { cases } = present ? (JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] }) : { cases: [] }

describe.skipIf(!present)(`names that were read wrongly${present ? '' : ' (skipped: ../shared/cases is not here)'}`, () => {
  test.each(cases.map((each) => [each.id, each] as const))('%s', (_, { raw, want, or = [] }) => {
    expect([want, ...or].map((names) => names.map(kept))).toContainEqual(readNames(raw))
  })
})

const spoken = (...raw: string[]): string[] =>
  readNames(raw).map((name) => ('family' in name ? `${name.family} | ${name.given}` : name.literal))

/** Neighbours of those, written in one go before the rules were run on them. */
describe('their neighbours', () => {
  test.each<[raw: string[], names: string[]]>([
    [['Vargas Llosa, Mario Jorge'], ['Vargas Llosa | Mario Jorge']],
    [['de Souza Lima, Ana Paula'], ['de Souza Lima | Ana Paula']],
    [['Park Choi, Min Ji'], ['Park Choi | Min Ji']],
    [['Ministry of Health and Social Services'], ['Ministry of Health and Social Services']],
    [['Royal College of Nursing and Midwifery'], ['Royal College of Nursing and Midwifery']],
    [['Institute for Safety, Quality, and Research'], ['Institute for Safety, Quality, and Research']],
    [['WHO'], ['WHO']],
    [['Asociación Inventada de Enfermería'], ['Asociación Inventada de Enfermería']],
    [['Agencia de Calidad Sanitaria'], ['Agencia de Calidad Sanitaria']],
    [['Ministério da Saúde'], ['Ministério da Saúde']],
    [['Société Imaginaire de Pédiatrie'], ['Société Imaginaire de Pédiatrie']],
    [['Deutsche Gesellschaft für Erfundenes'], ['Deutsche Gesellschaft für Erfundenes']],
    [
      ['José Ortega y Gasset', 'Luis Costa e Silva'],
      ['Ortega y Gasset | José', 'Costa e Silva | Luis'],
    ],
    [
      ['Pedro Alves Sobrinho', 'Joana Reis'],
      ['Alves Sobrinho | Pedro', 'Reis | Joana'],
    ],
    [
      ['Ann Poe, DNP, CNS', 'Raj Rao, MSHA', 'Mia Berg, BScN'],
      ['Poe | Ann', 'Rao | Raj', 'Berg | Mia'],
    ],
    [['Ada Berg, MD, Bo Holm, PhD, and Uwe Sund, MPH'], ['Berg | Ada', 'Holm | Bo', 'Sund | Uwe']],
    [
      ['Berg, AB', 'Holm, C'],
      ['Berg | AB', 'Holm | C'],
    ],
    [['Ada Berg, Bo Holm, and the LINE Study Group'], ['Berg | Ada', 'Holm | Bo', 'the LINE Study Group']],
    [['Nguyễn, Thị Minh'], ['Nguyễn | Thị Minh']],
    [['Al-Hassan, Fatima Zahra'], ['Al-Hassan | Fatima Zahra']],
    [['John Smith 3rd'], ['Smith 3rd | John']],
    [
      ['Red Smith', 'Ann Poe'],
      ['Smith | Red', 'Poe | Ann'],
    ],
  ])('%j', (raw, names) => expect(spoken(...raw)).toEqual(names))
})

/** More of them, written in one go as well. */
describe('people and bodies of many kinds', () => {
  test.each<[raw: string[], names: string[]]>([
    [['Müller-Lüdenscheid, Hans Peter'], ['Müller-Lüdenscheid | Hans Peter']],
    [['Del Toro Ruiz, Carmen María'], ['Del Toro Ruiz | Carmen María']],
    [['Ferreira Gomes, Maria João'], ['Ferreira Gomes | Maria João']],
    [['Food and Drug Administration'], ['Food and Drug Administration']],
    [['World Health Organization'], ['World Health Organization']],
    [['Substance Abuse and Mental Health Services Administration'], ['Substance Abuse and Mental Health Services Administration']],
    [['Department of Health, Education, and Welfare'], ['Department of Health, Education, and Welfare']],
    [['Committee on Fetus and Newborn'], ['Committee on Fetus and Newborn']],
    [['AHRQ'], ['AHRQ']],
    [
      ['UNICEF', 'Berg, Ada'],
      ['UNICEF', 'Berg | Ada'],
    ],
    [['Asociación Inventada de Pediatría'], ['Asociación Inventada de Pediatría']],
    [['Instituto Nacional de Salud Inventada'], ['Instituto Nacional de Salud Inventada']],
    [['Consejería de Sanidad y Servicios'], ['Consejería de Sanidad y Servicios']],
    [['Fundación Inventada para la Seguridad del Paciente'], ['Fundación Inventada para la Seguridad del Paciente']],
    [['Hospital Infantil Inventado'], ['Hospital Infantil Inventado']],
    [['Comité de Lactancia Materna'], ['Comité de Lactancia Materna']],
    [
      ['Luis Menéndez y Pelayo', 'Ana Ruiz'],
      ['Menéndez y Pelayo | Luis', 'Ruiz | Ana'],
    ],
    [
      ['Carlos Souza Filho', 'Marcos Vieira Neto', 'Ana Dias'],
      ['Souza Filho | Carlos', 'Vieira Neto | Marcos', 'Dias | Ana'],
    ],
    [
      ['Tara Quill, PA-C', 'Ben Moss, BSN, RN, CCRN', 'Lise Holt, MD, FAAP'],
      ['Quill | Tara', 'Moss | Ben', 'Holt | Lise'],
    ],
    [
      ['Dee Roy, RRT', 'Per Lind, DrPH', 'Kai Fox, EdD', 'Una Shaw, MSc, RGN'],
      ['Roy | Dee', 'Lind | Per', 'Fox | Kai', 'Shaw | Una'],
    ],
    [
      ['Ann Wu, PhD, MSc, FRCPC', 'Ivy Low, RD', 'Ole Dam, MSN, NNP-BC'],
      ['Wu | Ann', 'Low | Ivy', 'Dam | Ole'],
    ],
    [['Smith, J., Doe, A.'], ['Smith | J.', 'Doe | A.']],
    [['Smith J, Doe A'], ['Smith | J', 'Doe | A']],
    [['Berg A, Holm B and Sund U'], ['Berg | A', 'Holm | B', 'Sund | U']],
    [['Berg, A. B.; Holm, C.'], ['Berg | A. B.', 'Holm | C.']],
    [['van den Heuvel, Lotte; O’Shea, Niamh'], ['van den Heuvel | Lotte', 'O’Shea | Niamh']],
    [['Okafor, Chidi, III'], ['Okafor III | Chidi']],
    [['Sammy Davis Jr.'], ['Davis Jr | Sammy']],
    [['Ada Berg & Bo Holm'], ['Berg | Ada', 'Holm | Bo']],
    [
      ['Ada Berg', 'Bo Holm', 'for the Tea Trial Investigators'],
      ['Berg | Ada', 'Holm | Bo', 'the Tea Trial Investigators'],
    ],
  ])('%j', (raw, names) => expect(spoken(...raw)).toEqual(names))
})

/** A second round, written in one go after those were mended and before they were run. */
describe('people and bodies of more kinds', () => {
  test.each<[raw: string[], names: string[]]>([
    [['Nguyen TH, Le-Van P, O’Shea N'], ['Nguyen | TH', 'Le-Van | P', 'O’Shea | N']],
    [['Smith, J. A.; Doe, B.; and Poe, C.'], ['Smith | J. A.', 'Doe | B.', 'Poe | C.']],
    [['Ortiz García, M., López Ruiz, A.'], ['Ortiz García | M.', 'López Ruiz | A.']],
    [['Royal College of Paediatrics and Child Health'], ['Royal College of Paediatrics and Child Health']],
    [['National Institute for Health and Care Excellence'], ['National Institute for Health and Care Excellence']],
    [['Joint Commission'], ['Joint Commission']],
    [['Bureau of Health and Wards'], ['Bureau of Health and Wards']],
    [['Servicio de Neonatología y Cuidados'], ['Servicio de Neonatología y Cuidados']],
    [
      ['Organización Inventada de la Salud', 'Ruiz, Ana'],
      ['Organización Inventada de la Salud', 'Ruiz | Ana'],
    ],
    [
      ['Al Green, MD', 'Ben Hur, RN'],
      ['Green | Al', 'Hur | Ben'],
    ],
    [
      ['Mary Ann Poe, RN, CNS', 'Jo Ek, PT, DPT', 'Sue Lin, CCC-SLP'],
      ['Poe | Mary Ann', 'Ek | Jo', 'Lin | Sue'],
    ],
    [
      ['María José Pérez y Pérez', 'Luis Gil'],
      ['Pérez y Pérez | María José', 'Gil | Luis'],
    ],
    [
      ['Ana Costa Júnior', 'Rui Sousa'],
      ['Costa Júnior | Ana', 'Sousa | Rui'],
    ],
    [['de Almeida Santos, Beatriz Helena'], ['de Almeida Santos | Beatriz Helena']],
    [['Lee, Min-Jung'], ['Lee | Min-Jung']],
    [['Park JH; Kim SY;'], ['Park | JH', 'Kim | SY']],
    [['Ada Berg, on behalf of the Tea Network'], ['Berg | Ada', 'the Tea Network']],
    [
      ['EVA LINDQVIST', 'BO ÅBERG'],
      ['Lindqvist | Eva', 'Åberg | Bo'],
    ],
  ])('%j', (raw, names) => expect(spoken(...raw)).toEqual(names))
})
