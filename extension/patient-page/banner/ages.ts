import { once } from '../../../shared/phi/lexicons/word-set.ts'
import { plainText } from './label-key.ts'

const sexes = once(
  () =>
    new Set(
      'male female m f w h man woman boy girl men women mann frau junge madchen mannlich weiblich divers masculin feminin masculino femenino feminino hombre mujer varon hembra homem mulher homme femme garcon fille maschio femmina uomo donna maschile femminile masc fem fem. mas unknown? other? nonbinary intersex \u2640 \u2642'.split(
        ' ',
      ),
    ),
)
const units = once(
  () =>
    new Set(
      'y yr yrs year years yo y/o a an ans anni anno ano anos j jahre jahr jr lj m mo mos mth mths month months mois mes meses mese mesi monat monate monaten mon w wk wks week weeks sem semaine semaines semana semanas settimana settimane wo woche wochen d day days jour jours tag tage tagen dia dias giorno giorni gg h hr hrs hour hours heure heures hora horas ora ore std stunde stunden min minutes'.split(
        ' ',
      ),
    ),
)
const fillers = once(
  () =>
    new Set(
      'old age aged edad de idade eta alter alt sex sexo sexe gender and y e et und i year-old yearold jahrig jahriger jahrige'.split(' '),
    ),
)

export const isSex = (text: string): boolean => text.length < 14 && sexes().has(plainText(text).replace(/^[\s(,|·•/]+|[\s),.|·•/]+$/g, ''))

export interface AgeAndSex {
  age: boolean
  sex: boolean
}

// It begins with a number or a word, and a number has no more than three digits.
const mayBe = /^[\s(~]*(?:\d{1,3}(?!\d|[.,/:%]\d)|[A-Za-z\u00c0-\u017f\u2640\u2642]{1,12}(?![\w\u00c0-\u017f]))(?!.*\d{4})/

/**
 * What a text of nothing but ages and a sex says: "34 y F", "(57y)", "072Y", "Female, 34 years 2 months", "31 horas", "M/34".
 * Undefined where anything else stands in it. A bare number counts beside a sex only.
 */
export const ageAndSexOf = (text: string): AgeAndSex | undefined => {
  if (text.length > 60 || !mayBe.test(text)) return undefined
  const words = plainText(text)
    .replace(/\(s\)/g, 's')
    .split(/[\s,;()[\]|·•~:\u2013-]+|\/(?!o\b)/)
    .filter(Boolean)
  let [age, sex, bare] = [false, false, 0] as [boolean, boolean, number]
  for (const word of words) {
    const glued = /^(\d{1,3}(?:y|yr|yo))([mfw])$/.exec(word)?.[1]
    if (glued !== undefined) sex = true
    const written = glued ?? word.replace(/\.$/, '')
    const [, digits = '', unit = ''] = /^(\d{1,3})([a-z/]*)$/.exec(written) ?? []
    if (digits !== '') {
      if (unit !== '' && !units().has(unit)) return undefined
      if (Number(digits) > 125 && unit === '') return undefined
      if (unit === '') bare += 1
      else age = true
    } else if (bare > 0 && units().has(written)) {
      age = true
      bare -= 1
    } else if (sexes().has(written)) sex = true
    else if (!fillers().has(written)) return undefined
  }
  if (bare > 0 && !age && sex && words.length <= 3) age = true
  return age || sex ? { age, sex } : undefined
}
