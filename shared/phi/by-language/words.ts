import { languages as labelled } from '../languages/all.ts'
import { languages } from './words/all.ts'
import { europeanGivenNames, spanishFamilyNames } from '../lexicons/european-names.ts'
import { ambiguousGivenNames, givenNames } from '../lexicons/given-names.ts'
import { eponyms } from '../lexicons/medical-words.ts'
import { type WordSet, wordSet } from '../lexicons/word-set.ts'
import type { Token } from '../text/tokens.ts'

const union = (...lists: readonly string[]): WordSet => wordSet(lists.join(' ').replaceAll('|', ' '))

export const ordinaryWords = union(...languages.map(({ ordinary }) => ordinary), ...languages.map(({ houses }) => houses))

export const titles = union(...languages.map(({ titles }) => titles))

export const people = union(...languages.map(({ people }) => people))

export const eponymNouns = union(...languages.map(({ eponymNouns }) => eponymNouns))

const smallWords = union(...labelled.filter(({ language }) => language !== 'en').map(({ smallWords }) => smallWords))

const particles = wordSet('de del la las los y i e da do das dos di della van von der den zu san santa sto sta d l le du des')

/** Given names that are as often an ordinary word of Spanish or its neighbours. */
const ordinaryGiven = wordSet(
  'alba alma amparo angustias asuncion aura aurora blanca candela caridad celeste clara concepcion consuelo dolores encarnacion esperanza estrella flora gloria gracia iris justo leal linda lucia luz marina mercedes milagros modesto natividad nieves paloma paz perla piedad pilar placido prudencio purificacion remedios rosa rosario salvador santos severo socorro soledad sol trinidad urbano valor vera victoria violeta virtudes visitacion angel jesus leon rene marine olive prima bianca franca franco natale serena vera bruna grazia speranza luna fe blas mar pia severa clemente constante fortunato inmaculada pascual plata reina salome tara tino bella',
)

const familyEnding =
  /(?:[aeiou]ez|ndez|guez|oiz|iz|escu|ovic|ovich|ova|enko|elli|ini|etti|ucci|ello|acci|eira|eiro|otxea|goitia|garay|etxe\w+|eche\w+|berri|enea|mendi|zabal)$/

const termEnding =
  /(?:cion|ciones|sion|siones|logia|logica|logico|itis|osis|emia|uria|ectomia|otomia|ostomia|plastia|scopia|patia|algia|grama|gramas|grafia|grafico|dad|dades|mente|miento|mientos|ancia|encia|encias|ismo|ina|inas|idina|azol|cilina|micina|statina|pril|sartan|mab|nib|olol|ico|ica|icos|icas|oso|osa|osos|osas|ivo|iva|ivos|ivas|able|ible|ario|aria|cao|coes|tion|tions|logie|ique|eux|euse|zione|zioni|ezza|ung|ungen|heit|keit|schaft|tum|isch|ische)$/

const firmTerm = /(?:cion|ciones|logia|logica|itis|ectomia|scopia|patia|grafia|dades|mente|mientos|zione|tion|logie|ung|heit|keit)$/

/** Countries' parts that are family names too. */
export const regions = wordSet(
  'navarra asturias valencia galicia murcia madrid cantabria rioja aragon extremadura canarias baleares andalucia cataluna catalunya euskadi mancha leon',
)

export const isWritten = (token: Token | undefined): token is Token => token !== undefined && token.shape !== 'lower'

export const isNameParticle = ({ lower }: Token): boolean => particles.has(lower)

export const isSmallWord = (word: string): boolean => smallWords.has(word) || particles.has(word)

const parts = (token: Token): string[] => token.plain.split(/[-'’‐‑]/)

export const isGivenName = (token: Token | undefined): boolean =>
  token !== undefined &&
  parts(token).some((part) => europeanGivenNames.has(part) || (givenNames.has(part) && !ambiguousGivenNames.has(part)))

/** Any given name, one that is another word as well. */
export const mayBeGivenName = (token: Token | undefined): boolean =>
  token !== undefined && parts(token).some((part) => europeanGivenNames.has(part) || givenNames.has(part) || ordinaryGiven.has(part))

/** A given name that is hardly ever another word. */
export const isClearGivenName = (token: Token | undefined): boolean =>
  isGivenName(token) && token !== undefined && !ordinaryGiven.has(token.plain) && !smallWords.has(token.plain)

export const isFamilyName = (token: Token | undefined): boolean =>
  token !== undefined &&
  token.text.length > 3 &&
  parts(token).some((part) => spanishFamilyNames.has(part) || (part.length > 4 && familyEnding.test(part)))

/** A word with a capital that may be part of a name: in no list of ordinary words, with no ending of a term. */
export function isNameWord(token: Token | undefined): token is Token {
  if (token === undefined || token.shape === 'lower') return false
  const word = token.plain
  if (smallWords.has(word) || (ordinaryWords.has(word) && !isFamilyName(token))) return false
  return isGivenName(token) || isFamilyName(token) || !(word.length > 6 && termEnding.test(word))
}

/** The same behind a label or title, where more words are names. */
export function isNameWordBehindLabel(token: Token | undefined): token is Token {
  if (token === undefined || token.shape === 'lower') return false
  const word = token.plain
  return (
    !(ordinaryWords.has(word) && !isFamilyName(token) && !regions.has(word)) &&
    (isGivenName(token) || !(word.length > 6 && firmTerm.test(word)))
  )
}

export const isEponym = (token: Token): boolean => eponyms.has(token.lower) && !isClearGivenName(token) && !isFamilyName(token)
