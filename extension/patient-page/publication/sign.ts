/**
 * A sign and how much it tells: below 0 against publication. The name is for tests and for whoever asks why; it is never a
 * text of the page.
 */
export type Sign = readonly [name: string, weight: number]

/** Whether a page is published. `signs`: the names of those that decided. */
export interface Standing {
  kind: 'published' | 'private'
  signs: string[]
}

/** The names and weights of those that are seen. */
export const seen = (signs: readonly (readonly [name: string, weight: number, isSeen: unknown])[]): Sign[] =>
  signs.flatMap(([name, weight, isSeen]) => (isSeen ? [[name, weight] as const] : []))
