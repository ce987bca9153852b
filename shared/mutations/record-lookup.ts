import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import type { Evidence } from '../domain/entities.ts'
import { type LookedUp, lookupSchema, mergedSaid } from '../domain/looked-up.ts'
import { filledFields } from '../lookups/fill-citation.ts'
import { defineMutation, refuse } from './engine/mutation.ts'
import { message } from '../i18n/message.ts'

/**
 * Keeps with a clip what look-up services said of its item: assertions of its standing, missing fields of its citation, where it
 * differs. Asked by the network's own object alone. Fields that the citation has by now are left as they are.
 */
export const recordLookup = defineMutation({
  name: 'recordLookup',
  system: true,
  args: v.object({ evidence: field.id, ...lookupSchema.entries }),
  roles: [],
  reads: (args) => ({ evidence: [args.evidence] }),
  run: (network, { evidence, said, citation, by, differs, ...known }, { at }) => {
    const item = network.evidence(evidence)
    if (!item) return refuse('not-found', message('clip-not-found'))
    const fields = filledFields.filter((name) => citation[name] !== undefined && item.citation[name] === undefined)
    const filled = { ...item.lookedUp?.filled, ...Object.fromEntries(fields.flatMap((name) => (by[name] ? [[name, by[name]]] : []))) }
    const { at: _, ...before } = item.lookedUp ?? { said: [], at }
    const kept = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) as Partial<LookedUp>
    const now: Omit<LookedUp, 'at'> = {
      ...before,
      ...kept,
      said: mergedSaid(before.said, said),
      ...(Object.keys(filled).length > 0 && { filled }),
      ...(differs.length > 0 && { differs }),
    }
    if (differs.length === 0) delete now.differs
    if (fields.length === 0 && JSON.stringify(now) === JSON.stringify(before)) return []
    const value: Evidence = {
      ...item,
      citation: { ...item.citation, ...Object.fromEntries(fields.map((name) => [name, citation[name]])) },
      lookedUp: { ...now, at },
    }
    return [{ kind: 'evidence', id: item.id, value }]
  },
})
