/** The language that the catalogue is written in; dates and lists follow it. */
export const locale = 'en-GB'

export const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`
export const list = new Intl.ListFormat(locale)
