import { relation } from '../acting-names.ts'
import { languages } from '../by-language/words/all.ts'
import { numbered, related } from '../by-language/identified-names.ts'
import { isFamilyName, isGivenName, mayBeGivenName, people, titles as titlesOfOthers } from '../by-language/words.ts'
import { degree, leadsOut, nameLabel, roleLabel, titles } from '../labelled-names.ts'
import { numberLabels } from '../labels.ts'
import { commonFamilyNames } from '../lexicons/given-names.ts'
import { roleWords } from '../lexicons/ordinary-words.ts'
import { once, wordSet } from '../lexicons/word-set.ts'
import { after, joined } from '../name-spans.ts'
import { isClearGiven, isGiven, isNameAfterLabel, isNameLike, isParticle } from '../name-words.ts'
import type { Token } from '../text/tokens.ts'
import type { Words } from './words-of.ts'

/**
 * Whether any rule of any language could be sure of a name at the word with a capital letter `index`: what each of those rules needs that give a
 * name with certainty, in the order of `findNames` and `findNamesByLanguage`. Each name that is sure has such a word that says yes.
 */
export function mayBeSureName(words: Words, index: number): boolean {
  const token = words.at(index)
  if (!token || token.shape === 'lower') return false
  return (
    isBehindTitle(words, index, token) ||
    isLabelled(words, index) ||
    degree.test(after(words.text, token, 10)) ||
    isBehindRole(words, index, token) ||
    isBehindPerson(words, index, token) ||
    isSecond(words, index, token) ||
    isRelated(words, index, token) ||
    isFirst(words, index, token) ||
    isLed(words, index, token)
  )
}

/** What titles end with behind a stop, as words: "Sig.ra", "D.ª". */
const titleEnds = wordSet('ra na ssa re a o ª º')
const opensAtTitle = /^[.:ª]{0,2} {0,2}$/

/** "Mr. van der Berg", "Dr. Sig.ra Rossi": a title up to four words before, and nothing but a stop behind it. */
function isBehindTitle(words: Words, index: number, name: Token): boolean {
  const inEnglish = name.shape === 'initial' || isNameAfterLabel(name)
  for (let at = index - 1; at >= index - 4; at -= 1) {
    const token = words.at(at)
    if (!token) return false
    if (token.text === 'M' && at === index - 1) return true
    const isTitle =
      (inEnglish && titles.has(token.lower)) ||
      // "mr", "dr": in other languages only with a capital.
      (titlesOfOthers.has(token.plain) && (token.shape !== 'lower' || token.text.length > 2)) ||
      (token.shape !== 'lower' && /^(?:D|Dª|Dr|Dra)$/.test(token.text))
    if (isTitle && opensAtTitle.test(words.at(at + 1)?.gap ?? '')) return true
    if (!isTitle && !isParticle(token) && !titleEnds.has(token.lower)) return false
  }
  return false
}

