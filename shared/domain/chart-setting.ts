/** Something that was done on a day, or a phase that began then. */
export interface ChartMark {
  day: number
  text: string
  phase?: true | undefined
}

/** How the charts of a measure are drawn and read, for everybody. */
export interface ChartSetting {
  /** The last day of the values that make the median; all make it where nothing is said. */
  until?: number | undefined
  goal?: number | undefined
  /** Which way is good. */
  better?: 'more' | 'less' | undefined
  unit?: string | undefined
  /** Control limits of a proportion or a rate, where its denominators are there. */
  limits?: 'p' | 'u' | undefined
  marks?: ChartMark[] | undefined
}
