import type { Person } from '../../../shared/domain/entities.ts'

/** Those whose name stands in the text behind an @; where one name begins another, the longer one counts. */
export const mentionedIn = (text: string, people: readonly Person[]): string[] => {
  let rest = text.toLowerCase()
  const found: string[] = []
  for (const { id, name } of people.toSorted((one, other) => other.name.length - one.name.length)) {
    const mark = `@${name.toLowerCase()}`
    if (!rest.includes(mark)) continue
    found.push(id)
    rest = rest.replaceAll(mark, ' ')
  }
  return found
}

const shown = 5

export interface Mentioning {
  /** Where the @ stands. */
  from: number
  /** Who could be meant by what stands behind it so far. */
  people: Person[]
}

/** Whom somebody is about to mention, with the caret at that place; `undefined` where no @ is being typed. */
export const mentioning = (text: string, caret: number, people: readonly Person[]): Mentioning | undefined => {
  const found = /(?:^|\s)@([\p{L}\p{M}'’. -]{0,40})$/u.exec(text.slice(0, caret))
  if (!found) return undefined
  const typed = (found[1] ?? '').toLowerCase()
  const matching = people.filter(({ name }) => {
    const lower = name.toLowerCase()
    return lower !== typed && (lower.startsWith(typed) || lower.split(/\s+/).some((word) => typed && word.startsWith(typed)))
  })
  return matching.length > 0 ? { from: caret - typed.length - 1, people: matching.slice(0, shown) } : undefined
}
