import { textsIn } from '../shared/guard.ts'
import { mutations } from '../shared/mutations/index.ts'
import type { Finding } from '../shared/patient-info/finding.ts'
import { findPatientInfo } from '../shared/patient-info.ts'
import type { GleanerDatabase } from './db.ts'
import type { NewMutation } from './new-mutation.ts'
import { addMutations } from './outbox.ts'
import type { PageMemory } from './patient-memory.ts'

/** Something in what a person typed that may identify a patient. */
export type TextFinding = Finding & { excerpt: string }

/** What keeps these mutations from being sent: all that is certain, or, where the computer's policy is strict, all. */
export const certainIn = (list: readonly NewMutation[], { known, strict = false }: PageMemory): TextFinding[] =>
  list.flatMap(({ name, args }) =>
    textsIn(args, mutations[name].exempt).flatMap(({ field, text }) =>
      findPatientInfo(text, { field, known })
        .filter(({ certainty }) => strict || certainty === 'high')
        .map((finding) => ({ ...finding, excerpt: text.slice(finding.start, finding.end) })),
    ),
  )

/** Keeps mutations to be sent, once the patient guard has read them. Answers what kept them from it; nothing is kept then. */
export const askGuarded = async (database: GleanerDatabase, list: readonly NewMutation[], memory: PageMemory): Promise<TextFinding[]> => {
  const found = certainIn(list, memory)
  if (found.length === 0) await addMutations(database, list)
  return found
}
