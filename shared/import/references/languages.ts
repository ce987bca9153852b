import { own } from '../../values/own.ts'

/** Codes of three letters (MARC, ISO 639-2) and names in English and BibTeX, by the code of two letters. */
const names =
  'ar ara arabic|bg bul bulgarian|ca cat catalan|cs cze ces czech|da dan danish|de ger deu german deutsch ngerman austrian naustrian|el gre ell greek|en eng english american british usenglish ukenglish canadian australian|es spa spanish español castellano|et est estonian|fa per fas persian|fi fin finnish|fr fre fra french français francais|he heb hebrew|hr hrv croatian|hu hun hungarian magyar|is ice isl icelandic|it ita italian italiano|ja jpn japanese|ko kor korean|lt lit lithuanian|lv lav latvian|nl dut nld dutch|no nor norwegian norsk|pl pol polish|pt por portuguese português brazilian brazil|ro rum ron romanian|ru rus russian|sk slo slk slovak|sl slv slovenian slovene|sr srp serbian|sv swe swedish|th tha thai|tr tur turkish|uk ukr ukrainian|vi vie vietnamese|zh chi zho chinese'
const codes: Readonly<Record<string, string>> = Object.fromEntries(
  names.split('|').flatMap((line) => {
    const [code = '', ...others] = line.split(' ')
    return others.map((name) => [name, code])
  }),
)

/** A language by its code of two letters where it is known ("eng", "English"), otherwise as the file says it; the first of several. */
export const languageCode = (said: string): string => {
  const [first = ''] = said.trim().split(/\s*[;,|/]\s*/)
  return own(codes, first.toLowerCase()) ?? first
}
