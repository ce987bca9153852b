import { attached } from './attached.ts'
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
const withoutNames = ({ directions: _, dismissed: __, attachedAt: ___, ...item }: Evidence): Evidence => ({
  ...item,
  ...(item.kindSaid ? { kindSaid: { ...item.kindSaid, nameHidden: true } } : {}),
  ...(item.appraisal ? { appraisal: { ...item.appraisal, nameHidden: true } } : {}),
})

/**
 * What the sender of an idea without a name puts beside it of the clips that are in the bank with one: a copy without it. The clip
 * itself stays as everybody has seen it; a name that went from it, beside such an idea, would be the idea's. Whose clip it is makes
 * no difference, or the difference would tell. Who clipped it keeps the credit.
 * @param at when it comes to stand with an idea that was there already, in milliseconds since 1970.
 */
export const namelessCopy = (network: Network, item: Evidence, idea: string, at?: number): Evidence | Refusal => {
  const id = copyId(item.id, idea)
  const before = network.evidence(id)
  if (!before)
    return { ...withoutNames(item), id, ideas: [idea], ...(at !== undefined && { attachedAt: { [idea]: at } }), nameHidden: true }
  if (!before.nameHidden || JSON.stringify(before.citation) !== JSON.stringify(item.citation))
    return refuse('exists', message('clip-not-copied'))
  if (before.ideas.includes(idea)) return before
  return at === undefined ? { ...before, ideas: [...before.ideas, idea] } : attached(before, idea, at)
}
