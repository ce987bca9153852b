import { functionWords, ordinaryWords, roleWords } from '../lexicons/ordinary-words.ts'
import { once } from '../lexicons/word-set.ts'
import type { Reading } from '../reading.ts'
import { languages } from './words/all.ts'
import type { LanguagePack } from '../language-pack.ts'
import { findAgesByLanguage } from './ages.ts'
import { findDatesByLanguage } from './dates.ts'
import { withLabels } from './labels.ts'
import { findLearnedPlaces } from './learned.ts'
import { findNamesByLanguage } from './names.ts'
import { findNationalNumbers } from './national-numbers.ts'
import { findPhonesByLanguage } from './phones.ts'
import { findInRecords } from './records.ts'
import { findPlacesByLanguage } from './places.ts'

/** Words of people, phones and homes that tell the language of a few words: no word of English is one. */
const short = 'pac pcte pte ptes paciente familia tlf tfno telf tlfno busca wohnt wohnhaft habite abita'.split(' ')

/** Words of these languages that begin a label, a title, a house or a street, and are no words of English. */
const telling = once(() => {
  const lists = languages.flatMap((own) => [
    own.names,
    own.births,
    own.addresses,
    own.towns,
    own.titles,
    own.houses,
    own.streets,
    own.months.join('|'),
  ])
  const all = lists.flatMap((list) => list.split('|').map((label) => label.split(' ')[0]?.replace(/[.,/]/g, '') ?? ''))
  return new Set([...all, ...short, ...languages.flatMap(({ titles }) => titles.split(' '))].filter((word) => !isEnglishWord(word)))
})
const isEnglishWord = (word: string): boolean => ordinaryWords.has(word) || functionWords.has(word) || roleWords.has(word)

/** Whether a sentence is in one of these languages, or a text in no known one has a word that they would ask about. */
const isAsked = ({ languages: own, tokens }: Reading): boolean =>
  own.some((language) => language !== undefined && language !== 'en') || tokens.some(({ plain }) => telling().has(plain))

const find: LanguagePack['find'] = (reading, sureOnly) => {
  const records = [...findInRecords(reading.text), ...findNationalNumbers(reading.text)]
  if (!isAsked(reading)) return { names: [], others: records }
  const own = withLabels(reading)
  return {
    names: findNamesByLanguage(own),
    others: [
      ...records,
      ...findDatesByLanguage(own, sureOnly),
      ...findPlacesByLanguage(own, sureOnly),
      ...findPhonesByLanguage(own, sureOnly),
      ...findAgesByLanguage(own),
    ],
  }
}

/** Spanish, Portuguese, French, German and Italian. */
export const languagePack: LanguagePack = { find, findLearned: findLearnedPlaces }