/** "Name: de la Cruz": a label before the word, or before particles that lead to it. */
function isLabelled(words: Words, index: number): boolean {
  for (let at = index; at >= index - 3; at -= 1) {
    const token = words.at(at)
    if (!token || (at < index && !isParticle(token))) return false
    if (!/[:=#>/-]/.test(token.gap) && !leadsOut.has(words.at(at - 1)?.lower ?? '')) continue
    const before = words.text.slice(Math.max(0, token.start - 40), token.start)
    if (nameLabel.test(before) || roleLabel.test(before)) return true
  }
  return false
}

/** What a full name may begin with: a name, an initial, or a given name that is an ordinary word too. */
const mayOpenName = (token: Token): boolean => token.shape === 'initial' || isNameLike(token) || isGiven(token)

const behindRole = /^(?: {1,2}|, |: | \(|\. )$/

function isBehindRole(words: Words, index: number, token: Token): boolean {
  for (let at = index; at >= index - 2; at -= 1) {
    const own = words.at(at)
    const before = words.at(at - 1)
    if (!own || !before || (at < index && !isParticle(own))) return false
    const leads = roleWords.has(before.lower) || before.lower === 'named' || before.lower === 'called'
    if (leads && behindRole.test(own.gap) && (at < index || mayOpenName(token))) return true
  }
  return false
}

const joins = /^(?: {1,2}|-|[.ªº]{1,2} {0,2}|['’])$/
const linking = wordSet('de del d di da do von es llamado llamada se los')

/** "la paciente Jaume Rivas", "el padre de los Rivas": whoever is spoken of, up to three words before. */
function isBehindPerson(words: Words, index: number, token: Token): boolean {
  for (let at = index - 1; at >= index - 3; at -= 1) {
    const own = words.at(at)
    if (!own) return false
    if (people.has(own.plain) || own.lower === 'caso' || own.lower === 'lo') return isPersonsName(words, index, token)
    if (!linking.has(own.lower)) return false
  }
  return false
}

/** Of one word only a given name is sure. */
function isPersonsName(words: Words, index: number, token: Token): boolean {
  if (isGivenName(token)) return true
  if (token.shape === 'upper' && token.text.length < 6 && !isFamilyName(token)) return false
  const next = words.at(index + 1)
  return next !== undefined && joins.test(next.gap) && (next.shape !== 'lower' || next.text.length < 4)
}

const listed = /^(?:, ?|\/|\^)$/

/** The second part of "Hansen, Mary" or "HANSEN,MARY": behind a comma and a word with a capital. */
function isSecond(words: Words, index: number, token: Token): boolean {
  const before = words.at(index - 1)
  if (!before || before.shape === 'lower' || !listed.test(token.gap)) return false
  return isClearGiven(token) || (token.shape === 'upper' && token.gap === ',') || mayBeGivenName(token) || isFamilyName(before)
}

/** "Zora (daughter)", "Otegui Landa (NHC 4411)": what stands behind a name and says whose it is. */
function isRelated(words: Words, index: number, token: Token): boolean {
  const behind = after(words.text, token)
  const before = words.at(index - 1)
  if ((isNameLike(token) || (before && (before.shape !== 'lower' || isParticle(before)))) && relation.test(behind)) return true
  if (!/^ ?[[({<#|]/.test(behind)) return false
  const said = related.exec(behind)?.[1]?.toLowerCase()
  if (said !== undefined && (people.has(said) || /^(?:gemel|mellizo|jumea|zwilling|g[ée]meo)/.test(said))) return true
  const label = words.at(index + 1)?.plain ?? ''
  const dash = label.indexOf('-')
  return numbered.test(behind) || numberLabels().has(dash > 0 ? label.slice(0, dash) : label)
}

/** "Mary Young", "de Souza", "Jaume Rivas": a name of more than one word begins here. */
function isFirst(words: Words, index: number, token: Token): boolean {
  const before = words.at(index - 1)
  if (before && token.gap === ' ' && isParticle(before) && isNameLike(token)) return true
  const next = words.at(index + 1)
  if (!next || (next.shape === 'lower' && next.text.length > 3 && !isParticle(next))) return false
  if (isGivenName(token) && joins.test(next.gap)) return true
  if (!isNameLike(token) || !(joined.test(next.gap) || listed.test(next.gap))) return false
  return (
    next.shape === 'initial' || isParticle(next) || isGiven(token) || isGiven(next) || commonFamilyNames.has(next.lower) || isNameLike(next)
  )
}

/** "signed by King", "about Emily". */
function isLed(words: Words, index: number, token: Token): boolean {
  const before = words.at(index - 1)
  if (!before || token.gap !== ' ' || (token.shape === 'upper' && token.text.length < 5)) return false
  return isGiven(token) || (before.lower === 'by' && isNameAfterLabel(token))
}

/** The last words of labels of people, addresses and towns, of which a sign behind them makes one. */
const labelEnds = once(
  () =>
    new Set(
      languages
        .flatMap(({ names, addresses, towns }) => [names, addresses, towns])
        .flatMap((list) => list.split('|').map((label) => label.split(/[^\p{L}]/u).at(-1) ?? '')),
    ),
)

/** "Apellidos: ", "Localidad/ Provincia: ": a label with its sign, up to two words before a colon, an equals sign or an arrow. */
export function isSignOfLabel(words: Words, index: number): boolean {
  return [words.at(index), words.at(index - 1)].some(
    (token) => token !== undefined && labelEnds().has(token.plain.split(/[^\p{L}]/u).at(-1) ?? ''),
  )
}
