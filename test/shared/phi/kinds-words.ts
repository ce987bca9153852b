import { readFileSync } from 'node:fs'
import { languages as words } from '../../../shared/phi/by-language/words/all.ts'
import { languages as labelled } from '../../../shared/phi/languages/all.ts'
import { englishNumbers } from '../../../shared/phi/languages/en.ts'
import { otherNumbers } from '../../../shared/phi/languages/other.ts'
import { leadsOut, titles as englishTitles } from '../../../shared/phi/labelled-names.ts'
import { ambiguousGivenNames } from '../../../shared/phi/lexicons/given-names.ts'
import { ordinaryWords, roleWords } from '../../../shared/phi/lexicons/ordinary-words.ts'
import type { WordSet } from '../../../shared/phi/lexicons/word-set.ts'

const split = (list: string): string[] =>
  list
    .split(/[|\n]/)
    .map((word) => word.replace(/\?$/, '').trim())
    .filter(Boolean)
const list = (all: string): string[] => all.split('|')
const spaced = (list: string): string[] => list.split(/\s+/).filter(Boolean)
/** The words of a list that only says whether it has a word. */
const wordsOf = (file: string, all: WordSet): string[] => {
  const source = readFileSync(new URL(`../../../shared/phi/lexicons/${file}.ts`, import.meta.url), 'utf8')
  return [...new Set(source.match(/[\p{L}'-]+/gu))].filter((word) => all.has(word))
}
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

export const months = [
  ...words.flatMap((data) => data.months.flatMap(split)),
  ...split(
    'january|february|march|april|may|june|july|august|september|october|november|december|sept|jan|feb|apr|jun|jul|aug|oct|nov|dec',
  ),
  ...split('März|Jänner|août|février|décembre|março'),
]
export const births = [
  ...words.flatMap((data) => split(data.births)),
  ...split('dob|d.o.b.|birth date|birthdate|date of birth|birthday|bdate|born|born on|Geb.|née le|f. nac.|Fecha de nacimiento|DOB'),
]
export const numbers = [
  ...labelled.flatMap((data) => [...Object.values(data.numbers), data.phones, data.beds, data.initials].flatMap(split)),
  ...Object.values(otherNumbers).flatMap(split),
  ...englishNumbers.flatMap((label) => split(label.words.replace(/\\|\(\?[:<!][^)]*\)|[?()[\]]/g, ''))),
]
const roles = [...wordsOf('ordinary-words', roleWords), 'named', 'called']
export const people = [...roles, ...words.flatMap((data) => spaced(data.people))]
export const titles = [
  ...englishTitles,
  ...words.flatMap((data) => spaced(data.titles)),
  'Sig.ra',
  'Dña',
  'M',
  'D.',
  'Dr. Sig.ra',
  'van',
  'de la',
]
export const names = [
  ...words.flatMap((data) => split(data.names)),
  ...split('name|first name|surname|known as|aka|attending|signed|nurse|pt'),
]
export const places = words.flatMap((data) => [data.addresses, data.towns, data.homes].flatMap(split))
export const streets = words.flatMap((data) => split(data.streets))
export const given = [
  ...wordsOf('given-names', ambiguousGivenNames),
  ...spaced('mary zora emil jaume giulia françois rosa luz mercedes angel ana'),
].map(capital)
export const family = spaced('Hansen White Young King Hill Otegui Rivas Flores Rey Blanco Klein Bianchi O’Brien Müller-Ames Smith Rivas')
export const capitals = wordsOf('ordinary-words', ordinaryWords).filter((word) => word.length < 6)
/** Words before what is written in capitals: those that lead to names, and those that do not. */
export const before = [
  ...new Set([
    ...roles,
    ...titles.map((word) => word.toLowerCase()),
    ...leadsOut,
    ...spaced('by told asked with and the to in before after of de la ten do den'),
  ]),
]

export const signs = list(' |: |:|, |. | (| - | = |=|#| -> |\n| is | nº |  |/|.: | de | el | es | am |–|\u00a0')
export const roleSigns = [' ', '  ', ', ', ': ', ' (', '. ']
export const starts = list('|We told the |The |la |wir sahen |nous proposons |queremos ver |vogliamo |o hospital quer |1|(|Idea: ')
export const ends = ['', '.', ' waited', ', asked for it.', ') about it.', ' hoy', ' und wartet', ' en planta', ' 5']
export const codes = ['4411', '653109', '123', 'AB 4411', 'A-1182', '12 34 56', '12-34-56', '1.182', 'ABC12DE', '4411X', '44']
export const days = list('4/8|12/9|4/8/50|04.08.1950|1950-08-04|4-VIII-50|24/08//1979|4. august|12 mrz|August 4th|quince de mayo de 1950')
export const national = list(
  '54362315K|Y2716388X|529.982.247-25|12.345.678-5|RSSMRA80A01H501U|811228-9874|85.07.30-033.28|756.1234.5678.97|S1234567D|ABC12DE|123-45-6789|1EG4-TE5-MK73',
)
export const kindsOfStreet = list('straße|strasse|str.|weg|gasse|platz|allee|ring|damm|ufer|steig|chaussee| Weg| Allee|-Ring| Straße')
export const house = [' 1', ' 12', ', 7', ' 7a', ' nº 5', ' 101', '\u00a03', ' número 8', ' km 9', ' s/n', '9', '84A']
export const behind = list(
  " (daughter)| (hija)| (Mutter)|, RN| MD|'s mother| (NHC 4411)| (4411)| said| denies|, 93 yo|| [MRN 4411]|, DOB 4/8| <wife>",
)
export const joins = [' ', ', ', ',', '-', '  ', '. ', '/', '^', ' de ', ' A. ']

export const dayForms = ['4. ', '12 ', '1er ', '3º ', '12 de ', '7-', '12.', 'quince de ', '']
export const years = [...words.flatMap((data) => split(data.years)), ...list('y/o|yo|year-old|years old|yrs|F|M|años|jährig|años de edad')]
export const phones = spaced('phone call tel fax pager ext mobile reach cell bleep dial text callback busca tlf whatsapp Telefon Durchwahl')
export const phoneNumbers = [
  '0134 555',
  '555-0134',
  '(555) 555-0134',
  '07700 900461',
  '020 7946 0958',
  '+44 20 7946 0958',
  '1204',
  '5550134',
]
export const codesOfPost = ['M1 1AE', 'HJ1 8JY', 'K1A 0B1', 'SA11AA', '01013', '01013-0001', '28034 Madrid']
