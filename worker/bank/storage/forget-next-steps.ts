import { markStale } from './reindex.ts'

/** What a next step lacks was kept as an English sentence, which no page reads any more: no step until the rows are computed anew. */
export const forgetNextSteps = (sql: SqlStorage): void => {
  sql.exec("UPDATE idea_row SET body = json_set(body, '$.step', json('null')) WHERE json_extract(body, '$.step') IS NOT NULL")
  if (sql.exec('SELECT 1 FROM idea_row LIMIT 1').toArray().length > 0) markStale(sql)
}
