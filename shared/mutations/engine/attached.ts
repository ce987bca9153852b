import type { Evidence } from '../../domain/entities.ts'

/** A clip as it stands with one more idea from a time on, in milliseconds since 1970. */
export const attached = (item: Evidence, idea: string, at: number): Evidence => ({
  ...item,
  ideas: [...item.ideas, idea],
  attachedAt: { ...item.attachedAt, [idea]: at },
})

/** A clip as it stands without one of its ideas. */
export const detached = (item: Evidence, idea: string): Evidence => {
  const { attachedAt = {}, ...bare } = item
  const times = Object.entries(attachedAt).filter(([id]) => id !== idea)
  return { ...bare, ideas: item.ideas.filter((id) => id !== idea), ...(times.length > 0 && { attachedAt: Object.fromEntries(times) }) }
}
