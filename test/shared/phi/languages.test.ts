import { describe, expect, test } from 'vitest'
import '../../../shared/phi/by-language/provide.ts'
import { findPatientInfo, holdsPatientInfo } from '../../../shared/phi/detect.ts'
import { asksOtherLanguages } from '../../../shared/phi/language-pack.ts'

/** The text with its findings in brackets, `?` after those of low certainty. */
const marked = (text: string): string =>
  findPatientInfo(text, { field: 'note' }).reduceRight(
    (all, { start, end, type, certainty }) =>
      `${all.slice(0, start)}[${type}${certainty === 'low' ? '?' : ''} ${all.slice(start, end)}]${all.slice(end)}`,
    text,
  )

const identifiers: [language: string, text: string, marked: string][] = [
  ['es', 'Apellidos: Urkiza Beltrán.', 'Apellidos: [NAME Urkiza Beltrán].'],
  ['es', 'Avisó la Dra. Nekane Ortuzar de la planta.', 'Avisó la Dra. [NAME Nekane Ortuzar] de la planta.'],
  ['es', 'La paciente Zuriñe Galdós esperó seis horas.', 'La paciente [NAME Zuriñe Galdós] esperó seis horas.'],
  ['es', 'La hermana de Eneko pidió otra silla para la habitación.', 'La hermana de [NAME Eneko] pidió otra silla para la habitación.'],
  [
    'es',
    'pte zoilo urkiri beotas, nhc 482201, se cayó en el baño',
    'pte [NAME? zoilo urkiri beotas], nhc [MRN 482201], se cayó en el baño',
  ],
  ['es', 'Ayer doña carmela pidió que la llamaran por su nombre.', 'Ayer doña [NAME? carmela] pidió que la llamaran por su nombre.'],
  ['es', 'Nació el 4 de julio de 1961 y la operamos en marzo.', 'Nació el [DATE 4 de julio de 1961] y la operamos en [DATE? marzo].'],
  ['es', 'La vimos el quince de diciembre en la consulta.', 'La vimos el [DATE? quince de diciembre] en la consulta.'],
  ['es', 'Vive en la calle del Olmo, 14, 2º B con su hija.', 'Vive en la [LOCATION calle del Olmo, 14, 2º B] con su hija.'],
  ['es', 'Es natural de Astorga y vive sola.', 'Es natural de [LOCATION? Astorga] y vive sola.'],
  ['es', 'Llegó desde el Hospital Virgen de la Peña sin informe.', 'Llegó desde el [FACILITY? Hospital Virgen de la Peña] sin informe.'],
  ['es', 'Su móvil es el 633 120 904 y su DNI 27418206K.', 'Su móvil es el [PHONE 633 120 904] y su DNI [ID 27418206K].'],
  ['es', 'Una mujer de 93 años con tres caídas este mes.', 'Una mujer de [AGE90 93 años] con tres caídas este mes.'],
  ['es', 'Hab. 214-B Peláez Mondragón post-op d1', 'Hab. [ID? 214-B] [NAME? Peláez Mondragón] post-op d1'],
  ['es', 'Noche: bermejo caída, cobos ok', 'Noche: [NAME? bermejo] caída, [NAME? cobos] ok'],
  ['es', 'Pte. Nicanor: sonda retirada', 'Pte. [NAME Nicanor]: sonda retirada'],
  ['es', 'El bebé de los Arrieta está amarillo.', 'El bebé de los [NAME? Arrieta] está amarillo.'],
  ['es', 'Hablar con la familia Etxeberria mañana.', 'Hablar con la familia [NAME? Etxeberria] mañana.'],
  ['es', 'Citar a Paquita con los resultados.', 'Citar a [NAME? Paquita] con los resultados.'],
  ['es', 'no deis el alta a manolo hasta mañana', 'no deis el alta a [NAME? manolo] hasta mañana'],
  ['es', 'Si hay dudas, el 93 496 07 12 para la cita.', 'Si hay dudas, el [PHONE? 93 496 07 12] para la cita.'],
  ['pt', 'A mãe de Leonel ligou e pediu uma segunda consulta.', 'A mãe de [NAME Leonel] ligou e pediu uma segunda consulta.'],
  ['pt', 'O utente nasceu a 3 de março de 1957 em casa.', 'O utente nasceu a [DATE 3 de março de 1957] em casa.'],
  ['fr', 'Nom : Quéméneur', 'Nom : [NAME Quéméneur]'],
  [
    'fr',
    'Elle est née le 9 mars 1957 et habite 12 rue des Lilas.',
    'Elle est née le [DATE 9 mars 1957] et habite [LOCATION? 12 rue des Lilas].',
  ],
  [
    'de',
    'Herr Quandt wurde am 3. März 2021 entlassen und ist wieder da.',
    'Herr [NAME Quandt] wurde am [DATE 3. März 2021] entlassen und ist wieder da.',
  ],
  [
    'de',
    'Sie wohnt in der Lindenstraße 12 und ist 94 Jahre alt.',
    'Sie wohnt in der [LOCATION Lindenstraße 12] und ist [AGE90 94 Jahre] alt.',
  ],
  [
    'it',
    'La signora Tiziana Morandin è stata dimessa il 3 marzo 2021.',
    'La signora [NAME Tiziana Morandin] è stata dimessa il [DATE 3 marzo 2021].',
  ],
  [
    'en and es',
    'We should weigh them at home. La madre de Ainhoa lo pidió ayer.',
    'We should weigh them at home. La madre de [NAME Ainhoa] lo pidió ayer.',
  ],
]

describe('identifiers in other languages', () => {
  test.each(identifiers)('%s: %s', (_, text, expected) => expect(marked(text)).toBe(expected))
})

const clean = [
  'Síndrome de Down, signo de Murphy y escala de Braden en cada turno.',
  'Según García-Alonso y Pérez (2019), la movilización precoz acorta la estancia.',
  'Hablar con Farmacia y con Trabajo Social antes del alta.',
  'Varón de 67 años con EPOC; Glasgow 6/15 y fuerza 4/5 en el brazo derecho.',
  'En 2023 bajamos la bacteriemia un 30 % con el paquete de cinco medidas.',
  'Pacientes de más de 90 años: revisar la medicación al ingreso.',
  'Objetivo: bajar las caídas de 1,8 a 0,9 antes de junio de 2026.',
  'Se administró por vía oral 750 mg cada 12 h y amoxicilina 500 mg por vía intravenosa.',
  'Anticuerpos antinucleares (ANA) negativos, PCR 12 mg/l, ELISA positivo.',
  'La unidad de cuidados intensivos del hospital revisó 1200 historias en dos meses.',
  'Reunión mensual con las familias de la Unidad de Neonatología.',
  'Les patients de plus de 90 ans tombent plus souvent pendant la nuit.',
  'Die Patienten werden am Montag auf der Station für Innere Medizin visitiert.',
  'La scala di Braden va compilata ogni giorno per tutti i pazienti.',
  'Os doentes devem receber o plano de alta por escrito.',
]

describe('what identifies no one', () => {
  test.each(clean)('%s', (text) => {
    expect(marked(text)).toBe(text)
    expect(holdsPatientInfo(text, 'note')).toBe(false)
  })
})

test('the rules of other languages are asked for by the text', () => {
  expect(asksOtherLanguages('La madre de Ainhoa lo pidió ayer.')).toBe(true)
  expect(asksOtherLanguages('Apellidos: Urkiza')).toBe(true)
  expect(asksOtherLanguages('We should weigh them at home.')).toBe(false)
})
