import { own } from '../../../shared/values/own.ts'
import { argsOf, type ImportArgs, type ImportOf } from '../../../shared/import/tables/to-mutations.ts'
import type { ReadRow } from '../../../shared/import/tables/row.ts'
import type { Message } from '../../../shared/i18n/message.ts'
import { mostAskedAbout } from '../../../shared/api/imports.ts'
import { call } from '../data/api.ts'
import { guardFor } from '../data/patient-guard.ts'

/** What is found in a row before anything of it is sent. */
export interface Checked {
  row: number
  args: ImportArgs
  /** The cells in which the guard found a patient; the row then stays here. */
  found: string[]
}

const atOnce = 50

/** Which column a text of the arguments was read from. */
const columnOf: Readonly<Record<string, keyof ReadRow['places']>> = {
  change: 'idea',
  problem: 'problem',
  details: 'details',
  aim: 'aim',
  theory: 'theory',
  tags: 'tags',
  reference: 'reference',
  behalf: 'proposer',
}

/** The names of the fields in which the guard found something: "problem", "tags.0". */
export const placesIn = (reason: Message): string[] => {
  const places = reason.code === 'patient-information' ? reason.parameters.places : []
  return (Array.isArray(places) ? (places as readonly Message[]) : []).flatMap((place) =>
    place.code === 'patient-place' && typeof place.parameters.field === 'string' ? [place.parameters.field] : [],
  )
}

type Guard = Awaited<ReturnType<typeof guardFor>>

const cellsIn = (guard: Guard, args: ImportArgs, { places }: ReadRow): string[] => {
  const refusal = guard(args)
  if (!refusal) return []
  const fields = placesIn(refusal.reason)
  const cells = fields.flatMap((field) => places[own(columnOf, field.split('.')[0] ?? '') ?? 'idea'] ?? [])
  return cells.length > 0 ? [...new Set(cells)] : [places.idea ?? '']
}

export const breathe = (): Promise<void> => new Promise((done) => setTimeout(done))

/**
 * The patient guard on every row that would come in, in small parts, so that the page stays alive. What a row comes to is remembered by its words, in this page
 * only.
 */
export const createRowChecker = () => {
  const known = new Map<string, string[]>()
  return async (rows: readonly ReadRow[], of: ImportOf, signal: AbortSignal, told: (done: number) => void): Promise<Checked[]> => {
    const asked = rows.flatMap((row) => (row.idea ? [{ row, args: argsOf(row, row.idea, of) }] : []))
    const guard = await guardFor(asked.map(({ args }) => args))
    const checked: Checked[] = []
    for (const [at, { row, args }] of asked.entries()) {
      if (at % atOnce === 0) {
        told(at)
        await breathe()
        if (signal.aborted) return []
      }
      const words = JSON.stringify([args, row.places])
      const found = known.get(words) ?? cellsIn(guard, args, row)
      known.set(words, found)
      checked.push({ row: row.row, args, found })
    }
    told(asked.length)
    return checked
  }
}

/** Which of these ideas are in the bank already. */
export const knownIdeas = async (ids: readonly string[]): Promise<ReadonlySet<string>> => {
  const known = new Set<string>()
  for (let from = 0; from < ids.length; from += mostAskedAbout) {
    const { known: found } = await call('POST /v1/networks/:network/imports/known', {
      body: { ideas: ids.slice(from, from + mostAskedAbout) },
    })
    for (const id of found) known.add(id)
  }
  return known
}
