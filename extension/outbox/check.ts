import { textsIn } from '../../shared/mutations/engine/phi-guard.ts'
import type { PhiFinding } from '../../shared/phi/finding.ts'
import { findPatientInfo } from '../../shared/phi/detect.ts'
import type { PendingMutation } from '../../shared/sync/client-engine.ts'
import { newId } from '../../shared/web/new-id.ts'
import { checkedArgs, type NewMutation } from './new-mutation.ts'
import type { PageMemory } from '../patient-page/banner-memory.ts'
import type { Checked } from '../store/queued.ts'

/** A PHI finding, and its path in the arguments. */
export type TextFinding = PhiFinding & { path: string; excerpt: string }

/** The checked mutations, or the findings: then no mutation of the list may be sent. */
export type Looked = { checked: Checked[]; found: [] } | { checked: undefined; found: TextFinding[] }

/** A mutation with the name and the time that it has already. */
export type Named = NewMutation & Pick<PendingMutation, 'id' | 'at'>

/** What keeps a mutation from being sent: all that is certain, or, where the computer's policy is strict, all. */
const certainIn = ({ args }: { args: unknown }, { known, strict = false }: PageMemory): TextFinding[] =>
  textsIn(args).flatMap(({ path, field, text }) =>
    findPatientInfo(text, { field, known })
      .filter(({ certainty }) => strict || certainty === 'high')
      .map((finding) => ({ ...finding, path, excerpt: text.slice(finding.start, finding.end) })),
  )

/**
 * The only way into the outbox: form and size as the server requires them, and every text checked by the PHI guard as the server will
 * read it. `memory` is what a page showed beside which it was typed. Throws `NotAllowed` for what has not the form of a mutation.
 */
export const checkNamed = (list: readonly Named[], memory: PageMemory): Looked => {
  const asked = list.map(({ id, at, ...mutation }) => ({ id, at, ...checkedArgs(mutation) }))
  const found = asked.flatMap((one) => certainIn(one, memory))
  return found.length > 0 ? { checked: undefined, found } : { checked: asked as unknown as Checked[], found: [] }
}

/** The same for new mutations, with a new id and the present time. */
export const check = (list: readonly NewMutation[], memory: PageMemory): Looked =>
  checkNamed(
    list.map((mutation) => ({ id: newId(), at: Date.now(), ...mutation })),
    memory,
  )
