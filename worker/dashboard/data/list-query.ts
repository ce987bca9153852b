import { address } from './address.ts'

/** What a list shows, as the address bar and the server say it (see `GET …/ideas`). */
export const filterNames = ['q', 'pathway', 'phase', 'topic', 'site', 'level', 'disposition', 'sort'] as const
export type FilterName = (typeof filterNames)[number]
export type ListQuery = Partial<Record<FilterName, string>>

export const readListQuery = (query: URLSearchParams): ListQuery =>
  Object.fromEntries(filterNames.flatMap((name) => (query.get(name) ? [[name, query.get(name) ?? '']] : [])))

export const listAddress = (query: ListQuery): string => address('/ideas', query)

/** Filters that leave something out; the order of a list does not. */
export const narrows = (query: ListQuery): boolean => filterNames.some((name) => name !== 'sort' && query[name])
