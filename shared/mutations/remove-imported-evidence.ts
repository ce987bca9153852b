import * as v from 'valibot'
import type { Evidence } from '../domain/entities.ts'
import * as field from '../domain/field-schemas.ts'
import { message } from '../i18n/message.ts'
import { defineMutation, refuse } from './engine/mutation.ts'

/** Whether anybody said anything of a clip since it was brought in: its kind, what it says, how it stands, that it is of no use, or another idea that it is for. */
const isTouched = ({ kind, kindSaid, appraisal, directions, dismissed, note, ideas, imported, lookedUp }: Evidence): boolean =>
  kind !== null ||
  Boolean(kindSaid ?? appraisal ?? dismissed) ||
  Object.keys(directions ?? {}).length > 0 ||
  note !== '' ||
  lookedUp?.said.some(({ service }) => service === 'person') === true ||
  ideas.length !== imported?.ideas.length ||
  ideas.some((idea) => !imported.ideas.includes(idea))

/** Takes a clip out again that came from a file of references, as long as nobody has worked on it since. What is gone already needs nothing. */
export const removeImportedEvidence = defineMutation({
  name: 'removeImportedEvidence',
  args: v.object({ evidence: field.id, run: field.id }),
  roles: ['coordinator', 'admin'],
  reads: ({ evidence }) => ({ evidence: [evidence] }),
  run: (network, args) => {
    const item = network.evidence(args.evidence)
    if (!item) return []
    if (item.imported?.run !== args.run) return refuse('not-found', message('import-of-another'))
    return isTouched(item) ? refuse('gone', message('import-touched')) : [{ kind: 'evidence', id: item.id, value: null }]
  },
})
