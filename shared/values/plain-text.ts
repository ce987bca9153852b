/**
 * Names and labels as they are shown beside what somebody says: what a reader cannot see, or what turns the text around it, has no
 * place in them (Unicode Standard Annex 9 and 31, section 2.3; UTS 39). Right-to-left names need none of it: their letters say which
 * way they run.
 */

/**
 * Controls, formats, private and unassigned code points, line and paragraph separators, all that is ignorable by default, and what is blank though
 * it counts as a letter or a sign: a Braille cell, two hieroglyphs, a note, the filler of Khitan, and what stands for an object.
 */
const unseen =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\ufffc\u{13441}\u{13442}\u{16fe4}\u{1d159}]/gu
/** Marks that draw something around a letter. */
const enclosing = /\p{Me}/gu
/** Marks that stand on no letter, and those beyond four on one: they cover what stands around them (RFC 5891, 4.2.3.2; UTS 39, 5.4). */
const loose = /(?<=^|\s)\p{M}+|(?<=\p{M}{4})\p{M}+/gu

/** Scripts whose spelling needs the two joiners inside a word: Persian and its neighbours, and those of India and the Himalayas. */
const joining =
  '[\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Nko}\\p{Script=Mongolian}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Tibetan}]'
/** A joiner counts between two letters of such a script, one at a time (RFC 5892, appendix A.1 and A.2, without its tables of joining types). */
const joiner = new RegExp(`(?<=${joining})[\\u200c\\u200d](?=${joining})`, 'gu')
const [zwnj, zwj] = ['\u200c', '\u200d']
/** Stand for the joiners that stay while all others go. */
const [keptZwnj, keptZwj] = ['\ue00c', '\ue00d']

const onePass = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\ue00c\ue00d]/g, '')
    .replaceAll(joiner, (one) => (one === zwnj ? keptZwnj : keptZwj))
    .replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ')
    .replaceAll(unseen, (one) => (one === keptZwnj ? zwnj : one === keptZwj ? zwj : ''))
    .replaceAll(enclosing, '')
    .replaceAll(loose, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

/**
 * Composed (NFC), without what cannot be seen, and with single spaces. What goes may leave a letter beside its mark, or a joiner beside nothing: each
 * pass makes the text shorter, until one changes nothing.
 */
export const plainText = (text: string): string => {
  const passed = onePass(text)
  return passed === text ? passed : plainText(passed)
}

/** Some of what cannot be seen counts as a letter, so it goes before anything is asked. */
const seen = (text: string): string => text.replaceAll(unseen, '')

/** Whether anything of a text is to be seen. */
export const isVisible = (text: string): boolean => seen(text).trim() !== ''
/** Whether a text says anything: a letter or a digit of any script. */
export const saysSomething = (text: string): boolean => /[\p{L}\p{N}]/u.test(seen(text))
export const hasLetter = (text: string): boolean => /\p{L}/u.test(seen(text))
