import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import { assertionSchema, listedSaid } from '../domain/looked-up.ts'
import { defineMutation, refuse } from './engine/mutation.ts'
import { message } from '../i18n/message.ts'

/**
 * Keeps with a clip what an uploaded list of Retraction Watch says of its item, in place of what an earlier list said; `said` is
 * empty where the list names it no more. Who uploaded it, when, and the list's own day stay with it. The same list again changes
 * nothing. Nobody outside is asked.
 */
export const recordWatchList = defineMutation({
  name: 'recordWatchList',
  args: v.object({
    evidence: field.id,
    said: v.pipe(v.array(v.omit(assertionSchema, ['service', 'asked', 'hint'])), v.maxLength(20)),
    /** The day of the file, as a time that stands for it (shared/values/calendar-day.ts). */
    day: field.time,
  }),
  roles: ['coordinator', 'admin'],
  reads: (args) => ({ evidence: [args.evidence] }),
  run: (network, { evidence, said, day }, { person, at }) => {
    const item = network.evidence(evidence)
    if (!item) return refuse('not-found', message('clip-not-found'))
    const before = item.lookedUp?.said ?? []
    const now = listedSaid(
      before,
      said.map((one) => ({ ...one, service: 'retraction-watch' as const, asked: at })),
    )
    if (JSON.stringify(now) === JSON.stringify(before)) return []
    return [
      { kind: 'evidence', id: item.id, value: { ...item, lookedUp: { ...item.lookedUp, said: now, list: { by: person, at, day }, at } } },
    ]
  },
})
