const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
/** How months begin in Spanish, Portuguese, French and German, where otherwise than in English. */
const others = new Map(
  'ene 1 fév 2 fev 2 mär 3 abr 4 avr 4 mai 5 juin 6 juil 7 ago 8 aoû 8 set 9 out 10 okt 10 dic 12 déc 12 dez 12'
    .split(/(?<=\d) /)
    .map((pair) => [pair.replace(/ .*/, ''), Number(pair.replace(/\D+/, ''))]),
)

const monthOf = (word = ''): number => {
  const start = word.toLowerCase()
  return Number(word) || months.indexOf(start.slice(0, 3)) + 1 || (others.get(start.slice(0, 3)) ?? others.get(start.slice(0, 4)) ?? 0)
}

const parts = (year: string | undefined, month?: string, day?: string): number[] | undefined => {
  const [y, m, d] = [Number(year), monthOf(month), Number(day ?? 0)]
  if (!(y >= 1500 && y <= 2199)) return undefined
  if (!(m >= 1 && m <= 12)) return [y]
  return d >= 1 && d <= 31 ? [y, m, d] : [y, m]
}

/** Year, month, day as far as a text gives them: "2016-11-03", "2016/11", "11/03/2016" (as HighWire writes: month first), "2016 Nov 3", "3 November 2016". */
export const readDate = (text: string): number[] | undefined => {
  const iso = /^\s*(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?!\d)/.exec(text)
  if (iso?.[2]) return parts(iso[1], iso[2], iso[3])
  const slashed = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(text)
  if (slashed) return parts(slashed[3], slashed[1], slashed[2])
  const dotted = /^\s*(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b/.exec(text)
  if (dotted) return parts(dotted[3], dotted[2], dotted[1])
  const yearFirst = /(?:^|\D)(\d{4}),?\s+([a-zà-ü]{3,10})\.?(?:[\s-]+(\d{1,2})(?!\d))?/i.exec(text)
  if (yearFirst && monthOf(yearFirst[2])) return parts(yearFirst[1], yearFirst[2], yearFirst[3])
  const dayFirst =
    /(?:(\d{1,2})(?:st|nd|rd|th|er|º)?\.?\s+(?:de\s+)?)?([a-zà-ü]{3,10})\.?,?\s+(?:del?\s+)?(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})\b/i.exec(
      text,
    )
  if (dayFirst && monthOf(dayFirst[2])) return parts(dayFirst[4], dayFirst[2], dayFirst[1] ?? dayFirst[3])
  return parts(/(?:^|\D)((?:1[5-9]|20|21)\d{2})(?!\d)/.exec(text)?.[1])
}
