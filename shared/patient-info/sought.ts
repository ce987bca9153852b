/** A costly pattern, and a cheap one that every text must match in which the costly one finds anything. */
export interface Sought {
  pattern: RegExp
  needs?: RegExp
  /** It finds something in texts without a digit too. */
  wordy?: true
}

/** All matches of a pattern; a text in which none can be is not searched. */
export const matchesOf = (text: string, { pattern, needs }: Sought): Iterable<RegExpExecArray> =>
  needs && !needs.test(text) ? [] : text.matchAll(pattern)

/** Most texts hold no digit, and most patterns need one. */
export const hasDigit = (text: string): boolean => /\d/.test(text)

/** Those of the patterns that can find anything in a text. */
export const soughtIn = <One extends Sought>(text: string, all: readonly One[]): readonly One[] =>
  hasDigit(text) ? all : all.filter(({ wordy }) => wordy)
