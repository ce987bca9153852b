import { own } from '../../shared/values/own.ts'
import * as v from 'valibot'
import type { TokenScope } from '../../shared/api/tokens.ts'
import * as field from '../../shared/domain/field-schemas.ts'
import { type MutationName, mutations } from '../../shared/mutations/index.ts'
import { caps, mutateRequestSchema } from '../../shared/sync/protocol.ts'
import type { Operation } from './operation.ts'
import * as is from './resources.ts'

/** What a token has to be for, to ask for each mutation. A new mutation without a line does not compile. */
export const mutationScopes: Readonly<Record<MutationName, TokenScope>> = {
  proposeIdea: 'propose',
  clipEvidence: 'propose',
  attachEvidence: 'propose',
  detachEvidence: 'propose',
  assessEvidence: 'propose',
  withdrawEvidence: 'propose',
  editIdea: 'propose',
  withdrawIdea: 'propose',
  commentIdea: 'propose',
  editComment: 'propose',
  deleteComment: 'propose',
  markQuestionRead: 'propose',
  watchIdea: 'propose',
  expressStance: 'propose',
  withdrawStance: 'propose',
  recordMeasurements: 'propose',
  setEvidenceQuestion: 'propose',
  dismissEvidence: 'decide',
  dismissPaper: 'decide',
  takeIdea: 'decide',
  publishIdea: 'decide',
  unpublishIdea: 'decide',
  agreeToBeNamed: 'decide',
  takeBack: 'decide',
  classifyIdea: 'decide',
  moveIdea: 'decide',
  endIdea: 'decide',
  mergeIdeas: 'decide',
  reopenIdea: 'decide',
  returnToTriage: 'decide',
  holdIdea: 'decide',
  liftHold: 'decide',
  requestApproval: 'decide',
  withdrawApproval: 'decide',
  decideApproval: 'decide',
  importIdea: 'decide',
  removeImported: 'decide',
  importEvidence: 'decide',
  removeImportedEvidence: 'decide',
  checkStanding: 'decide',
  configureFramework: 'admin',
  // No token is enough: only the network's own object asks for it.
  recordLookup: 'admin',
  recordWatchList: 'decide',
}

type Write = Pick<Operation, 'path' | 'tag' | 'summary'> & Partial<Pick<Operation, 'method' | 'description' | 'made' | 'matches' | 'also'>>

/** The names in a path's braces. */
export const partsOf = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)

/** An address that asks for one mutation: its arguments are the parts of the path and the body, by the mutation's own schema. */
const write = (mutation: MutationName, { method = 'post', made, ...rest }: Write): Operation => {
  const entries: Record<string, v.GenericSchema> = mutations[mutation].args.entries
  const inPath = partsOf(rest.path)
  const body = Object.fromEntries(
    Object.entries(entries).flatMap(([name, schema]) => {
      if (inPath.includes(name)) return []
      return [[name, name === made ? v.pipe(v.optional(field.id), v.description('Yours, or made here.')) : schema]]
    }),
  )
  return {
    ...rest,
    method,
    mutation,
    scope: mutationScopes[mutation],
    ...(inPath.length > 0 ? { params: Object.fromEntries(inPath.map((name) => [name, own(entries, name) ?? field.id])) } : {}),
    ...(Object.keys(body).length > 0 ? { body: v.object(body) } : {}),
    reply: is.written,
    ...(made ? { made, status: 201 } : {}),
  }
}

/** What is written: each is one mutation, with the same roles, gates and look for patients as on every screen. */
export const writing: Readonly<Record<string, Operation>> = {
  proposeIdea: write('proposeIdea', { path: '/ideas', tag: 'Ideas', summary: 'Propose an idea', made: 'idea' }),
  editIdea: write('editIdea', {
    method: 'patch',
    path: '/ideas/{idea}',
    tag: 'Ideas',
    summary: 'Change fields of an idea',
    description: 'With If-Match (the ETag of `GET /ideas/{idea}`) only if nobody changed the idea since: else 412.',
    matches: true,
  }),
  withdrawIdea: write('withdrawIdea', { method: 'delete', path: '/ideas/{idea}', tag: 'Ideas', summary: 'Take your unanswered idea back' }),
  commentIdea: write('commentIdea', {
    path: '/ideas/{idea}/comments',
    tag: 'Ideas',
    summary: 'Comment, ask the sender, or answer',
    made: 'comment',
  }),
  expressStance: write('expressStance', {
    method: 'put',
    path: '/ideas/{idea}/stances/{site}',
    tag: 'Ideas',
    summary: 'Say that a site is interested, tests or has tested',
  }),
  withdrawStance: write('withdrawStance', {
    method: 'delete',
    path: '/ideas/{idea}/stances/{site}',
    tag: 'Ideas',
    summary: 'Take a site’s stance back',
  }),
  recordMeasurements: write('recordMeasurements', {
    path: '/ideas/{idea}/measures/{measure}/{site}',
    tag: 'Ideas',
    summary: 'Record values of a run chart',
    description: 'Days are days since 1970 (UTC). The same day again replaces its value, `null` takes it away, other days stay.',
  }),
  clipEvidence: write('clipEvidence', { path: '/evidence', tag: 'Evidence', summary: 'Clip evidence', made: 'evidence' }),
  attachEvidence: write('attachEvidence', {
    method: 'put',
    path: '/ideas/{idea}/evidence/{evidence}',
    tag: 'Evidence',
    summary: 'Say that a clip supports an idea',
  }),
  detachEvidence: write('detachEvidence', {
    method: 'delete',
    path: '/ideas/{idea}/evidence/{evidence}',
    tag: 'Evidence',
    summary: 'Take a clip from an idea',
  }),
  classifyIdea: write('classifyIdea', {
    path: '/ideas/{idea}/classification',
    tag: 'Decisions',
    summary: 'Put an idea into a pathway',
  }),
  moveIdea: write('moveIdea', { path: '/ideas/{idea}/moves', tag: 'Decisions', summary: 'Move an idea to a phase' }),
  endIdea: write('endIdea', { path: '/ideas/{idea}/ending', tag: 'Decisions', summary: 'Park, decline or abandon an idea' }),
  reopenIdea: write('reopenIdea', { path: '/ideas/{idea}/reopening', tag: 'Decisions', summary: 'Reopen an ended idea' }),
  requestApproval: write('requestApproval', {
    path: '/ideas/{idea}/approvals',
    tag: 'Decisions',
    summary: 'Ask steering to approve a step',
    made: 'approval',
  }),
  decideApproval: write('decideApproval', {
    method: 'put',
    path: '/ideas/{idea}/approvals/{approval}',
    tag: 'Decisions',
    summary: 'Approve a step, with conditions or not, or decline it',
  }),
}

/** Many at once, and every mutation that has no address of its own. */
export const batch = {
  runMutations: {
    method: 'post',
    path: '/mutations',
    tag: 'Mutations',
    summary: 'Run mutations, in order',
    description: `Up to ${caps.mutations} at a time. Each has an id that you make (a UUID) and runs once, however often it is sent. A refusal is a result and stops nothing. The token needs the right of every mutation among them.`,
    scope: 'read',
    body: mutateRequestSchema,
    reply: v.object({ results: v.array(is.result) }),
  },
} as const satisfies Record<string, Operation>
