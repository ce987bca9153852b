import { own } from '../../values/own.ts'

/** A tag of XML, without its namespace's prefix, and the text that stood before it. */
export interface Tag {
  name: string
  attributes: string
  /** `</name>` */
  ends: boolean
  /** `<name/>` */
  empty: boolean
  before: string
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const codePoint = (digits: string, base: number): string => {
  const code = Number.parseInt(digits, base)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

/** Text of XML as it is meant. */
export const unescapeXml = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex?: string, decimal?: string, name?: string) =>
        hex ? codePoint(hex, 16) : decimal ? codePoint(decimal, 10) : (own(entities, name ?? '') ?? whole),
      )
    : text

/** The value of an attribute, whatever its prefix; empty where there is none. */
export const attribute = (attributes: string, name: string): string => {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return unescapeXml(found?.[1] ?? found?.[2] ?? '')
}

/** The tags of a file in order, in one pass and without building a tree. Comments, declarations and what a DOCTYPE names are passed over. */
export function* tagsOf(xml: string): Generator<Tag> {
  let before = ''
  for (let [at, from] = [xml.indexOf('<'), 0]; at >= 0; at = xml.indexOf('<', from)) {
    before += xml.slice(from, at)
    const special = [
      ['<![CDATA[', ']]>'],
      ['<!--', '-->'],
      ['<', '>'],
    ].find(([begin = '']) => xml.startsWith(begin, at))
    const [begin, end] = [special?.[0] ?? '<', special?.[1] ?? '>']
    const close = xml.indexOf(end, at + begin.length)
    if (close < 0) return
    from = close + end.length
    const inner = xml.slice(at + begin.length, close)
    if (begin === '<![CDATA[') before += inner.replaceAll('&', '&amp;')
    if (begin !== '<' || inner.startsWith('!') || inner.startsWith('?')) continue
    const [, ends, name = '', attributes = ''] = /^(\/?)(?:[\w.-]+:)?([\w.-]+)([^]*)$/.exec(inner) ?? []
    yield { name, attributes, ends: ends === '/', empty: attributes.endsWith('/'), before }
    before = ''
  }
}
