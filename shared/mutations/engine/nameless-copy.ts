import { type Refusal, refuse } from './mutation.ts'
import type { Evidence, Network } from '../../domain/entities.ts'
import { message } from '../../i18n/message.ts'

/** The same for the same clip and idea on every device, and another for any other two. */
export const copyId = (clip: string, idea: string): string => {
  const [one, other] = [clip, idea].map((id) => id.replaceAll('-', ''))
  const digits = Array.from({ length: 32 }, (_, at) =>
    (Number.parseInt(one?.[at] ?? '0', 16) ^ Number.parseInt(other?.[at] ?? '0', 16)).toString(16),
  )
  return digits.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** What was said of the clip stays with it, without the names; what it says of other ideas does not. */
const withoutNames = ({ directions: _, dismissed: __, ...item }: Evidence): Evidence => ({
  ...item,
  ...(item.kindSaid ? { kindSaid: { ...item.kindSaid, nameHidden: true } } : {}),
  ...(item.appraisal ? { appraisal: { ...item.appraisal, nameHidden: true } } : {}),
})

/**
 * What the sender of an idea without a name puts beside it of the clips that are in the bank with one: a copy without it. The clip
 * itself stays as everybody has seen it; a name that went from it, beside such an idea, would be the idea's. Whose clip it is makes
 * no difference, or the difference would tell. Who clipped it keeps the credit.
 */
export const namelessCopy = (network: Network, item: Evidence, idea: string): Evidence | Refusal => {
  const id = copyId(item.id, idea)
  const before = network.evidence(id)
  if (!before) return { ...withoutNames(item), id, ideas: [idea], nameHidden: true }
  if (!before.nameHidden || JSON.stringify(before.citation) !== JSON.stringify(item.citation))
    return refuse('exists', message('clip-not-copied'))
  return before.ideas.includes(idea) ? before : { ...before, ideas: [...before.ideas, idea] }
}
