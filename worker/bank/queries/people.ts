import type { Person } from '../../../shared/domain/entities.ts'
import type { NetworkObject } from '../network-object.ts'
import { eachPage, type Page, readPage } from '../rows/read-page.ts'

const pageLength = 2000

/** Everybody who ever did something in a network, in the order of their ids, each a Person as JSON text. */
export const peoplePage = (sql: SqlStorage, after: string | null): Page<string> => {
  const { rows, more } = readPage<{ id: string; body: string }>(sql, {
    columns: 'id, body',
    texts: ['body'],
    from: "FROM entity WHERE kind = 'person' AND id > ? AND body IS NOT NULL ORDER BY id",
    bindings: [after ?? ''],
    most: pageLength,
  })
  return { rows: rows.map(({ body }) => body), next: more ? (rows.at(-1)?.id ?? null) : null }
}

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
