import { findAddresses } from '../addresses-of-pages.ts'
import { mayHoldContacts } from '../contacts.ts'
import { isRecord } from '../language-pack.ts'
import { hasDigit } from '../text/prefiltered-pattern.ts'
import { isLatin } from '../text/tokens.ts'
import { isSignOfLabel, mayBeSureName } from './sure-names.ts'
import { mayBeSureNumber } from './sure-numbers.ts'
import { Words } from './words-of.ts'

/**
 * Whether any finder of any language could be sure of anything in what somebody typed: for each finder what it needs, which costs less than the
 * finder. `false` is certain (tested against all finders), `true` is not.
 */
export function mayBeSureOf(text: string): boolean {
  if (!isLatin(text) || text.includes('^') || mayHoldContacts(text) || isRecord(text)) return true
  if (/:\/\/|www\./i.test(text) && findAddresses(text, true).some(({ evidence }) => evidence !== 'suggested')) return true
  const words = new Words(text)
  const digits = hasDigit(text)
  for (let index = 0; index < words.count; index += 1) {
    const start = words.startOf(index)
    const code = text.charCodeAt(start)
    if ((code < 91 || code > 127) && mayBeSureName(words, index)) return true
  }
  return holdsLabel(words) || (digits && mayBeSureNumber(text))
}

const sign = /[:=]|->/g

function holdsLabel(words: Words): boolean {
  let index = 0
  for (const { index: at } of words.text.matchAll(sign)) {
    while (words.startOf(index) < at) index += 1
    if (isSignOfLabel(words, index - 1)) return true
  }
  return false
}
