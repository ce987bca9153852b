/**
 * Names and labels as they are shown beside what somebody says: what a reader cannot see, or what turns the text around it, has no
 * place in them (Unicode Standard Annex 9 and 31, section 2.3; UTS 39). Right-to-left names need none of it: their letters say which
 * way they run.
 */

/** Controls, formats, private and unassigned code points, line and paragraph separators, all that is ignorable by default, the blank Braille cell. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu

/** Scripts whose spelling needs the two joiners inside a word: Persian and its neighbours, and those of India and the Himalayas. */
const joining =
  '[\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Nko}\\p{Script=Mongolian}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Tibetan}]'
/** A joiner counts between two letters of such a script, one at a time (RFC 5892, appendix A.1 and A.2, without its tables of joining types). */
const joiner = new RegExp(`(?<=${joining})[\\u200c\\u200d](?=${joining})`, 'gu')
const [zwnj, zwj] = ['\u200c', '\u200d']
/** Stand for the joiners that stay while all others go. */
const [keptZwnj, keptZwj] = ['\ue00c', '\ue00d']

/** Composed (NFC), without what cannot be seen, and with single spaces. */
export const plainText = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\ue00c\ue00d]/g, '')
    .replaceAll(joiner, (one) => (one === zwnj ? keptZwnj : keptZwj))
    .replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ')
    .replaceAll(unseen, (one) => (one === keptZwnj ? zwnj : one === keptZwj ? zwj : ''))
    .replaceAll(/\s+/g, ' ')
    .trim()

/** Some of what cannot be seen counts as a letter, so it goes before anything is asked. */
const seen = (text: string): string => text.replaceAll(unseen, '')

/** Whether anything of a text is to be seen. */
export const isVisible = (text: string): boolean => seen(text).trim() !== ''
/** Whether a text says anything: a letter or a digit of any script. */
export const saysSomething = (text: string): boolean => /[\p{L}\p{N}]/u.test(seen(text))
export const hasLetter = (text: string): boolean => /\p{L}/u.test(seen(text))
