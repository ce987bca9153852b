const accents = 'uml acute grave circ tilde cedil ring caron'.split(' ')
/** The combining mark of each, in the same order. */
const marks = '\u0308\u0301\u0300\u0302\u0303\u0327\u030A\u030C'
const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  szlig: 'ß',
  oslash: 'ø',
  aelig: 'æ',
}

const entity = (whole: string, name: string): string => {
  // "#160" is read as 0160, "#xA0" as 0xA0.
  if (name.startsWith('#')) return codePoint(Number(`0${name.slice(1)}`), whole)
  const mark = marks.charAt(accents.indexOf(name.slice(1).toLowerCase()))
  if (mark) return (name.charAt(0) + mark).normalize('NFC')
  return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole
}

const codePoint = (code: number, whole: string): string => (code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : whole)

/** Entities that are left in a value because somebody escaped it twice; `|[ouml]|` is an old way to write one. */
const withoutEntities = (text: string): string => text.replace(/&(#?\w{2,10});/g, entity).replace(/\|\[(\w{2,10})\]\|/g, entity)

const tags = /<\/?(?:i|b|em|strong|su[bp]|span|scp?|u|br|p|italic|bold|mml:\w+|inf|sc|font|a|title|h\d|tt)\b[^<>]{0,300}>/gi
// The longest expression here, for the few values that have a tag.
const withoutTags = (text: string): string => (text.includes('<') ? text.replace(tags, '') : text)

/** Plain text of a value: no entities, markup, or signs that are not seen; a typeset hyphen is a hyphen; one space between words. */
export const cleanText = (value: string, most = 1000): string =>
  // Most values are plain, and then the rest need not even be compiled.
  (/^[\w.,:;()'/? -]*$/.test(value) && !value.includes('  ') ? value : tidied(value.slice(0, most * 4))).trim().slice(0, most).trim()

const tidied = (value: string): string =>
  withoutTags(withoutEntities(withoutEntities(value)))
    // Order marks and zero-width signs can make a text read as another one.
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffd]/g, '') // oxlint-disable-line no-control-regex -- they are what is removed
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\s+/g, ' ')

/** A title without the foot-note sign or full stop behind it, and without the brackets of a translated one. */
export const cleanTitle = (value: string): string => {
  const text = cleanText(value, 500)
  // As above: most titles end in a letter and have no brackets.
  if (/^[^[(]+\w$/.test(text)) return text
  return text
    .replace(/\s*[*†‡§¶☆★✩✰]+$/, '')
    .replace(/\(\s+(\S[^()]{0,40}?)\s+\)/g, '($1)')
    .replace(/^\[([^[\]]+)\]\.?$/, '$1')
    .replace(/(?<=[^\s!#-(*-/:-@[]{4})\.$/, '')
    .trim()
}

/**
 * A text to compare another with: small letters, without spaces and signs. By plain ranges, here and in all readers: V8
 * builds a class of all letters of Unicode anew each time that it parses the function around it, and that takes longer
 * than a page to read.
 */
export const fold = (text: string): string => text.toLowerCase().replace(/[\s\0-/:-@[-`{-\u00bf\u2000-\u206f\u3000-\u303f]+/g, '') // oxlint-disable-line no-control-regex -- a range from the first sign on
