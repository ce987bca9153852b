import type { Finding, Reader } from './finding.ts'
import { metaValues } from './page.ts'

type Single = Exclude<keyof Finding, 'authors' | 'publicationTypes'>

/** Which metas hold which field, better ones first, in lower case. */
export type MetaTable = Partial<Record<Single | 'authors' | 'publicationTypes', readonly string[]>>

/** A reader of `<meta>` tags by a table of names. */
export const readMetaTable =
  (table: MetaTable): Reader =>
  (page) => {
    const finding: Finding = {}
    for (const [field, names] of Object.entries(table)) {
      const values = metaValues(page, names)
      if (values.length === 0) continue
      if (field === 'authors' || field === 'publicationTypes') finding[field] = values
      else finding[field as Single] = values[0]
    }
    return finding
  }
