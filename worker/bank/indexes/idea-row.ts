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

/** An idea as lists and boards show it. */
export const ideaRow = (idea: Idea, { evidence, stances, comments }: Parts, framework: Framework, now: number): IdeaRow => {
  const approval = currentApproval(idea)
  const { bestLevel = null, unsaid } = publishedFor(idea.id, evidence)
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
    evidence: evidence.length,
    bestLevel,
    ...(unsaid > 0 ? { unsaid } : {}),
    willing: new Set([site, ...stances.map((stance) => stance.site)].filter(Boolean)).size,
    tested: stances.filter((stance) => stance.stance === 'tested').length,
    improved: stances.filter((stance) => stance.result === 'improved').length,
    leads: idea.leads.length,
    asked: openQuestion(idea, comments),
    lookAgain,
    ...(idea.taken ? { taken: idea.taken.by } : {}),
    ...(approval ? { approval: { to: approval.to, due: approval.due, state: approvalState(approval) } } : {}),
    step: nextStep(factsFrom(framework, idea, evidence, stances, now)),
  }
}
