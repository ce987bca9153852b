import * as v from 'valibot'
import { folded } from '../../../shared/import/tables/cell.ts'
import { columnFields } from '../../../shared/import/tables/header-words.ts'
import type { Answers } from '../../../shared/import/tables/questions.ts'
import { guardFor } from '../data/patient-guard.ts'
import { me } from '../data/session.ts'

/** What this browser remembers of lists of one network: what columns are by their heading, and what words mean. Never a row. */
const rememberedSchema = v.object({
  columns: v.record(v.string(), v.nullable(v.picklist(columnFields))),
  values: v.record(v.string(), v.string()),
})
/** An import that was begun and not ended. */
const begunSchema = v.object({ run: v.string(), file: v.string(), print: v.string(), total: v.number(), done: v.number() })
export type Begun = v.InferOutput<typeof begunSchema>

/** At most so many entries are kept, the last ones. */
const most = 500

const place = (what: 'words' | 'begun'): string => `import-${what}:${me.value?.network.slug ?? ''}`

const kept = <Schema extends v.GenericSchema>(what: 'words' | 'begun', schema: Schema): v.InferOutput<Schema> | undefined => {
  try {
    const found = v.safeParse(schema, JSON.parse(localStorage.getItem(place(what)) ?? 'null'))
    return found.success ? found.output : undefined
  } catch {
    // Not written by us, or the browser keeps nothing: then nothing is remembered.
    return undefined
  }
}

const keep = (what: 'words' | 'begun', value: unknown): void => {
  try {
    if (value === undefined) localStorage.removeItem(place(what))
    else localStorage.setItem(place(what), JSON.stringify(value))
  } catch {
    // A full or forbidden storage: the import goes on all the same.
  }
}

export const recall = (): { columns: v.InferOutput<typeof rememberedSchema>['columns']; answers: Answers } => {
  const { columns = {}, values = {} } = kept('words', rememberedSchema) ?? {}
  return { columns, answers: { values, rows: [] } }
}

/** What may name a patient is not remembered, whatever it stands for; nor is what was said of single rows and days. */
const harmless = async (entries: readonly (readonly [string, unknown])[]): Promise<(readonly [string, unknown])[]> => {
  const guard = await guardFor(entries.map(([text]) => ({ text })))
  return entries
    .filter(([words]) => /^(?:site|topic|pathway|state):/.test(words) || !words.includes(':'))
    .filter(([words]) => !guard({ text: words }))
}

/** Remembers what the columns are and what words mean, for the next list. */
export const remember = async (headings: readonly string[], fields: readonly (string | null)[], { values }: Answers): Promise<void> => {
  const columns = headings.flatMap((heading, at) => (folded(heading) ? [[folded(heading), fields[at] ?? null] as const] : []))
  const [safeColumns, safeValues] = await Promise.all([harmless(columns), harmless(Object.entries(values))])
  const before = kept('words', rememberedSchema) ?? { columns: {}, values: {} }
  keep('words', {
    columns: Object.fromEntries([...Object.entries(before.columns), ...safeColumns].slice(-most)),
    values: Object.fromEntries([...Object.entries(before.values), ...safeValues].slice(-most)),
  })
}

export const begun = (): Begun | undefined => kept('begun', begunSchema)
export const keepBegun = (value: Begun | undefined): void => keep('begun', value)
