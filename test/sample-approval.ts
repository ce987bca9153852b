import type { Approval, Vote } from '../shared/domain/approval-request.ts'
import type { Idea } from '../shared/domain/entities.ts'
import { aClip, aFramework, anIdea, aStance, day, ideaId, now, stance, uuid } from './sample-network.ts'

/** Ideas before and after design, with a request for steering's approval as it stands in several ways. */
export const request = uuid(31)
export const measures = { outcome: 'O', process: 'P', balancing: 'B' }
/** An incubator after its design, and a network-wide idea before its own: both timings of the framework. */
export const designed: Partial<Idea> = {
  pathway: 'incubator',
  phase: 'design',
  leads: ['lee'],
  measures,
  aim: 'A',
  driverDiagram: 'https://a.example/d',
}
export const wide: Partial<Idea> = {
  pathway: 'network-wide',
  leads: ['lee'],
  experts: ['e1', 'e2', 'e3', 'e4', 'e5', 'e6'],
  registryGap: 'Sites differ.',
}
export const sites = ['ash', 'birch', 'cedar'].map((site) =>
  aStance(stance(site, { stance: 'testing', measure: 'Grams', expectedEnd: now + 90 * day })),
)
export const backed = [aClip({ kind: 'randomised-trial', ideas: [ideaId] })]
export const says = 'Three sites are ready.'

export const approval = (value: Partial<Approval> = {}): Approval => ({
  id: request,
  to: 'test',
  due: now + 14 * day,
  says,
  by: 'coco',
  at: now,
  movedAt: now - day,
  votes: [],
  ...value,
})
export const vote = (by: string, is: Vote['is'], words = '', at = now): Vote => ({ is, says: words, by, at })
export const decided = (is: 'approved' | 'declined', ...votes: Vote[]): Approval => approval({ votes, decided: { is, at: now } })

export const asked = { approval: request, idea: ideaId, to: 'test', due: now + 14 * day, says }

export const open = [anIdea({ ...designed, approval: approval() })]
export const half = [aFramework({ approvalQuorum: 2 }), anIdea({ ...designed, approval: approval({ votes: [vote('stan', 'approved')] }) })]
