import type { Message, MessageCode, Messages, MessageValue } from './message.ts'

/**
 * A message in words; a text that somebody typed, or that an older server says in English only, stays as it is. `english` is said
 * for a message that is not known here: a newer server says more than this extension knows.
 */
export type FormatMessage = (said: Message | string, english?: string) => string

type Say = string | ((parameters: Readonly<Record<string, unknown>>) => string)

/** Messages in messages; what came over the wire is not nested without end. */
const deepest = 6

const isMessage = (value: object): value is Message => 'code' in value

/**
 * Says messages in a language. What stands in them is put where the language wants it and never looked at: a text that somebody
 * typed comes out as it was typed.
 * @param language Joins lists (`Intl.ListFormat`).
 * @param sections The sections that this place shows, in that language.
 */
export const messageFormat = (language: string, ...sections: readonly Partial<Messages>[]): FormatMessage => {
  const list = (type: Intl.ListFormatType, parts: readonly string[]): string => new Intl.ListFormat(language, { type }).format(parts)
  const known = (code: MessageCode): Say | undefined => {
    const section = sections.find((messages) => Object.hasOwn(messages, code))
    return section?.[code] as Say | undefined
  }

  const inWords = (value: MessageValue, depth: number): string | number => {
    if (typeof value !== 'object') return value
    const all = (parts: readonly Message[]): string[] => parts.map((part) => format(part, depth + 1))
    if ('all' in value) return list('conjunction', all(value.all))
    if ('any' in value) return list('disjunction', all(value.any))
    return isMessage(value) ? format(value, depth + 1) : all(value).join(', ')
  }

  const format = (message: Message, depth: number): string => {
    const say = known(message.code)
    if (say === undefined || depth > deepest) throw new Error(`No message ${message.code}`)
    if (typeof say === 'string') return say
    const given = Object.entries('parameters' in message ? message.parameters : {})
    return say(Object.fromEntries(given.map(([name, value]) => [name, inWords(value, depth)])))
  }

  return (said, english) => {
    if (typeof said === 'string') return said
    try {
      return format(said, 0)
    } catch {
      // Of another version, or of no server of ours: a message in it is not known, a number is missing, or what is given is no value.
      return english ?? said.code
    }
  }
}
