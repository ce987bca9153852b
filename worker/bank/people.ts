import type { Person } from '../../shared/domain/entities.ts'
import type { NetworkObject } from './network-object.ts'
import { eachPage } from './rows/read-page.ts'

/** All of them, asked for page by page. */
export const peopleTexts = (bank: DurableObjectStub<NetworkObject>): AsyncGenerator<string[]> => eachPage((after) => bank.people(after))

/** The names of all, by id. */
export const namesIn = async (bank: DurableObjectStub<NetworkObject>): Promise<Map<string, string>> => {
  const names = new Map<string, string>()
  for await (const rows of peopleTexts(bank)) {
    for (const text of rows) {
      const { id, name } = JSON.parse(text) as Person
      names.set(id, name)
    }
  }
  return names
}
