import type { IdeaRow } from '../../../shared/api/bank.ts'
import type { Framework } from '../../../shared/domain/framework.ts'
import { factsFrom } from '../../../shared/rules/gates.ts'
import type { Comment, Evidence, Idea, Stance } from '../../../shared/domain/entities.ts'
import { approvalState, currentApproval } from '../../../shared/domain/approval.ts'
import { listedTexts, picked } from '../../../shared/domain/idea-fields.ts'
import { nextStep } from '../../../shared/rules/next-step.ts'
import { openQuestion } from '../../../shared/rules/open-question.ts'
import { publishedFor } from '../../../shared/rules/weighed-evidence.ts'

/** What belongs to an idea. */
export interface Parts {
  evidence: Evidence[]
  stances: Stance[]
  comments: Comment[]
}

/** What a line of a list says of all that belongs to its idea: kept in `idea_row`, for it takes the whole of it to know. */
export type Derived = Pick<IdeaRow, 'evidence' | 'bestLevel' | 'unsaid' | 'shaken' | 'willing' | 'tested' | 'improved' | 'asked' | 'step'>

export const derivedOf = (idea: Idea, { evidence, stances, comments }: Parts, framework: Framework, now: number): Derived => {
  const { bestLevel = null, unsaid, worst } = publishedFor(idea.id, evidence)
  return {
    evidence: evidence.length,
    bestLevel,
    ...(unsaid > 0 ? { unsaid } : {}),
    ...(worst ? { shaken: worst } : {}),
    willing: new Set([idea.site, ...stances.map((stance) => stance.site)].filter(Boolean)).size,
    tested: stances.filter((stance) => stance.stance === 'tested').length,
    improved: stances.filter((stance) => stance.result === 'improved').length,
    asked: openQuestion(idea, comments),
    step: nextStep(factsFrom(framework, idea, evidence, stances, now)),
  }
}

/** What a line of a list says that its idea says itself: read from the idea, and kept nowhere else. */
export const saidBy = (idea: Idea): Omit<IdeaRow, keyof Derived> => {
  const approval = currentApproval(idea)
  const { id, topic, site, pathway, phase, disposition, proposedBy, nameHidden, proposedAt, decisionDue, movedAt, lookAgain } = idea
  return {
    id,
    ...picked(idea, listedTexts),
    topic,
    site,
    pathway,
    phase,
    disposition,
    onHold: idea.hold !== null,
    proposedBy,
    ...(nameHidden ? { nameHidden } : {}),
    proposedAt,
    decisionDue,
    movedAt,
    leads: idea.leads.length,
    lookAgain,
    ...(idea.taken ? { taken: idea.taken.by } : {}),
    ...(approval ? { approval: { to: approval.to, due: approval.due, state: approvalState(approval) } } : {}),
  }
}
