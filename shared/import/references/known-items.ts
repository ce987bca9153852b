import { citationKeys, type Identified } from '../../citations/citation-keys.ts'
import { sameWork } from '../../citations/same-item.ts'

/** Whether an item is the same work as one of those that were told before (`add`); found by their keys, however many there are. */
export const createKnownItems = () => {
  const byKey = new Map<string, Identified[]>()
  return {
    add: (citation: Identified): void => {
      for (const key of citationKeys(citation)) byKey.set(key, [...(byKey.get(key) ?? []), citation])
    },
    has: (citation: Identified): boolean =>
      citationKeys(citation).some((key) => byKey.get(key)?.some((other) => sameWork(other, citation))),
  }
}
