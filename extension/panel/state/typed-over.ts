import { keepForm } from '../../drafts/drafts.ts'
import type { Draft, DraftForm } from '../../store/draft.ts'
import type { GleanerDatabase } from '../../store/db.ts'

/** What stands in the form of a clip, carried over while the panel is loaded again. */
interface Typed {
  database: string
  whole: Draft
  form: DraftForm
}

const key = 'typed'

/** Holds it where the browser's databases have no part; it ends with the panel. */
export const holdTyped = (database: GleanerDatabase | undefined, whole: Draft | undefined, form: DraftForm): void => {
  if (!database || !whole) return
  const typed: Typed = { database: database.name, whole, form }
  sessionStorage.setItem(key, JSON.stringify(typed))
}

/** Stores what was held before the panel was loaded again, if it is of this database. Held until it is stored. */
export const storeTyped = async (database: GleanerDatabase | undefined): Promise<void> => {
  const held = sessionStorage.getItem(key)
  if (!held) return
  const { database: name, whole, form } = JSON.parse(held) as Typed
  if (!database || name !== database.name) return
  await keepForm(database, whole.id, form, whole)
  sessionStorage.removeItem(key)
}
