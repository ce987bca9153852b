import type { Idea } from '../domain/entities.ts'

/** Who may say that the public page names them: sender, leads and experts. Whoever sent it without a name stays unnamed, in every role. */
export const canBeNamed = ({
  proposedBy,
  nameHidden,
  leads,
  experts,
}: Pick<Idea, 'proposedBy' | 'nameHidden' | 'leads' | 'experts'>): string[] => {
  const all = [...new Set([proposedBy, ...leads, ...experts])]
  return nameHidden ? all.filter((person) => person !== proposedBy) : all
}

/** Who has agreed, and still has a part in it. */
export const publicNames = (idea: Pick<Idea, 'proposedBy' | 'nameHidden' | 'leads' | 'experts' | 'named'>): string[] =>
  canBeNamed(idea).filter((person) => idea.named?.includes(person))

/** Whether its page is there: published, going on, and with no hold. */
export const isPublic = ({ published, disposition, hold }: Pick<Idea, 'published' | 'disposition' | 'hold'>): boolean =>
  published !== undefined && disposition === 'active' && hold === null
