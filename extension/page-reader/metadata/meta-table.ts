import type { Metadata, MetadataReader } from './finding.ts'
import { metaValues } from '../page/page.ts'

type Single = Exclude<keyof Metadata, 'authors' | 'publicationTypes'>

/** Which metas hold which field, better ones first, parted by spaces, in lower case and without the vocabulary's prefix. */
export type MetaTable = Partial<Record<Single | 'authors' | 'publicationTypes', string>>

/** A reader of the `<meta>` tags of a vocabulary. */
export const readMetaTable =
  (prefixes: readonly string[], table: MetaTable): MetadataReader =>
  (page) => {
    const finding: Metadata = {}
    if (![...page.metas.keys()].some((name) => prefixes.some((prefix) => name.startsWith(prefix)))) return finding
    for (const [field, names] of Object.entries(table)) {
      const values = metaValues(
        page,
        names.split(' ').flatMap((name) => prefixes.map((prefix) => prefix + name)),
      )
      if (values.length === 0) continue
      if (field === 'authors' || field === 'publicationTypes') finding[field] = values
      else finding[field as Single] = values[0]
    }
    return finding
  }
