/** A costly pattern, made late where making it costs as well, and a cheap one that every text must match in which the costly one finds anything. */
export interface Sought {
  pattern: RegExp | (() => RegExp)
  needs?: RegExp
  /** It finds something in texts without a digit too. */
  wordy?: true
}

export const patternOf = ({ pattern }: Sought): RegExp => (typeof pattern === 'function' ? pattern() : pattern)

/** All matches of a pattern; a text in which none can be is not searched. */
export const matchesOf = (text: string, sought: Sought): Iterable<RegExpExecArray> =>
  sought.needs && !sought.needs.test(text) ? [] : text.matchAll(patternOf(sought))

/** Most texts hold no digit, and most patterns need one. */
export const hasDigit = (text: string): boolean => /\d/.test(text)

/** Whether three digits stand close together (letters may part those of a code), or the form of a code with two: no number of a person has fewer. */
export const hasNumber = (text: string): boolean => number.test(text)
const number = /\d(?:\D{0,20}\d){2}|[A-Z]{3}\d\d[A-Z]/

/** Those that may be sure of what they find, where only that is asked for. */
export const sureOf = <One extends { evidence: string }>(all: readonly One[], sureOnly: boolean): readonly One[] =>
  sureOnly ? all.filter(({ evidence }) => evidence !== 'suggested') : all

/** Those of the patterns that can find anything in a text. */
export const soughtIn = <One extends Sought>(text: string, all: readonly One[]): readonly One[] =>
  hasDigit(text) ? all : all.filter(({ wordy }) => wordy)
