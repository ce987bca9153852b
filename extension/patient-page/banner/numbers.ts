import { daysOf } from './dates.ts'

const written = /^(?:[A-Z]{1,4}[ -])?#?(?=[A-Za-z./-]{0,16}\d)[A-Za-z\d][A-Za-z\d./-]{0,39}(?: \d[\dA-Za-z./-]{0,11}){0,7}(?: [A-Z])?/
const address = /^\d{1,3}(?:\.\d{1,3}){3}$|^10\.\d{4,}\/|^v?\d{1,2}\.\d{1,2}\.\d{1,2}$/

/** The number that a value is or begins with: in groups, with letters, with full stops. Undefined for a day, a count, a network address. */
export const numberIn = (value: string): string | undefined => {
  const own = value.replace(/^[\s([#:]+/, '')
  const [found = ''] = written.exec(own) ?? []
  const digits = found.replace(/\D/g, '').length
  const rest = own.slice(found.length).trim()
  if (digits === 0 || found.replace(/[^A-Za-z\d]/g, '').length < 3 || (digits < 3 && !/[A-Za-z].*\d|\d.*[A-Za-z]/.test(found)))
    return undefined
  if (digits < 2 && found.length < 5) return undefined
  if (address.test(found) || daysOf(found).some(({ start, end }) => end - start >= found.length - 1)) return undefined
  // "12 Main Street" is no number; "12345 (active)" and "12345 Hospital" are.
  if (/^[a-z\u00e0-\u017f]/i.test(rest) && digits < 4) return undefined
  return found.replace(/[./-]+$/, '')
}

/** A number by its form alone: five digits at least, or letters and digits together. */
export const isBareNumber = (text: string): boolean =>
  /^#?(?:[A-Z]{0,4}[-.]?\d{5,12}|\d{2,4}(?:[ -]\d{2,4}){2,4}|[A-Z]{1,4}-?\d{3,12}[A-Z]?)$/.test(text)

/** "Iracema (AM-0031)": what stands before, and the number in brackets. */
export const withBrackets = (text: string): { before: string; number: string } | undefined => {
  if (text.length > 90) return undefined
  const [, before = '', number = ''] = /^([^\d([]{2,60}?) ?[([]#?([A-Z]{0,6}[-./ ]?\d[A-Z\d./-]{1,18})[)\]]$/i.exec(text) ?? []
  return number !== '' && numberIn(number) ? { before, number } : undefined
}
