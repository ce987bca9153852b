import type { Candidate } from './finding.ts'
import { commonFamilyNames } from './lexicons/given-names.ts'
import { eponymNouns } from './lexicons/medical-words.ts'
import { wordSet } from './lexicons/word-set.ts'
import { after, nameEnd } from './name-spans.ts'
import { isClearGiven, isEponym, isNameLike } from './name-words.ts'
import { isEnglishAt, type Reading } from './reading.ts'
import { beginsSentence, type Token } from './text/tokens.ts'

const towards: ReadonlySet<string> = new Set('in at near to into toward towards around outside'.split(' '))
// "started on Chantix", "applied Acticoat": what is taken or put on is a product.
const taken = wordSet(
  'on took takes taking taken used using use uses started starting start given give receiving received prescribed prescribe applied apply drinking drank drink ate eating and or of plus versus vs via switched resumed stopped continue continued increase increased decrease decreased hold held dose doses the a an this that our your their its with without daily weekly oral iv topical generic brand called',
)
const product =
  /^(?:[®™]| \d|, \d[\d.,]{0,6} ?(?:mg|mcg|g|ml|%|units?|tabs?|x)\b|,? (?:mg|cream|ointment|gel|tablets?|pills?|inhaler|spray|drops|patch|powder|app|software|system|platform|version|brand|units?)\b|\d)/

/**
 * What is left: a capital letter inside a sentence on a word that is in no vocabulary here. More often a name or
 * a town than not, so it is marked, with low certainty.
 */
export function findLooseNames(reading: Reading, isTaken: (token: Token) => boolean): Candidate[] {
  const { text, tokens } = reading
  const found: Candidate[] = []
  for (let index = 1; index < tokens.length; index += 1) {
    const token = tokens[index]
    const before = tokens[index - 1]
    if (
      !token ||
      !before ||
      before.shape !== 'lower' ||
      token.shape !== 'capital' ||
      !isEnglishAt(reading, index) ||
      !/^(?:[ (]|, | \()$/.test(token.gap) ||
      !isNameLike(token) ||
      beginsSentence(tokens, index)
    )
      continue
    const last = nameEnd(tokens, index, (word) => isFamilyName(word, token) || isNameLike(word), 4)
    const end = tokens[last]
    const next = tokens[last + 1]
    if (
      !end ||
      isTaken(token) ||
      (next && next.gap === ' ' && eponymNouns.has(next.lower)) ||
      product.test(after(text, end, 12)) ||
      /^,? et al/.test(after(text, end))
    )
      continue
    const single = last === index
    if (tokens.slice(index, last + 1).some((word) => isEponym(word)) || (single && !isClearGiven(token) && taken.has(before.lower)))
      continue
    if (next && isListed(tokens, index, last)) continue
    const place = towards.has(before.lower)
    found.push({
      start: token.start,
      end: end.end,
      type: place ? 'LOCATION' : 'NAME',
      evidence: 'suggested',
      why: place ? 'phi-maybe-town' : 'phi-maybe-name',
    })
    index = last
  }
  return found
}

const isFamilyName = (word: Token | undefined, head: Token): boolean =>
  word !== undefined && word !== head && word.shape === 'capital' && commonFamilyNames.has(word.lower)

/** "Pedialyte, Gatorade, white grape": one of several capitalised words between commas. */
function isListed(tokens: readonly Token[], first: number, last: number): boolean {
  const next = tokens[last + 1]
  return first === last && next !== undefined && next.gap === ', ' && next.shape === 'capital' && !isClearGiven(tokens[first])
}
