import type { Idea, Network } from '../../../shared/domain/entities.ts'
import { insertMany } from '../rows/insert-many.ts'

/** Whom an idea's news may concern: kept with the rows of the lists, so that a person's news costs what is theirs. */
export interface TieParts {
  evidence: readonly { clippedBy: string }[]
  comments: readonly { by: string; mentions?: string[] }[]
}

/** Ideas that were joined to this one and still are, through any number of merges. */
const joinedTo = (network: Network, idea: Idea, seen: Set<string>): Idea[] =>
  (idea.joined ?? []).flatMap((id) => {
    const other = seen.has(id) ? undefined : network.idea(id)
    if (!other || other.mergedInto !== idea.id) return []
    seen.add(id)
    return [other, ...joinedTo(network, other, seen)]
  })

export const tiedTo = (network: Network, idea: Idea, { evidence, comments }: TieParts): Set<string> => {
  const all = [idea, ...joinedTo(network, idea, new Set([idea.id]))]
  return new Set(
    [
      ...all.flatMap((one) => [
        one.proposedBy,
        ...one.leads,
        ...one.experts,
        ...(one.watchers ?? []),
        one.approval?.by ?? '',
        one.taken?.by ?? '',
      ]),
      ...evidence.map((item) => item.clippedBy),
      ...comments.flatMap((comment) => [comment.by, ...(comment.mentions ?? [])]),
    ].filter(Boolean),
  )
}

/** Writes what differs only: most changes of an idea tie nobody new to it. */
export const writeTies = (sql: SqlStorage, wanted: ReadonlyMap<string, ReadonlySet<string>>): void => {
  const present = new Map<string, Set<string>>()
  for (const { person, idea } of sql.exec<{ person: string; idea: string }>(
    'SELECT person, idea FROM tie WHERE idea IN (SELECT value FROM json_each(?))',
    JSON.stringify([...wanted.keys()]),
  ))
    present.set(idea, (present.get(idea) ?? new Set()).add(person))
  const added: string[][] = []
  for (const [idea, people] of wanted) {
    const before = present.get(idea) ?? new Set<string>()
    for (const person of people) if (!before.has(person)) added.push([person, idea])
    for (const person of before) if (!people.has(person)) sql.exec('DELETE FROM tie WHERE person = ? AND idea = ?', person, idea)
  }
  insertMany(sql, 'INSERT INTO tie (person, idea)', added)
}
