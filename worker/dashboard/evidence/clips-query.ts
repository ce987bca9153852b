import { address } from '../data/address.ts'

/** What the address of the list says; a list can be sent and come back to. */
export const filterNames = ['q', 'state', 'topic', 'kind', 'level'] as const
export type FilterName = (typeof filterNames)[number]
export type ClipsQuery = Partial<Record<FilterName, string>>

export const readClipsQuery = (query: URLSearchParams): ClipsQuery =>
  Object.fromEntries(filterNames.flatMap((name) => (query.get(name) ? [[name, query.get(name) ?? '']] : [])))

export const clipsAddress = (query: ClipsQuery): string => address('/evidence', query)
