export type BrowserKind = 'chrome' | 'edge' | 'firefox' | 'other'

/** Which of the browsers that Gleaner is made for says that of itself. Browsers made of Chromium take what Chrome takes. */
export const browserKind = (userAgent: string): BrowserKind => {
  if (/\bEdg(?:e|A|iOS)?\//.test(userAgent)) return 'edge'
  if (/\b(?:Firefox|FxiOS)\//.test(userAgent)) return 'firefox'
  return /(?:Chrome|Chromium|CriOS)\//.test(userAgent) ? 'chrome' : 'other'
}

/** A phone or a tablet, where no browser takes the extension. iPads say that they are a Mac, but have a finger. */
export const isPhone = (userAgent: string, touches: number): boolean =>
  /\b(?:Android|iPhone|iPad|iPod|Mobile)\b/.test(userAgent) || (/\bMacintosh\b/.test(userAgent) && touches > 1)
