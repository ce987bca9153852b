const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

const monthOf = (word = ''): number => Number(word) || months.indexOf(word.slice(0, 3).toLowerCase()) + 1

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
  const yearFirst = /(?:^|\D)(\d{4}),?\s+([a-z]{3,9})\.?(?:[\s-]+(\d{1,2})(?!\d))?/i.exec(text)
  if (yearFirst && monthOf(yearFirst[2])) return parts(yearFirst[1], yearFirst[2], yearFirst[3])
  const dayFirst = /(?:(\d{1,2})(?:st|nd|rd|th)?\.?\s+)?([a-z]{3,9})\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})\b/i.exec(text)
  if (dayFirst && monthOf(dayFirst[2])) return parts(dayFirst[4], dayFirst[2], dayFirst[1] ?? dayFirst[3])
  return parts(/(?:^|\D)((?:1[5-9]|20|21)\d{2})(?!\d)/.exec(text)?.[1])
}
