import { type GleanerDatabase, keyValue } from './db.ts'
import { own } from '../../shared/values/own.ts'

/** Texts of a form by the names of their fields. */
export type Texts = Record<string, string>

const read = async (database: GleanerDatabase): Promise<Record<string, Texts>> => (await keyValue(database, 'texts')) ?? {}

/** The texts that were typed into a form and not sent yet. */
export const textsOf = async (database: GleanerDatabase, form: string): Promise<Texts> => own(await read(database), form) ?? {}

/** Stores what is typed into a form on this computer; without any text the form is deleted. */
export const keepTexts = (database: GleanerDatabase, form: string, texts: Texts): Promise<void> =>
  database.transaction('rw', database.meta, async () => {
    const { [form]: _, ...others } = await read(database)
    const value = Object.keys(texts).length > 0 ? { ...others, [form]: texts } : others
    await database.meta.put({ key: 'texts', value })
  })
