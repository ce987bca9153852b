import { once } from '../../../shared/phi/lexicons/word-set.ts'
import { kindOfKey, opensLabel } from './labels/label-index.ts'
import type { LabelKind } from './labels/label-kinds.ts'

const smallWords = once(
  () =>
    new Set(
      'of the de del la las el los do da di du des d l s der den dell della dello dei al il lo le les y e et und au zum zur and'.split(' '),
    ),
)
const numberWords = once(() => new Set('n no nr nro num numero numer number numbers nummer n.o #'.split(' ')))
const compoundNumber = /^(.{2,}?)(?:nummer|nr)$/

/** A text with the letters of English, in small letters. */
export const plainText = (text: string): string => {
  const lower = text.toLowerCase()
  // Half of all texts need no more.
  return /^[ -~]*$/.test(lower)
    ? lower
    : lower
        .replaceAll('º', 'o')
        .replaceAll('ß', 'ss')
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .replaceAll('°', ' ')
}

/** Words of a label in order, without those that languages put between: "Fecha de Nacimiento" is "fecha nacimiento", "N.º de historia" is "historia #". */
export const keyOfWords = (words: readonly string[]): string => {
  const kept: string[] = []
  let isNumber = false
  for (const word of words) {
    if (word === '' || smallWords().has(word)) continue
    if (word.length > 1 && word.endsWith('#')) {
      kept.push(word.slice(0, -1))
      isNumber = true
      continue
    }
    const compound = compoundNumber.exec(word)
    if (numberWords().has(word)) isNumber = true
    else if (compound?.[1]) {
      kept.push(compound[1])
      isNumber = true
    } else kept.push(word)
  }
  return kept.join(' ') + (isNumber ? ' #' : '')
}

/** "d.o.b." is "dob.". */
export const undotted = (text: string): string =>
  text.includes('.') ? text.replace(/\b[a-z](?:\.[a-z]\b)+/g, (letters) => letters.replaceAll('.', '')) : text

export const labelKey = (text: string): string =>
  keyOfWords(undotted(plainText(text).replace(/\(s\)|\([aeon]{1,2}\)/g, '')).split(/[^a-z\d#]+/))

const firstWord = /[^\s\d:;.,/()[\]|*_'’-]+/
const camelWord = /^[A-Z]?[a-z]+(?=[A-Z])/
const beginsAsLabel = (text: string): boolean => {
  const [first = ''] = firstWord.exec(text) ?? []
  if (first === '') return false
  if (opensLabel(plainText(first).trimEnd())) return true
  const [camel] = camelWord.exec(first) ?? []
  return camel !== undefined && opensLabel(camel.toLowerCase())
}
const isLabelLike = /^[^\d<>{}@]{1,60}$/

/** What a text that is nothing but a label announces; of a longer one in brackets and of "Father/Husband", what its parts say. */
export const labelOf = (text: string): LabelKind | undefined => {
  if (text.length > 60) return undefined
  // "http://hospital.example/mrn" is a label too: its last word says what it is.
  const own = text.includes('://') ? text.replace(/^https?:\/\/\S*\/(?=[a-z-]+\s?:?$)/i, '') : text
  if (!beginsAsLabel(own)) return undefined
  if (
    !isLabelLike.test(own) &&
    !/^(?:apellido|address(?: line)?|adresse|telefono|teléfono|telefone|tel|telefon|filiação|[12]\S{0,2}) ?/i.test(own)
  )
    return undefined
  const whole =
    kindOfKey(labelKey(own)) ?? (/[a-z][A-Z]/.test(own) ? kindOfKey(labelKey(own.replace(/([a-z])([A-Z])/g, '$1 $2'))) : undefined)
  if (whole || !/[(/,&]| and | y | e | et | und /.test(own)) return whole
  const outside = own.replace(/\([^)]*\)?/g, ' ')
  const parts = outside.split(/[/,&]| (?:and|y|e|et|und) /)
  return kindOfKey(labelKey(outside)) ?? parts.map((part) => kindOfKey(labelKey(part))).find(Boolean)
}
