import { attribute, tagsOf, unescapeXml } from './xml-tags.ts'

/** Numbers of the formats that Excel has without naming them and that show a day (ECMA-376, 18.8.30; the last ones East Asian). */
const isBuiltInDay = (format: number): boolean =>
  (format >= 14 && format <= 17) || format === 22 || (format >= 27 && format <= 31) || (format >= 50 && format <= 58)

/** Whether a format of numbers shows a day: it has a day or year, or a month that is no minute. */
const showsDay = (code: string): boolean => {
  const plain = code.replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
  return /[dy]/i.test(plain) || (/m/i.test(plain) && !/[hs]/i.test(plain))
}

/** Which styles of cells show a day, by their number. */
export const dayStyles = (xml: string): boolean[] => {
  const own = new Map<number, boolean>()
  const styles: boolean[] = []
  let inside = false
  for (const { name, attributes, ends } of tagsOf(xml)) {
    if (name === 'numFmt') own.set(Number(attribute(attributes, 'numFmtId')), showsDay(attribute(attributes, 'formatCode')))
    if (name === 'cellXfs') inside = !ends
    if (name === 'xf' && inside && !ends) {
      const format = Number(attribute(attributes, 'numFmtId'))
      styles.push(own.get(format) ?? isBuiltInDay(format))
    }
  }
  return styles
}

/** Signs that XML cannot hold are written `_x000D_`. */
export const plainText = (text: string): string =>
  unescapeXml(text)
    .replaceAll(/_x([\dA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll(/\r\n?/g, '\n')

/** The shared texts; runs of one text are joined, how East Asian ones sound is left out. */
export const sharedTexts = (xml: string): string[] => {
  const texts: string[] = []
  let [text, sounds] = ['', false]
  for (const { name, ends, empty, before } of tagsOf(xml)) {
    if (name === 'rPh') sounds = !ends
    if (name === 't' && ends && !sounds) text += before
    if (name === 'si' && (ends || empty)) {
      texts.push(plainText(text))
      text = ''
    }
  }
  return texts
}
